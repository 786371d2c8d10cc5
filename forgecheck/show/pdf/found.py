"""The findings: a page for each grave one, then a list of the others and of what agrees."""

from __future__ import annotations

from collections.abc import Mapping

from forgecheck.evidence import Box, Page
from forgecheck.finding import Report, Says, Severity
from forgecheck.show.crops import as_jpeg, cut_out
from forgecheck.show.facts import fact
from forgecheck.show.marks import COLOURS
from forgecheck.show.order import URL, Numbered, fitting, numbered, page_of, sources, spot
from forgecheck.show.pdf.sheet import BODY, LINK, MARGIN, ROOM, SMALL, SOFT, TINY, WIDE, Sheet
from forgecheck.show.turn import turned_box
from forgecheck.show.words import SEVERITIES, family

GRAVE = ("decisive", "strong")
MOST_GRAVE = 12  # pages of their own; more findings stand in the list
_LARGE, _LITTLE = 90.0, 28.0  # mm, the most height of a piece of the picture
_MM_A_PIXEL = 0.3  # a piece is not enlarged beyond 85 pixels an inch
_MAP, _MAP_HIGH = 22.0, 34.0  # mm, the most width and height of the outline of the page
_INDENT = 9.0  # mm
OTHERS = Says("其他发现", "Other findings")
FITS = Says("对得上的内容", "What agrees")
NO_PROOF = Says(
    "对得上不代表文件没有问题：懂行的人也会写对。",
    "This proves nothing about its maker: who knows the trade writes it right.",
)
SOURCES = Says("依据", "Sources")
MEASURED = Says("技术数据", "Technical data")
MEANS: Mapping[Severity, Says] = {
    "decisive": Says("决定性：这样的内容不可能出现在正式文书上。", "decisive: cannot stand on an official paper."),
    "strong": Says("明显：这样的情况在正式文书上很少见。", "strong: hardly ever seen on official papers."),
    "weak": Says("轻微：只是提示，单独不能说明问题。", "weak: a hint that alone says nothing."),
    "info": Says("说明：只是背景情况。", "note: context only."),
}
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
    colour, start = COLOURS[each.finding.severity], sheet.top
    wide = sheet.tab(str(each.number), colour, 14)
    left, room = MARGIN + wide + 3, ROOM - wide - 3 - _MAP - 6
    sheet.text(f"{_kind(sheet, each)} · {sheet.first(_where(report, each))}", 14, colour, left, room, bold=True)
    sheet.text(f"{_kind(sheet, each, second=True)} · {sheet.second(_where(report, each))}", SMALL, SOFT, left, room)
    sheet.gap(1)
    sheet.both(MEANS[each.finding.severity], SMALL, left, room)
    mapped = start + _map(sheet, report, each, start)
    sheet.top = max(sheet.top, mapped) + 5
    sheet.both(each.finding.says, 15)
    sheet.gap(6)
    if picture:
        _piece(sheet, report, each, MARGIN, ROOM, _LARGE)
        sheet.gap(3)
    sheet.heading(SOURCES)
    _sources(sheet, each.check, SMALL)
    sheet.gap(4)
    sheet.heading(MEASURED)
    sheet.text(f"{each.check}　{each.weight:+.2f} ban", TINY, SOFT)
    for key, value in each.finding.evidence.items():
        sheet.text(f"{key} = {fact(value)}", TINY, SOFT, most=4)


def _map(sheet: Sheet, report: Report, each: Numbered, top: float) -> float:
    """Where it stands on its page, drawn small at the right; 0 for what has no place."""
    place = each.finding.place
    page = None if place is None else page_of(report, place)
    if place is None or page is None:
        return 0.0
    image = turned_box(Box(0, 0, page.width, page.height), page)
    box, ratio = turned_box(place.box, page), image.height / image.width
    wide = min(_MAP, _MAP_HIGH / ratio)
    part = (box.left / image.width, box.top / image.height, box.right / image.width, box.bottom / image.height)
    with sheet.aside():
        sheet.top = top
        return sheet.map(part, ratio, COLOURS[each.finding.severity], WIDE - MARGIN - wide, wide)


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
    at = None if place is None else spot(report, place)
    if place is None or at is None:
        return WHOLE
    if len(report.evidence.pages) == 1:
        return at
    return Says(f"第 {place.page} 页{at.zh}", f"page {place.page}, {at.en}")


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
        link = URL.search(source)
        sheet.text(source, size, LINK if link else SOFT, left, room, link=link.group() if link else "")
