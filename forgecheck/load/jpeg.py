"""JPEG: its segments, tables and texts.  ITU-T T.81 (ISO/IEC 10918-1), annex B."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice, zip_longest
from typing import Final, NamedTuple

from forgecheck.evidence import Container, Jpeg
from forgecheck.load.exif import decoded, read_exif
from forgecheck.load.facts import Facts, kept, xmp_text
from forgecheck.load.limits import SEGMENTS_MAX, TABLES_MAX

_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_EXIF = b"Exif\0\0"
_LABEL = re.compile(rb"AIGC[\s\"':=]{0,4}(\{[^{}]{2,4000}\})")
"""The label of GB 45438-2025 as some makers write it: bare, outside EXIF and XMP."""
_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
"""The next marker, past coded data, fill and junk: 00 is stuffing, D0 to D7 are restarts, FF is fill."""
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_PROGRESSIVE: Final = frozenset({0xC2, 0xC6, 0xCA, 0xCE})
_DQT, _SOS, _EOI, _APP1, _COM = 0xDB, 0xDA, 0xD9, 0xE1, 0xFE
_BARE: Final = frozenset({0x01, 0xD8})
"""Markers without a length, restarts apart."""
_PICTURE: Final = _FRAMES | {0xC4, 0xCC, 0xDC, 0xDD, 0xDE, 0xDF, _DQT, _SOS, _EOI}
"""Segments that change how the picture looks; and of the others those that tell the decoder of colours:"""
_COLOUR: Final = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_OTHER_NAMES: Final[Mapping[int, str]] = {
    0xC4: "DHT", 0xC8: "JPG", 0xCC: "DAC", _EOI: "EOI", _SOS: "SOS", _DQT: "DQT",
    0xDC: "DNL", 0xDD: "DRI", 0xDE: "DHP", 0xDF: "EXP", _COM: "COM",
}  # fmt: skip

# T.81 figure A.6: where the k-th coefficient of the file stands in the block, row by row.
_ZIGZAG: Final = tuple(
    sorted(range(64), key=lambda at: (at // 8 + at % 8, at // 8 if (at // 8 + at % 8) % 2 else at % 8))
)


class _Segment(NamedTuple):
    marker: int
    payload: bytes
    start: int
    """Where its marker stands."""
    end: int
    """Where it ends; for a scan, where its coded data begin."""

    @property
    def name(self) -> str:
        if self.marker in _FRAMES:
            return f"SOF{self.marker - 0xC0}"
        if 0xE0 <= self.marker <= 0xEF:
            return f"APP{self.marker - 0xE0}"
        return _OTHER_NAMES.get(self.marker, f"0x{self.marker:02X}")


def walk_jpeg(data: bytes) -> Facts:
    """Read a JPEG up to its end mark; a damaged segment ends the walk.

    A segment's length is that of its content: without marker and length field, and for a scan without coded data.
    """
    segments = list(_segments(data))
    complete = bool(segments) and segments[-1].marker == _EOI
    size, sampling, progressive = _frame(segments)
    exif, orientation = read_exif(_first(segments, _EXIF) or b"")
    packet = _first(segments, _XMP)
    container = Container(
        "JPEG",
        segments=tuple((each.name, len(each.payload)) for each in segments),
        jpeg=Jpeg(dict(islice(_tables(segments), TABLES_MAX)), sampling, progressive),
        texts={**kept(_texts(segments)), **exif},
        xmp=None if packet is None else xmp_text(packet),
        trailing_bytes=len(data) - segments[-1].end if complete else 0,
    )
    return Facts(container, size, orientation, complete)


def still_picture(data: bytes) -> bytes:
    """The same JPEG without texts, EXIF, further pictures, fill and junk, so that the decoder sees only the picture.

    Pillow reads the head of a file byte by byte: five million bytes of fill take it two seconds.
    """
    segments = [each for each in _segments(data) if _is_picture(each)]
    parts = [data[:2]]
    for segment, after in zip_longest(segments, segments[1:]):
        coded = segment.marker == _SOS
        parts.append(data[segment.start : (after.start if after else len(data)) if coded else segment.end])
    return b"".join(parts)


def _is_picture(segment: _Segment) -> bool:
    mark = _COLOUR.get(segment.marker)
    return segment.marker in _PICTURE if mark is None else segment.payload.startswith(mark)


def _segments(data: bytes) -> Iterator[_Segment]:
    """Each segment up to the end mark; a damaged one ends it."""
    at = 2
    for _ in range(SEGMENTS_MAX):
        found = _MARKER.search(data, at)
        if found is None:
            return
        start, marker = found.start(), data[found.start() + 1]
        at = start + 2
        if marker in _BARE:
            continue
        length = 0 if marker == _EOI else int.from_bytes(data[at : at + 2], "big")
        if marker != _EOI and (length < 2 or at + length > len(data)):
            return
        yield _Segment(marker, data[at + 2 : at + length], start, at + length)
        if marker == _EOI:
            return
        at += length


def _frame(segments: list[_Segment]) -> tuple[tuple[int, int] | None, tuple[tuple[int, int], ...], bool]:
    """Size, sampling factors, and whether progressive: T.81 B.2.2."""
    frame = next((each for each in segments if each.marker in _FRAMES and len(each.payload) >= 6), None)
    if frame is None:
        return None, (), False
    head = frame.payload
    size = int.from_bytes(head[3:5], "big"), int.from_bytes(head[1:3], "big")
    factors = tuple((each >> 4, each & 15) for each in head[7 : 6 + 3 * head[5] : 3])
    return size, factors, frame.marker in _PROGRESSIVE


def _tables(segments: list[_Segment]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Quantisation tables in natural order: T.81 B.2.4.1."""
    for payload in (each.payload for each in segments if each.marker == _DQT):
        at = 0
        while at < len(payload):
            wide = 2 if payload[at] >> 4 else 1
            raw = payload[at + 1 : at + 1 + 64 * wide]
            if len(raw) < 64 * wide:
                break
            natural = [0] * 64
            for k, place in enumerate(_ZIGZAG):
                natural[place] = int.from_bytes(raw[k * wide : (k + 1) * wide], "big")
            yield payload[at] & 15, tuple(natural)
            at += 1 + 64 * wide


def _first(segments: list[_Segment], prefix: bytes) -> bytes | None:
    """What follows the prefix in the first APP1 segment that has it."""
    payloads = (each.payload for each in segments if each.marker == _APP1)
    return next((each.removeprefix(prefix) for each in payloads if each.startswith(prefix)), None)


def _texts(segments: list[_Segment]) -> Iterator[tuple[str, str]]:
    for each in segments:
        if each.marker == _COM:
            yield "jpeg:comment", decoded(each.payload).strip()
        elif 0xE0 <= each.marker <= 0xEF and not each.payload.startswith((_EXIF, _XMP)):
            label = _LABEL.search(each.payload)
            if label is not None:
                yield "jpeg:AIGC", decoded(label[1])
