"""A batch in a process of its own, which can be interrupted and killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

SCRIPT = """
import sys
from batch.stub import open_stub
from forgecheck.cli import main
if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], open_stub))
"""


def started(source: Path, out: Path, *options: str) -> subprocess.Popen[str]:
    """A batch in a process of its own, as a shell starts it."""
    script = source.parent / "go.py"
    script.write_text(SCRIPT)
    paths = os.pathsep.join(filter(None, [str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH")]))
    command = [sys.executable, str(script), "batch", str(source), "-o", str(out), "--lang", "en", *options]
    environment = os.environ | {"PYTHONPATH": paths}
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True)


def known(out: Path) -> int:
    """Lines in the parts so far."""
    return sum(part.read_bytes().count(b"\n") for part in (out / "parts").rglob("*.jsonl*")) if out.exists() else 0


def wait_for(out: Path, lines: int, process: subprocess.Popen[str]) -> None:
    while known(out) < lines and process.poll() is None:
        time.sleep(0.02)
