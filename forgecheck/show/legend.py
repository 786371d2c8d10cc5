"""The legend under a marked picture: the verdict, and one line for each number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image as Pictures
from PIL.Image import Image as Picture
from PIL.ImageDraw import Draw

from forgecheck.evidence import Box
from forgecheck.finding import Label, Report
from forgecheck.show.font import font, wrap
from forgecheck.show.marks import COLOURS, SEAL_COLOUR, draw_label, label_size
from forgecheck.show.order import lettered, numbered
from forgecheck.show.safe import clean
from forgecheck.show.words import ORIGINS, SEVERITIES
from forgecheck.wording import LABELS

LABEL_COLOURS: dict[Label, str] = {
    "forged": "#b3151f",
    "suspicious": "#c24e00",
    "no_forgery_found": "#2b5f7d",  # not green: green would say "safe"
    "inconclusive": "#5a5f69",
}
TEXT_PARTS = 30  # text is 1/30 of the width: 13 px where the picture fills a phone of 390 px
TITLE_PARTS = 20
MOST_ROWS = 20
MOST_LINES = 4
_CLOSING = "图片证明不了来源，付款前请向官方渠道核实。"
_NOTHING = "没有发现伪造迹象。"


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    size: int
    colour: str
    indent: int = 0
    before: int = 0
    """Pixels of air above."""
    tab: tuple[str, str] | None = None
    """Label and colour of the tab that stands at the left."""
    word: str = ""
    """The part at the beginning that has the tab's colour."""
    bold: int = 0
    """Pixels added around each stroke; the shipped font has one weight."""


def draw_legend(report: Report, width: int) -> Picture:
    """The legend as a picture `width` pixels wide; text at least 1/36 of it high."""
    lines = _lines(report, width)
    pad = width // 24
    height = 2 * pad + sum(each.before + _pitch(each.size) for each in lines)
    canvas = Pictures.new("RGB", (width, height), "white")
    pen = Draw(canvas)
    pen.rectangle((0, 0, width, max(pad // 4, 2)), LABEL_COLOURS[report.verdict.label])
    top = pad
    for each in lines:
        top += each.before
        middle = top + _pitch(each.size) // 2
        if each.tab:
            wide, high = label_size(each.tab[0], round(1.3 * each.size))
            draw_label(pen, Box(pad, middle - high // 2, pad + wide, middle - high // 2 + high), *each.tab)
        at = (pad + each.indent, middle)
        pen.text(at, each.text, each.colour, font(each.size), anchor="lm", stroke_width=each.bold)
        if each.tab:
            pen.text(at, each.word, each.tab[1], font(each.size), anchor="lm")
        top += _pitch(each.size)
    return canvas


def _pitch(size: int) -> int:
    return round(1.45 * size)


def _lines(report: Report, width: int) -> list[_Line]:
    size, title, pad = -(-width // TEXT_PARTS), -(-width // TITLE_PARTS), width // 24
    room = width - 2 * pad
    label = report.verdict.label
    lines = [_Line(LABELS[label].zh, title, LABEL_COLOURS[label], bold=max(title // 30, 1))]
    said = wrap(clean(report.verdict.summary.zh), room, size, MOST_LINES)
    lines += [_Line(each, size, "#1c1d21", before=0 if index else size // 3) for index, each in enumerate(said)]
    rows = _rows(report)
    indent = round(2.4 * size)
    for tab, colour, word, text in rows[:MOST_ROWS]:
        row = wrap(f"{word}　{text}" if word else text, room - indent, size, MOST_LINES)
        lines.append(_Line(row[0], size, "#1c1d21", indent, size, (tab, colour), word))
        lines += [_Line(each, size, "#1c1d21", indent) for each in row[1:]]
    if not numbered(report):
        lines.append(_Line(_NOTHING, size, "#1c1d21", before=size))
    if len(rows) > MOST_ROWS:
        lines.append(_Line(f"另有 {len(rows) - MOST_ROWS} 项，见文字报告。", size, "#5a5f69", before=size))
    closing = wrap(_CLOSING, room, size, 2)
    return lines + [_Line(each, size, "#5a5f69", before=0 if index else size) for index, each in enumerate(closing)]


def _rows(report: Report) -> Sequence[tuple[str, str, str, str]]:
    """Label, colour, word and text of each row: findings, then seals."""
    found = [
        (
            str(each.number),
            COLOURS[each.finding.severity],
            SEVERITIES[each.finding.severity].zh,
            clean(each.finding.says.zh) + ("" if each.finding.place else "（整份文件）"),
        )
        for each in numbered(report)
    ]
    seals = [
        (letter, SEAL_COLOUR, "印章", f"{clean(seal.text) if seal.text else '文字读不出'}，{ORIGINS[seal.origin].zh}")
        for letter, seal in lettered(report)
    ]
    return [*found, *seals]
