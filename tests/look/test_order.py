from math import cos, radians, sin

import pytest

from forgecheck.evidence import TextLine
from forgecheck.look.order import reading_order


def line(text: str, left: float, top: float, width: float = 400, height: float = 30, degrees: float = 0.0) -> TextLine:
    """A line on a page that was turned clockwise about its top left corner."""
    corners = ((left, top), (left + width, top), (left + width, top + height), (left, top + height))
    c, s = cos(radians(degrees)), sin(radians(degrees))
    a, b, d, e = ((x * c - y * s, x * s + y * c) for x, y in corners)
    return TextLine(text, (a, b, d, e), 0.9)


def order(lines: list[TextLine]) -> str:
    return "".join(each.text for each in reading_order(lines))


def test_no_lines_are_in_order():
    assert reading_order([]) == []


def test_rows_come_before_columns():
    assert order([line("d", 500, 62), line("a", 0, 0), line("c", 0, 60), line("b", 500, 3)]) == "abcd"


@pytest.mark.parametrize("degrees", [-20, -5, 0, 5, 20])
def test_a_table_that_lies_askew_is_read_row_by_row(degrees: float):
    cells = [line(text, 500 * (i % 2), 50 * (i // 2), degrees=degrees) for i, text in enumerate("abcdefgh")]
    assert order(cells[::-1]) == "abcdefgh"


def test_a_short_note_beside_a_high_title_belongs_to_its_own_row():
    assert order([line("b", 0, 90, height=20), line("a", 0, 0, height=80)]) == "ab"
