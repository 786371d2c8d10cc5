"""The file around the pixels, and how the picture came about: what `load` finds out before anything is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Format = Literal["JPEG", "PNG", "WEBP", "BMP", "GIF", "PDF"]
CaptureKind = Literal["screenshot", "messenger", "scan", "photo", "screen_photo", "render", "unknown"]


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


@dataclass(frozen=True, slots=True)
class Capture:
    """How the picture most likely came about, with the reasons."""

    kind: CaptureKind
    reasons: tuple[str, ...]
