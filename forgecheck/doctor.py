"""Is everything there that forgecheck needs?"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, PackagePath, distribution, version
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from forgecheck import __version__
from forgecheck.errors import InputError, SetupError
from forgecheck.models import WEIGHTS, Weights

PYTHON = (3, 11)
PROBE_S = 30.0  # for a worker that tries what it may; assumed
PACKAGES = (
    "numpy",
    "pillow",
    "onnxruntime",
    "paddleocr",
    "rapidocr",
    "scikit-image",
    "pypdfium2",
    "fpdf2",
    "flask",
    "waitress",
)
# All three write the same cv2 folder; the last one installed wins.
OPENCV = ("opencv-python-headless", "opencv-python", "opencv-contrib-python")
# OpenCV's numbers of instruction sets (CV_CPU_* in cvdef.h); its Python module does not name them.
VECTORS = {"AVX2": 11, "AVX-512": 13, "NEON": 100}
RECORDED = ("forgecheck", "rapidocr")  # rules and weights
FONT = "fonts/NotoSansSC-subset.otf"


class Fact(NamedTuple):
    """One thing that is as it should be, or not."""

    name: str
    ok: bool
    says: str
    needed: bool = True
    """Whether nothing works without it."""

    @property
    def state(self) -> str:
        """In one word: ok, FAIL, or off for what would be better and is not there."""
        return "ok" if self.ok else "FAIL" if self.needed else "off"


def examine() -> Iterator[Fact]:
    """Every fact, the cheap ones first."""
    yield Fact("forgecheck", True, __version__)
    yield Fact("python", sys.version_info >= PYTHON, f"{platform.python_version()} on {platform.platform()}")
    yield _cores()
    yield from (_package(name) for name in PACKAGES)
    yield _opencv()
    yield from _cv2()
    yield from (_weights(name, each) for name, each in WEIGHTS.items())
    yield from map(_installed, RECORDED)
    font = files("forgecheck.show").joinpath(FONT)
    yield Fact("font", font.is_file(), FONT if font.is_file() else f"{FONT} is missing: install forgecheck again")
    yield from _locks()


def _package(name: str) -> Fact:
    found = _version(name)
    return Fact(name, found is not None, found or f"missing: pip install {name}")


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _opencv() -> Fact:
    found = {name: known for name in OPENCV if (known := _version(name))}
    says = (
        ", ".join(f"{name} {known}" for name, known in found.items()) or "missing: pip install opencv-python-headless"
    )
    return Fact("opencv wheels", len(set(found.values())) == 1, says)


def _cores() -> Fact:
    """Those that this process may use, which in a container are fewer than the machine has."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return Fact("cores", usable > 1, f"{usable}" if usable > 1 else "1: a check takes twice as long as with 2", False)


def _cv2() -> Iterator[Fact]:
    try:
        import cv2
    except ImportError as error:
        yield Fact(
            "cv2",
            False,
            f"{error}; install libGL (apt-get install libgl1 libglib2.0-0) or put the headless wheel on top "
            "(pip install --force-reinstall --no-deps opencv-python-headless==4.10.0.84)",
        )
        return
    yield Fact("cv2", True, str(cv2.__version__))
    found = [name for name, number in VECTORS.items() if cv2.checkHardwareSupport(number)]
    says = ", ".join(found) or f"none of {', '.join(VECTORS)}: reading is several times slower"
    yield Fact("vector instructions", bool(found), says, needed=False)


def _weights(name: str, weights: Weights) -> Fact:
    try:
        return Fact(name, True, f"{weights.locate().name}, sha256 as expected")
    except SetupError as error:
        return Fact(name, False, str(error))


def _installed(name: str) -> Fact:
    """Whether a package's files, rules and tables among them, are those that were installed (PEP 376, RECORD)."""
    what = f"files of {name}"
    try:
        recorded = [each for each in distribution(name).files or () if each.hash]
    except PackageNotFoundError:
        return Fact(what, False, "missing")
    changed = [str(each) for each in recorded if not _is_as_recorded(each)]
    if changed:
        return Fact(what, False, f"{len(changed)} changed since the installation: {', '.join(changed[:3])}")
    return Fact(what, True, f"{len(recorded)} as installed" if recorded else "not recorded (installed for development)")


def _is_as_recorded(file: PackagePath) -> bool:
    recorded, path = file.hash, Path(str(file.locate()))
    if recorded is None or not path.is_file():
        return False
    found = urlsafe_b64encode(hashlib.new(recorded.mode, path.read_bytes()).digest())
    return found.rstrip(b"=").decode() == recorded.value


def _locks() -> Iterator[Fact]:
    """What a worker that reads strangers' files is refused, tried out in one."""
    from forgecheck.batch.worker import Worker
    from forgecheck.confine import probe

    with TemporaryDirectory() as private:
        worker = Worker(probe.start, PROBE_S, folders=())
        try:
            refused: dict[str, bool] = json.loads(worker.ask(private))
        except (InputError, SetupError) as error:
            yield Fact("worker", False, f"no worker process could be started: {error}")
            return
        finally:
            worker.close()
    missing = "; ".join(f"{each.name}: {each.says}" for each in worker.locks if not each.holds)
    for name, kept in refused.items():
        yield Fact(f"worker: {name}", kept, "refused" if kept else f"not refused here ({missing})", needed=False)
