"""Sums of money as checks see them, and that no text makes their checks slow."""

import time
from dataclasses import replace
from functools import cache

import pytest
from build import evidence

from forgecheck.evidence import Evidence, Flow, Page, TextLine
from forgecheck.finding import Check
from forgecheck.judge.identifier import amount_in_words, deadline_before_letter, sums
from forgecheck.judge.law import interest_above_cap, litigation_fee, penalty_share
from forgecheck.judge.money import amounts, readings, yuan
from forgecheck.judge.prose import prose
from forgecheck.look.fields import find_fields

CHECKS = (amount_in_words, deadline_before_letter, sums, interest_above_cap, litigation_fee, penalty_share)
BITS = (
    "壹",
    "壹元整",
    "借款按每日1%",
    "月息2分",
    "本金的20%",
    "违约金",
    "逾期30",
    "百分之",
    "借款（",
    "【",
)
LIMIT_S = 4.0  # seconds of one core on a slow machine; quadratic rules take minutes


def test_amounts_know_their_place_and_what_they_may_be():
    given = evidence("尚欠本金人民币 壹仟贰佰元整（¥１，２００．００）。")
    text = prose(given)
    assert text
    words, figures = amounts(given, text)
    assert text.text[words.start : words.end] == "壹仟贰佰元整"
    assert text.text[figures.start : figures.end].endswith("1,200.00")
    assert (words.in_words, figures.in_words) == (True, False)
    assert words.cents == figures.cents == 120_000
    assert 130_000 in readings(words)
    assert 180_000 not in readings(words)
    assert 720_000 in readings(figures)


def test_yuan_are_written_as_people_write_them():
    assert [yuan(cents) for cents in (5, 120_000, 123_456_789)] == ["0.05", "1,200", "1,234,567.89"]


@cache
def hostile(bit: str) -> Evidence:
    """A megabyte of one thing, after a letter that has fields of every sort."""
    head = (
        "某某律师事务所\n尚欠本金10,000元、利息500元、违约金300元，合计12,000元，诉讼费9,000元。"
        "请于2020年1月2日前还款。\n"
    )
    text = (head + bit * 333_333)[:333_333]
    line = TextLine("x", ((0, 0), (9, 0), (9, 9), (0, 9)), 0.99)
    flow = Flow(text, tuple((1, line, 0) for _ in text))
    short = Flow(head * 40, flow.origin[: len(head) * 40])
    given = evidence("x", type="collection_notice")
    page: Page = replace(given.document.pages[0], lines=(line,))
    document = replace(given.document, pages=(page,))
    return replace(given, document=document, flow=flow, fields=find_fields(short))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__.rsplit(".", 1)[-1])
def test_a_megabyte_takes_less_than_a_second(check: Check):
    for bit in BITS:
        given = hostile(bit)
        started = time.process_time()
        tuple(check.check(given))
        assert time.process_time() - started < LIMIT_S, bit
