"""How much an input may ask for: the one place for limits, used by the command line, the batch and the page.

Three kinds stand here: what is refused by its header (`Limits`), what a reader of hostile bytes looks at (the
constants), and what the process that does it may use (`Bounds`).  SECURITY.md tells which threat each one meets.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from forgecheck.errors import InputError

MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What is refused before a single pixel is decoded, and how long one file may take."""

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
    seconds: float = 20.0
    """Wall time of one file; whoever exceeds it is killed."""

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


# Peers accept 5 to 10 MB; a 12 MP phone photo is 3 to 8 MB.  A decoded pixel costs about 8 bytes on the way.
WEB: Final = Limits(file_bytes=10 * MB, pixels=25 * MB)
BATCH: Final = Limits(
    file_bytes=30 * MB,
    pixels=50 * MB,
    pages=20,
    formats=("JPEG", "PNG", "WEBP", "GIF", "BMP", "PDF"),
    document_pixels=100 * MB,  # 20 A4 pages at 150 dpi have 44
    seconds=60.0,
)

# What is looked at of a file, whoever sent it.  What lies beyond is left unread, which is never an error by itself.
SEGMENTS_MAX: Final = 20_000
"""Assumed. JPEG segments, PNG or WebP chunks, GIF blocks. A 30 MB PNG in chunks of 8 kB has 3,700; more than this is
made to keep a reader busy."""
TABLES_MAX: Final = 64
"""Assumed. Quantisation tables of a JPEG; a picture uses four at most and may define them again for each scan."""
TEXT_MAX: Final = 1_000_000
"""Bytes of text, after decompression, that are kept of one file."""
TEXTS_MAX: Final = 100
"""Assumed. Text chunks of a PNG that are read: each may be inflated to TEXT_MAX, so a file of bombs costs 0.3 s."""
XMP_MAX: Final = 256_000
"""Bytes; a longer XMP packet is left unread."""
EXIF_MAX: Final = 65_536
"""Bytes of an EXIF block: a JPEG segment cannot hold more."""
PROFILE_MAX: Final = 4_000_000
"""Bytes of a colour profile; the largest printer profiles have 2 to 3 MB."""
PNG_PROFILE_MAX: Final = 1_000_000
"""Bytes of a colour profile in a PNG once decompressed; Pillow stops at more."""

# Of a ZIP in a batch; the page opens none.
MEMBERS_MAX: Final = 10_000
UNPACKED_MAX: Final = 2_000 * MB
"""Bytes of all members together."""
RATIO_MAX: Final = 100
"""Bytes of a member over what they take in the archive; pictures are packed already and have about 1."""
DIRECTORY_MAX: Final = 4 * MB
"""Bytes; 10,000 members with names of 100 characters need 1.8 MB."""


MEMORY_BYTES: Final = 1_600 * MB
"""What a worker may need beyond its models (0.4 GB), so that no process passes 2 GB."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one worker process may use; what reaches them is killed and replaced, and its file gets a coded error."""

    seconds: float
    """Wall time of one job, without the opening of models."""
    memory_bytes: int = MEMORY_BYTES
    """Growth over the loaded models."""
    cores: int = 2
    """Threads that may work at a time: the processor time of a job is its wall time so many times."""
    open_files: int = 128
    """Assumed. A worker has about 20 open; more is a leak or an attack."""
    written_bytes: int = MB
    """Assumed. Of one file. A worker writes nothing but a library's complaint on stderr."""
    jobs: int = 500
    """Assumed. A process is replaced after so many, against slow leaks."""

    @property
    def cpu_seconds(self) -> int:
        """Processor time of one job."""
        return max(1, round(self.cores * self.seconds))
