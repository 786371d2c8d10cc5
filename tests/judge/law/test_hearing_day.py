"""Working days of every sort first; the calendar has days off in the week and worked Sundays."""

from dataclasses import replace

import pytest
from build import evidence, findings, unable

from forgecheck.judge.law import hearing_day as check


def summons(day: str, made: str = "2024年5月6日", more: str = "") -> str:
    return (
        f"某某区人民法院\n传票\n案号（2024）粤0305民初1号\n案由：金融借款合同纠纷\n被传唤人：张某某\n传唤事由：开庭\n"
        f"应到时间：{day}\n应到处所：第五法庭\n{more}\n审判员 李某某\n书记员 王某某\n{made}"
    )


@pytest.mark.parametrize(
    "day",
    [
        "2024年6月3日9时30分",
        "2024年6月4日上午9时",
        "2024年6月14日14时00分",
        "2024年5月11日9时",  # a worked Saturday
        "2024年9月14日9时",
        "2024年9月29日下午2时30分",
        "2024年10月12日9时",
        "二〇二四年六月三日上午九时",
        "2024-06-05 09:00",
        "2031年6月1日9时",  # a Sunday of a year that no calendar holds
    ],
)
def test_silent_on_working_days(day: str):
    assert findings(check, evidence(summons(day))) == []


@pytest.mark.parametrize(
    "text",
    [
        "某某区人民法院\n民事判决书\n（2024）粤0305民初1号\n本院于2024年6月6日立案。\n审判员 李某\n二〇二四年六月八日",
        "【某某银行】您的账单将于2024年6月8日到期。",
        summons("2024年5月8日9时", more="适用小额诉讼程序"),
        summons("2024年5月8日9时", more="本案适用简易程序"),
        summons("2024年5月9日9时"),
        summons("2024年6月3日9时").replace("开庭", "诉前调解"),
        "防骗提示\n骗子的传票写着“应到时间：2024年6月8日”，请勿相信。",
    ],
)
def test_silent_on_other_dates_and_on_shorter_notice_by_law(text: str):
    assert findings(check, evidence(text)) == []


@pytest.mark.parametrize("day", ["2024年6月8日9时", "2024年6月10日9时", "2024年10月1日上午9时", "2026年2月17日9时"])
def test_a_day_off_is_a_hint(day: str):
    [found] = findings(check, evidence(summons(day)))
    assert found.severity == "weak"
    assert "12368" in found.says.zh
    assert found.place is not None
    assert found.says.en


def test_a_message_with_a_hearing_on_a_sunday_is_a_hint():
    text = "1069\n【某某法务】您的案件定于2024年6月9日9时30分开庭，请还款。"
    assert [each.severity for each in findings(check, evidence(text))] == ["weak"]


def test_less_than_three_days_is_a_hint():
    [found] = findings(check, evidence(summons("2024年5月8日9时")))
    assert (found.severity, "三日" in found.says.zh) == ("weak", True)


def test_silent_where_a_look_alike_in_a_poorly_read_line_would_be_a_working_day():
    given = evidence(summons("2024年6月8日9时"))
    fields = tuple(replace(each, place=replace(each.place, confidence=0.85)) for each in given.fields or ())
    assert findings(check, replace(given, fields=fields)) == []


def test_says_when_nothing_was_read():
    assert unable(check, evidence(None))
