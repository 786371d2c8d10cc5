"""`forgecheck serve` around the stub in a process of its own, as tests start it.

python tests/web/serving.py --port 8000 --workers 2 [--real]
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

TESTS = Path(__file__).parents[1]
START_S = 120.0


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs."""

    process: subprocess.Popen[bytes]
    url: str
    home: Path
    """Its current folder, home and place for temporary files."""
    log: Path

    def ask(self, path: str, data: bytes | None = None, method: str | None = None, **headers: str) -> Answer:
        """One request."""
        request = urllib.request.Request(self.url + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.headers, error.read())

    def upload(self, data: bytes, name: str = "letter.png", path: str = "/v1/checks", **headers: str) -> Answer:
        """One upload, by default from an address that nobody else has."""
        mark = uuid.uuid4().hex
        head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
        body = head.encode() + data + f"\r\n--{mark}--\r\n".encode()
        address = f"2001:db8:{int(mark[:4], 16):x}:{int(mark[4:8], 16):x}::1"
        given = {"Content-Type": f"multipart/form-data; boundary={mark}", "X-Forwarded-For": address}
        return self.ask(path, body, **{**given, **headers})

    def workers(self) -> list[int]:
        """Process ids of the workers; Linux only."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        threads = Path(f"/proc/{self.process.pid}/task").iterdir()
        children += [pid for each in threads for pid in (each / "children").read_text().split()]
        return sorted({int(pid) for pid in children if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()})

    def peak_bytes(self) -> int:
        """The most memory that the serving process has held; Linux only."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) * 1024


@contextmanager
def served(folder: Path, *options: str) -> Iterator[Server]:
    """A server on a free port, ended at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home, log = folder / "home", folder / "log"
    home.mkdir()
    environment = {**os.environ, "HOME": str(home), "TMPDIR": str(home), "XDG_CACHE_HOME": str(home / "cache")}
    command = [sys.executable, str(Path(__file__)), "--port", str(port), *options]
    with log.open("wb") as told:
        process = subprocess.Popen(command, cwd=home, env=environment, stdout=told, stderr=told)
    server = Server(process, f"http://127.0.0.1:{port}", home, log)
    try:
        until = time.monotonic() + START_S
        while b"Ctrl-C" not in log.read_bytes():
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < until, log.read_text()
            time.sleep(0.05)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


if __name__ == "__main__":
    sys.path.insert(0, str(TESTS))
    from webstub import open_stub

    from forgecheck.cli import main

    options = [each for each in sys.argv[1:] if each != "--real"]
    sys.exit(main(["serve", *options], None if "--real" in sys.argv else open_stub))
