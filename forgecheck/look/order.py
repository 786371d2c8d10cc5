"""Reading order: rows from top to bottom, in a row from left to right."""

from __future__ import annotations

from collections.abc import Sequence

from forgecheck.evidence import TextLine

# Two boxes stand in one row when their middles differ by less than this share of the lower one's height.
SAME_ROW = 0.5


def reading_order(lines: Sequence[TextLine]) -> list[TextLine]:
    """Lines as one reads them aloud.

    >>> def line(text, left, top):
    ...     corners = (left, top), (left + 9, top), (left + 9, top + 9), (left, top + 9)
    ...     return TextLine(text, corners, 1)
    >>> "".join(each.text for each in reading_order([line("c", 0, 30), line("b", 50, 2), line("a", 0, 0)]))
    'abc'
    """
    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=_middle):
        row = rows[-1] if rows else []
        if row and abs(_middle(line) - _middle(row[0])) < SAME_ROW * min(line.box.height, row[0].box.height):
            row.append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda each: each.box.left)]


def _middle(line: TextLine) -> float:
    return (line.box.top + line.box.bottom) / 2
