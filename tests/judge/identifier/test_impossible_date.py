"""Real days first: the check is silent on them."""

from dataclasses import replace

import pytest
from build import evidence, findings, unable

from forgecheck.evidence import Evidence
from forgecheck.judge.identifier import impossible_date


def read_with(text: str, confidence: float) -> Evidence:
    given = evidence(text)
    fields = tuple(replace(f, place=replace(f.place, confidence=confidence)) for f in given.fields or ())
    return replace(given, fields=fields)


@pytest.mark.parametrize(
    "date",
    [
        "2024年2月29日",
        "2023年2月28日",
        "2024年1月31日",
        "2024年03月05日",
        "2024-12-31",
        "2024/6/30",
        "2024.11.30",
        "二〇二三年六月五日",
        "二○二四年十二月三十一日",
        "二零二四年二月二十九日",
        "二〇二六年十月十日",
        "二〇二〇年元月一日",
        "2 0 2 4 年 5 月 6 日",
        "1998年7月1日",
        "2055年1月1日",
    ],
)
def test_silent_on_a_day_that_exists(date: str):
    assert findings(impossible_date, evidence(f"借款到期日为{date}，请知悉此事。")) == []


@pytest.mark.parametrize("date", ["2024年2月30日", "2023年4月31日", "2024年13月5日", "2024年11月31日", "2024年3月32日"])
def test_a_day_that_does_not_exist_is_strong(date: str):
    [found] = findings(impossible_date, evidence(f"请于{date}前还款。"))
    assert found.severity == "strong"
    assert found.place is not None
    assert found.evidence["date"] == date


@pytest.mark.parametrize("date", ["二〇二三年六月三十一日", "二零二五年二月三十日"])
def test_a_day_in_chinese_digits_that_does_not_exist_is_seen(date: str):
    assert len(findings(impossible_date, evidence(f"{date}\n某某法院"))) == 1


@pytest.mark.parametrize("date", ["2024年6月31日", "2024年9月31日", "2023年2月29日", "2024年0月5日"])
def test_a_look_alike_makes_it_a_hint_and_silent_when_read_badly(date: str):
    text = f"请于{date}前还款。"
    assert [found.severity for found in findings(impossible_date, evidence(text))] == ["weak"]
    assert findings(impossible_date, read_with(text, 0.9)) == []


def test_a_badly_read_line_gives_no_more_than_a_hint():
    assert [f.severity for f in findings(impossible_date, read_with("2024年2月30日", 0.7))] == ["weak"]


def test_a_form_that_may_be_no_date_is_a_hint():
    assert [f.severity for f in findings(impossible_date, evidence("编号 2024-13-45 号"))] == ["weak"]


@pytest.mark.parametrize("text", ["192.168.2024.30", "版本 2024.1", "2024年3月", "电话 2024-5678", "第2024号"])
def test_silent_on_what_is_no_date(text: str):
    assert findings(impossible_date, evidence(text)) == []


def test_a_hearing_far_ahead_is_a_hint():
    [found] = findings(impossible_date, evidence("传票\n开庭时间：2095年5月6日上午9时"))
    assert found.severity == "weak"


def test_silent_on_a_loan_that_ends_far_ahead():
    assert findings(impossible_date, evidence("贷款期限至2095年5月6日止，请按时还款。")) == []


def test_each_date_is_spoken_of_once():
    assert len(findings(impossible_date, evidence("2024年2月30日\n2024年2月30日"))) == 1


def test_says_when_nothing_was_read():
    assert unable(impossible_date, evidence(None))
