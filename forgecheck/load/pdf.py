"""PDF pages to images, by PDFium; scripts, attachments and links are never touched."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from math import sqrt
from typing import Final

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from forgecheck.errors import InputError
from forgecheck.evidence import Container, Image
from forgecheck.load.limits import Limits
from forgecheck.load.raster import frozen

POINTS_PER_INCH = 72  # ISO 32000-1, 8.3.2.3
DPI = 150
_INFO: Final = ("Producer", "Creator", "Title", "CreationDate", "ModDate")
_INFO_MAX = 2_000  # characters; assumed
_PICTURED_FROM = 0.8
"""Assumed. Share of a page that pictures must cover before the page counts as a scan and not as set type."""
_OBJECTS_MAX = 2_000  # assumed; of a page, in search of pictures
_EMBEDDED_MAX = 4
"""Assumed. A scan at 600 dpi in black and white has 35 MP, though the page is drawn at 150 dpi: a picture inside a
PDF may have this many times the pixels of a page."""

_PDFIUM = threading.Lock()
"""PDFium may be called from one thread at a time only (its README)."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """What is read of a PDF."""

    container: Container
    images: tuple[Image, ...]
    pictured: bool
    """Whether pictures cover the first page."""


def read_pdf(data: bytes, limits: Limits, page: int | None = None) -> Pdf:
    """Draw all pages, or the one that is named (from 1), at 150 dpi or less where it would exceed the limits.

    Raises InputError; a page that is named may be one of any number.
    """
    with _PDFIUM:
        document = _open(data)
        try:
            return _read(document, data, limits, page)
        finally:
            document.close()


def count_pages(data: bytes) -> int:
    """How many pages a PDF says it has, none of them drawn; raises InputError."""
    with _PDFIUM:
        document = _open(data)
        try:
            return len(document)
        finally:
            document.close()


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise InputError("encrypted_pdf") from error
        raise InputError("decode_failed" if b"%%EOF" in data[-1024:] else "truncated", "PdfiumError") from error


def _read(document: pdfium.PdfDocument, data: bytes, limits: Limits, page: int | None) -> Pdf:
    count = len(document)
    if page is None and count > limits.pages:
        raise InputError("too_many_pages", f"{count} pages")
    chosen = range(count) if page is None else range(page - 1, min(page, count))
    if not chosen:
        raise InputError("decode_failed", "no page" if page is None else f"no page {page}")
    document.init_forms()  # seals of signed PDFs are the appearance of a form field
    sizes = [document.get_page_size(index) for index in chosen]
    scales = [_scale(width, height, limits) for width, height in sizes]
    if sum(w * h * scale**2 for (w, h), scale in zip(sizes, scales, strict=True)) > limits.document_pixels:
        raise InputError("too_many_pages", f"{count} large pages")
    pictured = _is_pictured(document[chosen[0]])
    images = tuple(_draw(document[index], scale, limits) for index, scale in zip(chosen, scales, strict=True))
    return Pdf(Container("PDF", texts=_texts(document), trailing_bytes=_trailing(data)), images, pictured)


def _scale(width: float, height: float, limits: Limits) -> float:
    """Pixels per point, so that the page keeps within the limits."""
    if not (width > 0 and height > 0):
        raise InputError("decode_failed", "page without area")
    # PDFium rounds up: the largest s with (width s + 1) (height s + 1) = pixels
    area, half = width * height, (width + height) / 2
    fits = (sqrt(half**2 + area * (limits.pixels - 1)) - half) / area
    return min(DPI / POINTS_PER_INCH, fits, (limits.side_max - 1) / max(width, height))


def _draw(page: pdfium.PdfPage, scale: float, limits: Limits) -> Image:
    if any(width * height > _EMBEDDED_MAX * limits.pixels for width, height in _picture_sizes(page)):
        raise InputError("pixels_exceeded", "picture inside the PDF")
    bitmap = page.render(scale=scale, rev_byteorder=True)
    try:
        limits.check_size(bitmap.width, bitmap.height)
        drawn = bitmap.to_numpy()
        return frozen(drawn[..., :3] if drawn.ndim == 3 else np.repeat(drawn[..., None], 3, axis=2))
    finally:
        bitmap.close()
        page.close()


def _pictures(page: pdfium.PdfPage) -> Iterator[pdfium.PdfImage]:
    found = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    return (each for each in islice(found, _OBJECTS_MAX) if isinstance(each, pdfium.PdfImage))


def _picture_sizes(page: pdfium.PdfPage) -> Iterator[tuple[int, int]]:
    for picture in _pictures(page):
        try:
            yield picture.get_px_size()
        except pdfium.PdfiumError:
            continue  # damaged; PDFium leaves it out of the page, too


def _is_pictured(page: pdfium.PdfPage) -> bool:
    """Whether the pictures of a page, strips of a scan included, cover most of it."""
    width, height = page.get_size()
    covered = 0.0
    for picture in _pictures(page):
        left, bottom, right, top = picture.get_bounds()
        covered += max(min(right, width) - max(left, 0), 0) * max(min(top, height) - max(bottom, 0), 0)
    return bool(covered >= _PICTURED_FROM * width * height)


def _texts(document: pdfium.PdfDocument) -> Mapping[str, str]:
    values = [(key, document.get_metadata_value(key)) for key in _INFO]
    attached = document.count_attachments()
    values += [("Attachments", str(attached))] if attached > 0 else []
    return {f"pdf:{key}": value[:_INFO_MAX] for key, value in values if value}


def _trailing(data: bytes) -> int:
    """Bytes after the last end mark, white space left out."""
    mark = data.rfind(b"%%EOF")
    return 0 if mark < 0 else len(data[mark + 5 :].strip())
