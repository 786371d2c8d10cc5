"""An inspector whose report or misbehaviour is written in the file it is given; spawned workers import it."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from dataclasses import replace
from pathlib import Path

from build import evidence

from forgecheck.errors import InputError, SetupError
from forgecheck.finding import Finding, Label, Outcome, Report, Says, Verdict, Weighed
from forgecheck.wording import summary

LOG = "STUB_LOG"
"""Environment variable that names a file in which every examination is noted."""
LABELS: dict[bytes, Label] = {
    b"forged": "forged",
    b"suspicious": "suspicious",
    b"fine": "no_forgery_found",
    b"blurred": "inconclusive",
}


def report(label: Label, name: str = "test.png", text: str = "律师函\n（2024）沪0115民初12345号") -> Report:
    """A report made from facts: one finding where the label speaks of one."""
    seen = evidence(text, type="lawyer_letter")
    seen = replace(seen, document=replace(seen.document, name=name))
    said = Says("引用的法条已经废止。", "The statute named was repealed.")
    findings = (Finding("strong", said),) if label in ("forged", "suspicious") else ()
    weighed = tuple(Weighed("law.repealed_statute", each, 2.0) for each in findings)
    verdict = Verdict(label, 0.9 if findings else 0.1, 2.0, summary(label, "lawyer_letter"), weighed, ())
    return Report(seen, (Outcome("law.repealed_statute", findings, ()),), verdict, {"load": 1.0, "look": 2.0})


def inspect(data: bytes, name: str, *, page: int | None = None) -> Report:
    """Does as the data says; what follows a "#" only makes it another file."""
    if log := os.environ.get(LOG):
        with Path(log).open("ab") as file:
            file.write(data.split(b"\n")[0] + b"\n")
    sha256 = hashlib.sha256(data).hexdigest()
    said = _said(data.partition(b"#")[0], name)
    document = said.evidence.document
    if page is not None:
        document = replace(document, pages=(replace(document.pages[0], number=page),))
    return replace(said, evidence=replace(said.evidence, document=replace(document, sha256=sha256, size=len(data))))


def _said(data: bytes, name: str) -> Report:
    if data == b"abort":
        os.abort()
    if data == b"killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if data == b"orphan" and not Path(os.environ[LOG]).with_suffix(".killed").exists():
        Path(os.environ[LOG]).with_suffix(".killed").touch()
        os.kill(os.getppid(), signal.SIGKILL)  # whoever asked is gone, once
    if data == b"hang":
        time.sleep(600)
    if data in (b"slow", b"nap"):
        time.sleep(1 if data == b"slow" else 0.02)
    if data == b"hungry":
        return report("forged", name, str(len(bytearray(4_000_000_000))))
    if data == b"bug":
        raise KeyError("付款账户")
    if data.startswith(b"error "):
        raise InputError(data.removeprefix(b"error ").decode())
    made = report(LABELS.get(data, "no_forgery_found"), name)
    document = replace(made.evidence.document, sha256=hashlib.sha256(data).hexdigest())
    return replace(made, evidence=replace(made.evidence, document=document))


def open_stub(threads: int | None, limits: object):
    """Stands in for `forgecheck.batch.inspector.open_inspector`."""
    return inspect


def open_broken(threads: int | None, limits: object):
    """A set-up without its model."""
    raise SetupError("model file x.onnx is missing")


def open_dying(threads: int | None, limits: object):
    """A set-up that ends the process, as a broken native library does."""
    os.abort()


def folder(path: Path, **files: bytes) -> Path:
    """A folder with these files; returns it."""
    path.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (path / f"{name}.png").write_bytes(data)
    return path
