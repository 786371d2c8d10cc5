"""Report to one self-contained HTML page: no script, nothing loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from jinja2 import Environment, StrictUndefined, Template
from PIL.Image import Image as Picture

from forgecheck import __version__
from forgecheck.evidence import Page
from forgecheck.finding import Report, Says
from forgecheck.show.advice import advice
from forgecheck.show.crops import as_uri, cut_out
from forgecheck.show.facts import fact, facts, same
from forgecheck.show.heat import draw_heat
from forgecheck.show.marks import draw_page, marks
from forgecheck.show.order import (
    URL,
    Numbered,
    families,
    fitting,
    lettered,
    numbered,
    page_of,
    shown_pages,
    sources,
    spot,
)
from forgecheck.show.picture import page_width
from forgecheck.show.safe import clean, file_name
from forgecheck.show.words import FIELDS, SEVERITIES, family, seal_words
from forgecheck.wording import KINDS, LABELS

WIDEST_PAGE = 1080  # pixels of an embedded page; keeps the file small enough for a messenger
WIDEST_MAP = 540  # pixels of an embedded map, whose cells are coarse
NETWORK = "pixel.edited_words"
"""The check whose findings are regions of the map."""

Kept = Callable[[Picture], str]
"""Keeps a picture, and tells what to write as its `src`."""


class Part(NamedTuple):
    """A piece of a source: plain text, or a link where `href` is set."""

    text: str
    href: str | None


def as_html(report: Report) -> str:
    """The whole report as one page; every text is escaped, every picture is re-encoded and embedded."""
    evidence, verdict = report.evidence, report.verdict
    blind = dict(verdict.blind)
    kind = evidence.kind.type if evidence.kind else "other"
    return _template().render(
        version=__version__,
        label=verdict.label,
        title=LABELS[verdict.label],
        summary=clean_says(verdict.summary),
        kind=KINDS[kind],
        name=file_name(evidence.document.name),
        pages=[_page(report, page) for page in shown_pages(report)],
        page_count=len(evidence.pages),
        maps=maps(report, as_uri),
        findings=[finding(report, each, as_uri) for each in numbered(report)],
        fits=[clean_says(each.finding.says) for each in fitting(report)],
        seals=seals(report, as_uri),
        blind=[(family(name), clean_says(blind[name])) for name in families(report) if name in blind],
        looked=[family(name) for name in families(report) if name not in blind],
        advice=[(clean_says(each.says), each.contact) for each in advice(report)],
        text=[(page.number, [clean(line.text) for line in page.lines or ()]) for page in evidence.pages],
        fields=[(FIELDS[each.name], clean(each.value)) for each in evidence.fields or ()],
        facts=[*facts(report), (Says("用时", "time"), same(f"{sum(report.timing_ms.values()):.0f} ms"))],
    )


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(files("forgecheck.show").joinpath("report.html").read_text("utf-8"))


def clean_says(said: Says) -> Says:
    """Both languages, made harmless to show."""
    return Says(clean(said.zh), clean(said.en))


def _page(report: Report, page: Page) -> Mapping[str, object]:
    return {"number": page.number, "uri": as_uri(draw_page(page, marks(report), page_width(page)), WIDEST_PAGE)}


def maps(report: Report, kept: Kept) -> list[Mapping[str, object]]:
    """The network's map of each page on which it found something: on others it would only alarm."""
    found = {each.finding.place.page for each in numbered(report) if each.check == NETWORK and each.finding.place}
    return [
        {"number": page.number, "picture": kept(draw_heat(page, page.heat, WIDEST_MAP))}
        for page in shown_pages(report)
        if page.number in found and page.heat is not None
    ]


def finding(report: Report, each: Numbered, kept: Kept) -> dict[str, object]:
    """What a page shows of a finding; all of it plain JSON but the pairs of languages."""
    place = each.finding.place
    page = None if place is None else page_of(report, place)
    return {
        "number": each.number,
        "check": each.check,
        "family": family(each.family),
        "severity": each.finding.severity,
        "word": SEVERITIES[each.finding.severity],
        "says": clean_says(each.finding.says),
        "crop": None if place is None or page is None else kept(cut_out(page, place.box)),
        "spot": None if place is None else spot(report, place),
        "page": None if page is None else page.number,
        "weight": f"{each.weight:+.2f}",
        "facts": [(key, fact(value)) for key, value in each.finding.evidence.items()],
        "sources": [parts(source) for source in sources(each.check)],
    }


def seals(report: Report, kept: Kept) -> list[dict[str, object]]:
    """What a page shows of the seals."""
    pages = {page.number: page for page in report.evidence.pages}
    return [
        {
            "letter": letter,
            "crop": kept(cut_out(pages[seal.page], seal.box)) if seal.page in pages else None,
            "text": clean(seal.text) if seal.text else None,
            "serial": clean(seal.serial) if seal.serial else None,
            "words": seal_words(seal),
        }
        for letter, seal in lettered(report)
    ]


def parts(source: str) -> list[Part]:
    """A source, cut into plain text and links."""
    cut, at = [], 0
    for link in URL.finditer(source):
        cut += [Part(source[at : link.start()], None), Part(link.group(), link.group())]
        at = link.end()
    return [part for part in (*cut, Part(source[at:], None)) if part.text]
