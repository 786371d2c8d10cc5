"""The numbers of findings: the same in text, picture and page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, get_args

from forgecheck.evidence import Box, Page, Place, Seal
from forgecheck.finding import Finding, Report, Says, Severity, Weighed
from forgecheck.judge import all_checks
from forgecheck.judge.manual import manual
from forgecheck.show.turn import turned_box
from forgecheck.show.words import where
from forgecheck.wording import CRASHED

SEVERITY_ORDER: tuple[Severity, ...] = get_args(Severity)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
URL = re.compile(r"https?://[\w./%#?=&~+:-]+")
"""A link in what a check names as its source."""
MOST_PAGES = 6  # pages shown as pictures; more make a file too large for a messenger, assumed


class Numbered(NamedTuple):
    """A finding with the number by which people find it again."""

    number: int
    """Counts from 1: gravest first, then heaviest first."""
    check: str
    finding: Finding
    weight: float
    """Bans."""

    @property
    def family(self) -> str:
        """The part of the check's name before the dot."""
        return self.check.split(".", 1)[0]


class Lettered(NamedTuple):
    """A seal with the letter by which people find it again."""

    letter: str
    seal: Seal


def numbered(report: Report) -> tuple[Numbered, ...]:
    """All findings of something wrong, gravest first; the order of the verdict is kept inside a severity."""
    against = (each for each in report.verdict.weighed if not each.finding.fits)
    ranked = sorted(against, key=lambda each: SEVERITY_ORDER.index(each.finding.severity))
    return tuple(Numbered(number, *each) for number, each in enumerate(ranked, 1))


def fitting(report: Report) -> tuple[Weighed, ...]:
    """What agrees, in the order of the verdict: never marked on the picture, since it proves nothing."""
    return tuple(each for each in report.verdict.weighed if each.finding.fits)


def lettered(report: Report) -> tuple[Lettered, ...]:
    """The seals of all pages, A to Z and then A2 to Z2."""
    seals = (seal for page in report.evidence.pages for seal in page.seals or ())
    return tuple(
        Lettered(LETTERS[index % 26] + (str(index // 26 + 1) if index >= 26 else ""), seal)
        for index, seal in enumerate(seals)
    )


def page_of(report: Report, place: Place) -> Page | None:
    """The page on which a place lies; None where the document has no such page."""
    return next((page for page in report.evidence.pages if page.number == place.page), None)


def spot(report: Report, place: Place) -> Says | None:
    """Where a place lies on its page as people see it, upright; None where the document has no such page."""
    page = page_of(report, place)
    if page is None:
        return None
    whole = turned_box(Box(0, 0, page.width, page.height), page)
    return where(turned_box(place.box, page), whole.width, whole.height)


def sources(check: str) -> tuple[str, ...]:
    """What a check's manual names as its sources; empty for a check that is not installed."""
    module = all_checks().get(check)
    return () if module is None else manual(module).sources


def families(report: Report) -> Iterator[str]:
    """The families that were asked, in the order of the checks, then those that only the verdict names."""
    asked = [each.family for each in report.outcomes]
    return iter(dict.fromkeys([*asked, *(name for name, _ in report.verdict.blind)]))


def unlooked(report: Report) -> tuple[tuple[str, Says], ...]:
    """Family and reason of what could not look: whole families first, then single checks of the others."""
    blind = dict(report.verdict.blind)
    whole = [(name, blind[name]) for name in families(report) if name in blind]
    single = [
        (each.family, each.unable[0].reason if each.unable else CRASHED)
        for each in report.outcomes
        if each.family not in blind and not each.looked
    ]
    return tuple(dict.fromkeys([*whole, *single]))


def shown_pages(report: Report) -> tuple[Page, ...]:
    """The pages worth showing, at most `MOST_PAGES`: those with findings, else those with seals, else the first."""
    pages = report.evidence.pages
    found = {each.finding.place.page for each in numbered(report) if each.finding.place is not None}
    marked = [page for page in pages if page.number in found] or [page for page in pages if page.seals]
    return tuple(marked or pages[:1])[:MOST_PAGES]
