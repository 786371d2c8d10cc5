"""The page asks nobody and keeps nothing: no connection is made, no temporary file, no decoder is loaded by it."""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

import pytest
from clients import client, post
from forgecheck_web.jobs import opened
from webstub import open_offline, picture

from forgecheck.batch.worker import Worker


def refused(*_: object, **__: object) -> None:
    raise AssertionError("not allowed here")


def test_no_page_makes_a_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refused)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refused)
    to = client()
    place = post(to, picture()).headers["Location"]
    people = place.removeprefix("/v1")
    for path in ("/", "/metrics", place, people, f"{people}/mask", f"{place}/report.pdf", f"{place}/evidence.zip"):
        assert to.get(path).status_code == 200


def test_an_upload_is_never_spooled_to_a_temporary_file(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TemporaryFile", "SpooledTemporaryFile", "NamedTemporaryFile", "mkstemp"):
        monkeypatch.setattr(tempfile, name, refused)
        monkeypatch.setattr(f"werkzeug.formparser.{name}", refused, raising=False)
    to = client()
    place = post(to, picture() + bytes(9_900_000)).headers["Location"]
    assert to.get(f"{place}/evidence.zip").status_code == 200


def test_the_process_that_talks_to_strangers_loads_no_decoder() -> None:
    heavy = ("PIL", "cv2", "onnxruntime", "pypdfium2", "paddleocr", "fpdf", "fontTools", "forgecheck.load.raster")
    code = f"import forgecheck_web.serve, sys; print([name for name in {heavy} if name in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


@pytest.mark.reader
def test_a_real_examination_and_what_is_made_of_it_ask_nobody(tmp_path: Path) -> None:
    """From the picture to the pack, in a worker that may not reach for a network."""
    from forgecheck_web.checks import Checks
    from forgecheck_web.desk import Desk
    from forgecheck_web.jobs import Job, Wanted
    from forgecheck_web.settings import Settings

    sample = tmp_path / "sample.png"
    subprocess.run([sys.executable, "-m", "forgecheck_models.synth.sample", str(sample)], check=True)
    desk = Desk([Worker[Job](partial(opened, open_offline, 1), 120.0, folders=())], 1)
    checks = Checks(desk, Settings())
    try:
        check = checks.begin(sample.read_bytes(), "sample.png", "")
        assert check.ended.wait(120)
        assert check.state == "done"
        assert check.outcome.label == "forged"
        assert checks.make(check, Wanted("pdf")).startswith(b"%PDF")
        assert checks.make(check, Wanted("pack")).startswith(b"PK")
        assert checks.make(check, Wanted("masked", masks=((0.0, 0.0, 1.0, 1.0),))).startswith(b"\x89PNG")
    finally:
        desk.close()
