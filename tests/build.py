"""Builders of evidence: a check's test starts from facts, never from files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from forgecheck.evidence import (
    Box,
    Capture,
    CaptureKind,
    Container,
    Document,
    DocumentType,
    Evidence,
    Format,
    Jpeg,
    Kind,
    Page,
    Patch,
    Seal,
    TextLine,
    Trace,
)
from forgecheck.finding import Check, Finding, Unable
from forgecheck.look.fields import find_fields
from forgecheck.look.flow import flow
from forgecheck.look.kind import classify

LINE_PX = 40


def lines(text: str, confidence: float = 0.98) -> tuple[TextLine, ...]:
    """One TextLine for each line of the text, 40 px high, characters 40 px wide."""
    return tuple(
        TextLine(part, _rectangle(100, 100 + 60 * row, 40 * len(part)), confidence)
        for row, part in enumerate(text.strip("\n").splitlines())
        if part
    )


def _rectangle(left: float, top: float, width: float) -> tuple[tuple[float, float], ...]:
    right, bottom = left + width, top + LINE_PX
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def seal(text: str | None = None, page: int = 1, **more: object) -> Seal:
    """A round seal, well read."""
    known = Seal(page, Box(600, 900, 800, 1100), "round", 0.95, None, text, 0.95 if text else 0.0)
    return replace(known, **more)


def evidence(
    text: str | None = None,
    *,
    type: DocumentType | None = None,
    seals: Iterable[Seal] | None = (),
    patches: Iterable[Patch] | None = (),
    capture: CaptureKind = "unknown",
    format: Format = "PNG",
    texts: Mapping[str, str] | None = None,
    xmp: str | None = None,
    size: tuple[int, int] = (1080, 1600),
    confidence: float = 0.98,
) -> Evidence:
    """Evidence as if read from a picture with this text; ``text=None`` is a page that could not be read."""
    image = np.full((size[1], size[0], 3), 255, np.uint8)
    page = Page(
        1,
        image,
        lines=None if text is None else lines(text, confidence),
        seals=None if seals is None else tuple(seals),
        patches=None if patches is None else tuple(patches),
    )
    container = Container(format, texts=texts or {}, xmp=xmp)
    document = Document("test.png", "0" * 64, 1000, container, Capture(capture, ()), (page,))
    found = as_evidence(document)
    return found if type is None else replace(found, kind=Kind(type, 1.0))


def as_evidence(document: Document) -> Evidence:
    """What the fields and the kind are, of pages whose lines are known."""
    joined = flow(document.pages)
    fields = find_fields(joined)
    return Evidence(document, joined, fields, classify(joined, fields, document.pages))


BOX = Box(140, 100, 220, 140)
"""Where `traced` pages have words."""


def traced(*traces: Trace, kind: CaptureKind = "photo", jpeg: bool = True) -> Evidence:
    """A page of one line with these traces, looked at for all of them."""
    given = evidence("您的账单逾期金额为九千元整请尽快处理", capture=kind)
    document = replace(given.document, pages=(replace(given.pages[0], traces=traces),))
    if jpeg:
        container = replace(document.container, format="JPEG", jpeg=Jpeg({0: (4,) * 64}, ((2, 2),), False))
        document = replace(document, container=container)
    return replace(given, document=document)


def findings(check: Check, given: Evidence) -> list[Finding]:
    """What the check finds."""
    return [each for each in check.check(given) if isinstance(each, Finding)]


def unable(check: Check, given: Evidence) -> list[Unable]:
    """Where the check could not look."""
    return [each for each in check.check(given) if isinstance(each, Unable)]
