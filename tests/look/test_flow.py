import pytest

from forgecheck.evidence import Page, TextLine
from forgecheck.look.flow import flow

WIDTH = 20  # characters in a full line


def page(*rows: tuple[int, str], number: int = 1) -> Page:
    """Rows of 40 px characters; each starts so many characters from the left."""
    import numpy as np

    lines = tuple(line(indent * 40, 60 * index, text) for index, (indent, text) in enumerate(rows))
    return Page(number, np.zeros((900, 900, 3), np.uint8), lines=lines)


def line(left: float, top: float, text: str, px: float = 40) -> TextLine:
    right = left + px * len(text)
    return TextLine(text, ((left, top), (right, top), (right, top + px), (left, top + px)), 0.9)


FULL = "满" * WIDTH


def test_a_page_that_was_not_read_has_no_flow():
    import numpy as np

    assert flow([Page(1, np.zeros((20, 20, 3), np.uint8))]) is None


def test_a_page_without_text_is_read_and_empty():
    assert flow([page()]).text == ""


def test_a_full_line_runs_on():
    assert flow([page((0, FULL), (0, "续行。"))]).text == FULL + "续行。"


def test_an_indented_first_line_runs_on_to_the_left_edge():
    assert flow([page((0, FULL), (2, FULL[2:]), (0, "续行。"))]).text == FULL + "\n" + FULL[2:] + "续行。"


def test_a_short_line_ends_its_paragraph():
    assert flow([page((0, FULL), (0, "短行。"), (0, FULL))]).text == FULL + "短行。\n" + FULL


def test_a_line_runs_on_where_the_number_behind_it_had_no_room():
    short = "满" * (WIDTH - 6)
    assert flow([page((0, FULL), (0, short), (0, "621200000000154432，将扣款。"))]).text.endswith(
        short + "621200000000154432，将扣款。"
    )


def test_a_line_with_room_for_the_number_behind_it_ends():
    short = "满" * (WIDTH - 6)
    assert flow([page((0, FULL), (0, short), (0, "2119.33元"))]).text.endswith(short + "2119.33元")
    assert flow([page((0, FULL), (0, short), (0, "2119元"))]).text.endswith(short + "\n2119元")


def test_a_date_alone_in_its_line_is_no_end_of_a_sentence():
    assert flow([page((0, FULL), (0, "2024年5月6日"))]).text == FULL + "\n2024年5月6日"
    assert flow([page((0, FULL), (0, "2024年5月6日前还款"))]).text == FULL + "2024年5月6日前还款"


def test_a_label_begins_a_line_of_a_form():
    assert flow([page((0, "案由：" + FULL[3:]), (0, "被告：某某"))]).text.endswith("满\n被告：某某")


def test_an_indent_begins_a_paragraph():
    assert flow([page((0, FULL), (2, "另起。"))]).text == FULL + "\n另起。"


def test_larger_type_does_not_run_on():
    lines = (line(0, 0, "标" * 10, px=80), line(0, 90, FULL))
    import numpy as np

    assert "\n" in flow([Page(1, np.zeros((900, 900, 3), np.uint8), lines=lines)]).text


def test_a_signature_at_the_right_edge_does_not_run_into_the_date():
    rows = (0, FULL), (0, "短行。"), (12, "某某律师事务所。"), (12, "二〇二三年十月八")
    assert flow([page(*rows)]).text.endswith("短行。\n某某律师事务所。\n二〇二三年十月八")


def test_pages_are_parted():
    assert flow([page((0, FULL)), page((0, FULL), number=2)]).text == f"{FULL}\n{FULL}"


def test_a_place_within_a_line_is_as_wide_as_its_characters():
    text = flow([page((0, "零一二三四五六七八九"))])
    box = text.place(2, 5).box
    assert (box.left, box.right) == (80, 201)


def test_a_place_across_two_lines_covers_both():
    text = flow([page((0, FULL), (0, "续行。"))])
    place = text.place(WIDTH - 1, WIDTH + 1)
    assert (place.box.top, place.box.bottom) == (0, 101)
    assert place.page == 1


def test_a_place_of_nothing_is_refused():
    text = flow([page((0, "短。"), (0, "短。"))])
    with pytest.raises(ValueError, match="no character"):
        text.place(2, 3)


def test_repeated_lines_are_told_apart():
    text = flow([page((0, "短。"), (0, "短。"))])
    assert text.place(0, 2).box.top < text.place(3, 5).box.top


def test_numbers_below_each_other_are_a_column():
    column = page((0, "1,234,567,890.00"), (0, "9,234,567,890.12"))
    assert flow([column]).text == "1,234,567,890.00\n9,234,567,890.12"
    assert flow([page((0, FULL), (0, "9,234,567,890.12"))]).text == FULL + "9,234,567,890.12"
