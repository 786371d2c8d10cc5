"""Nothing that could steer a terminal or turn text around is shown."""

from __future__ import annotations

import unicodedata

import pytest

from forgecheck.show.safe import MARKS_MAX, SHOWN, clean, clean_name

HARMLESS = ["律师函（2024）粤律函字第12号", "a b", "①②③", "￥1,000.00", "《民法典》第675条", "<b>&amp;</b>"]
HARMFUL = [
    "\x1b[2J",
    "a\u202eb",
    "\u2066x\u2069",
    "a\u200bb",
    "\ufeffa",
    "\x00",
    "a\rb",
    "\u2028",
    "\x9b31m",
    "\ud800",
    "\u061c",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_plain_text_stays_as_it_is(text):
    assert clean(text) == text


@pytest.mark.parametrize("text", HARMFUL)
def test_what_is_unseen_goes(text):
    assert {unicodedata.category(each) for each in clean(text)}.isdisjoint({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def test_lines_are_joined_by_a_space():
    assert clean("一\n二\t三") == "一 二 三"


def test_a_long_name_keeps_its_end():
    assert len(clean_name("长" * 4000 + ".png")) == SHOWN
    assert clean_name("长" * 4000 + ".png").endswith(".png")


def test_what_is_clean_stays_clean():
    assert clean("e\u200b\u0301") == clean(clean("e\u200b\u0301")) == "\u00e9"


def test_marks_cannot_pile_up():
    assert clean("律\u0301师" + "\u0301" * 500 + "函") == "律\u0301师" + "\u0301" * MARKS_MAX + "函"
    assert clean("ệ ที่") == "ệ ที่"
