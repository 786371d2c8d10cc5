"""A worker's notes about a file: its whole report without the pixels, which the file still has.

Notes are pickled.  That is safe for one reason only: what opens them is a worker, and what wrote them was a worker
that had read the same file.  A file that takes over a worker could as well take over the one that opens its notes.
"""

from __future__ import annotations

import pickle
import zlib
from dataclasses import replace

import numpy as np

from forgecheck.evidence import Page
from forgecheck.finding import Report
from forgecheck.load import load
from forgecheck.load.limits import WEB

_NO_PIXELS = np.empty((0, 0, 3), np.uint8)


def written(report: Report) -> bytes:
    """The report without the pixels of its pages."""
    pages = (replace(page, image=_NO_PIXELS) for page in report.evidence.pages)
    return zlib.compress(pickle.dumps(_with_pages(report, tuple(pages))))


def read(seen: bytes, data: bytes, name: str) -> Report:
    """The report as it was, its pixels decoded anew from the file."""
    report: Report = pickle.loads(zlib.decompress(seen))
    pages = zip(report.evidence.pages, load(data, name, WEB).pages, strict=True)
    return _with_pages(report, tuple(replace(page, image=fresh.image) for page, fresh in pages))


def _with_pages(report: Report, pages: tuple[Page, ...]) -> Report:
    document = replace(report.evidence.document, pages=pages)
    return replace(report, evidence=replace(report.evidence, document=document))
