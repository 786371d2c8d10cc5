from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from batch import zips
from batch.stub import LOG, folder, open_broken, open_stub
from files import paper

from forgecheck.batch.desk import Options
from forgecheck.batch.folder import run_into
from forgecheck.batch.walk import walk
from forgecheck.errors import SetupError

ray = pytest.importorskip("ray", reason="needs the extra forgecheck[ray]")
pytestmark = [
    pytest.mark.timeout(900),
    pytest.mark.skipif(sys.platform != "linux", reason="kills an actor"),
]


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory):
    """A small cluster on this machine, and the file in which its workers note what they examine."""
    import logging

    with pytest.MonkeyPatch.context() as patch:
        file = tmp_path_factory.mktemp("log") / "log"
        patch.setenv(LOG, str(file))
        patch.setenv("FORGECHECK_CONFINE", "off")  # a worker that is locked in writes nothing
        paths = [str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
        patch.setenv("PYTHONPATH", os.pathsep.join(filter(None, paths)))
        ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
        yield file
        ray.shutdown()


def ran(source: Path, out: Path, engine: str, opener=open_stub) -> list[str]:
    options = Options(2, thumbnails=True)
    run_into(out, [source], walk([source], out), opener, options, ["jsonl", "csv"], True, engine)
    return (out / "results.jsonl").read_text("utf-8").splitlines()


def examined(log: Path) -> list[bytes]:
    found = sorted(log.read_bytes().splitlines()) if log.exists() else []
    log.unlink(missing_ok=True)
    return found


@pytest.fixture
def source(tmp_path: Path) -> Path:
    found = folder(tmp_path / "in", **{f"n{number:02}": b"fine#%d" % number for number in range(20)})
    folder(found, f=b"forged", same=b"forged", torn=b"error truncated", kills=b"abort", bug=b"bug")
    (found / "p.pdf").write_bytes(paper(3))
    zips.zipped(found / "z.zip", {"a.png": b"suspicious", "../b.png": b"fine"})
    return found


def test_a_cluster_says_what_one_machine_says_and_goes_on_where_it_stopped(log: Path, source: Path) -> None:
    local = ran(source, source.parent / "local", "local")
    once = examined(log)
    assert ran(source, source.parent / "ray", "ray") == local
    assert examined(log) == once
    thumbnails = [sorted(path.name for path in (source.parent / each).rglob("*.jpg")) for each in ("local", "ray")]
    assert thumbnails[0] == thumbnails[1]
    folder(source, new=b"forged#new")
    assert len(ran(source, source.parent / "ray", "ray")) == len(local) + 1
    assert examined(log) == [b"bug", b"forged#new"]


def test_a_killed_actor_loses_nothing(log: Path, tmp_path: Path) -> None:
    source = folder(tmp_path / "in", **{f"n{number:02}": b"nap#%d" % number for number in range(30)}, orphan=b"orphan")
    rows = [json.loads(line) for line in ran(source, tmp_path / "out", "ray")]
    assert log.with_suffix(".killed").exists()
    assert len({row["input"]["path"] for row in rows}) == len(rows) == 31
    assert all("verdict" in row for row in rows)
    log.unlink(missing_ok=True)


def test_a_broken_setup_ends_the_run(log: Path, tmp_path: Path) -> None:
    source = folder(tmp_path / "in", a=b"fine")
    with pytest.raises(SetupError, match=r"x\.onnx is missing"):
        ran(source, tmp_path / "out", "ray", open_broken)
