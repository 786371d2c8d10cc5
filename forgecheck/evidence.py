"""What we saw: the nouns of `load` and `look`.

Facts only; what they mean is said in `finding.py`.  One rule holds everywhere: ``None`` means
*not looked*, an empty tuple means *looked, and nothing was there*.

Geometry: page images are ``(H, W, 3)`` uint8 RGB and read-only; boxes are ``(left, top, right, bottom)``
in pixels of the upright page image, right and bottom exclusive; polygons are four ``(x, y)`` corners,
clockwise from the first letter's top left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

Image = npt.NDArray[np.uint8]
"""A page image: shape (H, W, 3), uint8, RGB, read-only."""

Point = tuple[float, float]
Polygon = tuple[Point, Point, Point, Point]


class Box(NamedTuple):
    """A rectangle in pixels of the upright page image; right and bottom are exclusive."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """In pixels."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """In pixels."""
        return self.bottom - self.top

    @property
    def area(self) -> int:
        """In square pixels; 0 for a box turned inside out."""
        return max(self.width, 0) * max(self.height, 0)

    def union(self, other: Box) -> Box:
        """The smallest box that holds both.

        >>> Box(0, 0, 2, 2).union(Box(5, 1, 6, 9))
        Box(left=0, top=0, right=6, bottom=9)
        """
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def intersection(self, other: Box) -> Box:
        """The part both share; its area is 0 where they do not touch."""
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text as the reader gave it."""

    text: str
    polygon: Polygon
    confidence: float
    """0..1, the reader's own; not a probability."""
    centres: tuple[float, ...] = ()
    """Where each character's centre lies along the line, 0 (start) to 1 (end); empty where unknown."""

    @property
    def box(self) -> Box:
        """The upright rectangle around the line."""
        xs, ys = zip(*self.polygon, strict=True)
        return Box(int(min(xs)), int(min(ys)), int(max(xs)) + 1, int(max(ys)) + 1)

    @property
    def height(self) -> float:
        """The line's height in pixels, across the reading direction (also for turned lines)."""
        (x0, y0), _, _, (x3, y3) = self.polygon
        return float(np.hypot(x3 - x0, y3 - y0))

    def span(self, start: int, end: int) -> Box:
        """The box of ``text[start:end]``."""
        if not self.text or (start <= 0 and end >= len(self.text)):
            return self.box
        at = self.centres or tuple((i + 0.5) / len(self.text) for i in range(len(self.text)))
        end = min(max(end, start + 1), len(at))
        first = 0.0 if start <= 0 else (at[start - 1] + at[start]) / 2
        last = 1.0 if end >= len(at) else (at[end - 1] + at[end]) / 2
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = self.polygon
        xs = [a + (b - a) * t for a, b in ((x0, x1), (x3, x2)) for t in (first, last)]
        ys = [a + (b - a) * t for a, b in ((y0, y1), (y3, y2)) for t in (first, last)]
        return Box(int(min(xs)), int(min(ys)), int(max(xs)) + 1, int(max(ys)) + 1)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece of text stands, and how well it was read."""

    page: int
    box: Box
    confidence: float


@dataclass(frozen=True, slots=True)
class Flow:
    """The text of all pages as one string: wrapped lines joined, everything else parted by a newline.

    Checks search ``text`` and ask ``place`` where a match stands.
    """

    text: str
    origin: tuple[tuple[int, TextLine, int] | None, ...]
    """For each character: page number, line, index in the line; None for a newline that we put in."""

    def place(self, start: int, end: int) -> Place:
        """The place of ``text[start:end]``; raises ValueError where that holds no read character."""
        spans: dict[tuple[int, int], tuple[int, TextLine, int, int]] = {}
        for known in self.origin[start:end]:
            if known is None:
                continue
            page, line, index = known
            _, _, first, last = spans.get((page, id(line)), (page, line, index, index))
            spans[page, id(line)] = (page, line, min(first, index), max(last, index))
        if not spans:
            raise ValueError(f"no character between {start} and {end}")
        page = next(iter(spans.values()))[0]
        parts = [span for span in spans.values() if span[0] == page]
        box = parts[0][1].span(parts[0][2], parts[0][3] + 1)
        for _, line, first, last in parts[1:]:
            box = box.union(line.span(first, last + 1))
        return Place(page, box, min(line.confidence for _, line, _, _ in parts))


SealShape = Literal["round", "oval", "square"]
Emblem = Literal["star", "national_emblem", "none"]
Origin = Literal["ink", "electronic", "pasted", "unclear"]


@dataclass(frozen=True, slots=True)
class Seal:
    """One seal impression."""

    page: int
    box: Box
    shape: SealShape
    score: float
    """0..1, how sure the finder is that this is a seal."""
    emblem: Emblem | None = None
    """What stands in the centre; None where it could not be told."""
    text: str | None = None
    """The name on the ring followed by the bottom line, without the serial number; None where unreadable."""
    confidence: float = 0.0
    """0..1, the reader's own for `text`."""
    serial: str | None = None
    origin: Origin = "unclear"
    hash: str = ""
    """64-bit perceptual hash as 16 hex digits; equal or near for copies of one picture."""


