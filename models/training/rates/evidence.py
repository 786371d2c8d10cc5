"""Evidence for measuring: of a text alone, and of a picture, kept on disk without its pixels."""

from __future__ import annotations

import gzip
import hashlib
import io
import pickle
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np

from forgecheck.evidence import Capture, Container, Document, Evidence, Page, TextLine
from forgecheck.look.fields import find_fields
from forgecheck.look.flow import flow
from forgecheck.look.kind import classify

ROOT = Path(__file__).parents[3]
SOURCES = ("forgecheck/load", "forgecheck/look", "forgecheck/evidence.py", "forgecheck/place.py", "models/synth")
"""What decides how a picture is made and read."""
AFTER = ("forgecheck/look/fields", "forgecheck/look/kind.py", "forgecheck/look/flow.py")
"""Done anew from what was kept, so that these may change."""
EM = 40


def of_text(text: str) -> Evidence:
    """As if read without a fault from a picture; nothing but text was looked at."""
    lines = tuple(
        TextLine(line, tuple(_corners(100, 100 + 60 * row, EM * len(line))), 0.98)
        for row, line in enumerate(text.splitlines())
        if line.strip()
    )
    page = Page(1, np.broadcast_to(np.uint8(255), (1600, 1080, 3)), lines=lines)
    document = Document("text", "0" * 64, 0, Container("PNG"), Capture("unknown", ()), (page,))
    return _read(document)


def _corners(left: int, top: int, width: int) -> tuple[tuple[float, float], ...]:
    return ((left, top), (left + width, top), (left + width, top + EM), (left, top + EM))


def _read(document: Document) -> Evidence:
    text = flow(document.pages)
    fields = find_fields(text)
    return Evidence(document, text, fields, classify(text, fields, document.pages))


def of_picture(data: bytes, name: str, kept: Path) -> Evidence:
    """As `look` sees it; read from `kept` where it was seen before.  Raises InputError."""
    if not kept.is_file():
        from forgecheck.load import load
        from forgecheck.load.limits import BATCH
        from forgecheck.look import look

        seen = look(load(data, name, BATCH), _models()).document
        blank = [replace(page, image=np.zeros(0, np.uint8)) for page in seen.pages]
        sizes = [page.image.shape for page in seen.pages]
        kept.parent.mkdir(parents=True, exist_ok=True)
        buffer = io.BytesIO()
        pickle.dump((replace(seen, pages=tuple(blank)), sizes), buffer)
        kept.with_suffix(".part").write_bytes(gzip.compress(buffer.getvalue()))
        kept.with_suffix(".part").replace(kept)
    return again(kept)


def again(kept: Path) -> Evidence:
    """The evidence that was kept, its images without content."""
    document, sizes = pickle.loads(gzip.decompress(kept.read_bytes()))
    images = [np.broadcast_to(np.uint8(0), size) for size in sizes]
    pages = tuple(replace(page, image=image) for page, image in zip(document.pages, images, strict=True))
    return _read(replace(document, pages=pages))


@cache
def _models() -> object:
    import cv2

    from forgecheck import Models

    cv2.setNumThreads(1)
    return Models(1)


@cache
def state_of_reading() -> str:
    """A name for the way pictures are made and read now; another one when any of that changed."""
    found = hashlib.sha256()
    files = [
        path for each in SOURCES for path in ([ROOT / each] if (ROOT / each).is_file() else (ROOT / each).rglob("*"))
    ]
    files += [Path(__file__).with_name("whole_papers.py"), *(ROOT / "models").glob("*.onnx")]
    for path in sorted(files):
        name = path.relative_to(ROOT).as_posix()
        if path.suffix in (".py", ".txt", ".csv", ".onnx") and not name.startswith(AFTER):
            found.update(name.encode() + path.read_bytes())
    return found.hexdigest()[:12]
