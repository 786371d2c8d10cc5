"""How large an input may be: the one place for limits, used by the command line, the batch and the page."""

from __future__ import annotations

from dataclasses import dataclass

from forgecheck.errors import InputError


@dataclass(frozen=True, slots=True)
class Limits:
    """What is refused before a single pixel is decoded."""

    file_bytes: int
    pixels: int
    """Width times height of one page."""
    side_min: int = 16
    side_max: int = 10_000
    pages: int = 5
    """Pages of a PDF; a dense one takes two seconds or three, and all share the time of one file."""
    formats: tuple[str, ...] = ("JPEG", "PNG", "WEBP", "GIF", "PDF")
    aspect_max: int = 50
    """Long side over short side; a stitched 1080 x 10,000 screenshot has 9.3."""
    document_pixels: int = 50_000_000
    """Pixels of all pages of a PDF together: all of them are held in memory, three bytes each."""

    def check_size(self, width: int, height: int) -> None:
        """Raise InputError where a page of this size, in pixels, is refused.

        >>> WEB.check_size(1080, 10_000)
        >>> WEB.check_size(13_000, 13_000)
        Traceback (most recent call last):
        forgecheck.errors.InputError: pixels_exceeded: 13000 x 13000 px
        """
        short, long = sorted((width, height))
        if long > self.side_max or width * height > self.pixels:
            raise InputError("pixels_exceeded", f"{width} x {height} px")
        if short < self.side_min or long > short * self.aspect_max:
            raise InputError("too_small", f"{width} x {height} px")


MB = 1_000_000

# Peers accept 5 to 10 MB; a 12 MP phone photo is 3 to 8 MB.  A decoded pixel costs about 8 bytes on the way.
WEB = Limits(file_bytes=10 * MB, pixels=25 * MB)
BATCH = Limits(
    file_bytes=30 * MB,
    pixels=50 * MB,
    pages=20,
    formats=("JPEG", "PNG", "WEBP", "GIF", "BMP", "PDF"),
    document_pixels=100 * MB,  # 20 A4 pages at 150 dpi have 44
)
