"""Nothing leaves the machine, and nothing is left behind in the home folder of whoever runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

OPEN = """
import socket, sys
def refused(*_): raise AssertionError("a network connection was asked for")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = socket.create_connection = refused
from forgecheck.batch.inspector import open_inspector
from forgecheck.load.limits import BATCH
inspect = open_inspector(1, BATCH)
print(inspect(open(sys.argv[1], "rb").read(), "a.png").verdict.label)
"""


@pytest.mark.reader
def test_an_inspection_asks_for_no_network_and_leaves_no_identifier(tmp_path: Path):
    from files import picture, saved

    file, home = tmp_path / "a.png", tmp_path / "home"
    file.write_bytes(saved(picture(200, 200), "PNG"))
    home.mkdir()
    own = {"HOME": str(home), "XDG_CACHE_HOME": str(home / ".cache")}
    environment = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"} | own
    command = [sys.executable, "-c", OPEN, str(file)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert said.stdout.split()[-1] == "inconclusive"
    # ONNX Runtime keeps a device number and a queue of reports here, unless it is told before it loads.
    assert not [each for each in home.rglob("*") if "onnxruntime" in each.name.lower()]
    assert not [each for each in home.rglob("*") if each.is_file()]


def test_the_engine_is_told_before_it_loads():
    code = "import os, forgecheck, sys; print(os.environ['ORT_DISABLE_TELEMETRY'], 'onnxruntime' in sys.modules)"
    environment = os.environ | {"ORT_DISABLE_TELEMETRY": "0"}
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert said.stdout.split() == ["1", "False"]