@dataclass(frozen=True, slots=True)
class Patch:
    """A rectangle whose background differs slightly from the flat background around it."""

    page: int
    box: Box
    level: int
    """Grey levels (1..6) between the patch and its surroundings."""
    log10_nfa: float
    """log10 of the number of false alarms expected on a page like this; below -3 is meaningful."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: what `load` made of it, and what the instruments saw on it."""

    number: int
    """Counts from 1, for people; never an index."""
    image: Image
    rotation: int = 0
    """Degrees counter-clockwise (0, 90, 180, 270) by which the image must be turned to read its text."""
    lines: tuple[TextLine, ...] | None = None
    """In reading order."""
    seals: tuple[Seal, ...] | None = None
    patches: tuple[Patch, ...] | None = None

    @property
    def width(self) -> int:
        """In pixels."""
        return int(self.image.shape[1])

    @property
    def height(self) -> int:
        """In pixels."""
        return int(self.image.shape[0])


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


@dataclass(frozen=True, slots=True)
class Document:
    """What `load` returns."""

    name: str
    sha256: str
    size: int
    """Bytes of the file."""
    container: Container
    capture: Capture
    pages: tuple[Page, ...]


FieldName = Literal[
    "case_number",
    "court",
    "law_firm",
    "company",
    "police",
    "date",
    "letter_date",
    "statute",
    "credit_code",
    "phone",
    "link",
    "issuer",
    "signature",
    "letterhead",
    "title",
    "addressee",
    "sms_sender",
    "sms_signature",
]


@dataclass(frozen=True, slots=True)
class Field:
    """A typed, located value in the text."""

    name: FieldName
    text: str
    """As it was read."""
    value: str
    """Normalised: half-width digits, full-width brackets in case numbers, ISO dates where the date exists."""
    place: Place
    start: int
    """Index of the first character in the flow."""
    end: int


DocumentType = Literal[
    "lawyer_letter",
    "contract_cancellation",
    "court_notice",
    "dishonest_debtor_notice",
    "consumption_restriction_order",
    "police_notice",
    "collection_notice",
    "sms_screenshot",
    "chat_screenshot",
    "debt_relief_ad",
    "other",
]


@dataclass(frozen=True, slots=True)
class Kind:
    """Which kind of document this claims to be, and what spoke for it."""

    type: DocumentType
    confidence: float
    """0..1, from counted features; not calibrated."""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a check may know."""

    document: Document
    flow: Flow | None = None
    """None where no page could be read."""
    fields: tuple[Field, ...] | None = None
    kind: Kind | None = None

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages of the document."""
        return self.document.pages

    def named(self, *names: FieldName) -> Iterator[Field]:
        """The fields of these names, in reading order; nothing where no field was looked for."""
        return (each for each in self.fields or () if each.name in names)

    @property
    def letter_date(self) -> str | None:
        """The date of the letter as YYYY-MM-DD; None where it has none that was read.

        Law has dates: a check that depends on one stays silent or weak without it.
        """
        return next((each.value for each in self.named("letter_date")), None)
