from __future__ import annotations

import pytest

from forgecheck.batch.rows import Row
from forgecheck.batch.where import WhereError, parse_condition

COLUMNS = ("label", "score", "issuer", "投诉编号", "page")
ROW: Row = {"label": "forged", "score": 0.9, "issuer": "某某市人民法院", "投诉编号": "007", "page": None}


@pytest.mark.parametrize(
    "text",
    [
        *("label=forged", "label = forged", "label=suspicious,forged", "label=suspicious, forged", "label!=suspicious"),
        *(
            "score>=0.9",
            "score <= 0.9",
            "score>0.5",
            "score<1",
            "score=0.90",
            "score!=1",
            "issuer~法院",
            "投诉编号=007",
        ),
        *("page=", "issuer!=", "label~FORGED", "issuer~"),
    ],
)
def test_conditions_that_hold(text: str) -> None:
    assert parse_condition(text, COLUMNS).holds(ROW)


@pytest.mark.parametrize(
    "text",
    [
        "label=forge",
        "label!=forged",
        "score>0.9",
        "score<0.9",
        "issuer~公安",
        "投诉编号=7",
        "page=1",
        "page>=0",
        "page!=",
    ],
)
def test_conditions_that_do_not_hold(text: str) -> None:
    assert not parse_condition(text, COLUMNS).holds(ROW)


@pytest.mark.parametrize("text", ["", "label", "=forged", "colour=red", "score>=high", "label==forged,x>1"])
def test_what_is_not_understood_is_told(text: str) -> None:
    if text == "label==forged,x>1":
        assert not parse_condition(text, COLUMNS).holds(ROW)
        return
    with pytest.raises(WhereError):
        parse_condition(text, COLUMNS)


def test_an_empty_cell_is_no_number() -> None:
    assert not parse_condition("score>=0", COLUMNS).holds({"score": None})
    assert not parse_condition("score<=1", COLUMNS).holds({})
