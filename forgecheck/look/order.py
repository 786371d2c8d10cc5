"""Reading order: rows from top to bottom, in a row from left to right, also where the paper lies askew."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, cos, sin
from statistics import median

from forgecheck.evidence import TextLine

# Two lines stand in one row when their middles differ by less than this share of the lower one's height.
SAME_ROW = 0.5
LONG = 3.0  # lines at least this many times as long as high tell how the paper lies


def reading_order(lines: Sequence[TextLine]) -> list[TextLine]:
    """Lines as one reads them aloud.

    >>> def line(text, left, top):
    ...     corners = (left, top), (left + 9, top), (left + 9, top + 9), (left, top + 9)
    ...     return TextLine(text, corners, 1)
    >>> "".join(each.text for each in reading_order([line("c", 0, 30), line("b", 50, 2), line("a", 0, 0)]))
    'abc'
    """
    angle = _skew(lines)

    def across(line: TextLine) -> float:
        x, y = _middle(line)
        return y * cos(angle) - x * sin(angle)

    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=across):
        row = rows[-1] if rows else []
        if row and across(line) - across(row[0]) < SAME_ROW * min(line.height, row[0].height):
            row.append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda each: each.box.left)]


def _skew(lines: Sequence[TextLine]) -> float:
    """Angle of the writing in radians, clockwise as the picture is seen; 0 where no line is long enough."""
    edges = [line.polygon[:2] for line in lines if line.box.width > LONG * line.height]
    return median([atan2(y1 - y0, x1 - x0) for (x0, y0), (x1, y1) in edges]) if edges else 0.0


def _middle(line: TextLine) -> tuple[float, float]:
    xs, ys = zip(*line.polygon, strict=True)
    return sum(xs) / 4, sum(ys) / 4
