"""The first page: the verdict, why, and what to do next; beside it the marked picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from forgecheck.finding import Report, Says
from forgecheck.show.advice import Advice, advice
from forgecheck.show.channels import Contact
from forgecheck.show.legend import LABEL_COLOURS
from forgecheck.show.marks import COLOURS
from forgecheck.show.order import numbered
from forgecheck.show.pdf.pictures import SMALL_ROOM, Drawn
from forgecheck.show.pdf.sheet import INK, LINK, MARGIN, ROOM, SMALL, SOFT, WIDE, Language, Sheet
from forgecheck.show.safe import file_name
from forgecheck.show.times import told
from forgecheck.wording import KINDS, LABELS

MOST_REASONS = 3
_GUTTER = 8.0  # mm between text and picture
_INDENT = 8.0  # mm, room for a number
_STEP = 8.0  # mm; less than this beside the picture is left empty
_SIZES: Mapping[Language, float] = {"zh": 10.0, "en": 9.0}  # points; Latin is longer and legible when smaller
REASONS = Says("主要原因", "Main reasons")
NOTICED = Says("看到的问题", "What was noticed")
NOTHING = Says("没有发现伪造迹象。", "No sign of forgery was found.")
NEXT = Says("接下来怎么做", "What to do next")


def cover(sheet: Sheet, report: Report, drawn: Sequence[Drawn]) -> None:
    """What somebody must know who reads one page only."""
    document, label, lang = report.evidence.document, report.verdict.label, sheet.lang
    kind = KINDS[report.evidence.kind.type if report.evidence.kind else "other"]
    sheet.page(sheet.first(LABELS[label]))
    sheet.band(LABEL_COLOURS[label], 1.8)
    sheet.gap(4)
    sheet.text(f"{sheet.first(kind)} · {file_name(document.name)} · {told(report)}", SMALL, SOFT, most=1)
    sheet.gap(1.5)
    sheet.text(sheet.first(LABELS[label]), 24, LABEL_COLOURS[label], bold=True)
    sheet.text(sheet.second(LABELS[label]), 12, LABEL_COLOURS[label])
    sheet.gap(2)
    sheet.both(report.verdict.summary, 12)
    sheet.gap(5)
    bottom = 0.0
    if drawn:
        with sheet.aside():
            drawn[0].put_small(sheet, WIDE - MARGIN - SMALL_ROOM[0])
            bottom = sheet.top

    def room() -> float:
        """Beside the picture, and across the page below it."""
        beside = sheet.number == 1 and sheet.top < bottom
        return ROOM - SMALL_ROOM[0] - _GUTTER if beside else ROOM

    sheet.heading(REASONS if label in ("forged", "suspicious") else NOTICED)
    against = [each for each in numbered(report) if each.finding.severity != "info"]
    if not against:
        sheet.both(NOTHING, _SIZES[lang], room=room())
    for each in against[:MOST_REASONS]:
        sheet.need(12)
        sheet.tab(str(each.number), COLOURS[each.finding.severity])
        sheet.text(sheet.first(each.finding.says), _SIZES[lang], left=MARGIN + _INDENT, room=room() - _INDENT)
        sheet.gap(2)
    sheet.gap(3)
    sheet.heading(NEXT)
    for number, step in enumerate(advice(report), 1):
        if sheet.number == 1 and sheet.top < bottom < sheet.top + _STEP:
            sheet.top = bottom  # or it would run under the picture in a narrow column
        _step(sheet, number, step, room())


def _step(sheet: Sheet, number: int, step: Advice, room: float) -> None:
    left, room = MARGIN + _INDENT, room - _INDENT
    said, size = sheet.first(step.says), _SIZES[sheet.lang]
    whom = _whom(sheet, step.contact, said)
    sheet.need(sheet.tall(said, size, room) + sheet.tall(whom, SMALL, room))
    with sheet.aside():
        sheet.text(f"{number}.", size, SOFT)
    sheet.text(said, size, left=left, room=room)
    link = step.contact.url or "" if step.contact else ""
    sheet.text(whom, SMALL, LINK if link else INK, left, room, bold=not link, link=link)
    sheet.gap(1.5)


def _whom(sheet: Sheet, contact: Contact | None, said: str) -> str:
    """Whom to ask, where the step itself has not told it."""
    if contact is None or (not contact.url and contact.phone and contact.phone in said):
        return ""
    name, colon = sheet.first(contact.name), "：" if sheet.lang == "zh" else ": "
    return name + colon + "　".join(filter(None, (contact.phone, contact.url)))
