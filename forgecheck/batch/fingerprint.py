"""What a result depends on besides the bytes of its file, as one short string."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from forgecheck.rates import TEAM

LENGTH = 16  # hexadecimal digits; among a thousand versions two are alike with a chance of 1e-13
AFTER = frozenset({"batch", "measure", "doctor.py", "cli.py", "__main__.py", "__pycache__"})
"""Parts that stand after `show` in the order of imports: they arrange results and cannot change one."""
_CODE = (".py", ".csv", ".json", ".html")
_MODELS = (".json", ".onnx")
PACKAGES = (
    *("chinesecalendar", "numpy", "onnxruntime", "opencv-contrib-python", "paddleocr", "paddlex"),
    *("pillow", "pypdfium2", "rapidocr", "scikit-image", "scipy"),
)
"""Whose versions change readings or pixels.  The text reader's weights lie in rapidocr; their sha256 is in our code."""


def fingerprint(options: Mapping[str, object]) -> str:
    """Equal for two runs whose results for the same bytes are equal: code, rules, tables, models, thresholds, options.

    The day is not part of it, though a date in the future is judged by the day of the examination.
    """
    digest = hashlib.sha256()
    for name, data in (*_files(), *_settings(options)):
        digest.update(f"{len(name)} {name} {len(data)} ".encode() + data)
    return digest.hexdigest()[:LENGTH]


def _files() -> Iterator[tuple[str, bytes]]:
    yield from _under(files("forgecheck"), "forgecheck", _CODE)
    for each in sorted(files("forgecheck_models").iterdir(), key=lambda entry: entry.name):
        if each.name.endswith(_MODELS):
            yield f"models/{each.name}", each.read_bytes()


def _under(folder: Traversable, name: str, suffixes: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    for each in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if each.name in AFTER:
            continue
        if each.is_dir():
            yield from _under(each, f"{name}/{each.name}", suffixes)
        elif each.name.endswith(suffixes):
            yield f"{name}/{each.name}", each.read_bytes()


def _settings(options: Mapping[str, object]) -> Iterator[tuple[str, bytes]]:
    for key in sorted(options):
        yield f"option {key}", repr(options[key]).encode()
    for package in PACKAGES:
        yield f"package {package}", _version(package).encode()
    if path := os.environ.get(TEAM):
        yield TEAM, Path(path).read_bytes()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
