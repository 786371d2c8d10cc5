"""How large an input may be: the one place for limits, used by the command line, the batch and the page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What is refused before a single pixel is decoded."""

    file_bytes: int
    pixels: int
    """Width times height of one page."""
    side_min: int = 16
    side_max: int = 10_000
    pages: int = 20
    """Pages of a PDF."""
    formats: tuple[str, ...] = ("JPEG", "PNG", "WEBP", "GIF", "PDF")


MB = 1_000_000

# Peers accept 5 to 10 MB; a 12 MP phone photo is 3 to 8 MB.  A decoded pixel costs about 8 bytes on the way.
WEB = Limits(file_bytes=10 * MB, pixels=25 * MB)
BATCH = Limits(file_bytes=30 * MB, pixels=50 * MB, pages=200, formats=("JPEG", "PNG", "WEBP", "GIF", "BMP", "PDF"))
