from __future__ import annotations

import pytest
from batch.stub import report

from forgecheck.batch.rows import COLUMNS, cell, row
from forgecheck.errors import InputError
from forgecheck.show.json import as_json, as_json_error


@pytest.mark.parametrize(
    "text", ["律师函", "（2024）沪0115民初12345号", "0.917", "4006781000", "2024-01-01", "付款+利息"]
)
def test_plain_text_and_short_numbers_stay_as_they_are(text: str) -> None:
    assert cell(text) == text


@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
def test_no_cell_is_a_formula(sign: str) -> None:
    assert cell(f"{sign}HYPERLINK(1)") == f"'{sign}HYPERLINK(1)"
    assert cell(f" \t\r\n{sign}HYPERLINK(1)").startswith("'")
    assert cell(f"\u202e{sign}HYPERLINK(1)").startswith("'")


def test_long_numbers_are_text() -> None:
    assert cell("110101199003070000") == "'110101199003070000"


def test_a_cell_is_one_line() -> None:
    assert "\n" not in cell("第一行\n第二行\u2028第三行")


def test_a_report_fills_the_columns_people_sort_by() -> None:
    cells = row(as_json(report("forged", "a.png")))
    assert set(cells) <= set(COLUMNS)
    assert cells["label"] == "forged"
    assert cells["type"] == "lawyer_letter"
    assert cells["case_numbers"] == "（2024）沪0115民初12345号"
    assert not cells.get("error")


def test_an_error_fills_its_code_and_nothing_else() -> None:
    assert row(as_json_error("a.png", InputError("truncated"))) == {"path": "a.png", "error": "truncated"}
