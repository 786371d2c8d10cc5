"""What we saw: the nouns of `load` and `look`.

Facts only; what they mean is said in `finding.py`.  One rule holds everywhere: ``None`` means
*not looked*, an empty tuple means *looked, and nothing was there*.

Places, boxes and lines of text are defined in `place.py`, what a file says of itself in `container.py`; both can be
imported from here as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from forgecheck.container import Container as Container
from forgecheck.container import Format as Format
from forgecheck.container import Jpeg as Jpeg
from forgecheck.place import Box as Box
from forgecheck.place import Flow as Flow
from forgecheck.place import Heat as Heat
from forgecheck.place import Image as Image
from forgecheck.place import Place as Place
from forgecheck.place import Point as Point
from forgecheck.place import Polygon as Polygon
from forgecheck.place import TextLine as TextLine
from forgecheck.sighting import Sighting as Sighting

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
    origin_why: tuple[str, ...] = ()
    """Facts that speak for `origin`, or the reasons why it is unclear ("too_small", "no_coloured_ink", ...)."""
    measured: Mapping[str, float] = field(default_factory=dict)
    """The numbers behind `origin`, and likeness to other seals of the page; units in the keys."""
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


Cue = Literal["jpeg_grid", "requantised", "noise", "resampled", "copied_glyphs", "odd_glyphs", "network"]


@dataclass(frozen=True, slots=True)
class Trace:
    """A place whose pixels differ from those around it in one measurable way."""

    page: int
    box: Box
    cue: Cue
    log10_nfa: float
    """log10 of the number of such places expected on an untouched page of this capture class, by a model that was
    checked on such pages; below -3 is meaningful."""
    measured: Mapping[str, float] = field(default_factory=dict)
    """The numbers behind it; units in the keys."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code that could be decoded."""

    page: int
    box: Box
    text: str
    """What it holds, as it was decoded: a stranger's words."""


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
    codes: tuple[Code, ...] | None = None
    traces: tuple[Trace, ...] | None = None
    heat: Heat | None = None
    """How likely each place was edited, by the network alone; not calibrated."""

    @property
    def width(self) -> int:
        """In pixels."""
        return int(self.image.shape[1])

    @property
    def height(self) -> int:
        """In pixels."""
        return int(self.image.shape[0])


CaptureKind = Literal["screenshot", "messenger", "scan", "photo", "screen_photo", "render", "unknown"]


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
    "letter_number",
    "amount",
    "deadline",
    "identity_number",
    "licence_number",
    "organisation_code",
    "account",
    "payee",
    "parcel_number",
]

Role = Literal[
    "",
    # of an amount
    "principal",
    "interest",
    "penalty",
    "fee",
    "litigation_fee",
    "lawyer_fee",
    "discounted",
    "total",
    # of a telephone number
    "mobile",
    "virtual",
    "landline",
    "service_400",
    "service_95",
    "port_106",
    "court_12368",
    "hotline",
]
"""What a value is for: the part of an amount, the sort of a telephone number; empty where nothing says so."""


@dataclass(frozen=True, slots=True)
class Field:
    """A typed, located value in the text."""

    name: FieldName
    text: str
    """As it was read."""
    value: str
    """Normalised: half-width digits, full-width brackets in case numbers, ISO dates where the date exists, amounts as
    yuan with two decimals ("50000.00"), masked digits as "*"."""
    place: Place
    start: int
    """Index of the first character in the flow."""
    end: int
    role: Role = ""


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
    today: date = field(default_factory=date.today)
    """The day of the examination, for numbers and dates that lie in the future."""
    sightings: tuple[Sighting, ...] | None = None
    """None where no store of earlier pictures was asked."""

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
