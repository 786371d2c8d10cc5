"""What a user gets from `pip install .`: everything must be inside the wheel."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def bin_folder(tmp_path_factory) -> Path:
    """The scripts of a virtual environment that has the built wheel, and the dependencies of this one."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    venv.create(folder / "venv", with_pip=True)
    scripts = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    (wheel,) = folder.glob("*.whl")
    subprocess.run([scripts / "python", "-m", "pip", "install", "-q", "--no-deps", wheel], check=True)
    site = subprocess.run(
        [scripts / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    )
    # A line in a .pth file adds the folder, but not the editable install that lies in it.
    Path(site.stdout.strip(), "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    return scripts


def run(command: list[str | Path], cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def test_the_package_is_the_installed_one(bin_folder, tmp_path):
    code = "import forgecheck, forgecheck_models, forgecheck_web; print(forgecheck.__file__)"
    shown = run([bin_folder / "python", "-c", code], tmp_path)
    assert str(bin_folder.parent) in shown.stdout, shown.stderr


@pytest.mark.reader
def test_the_command_checks_a_picture_from_any_folder(bin_folder, tmp_path):
    made = run([bin_folder / "python", "-m", "forgecheck_models.synth.sample", "sample.png"], tmp_path)
    assert made.returncode == 0, made.stderr
    written = ["--annotate", ".", "--report", "sample.html", "--pack", "sample.zip"]
    command = [bin_folder / "forgecheck", "check", "sample.png", *written]
    shown = run(command, tmp_path)
    assert shown.returncode == 1, shown.stderr
    assert "伪造" in shown.stdout
    assert (tmp_path / "sample.annotated.png").is_file()
    assert (tmp_path / "sample.html").is_file()
    assert (tmp_path / "sample.zip").is_file()


def test_the_doctor_finds_everything(bin_folder, tmp_path):
    shown = run([bin_folder / "forgecheck", "doctor"], tmp_path)
    assert shown.returncode == 0, shown.stdout + shown.stderr


def test_the_page_is_inside(bin_folder, tmp_path):
    code = (
        "from forgecheck_web.app import create_app; app = create_app(lambda data, name: None);"
        "print(app.test_client().get('/').status_code)"
    )
    assert run([bin_folder / "python", "-c", code], tmp_path).stdout.strip() == "200"


def test_the_tables_of_a_batch_are_inside(bin_folder, tmp_path):
    code = (
        "from pathlib import Path; from forgecheck.batch.export import DEFAULT, export;"
        "from forgecheck.batch.tally import Tally; export([], Path('.'), DEFAULT, [], Tally())"
    )
    shown = run([bin_folder / "python", "-c", code], tmp_path)
    assert shown.returncode == 0, shown.stderr
    assert {each.name for each in tmp_path.iterdir()} == {"results.jsonl", "results.csv", "results.xlsx", "index.html"}
