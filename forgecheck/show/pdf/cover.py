"""The first page: the verdict, why, and what to do next; beside it the marked picture."""

from __future__ import annotations

from collections.abc import Sequence

from forgecheck.finding import Report, Says
from forgecheck.show.advice import Advice, advice
from forgecheck.show.legend import LABEL_COLOURS
from forgecheck.show.marks import COLOURS
from forgecheck.show.order import numbered
from forgecheck.show.pdf.pictures import SMALL_ROOM, Drawn
from forgecheck.show.pdf.sheet import BODY, INK, LINK, MARGIN, ROOM, SMALL, SOFT, WIDE, Sheet
from forgecheck.show.safe import file_name
from forgecheck.show.times import examined, local
from forgecheck.wording import KINDS, LABELS

MOST_REASONS = 3
_GUTTER = 8.0  # mm between text and picture
_INDENT = 8.0  # mm, room for a number
REASONS = Says("主要原因", "Main reasons")
NOTHING = Says("没有发现伪造迹象。", "No sign of forgery was found.")
NEXT = Says("接下来怎么做", "What to do next")


def cover(sheet: Sheet, report: Report, drawn: Sequence[Drawn]) -> None:
    """What somebody must know who reads one page only."""
    document, label = report.evidence.document, report.verdict.label
    kind = KINDS[report.evidence.kind.type if report.evidence.kind else "other"]
    sheet.page(sheet.first(LABELS[label]))
    sheet.band(LABEL_COLOURS[label], 1.8)
    sheet.gap(3.5)
    sheet.text(f"{sheet.first(kind)} · {file_name(document.name)} · {local(examined(report))}", SMALL, SOFT, most=1)
    sheet.text(sheet.first(LABELS[label]), 24, LABEL_COLOURS[label], bold=True)
    sheet.text(sheet.second(LABELS[label]), 12, LABEL_COLOURS[label])
    sheet.gap(2)
    sheet.both(report.verdict.summary, 12)
    sheet.gap(4)
    room = ROOM
    if drawn:
        room = ROOM - SMALL_ROOM[0] - _GUTTER
        with sheet.aside():
            drawn[0].put_small(sheet, WIDE - MARGIN - SMALL_ROOM[0])
    _reasons(sheet, report, room)
    sheet.gap(4)
    sheet.heading(NEXT)
    for number, each in enumerate(advice(report), 1):
        _step(sheet, number, each, room)


def _reasons(sheet: Sheet, report: Report, room: float) -> None:
    sheet.heading(REASONS)
    against = [each for each in numbered(report) if each.finding.severity != "info"]
    if not against:
        sheet.both(NOTHING, BODY, room=room)
    for each in against[:MOST_REASONS]:
        sheet.need(12)
        sheet.tab(str(each.number), COLOURS[each.finding.severity])
        sheet.both(each.finding.says, BODY, MARGIN + _INDENT, room - _INDENT)
        sheet.gap(2)


def _step(sheet: Sheet, number: int, step: Advice, room: float) -> None:
    left, room = MARGIN + _INDENT, room - _INDENT
    sheet.need(sheet.tall(sheet.first(step.says), BODY, room) + 6)
    with sheet.aside():
        sheet.text(f"{number}.", BODY, SOFT)
    sheet.both(step.says, BODY, left, room)
    if step.contact:
        name, phone, url = sheet.first(step.contact.name), step.contact.phone, step.contact.url
        if phone:
            sheet.text(
                f"{name}：{phone}" if sheet.lang == "zh" else f"{name}: {phone}", SMALL, INK, left, room, bold=True
            )
        if url:
            sheet.text(url if phone else f"{name}　{url}", SMALL, LINK, left, room, link=url)
    sheet.gap(2)
