"""What a walker learns from a file without decoding a single pixel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from forgecheck.evidence import Container
from forgecheck.load.limits import TEXT_MAX, XMP_MAX


@dataclass(frozen=True, slots=True)
class Facts:
    """The container, and what decoding needs to know."""

    container: Container
    size: tuple[int, int] | None
    """Width and height in pixels as the header says, before orientation; None where no header was found."""
    orientation: int = 1
    """EXIF orientation, 1 to 8."""
    complete: bool = True
    """Whether the file reaches its own end mark."""


def xmp_text(packet: bytes) -> str | None:
    """An XMP packet as text; None where it is too long to be read."""
    return None if len(packet) > XMP_MAX else packet.decode("utf-8", "replace").strip("\0\ufeff \r\n\t")


def kept(texts: Iterator[tuple[str, str]]) -> Mapping[str, str]:
    """The first text of each name, as long as all together stay within TEXT_MAX."""
    found: dict[str, str] = {}
    left = TEXT_MAX
    for name, text in texts:
        left -= len(text)
        if left < 0:
            break
        found.setdefault(name, text)
    return found
