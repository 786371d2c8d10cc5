"""Fuzz targets that take a file, or a part of one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import cache

import numpy as np
from build import evidence
from files import exif, paper, picture, saved, with_chunk
from fuzz.dice import Dice

from forgecheck.errors import InputError
from forgecheck.judge import judge
from forgecheck.judge.metadata import ai_label, editor_named, more_frames, trailing_data
from forgecheck.judge.metadata._xmp import properties
from forgecheck.load import bmp, gif, jpeg, load, png, webp
from forgecheck.load.exif import read_exif
from forgecheck.load.facts import Facts
from forgecheck.load.limits import SEGMENTS_MAX, TEXT_MAX, Limits

SMALL = Limits(
    file_bytes=1_000_000,
    pixels=400_000,
    pages=3,
    formats=("JPEG", "PNG", "WEBP", "GIF", "BMP", "PDF"),
    document_pixels=1_000_000,
)
CHECKS = (ai_label, editor_named, more_frames, trailing_data)
METADATA = {f"metadata.{each.__name__.rsplit('.', 1)[-1]}": each for each in CHECKS}
NUMBERS = (b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\0\1", b"\x80\0\0\0")
WALKERS: Mapping[str, tuple[bytes, Callable[[bytes], Facts]]] = {
    "JPEG": (b"\xff\xd8\xff", jpeg.walk_jpeg),
    "PNG": (b"\x89PNG\r\n\x1a\n", png.walk_png),
    "WEBP": (b"RIFF\xff\xff\0\0WEBP", webp.walk_webp),
    "GIF": (b"GIF89a", gif.walk_gif),
    "BMP": (b"BM", bmp.walk_bmp),
}
STILL = {"JPEG": jpeg.still_picture, "PNG": png.still_picture, "GIF": gif.still_picture}
PACKET = b'<x:xmpmeta xmlns:x="adobe:ns:meta/" xmlns:p="urn:p" p:CreatorTool="GIMP"><p:Label>AI</p:Label></x:xmpmeta>'


@cache
def samples() -> tuple[bytes, ...]:
    """A small file of every form."""
    small = picture(48, 32)
    block = exif({0x0131: "Acme", 0x0112: 6})
    grey = np.asarray(small[..., 0])
    return (
        saved(small, "JPEG", exif=block, comment=b"note", xmp=PACKET),
        saved(small, "JPEG", progressive=True, quality=30),
        saved(grey, "JPEG", restart_marker_blocks=1),
        with_chunk(saved(small, "PNG", exif=block), b"tEXt", b"Software\0Acme"),
        saved(grey, "PNG"),
        saved(small, "WEBP", exif=block, xmp=PACKET),
        saved(small, "WEBP", lossless=True),
        saved(small, "GIF", comment=b"note"),
        saved(small, "BMP"),
        paper(1, 100, 140),
        paper(2, 60, 90),
    )


def loaded(data: bytes) -> None:
    """Whatever the bytes: a document within the limits or a coded error, and the same each time."""
    said = [_outcome(data) for _ in range(2)]
    assert said[0] == said[1]


def _outcome(data: bytes) -> tuple[object, ...]:
    try:
        document = load(data, "a", SMALL)
    except InputError as error:
        return error.code, error.detail, error.says  # an unknown code has no words
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert 1 <= len(document.pages) <= SMALL.pages
    for page in document.pages:
        SMALL.check_size(page.width, page.height)
        assert page.image.dtype == np.uint8
        assert not page.image.flags.writeable
    _sane(Facts(document.container, None), len(data))
    return document.container, document.capture, *(page.image.tobytes() for page in document.pages)


def edited(data: bytes) -> None:
    """A sample with some bytes changed, cut out or put in."""
    dice = Dice(data)
    file = bytearray(dice.one(samples()))
    while dice.left > 0:
        at, deed = dice.below(len(file) or 1), dice.below(4)
        if deed == 0:
            file[at : at + 1] = dice.take(1)
        elif deed == 1:
            file[at:at] = dice.take(1 + dice.below(8))
        elif deed == 2:
            del file[at : at + 1 + dice.below(64)]
        else:
            file[at : at + 4] = dice.one(NUMBERS)
    loaded(bytes(file))


def walked(data: bytes) -> None:
    """Every walker, on bytes that begin as its format does; and what the decoder would be given."""
    dice = Dice(data)
    name = dice.one(tuple(WALKERS))
    magic, walk = WALKERS[name]
    file = magic + dice.take(dice.left)
    _sane(walk(file), len(file))
    if name in STILL and len(file) >= 13:
        assert len(STILL[name](file)) <= len(file) + 1


def _sane(facts: Facts, size: int) -> None:
    container = facts.container
    assert len(container.segments) <= SEGMENTS_MAX
    assert sum(map(len, container.texts.values())) <= 2 * TEXT_MAX
    assert 0 <= container.trailing_bytes <= size
    assert container.frames >= 1
    assert facts.orientation in range(1, 9)
    given = evidence(None, format=container.format, texts=container.texts, xmp=container.xmp, size=(16, 16))
    assert not [each for each in judge(given, METADATA) if each.error]


def metadata(data: bytes) -> None:
    """EXIF blocks, XMP packets and compressed texts as such."""
    dice = Dice(data)
    kind, rest = dice.below(4), dice.take(dice.left)
    texts, orientation = read_exif((b"II*\0\x08\0\0\0" if kind % 2 else b"MM\0*\0\0\0\x08") + rest)
    assert orientation in range(1, 9)
    packet = PACKET[: kind * 20] + rest
    properties(packet.decode("utf-8", "replace"))
    inflated = png.inflated(rest, 1000)
    assert inflated is None or len(inflated) <= 1000
    given = evidence(None, texts=texts, xmp=packet.decode("utf-8", "replace"), size=(16, 16))
    assert not [each for each in judge(given, METADATA) if each.error]
