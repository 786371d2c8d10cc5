"""What a file says of itself, beside its pixels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Format = Literal["JPEG", "PNG", "WEBP", "BMP", "GIF", "PDF"]


@dataclass(frozen=True, slots=True)
class Jpeg:
    """What a JPEG says about how it was written."""

    tables: Mapping[int, tuple[int, ...]]
    """Quantisation tables by number: 64 values each, natural (row by row) order."""
    sampling: tuple[tuple[int, int], ...]
    """Horizontal and vertical sampling factor of each component, as in SOF."""
    progressive: bool


@dataclass(frozen=True, slots=True)
class Container:
    """The file around the pixels, as it came; nothing here is corrected."""

    format: Format
    segments: tuple[tuple[str, int], ...] = ()
    """Name and length in bytes of each JPEG segment, PNG chunk or RIFF chunk, in file order."""
    jpeg: Jpeg | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    """Textual metadata: EXIF fields as "exif:Software", PNG text as "png:Title", "jpeg:comment", PDF info as
    "pdf:Producer".  GPS is left out on purpose."""
    xmp: str | None = None
    frames: int = 1
    trailing_bytes: int = 0
    """Bytes after the end of the image."""
    turned: bool = False
    """Whether the page image was turned or mirrored as EXIF says: then it no longer lies on the file's JPEG grid."""

    @property
    def grid(self) -> Jpeg | None:
        """`jpeg` where the page image lies on its grid, exactly as it was decoded; None elsewhere."""
        return None if self.turned else self.jpeg
