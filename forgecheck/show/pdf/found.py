"""The findings: a page for each grave one, then a list of the others and of what agrees."""

from __future__ import annotations

import re

from forgecheck.evidence import Page
from forgecheck.finding import Report, Says
from forgecheck.show.crops import as_jpeg, cut_out
from forgecheck.show.facts import fact
from forgecheck.show.marks import COLOURS
from forgecheck.show.order import Numbered, fitting, numbered, page_of, sources
from forgecheck.show.pdf.sheet import BODY, INK, LINK, MARGIN, ROOM, SMALL, SOFT, TINY, Sheet
from forgecheck.show.words import SEVERITIES, family, where

GRAVE = ("decisive", "strong")
MOST_GRAVE = 12  # pages of their own; more findings stand in the list
_LARGE, _LITTLE = 90.0, 28.0  # mm, the most height of a piece of the picture
_MM_A_PIXEL = 0.3  # a piece is not enlarged beyond 85 pixels an inch
_URL = re.compile(r"https?://[\w./%#?=&~+:-]+")
_INDENT = 9.0  # mm
OTHERS = Says("其他发现", "Other findings")
FITS = Says("对得上的内容", "What agrees")
NO_PROOF = Says(
    "对得上不代表文件没有问题：懂行的人也会写对。",
    "This proves nothing about its maker: who knows the trade writes it right.",
)
SOURCES = Says("依据", "Sources")
MEASURED = Says("看到的数据", "What was seen")
WHOLE = Says("整份文件", "the whole file")


def found(sheet: Sheet, report: Report, picture: bool) -> None:
    """All findings, gravest first."""
    every = numbered(report)
    grave = [each for each in every if each.finding.severity in GRAVE][:MOST_GRAVE]
    for each in grave:
        _grave(sheet, report, each, picture)
    others = every[len(grave) :]
    if others or fitting(report):
        sheet.page()
    if others:
        sheet.heading(OTHERS, bookmark=True)
        for each in others:
            _other(sheet, report, each, picture)
    if fitting(report):
        sheet.gap(4)
        sheet.heading(FITS, bookmark=True)
        sheet.both(NO_PROOF, SMALL)
        sheet.gap(2)
        for fits in fitting(report):
            sheet.need(12)
            sheet.both(fits.finding.says, BODY)
            sheet.gap(2)


def _grave(sheet: Sheet, report: Report, each: Numbered, picture: bool) -> None:
    sheet.page(f"{each.number}. {sheet.first(each.finding.says)}")
    colour = COLOURS[each.finding.severity]
    wide = sheet.tab(str(each.number), colour, 13)
    left = MARGIN + wide + 3
    sheet.text(
        f"{_kind(sheet, each)}　{sheet.first(_where(report, each))}", 13, colour, left, ROOM - wide - 3, bold=True
    )
    sheet.text(
        f"{_kind(sheet, each, second=True)}, {sheet.second(_where(report, each))}", SMALL, SOFT, left, ROOM - wide - 3
    )
    sheet.gap(4)
    sheet.both(each.finding.says, 15)
    sheet.gap(5)
    if picture:
        _piece(sheet, report, each, MARGIN, ROOM, _LARGE)
    if each.finding.evidence:
        sheet.gap(2)
        sheet.heading(MEASURED)
        for key, value in each.finding.evidence.items():
            sheet.text(f"{key} = {fact(value)}", SMALL, INK, most=4)
    sheet.gap(4)
    sheet.heading(SOURCES)
    _sources(sheet, each.check, SMALL)
    sheet.gap(2)
    sheet.text(f"{each.check}　{each.weight:+.2f} ban", TINY, SOFT)


def _other(sheet: Sheet, report: Report, each: Numbered, picture: bool) -> None:
    left, room = MARGIN + _INDENT, ROOM - _INDENT
    sheet.need(sheet.tall(sheet.first(each.finding.says), BODY, room) + 22)
    sheet.rule()
    sheet.gap(2)
    sheet.tab(str(each.number), COLOURS[each.finding.severity])
    sheet.text(
        f"{_kind(sheet, each)} · {sheet.first(_where(report, each))}", SMALL, COLOURS[each.finding.severity], left, room
    )
    sheet.both(each.finding.says, BODY, left, room)
    if picture:
        sheet.gap(1)
        _piece(sheet, report, each, left, room, _LITTLE)
    _sources(sheet, each.check, TINY, left, room)
    sheet.gap(3)


def _kind(sheet: Sheet, each: Numbered, second: bool = False) -> str:
    say = sheet.second if second else sheet.first
    return f"{say(SEVERITIES[each.finding.severity])} · {say(family(each.family))}"


def _where(report: Report, each: Numbered) -> Says:
    place = each.finding.place
    page = None if place is None else page_of(report, place)
    if place is None or page is None:
        return WHOLE
    spot = where(place.box, page.width, page.height)
    if len(report.evidence.pages) == 1:
        return spot
    return Says(f"第 {page.number} 页{spot.zh}", f"page {page.number}, {spot.en}")


def _piece(sheet: Sheet, report: Report, each: Numbered, left: float, room: float, most: float) -> None:
    place = each.finding.place
    page: Page | None = None if place is None else page_of(report, place)
    if place is None or page is None:
        return
    piece = cut_out(page, place.box)
    scale = min(room / piece.width, most / piece.height, _MM_A_PIXEL)
    high = piece.height * scale
    sheet.need(high + 2)
    says = f"图中第 {each.number} 处" if sheet.lang == "zh" else f"place {each.number}"
    sheet.picture(as_jpeg(piece), left, piece.width * scale, high, says)
    sheet.gap(high + 2)


def _sources(sheet: Sheet, check: str, size: float, left: float = MARGIN, room: float = ROOM) -> None:
    for source in sources(check):
        link = _URL.search(source)
        sheet.text(source, size, LINK if link else SOFT, left, room, link=link.group() if link else "")
