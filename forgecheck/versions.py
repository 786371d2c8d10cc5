"""Which forgecheck looked: its version, and short digests of its code, its rules, its rates and its models.

Two reports with the same digests were made by the same rules and weights; one byte of difference shows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from forgecheck import __version__
from forgecheck.models import DETECTOR, RECOGNISER, SEAL_FINDER

SHOWN = 12  # hex digits of a digest: one in 10^14 that two differ unseen
LIBRARIES = ("numpy", "onnxruntime", "opencv-python-headless", "pillow", "pypdfium2")
"""What else can change a measurement."""
_SOURCES = (".py", ".csv", ".json")


@cache
def versions() -> Mapping[str, str]:
    """By name, in a fixed order: the version of forgecheck, digests of what it decided by, versions of libraries."""
    models = {"text detector": DETECTOR, "text recogniser": RECOGNISER, "seal finder": SEAL_FINDER}
    counted = files("forgecheck_models")
    return {
        "forgecheck": __version__,
        "code": _digest(_walk(files("forgecheck"), "")),
        "rules": _digest(_walk(files("forgecheck.judge"), "")),
        "rates": _digest((name, counted.joinpath(name)) for name in ("rates.json", "calibration.json")),
        **{name: each.sha256[:SHOWN] for name, each in models.items()},
        "libraries": ", ".join(f"{name} {version(name)}" for name in LIBRARIES),
    }


def _digest(parts: Iterable[tuple[str, Traversable]]) -> str:
    whole = hashlib.sha256()
    for name, part in sorted(parts, key=lambda each: each[0]):
        # A checkout on Windows has other ends of line, and the same rules.
        whole.update(f"{name}\n".encode() + hashlib.sha256(part.read_bytes().replace(b"\r\n", b"\n")).digest())
    return whole.hexdigest()[:SHOWN]


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for each in folder.iterdir():
        if each.is_dir():
            yield from _walk(each, f"{prefix}{each.name}/")
        elif each.name.endswith(_SOURCES):
            yield prefix + each.name, each
