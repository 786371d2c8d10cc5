"""Numbers that follow each other in genuine papers first."""

import pytest
from build import evidence, findings, unable

from forgecheck.judge.identifier import case_numbers_disagree as check


@pytest.mark.parametrize(
    "text",
    [
        "深圳市南山区人民法院\n执行通知书\n（2024）粤0305执5570号\n本院作出的（2023）粤0305民初12088号民事判决书已经生效。",
        "深圳市南山区人民法院\n执行通知书\n（2024）粤0305执5570号\n依据（2024）浙0106民初12088号民事判决书，责令你履行。",
        "（2024）粤03民终10876号\n不服深圳市龙华区人民法院（2023）粤0309民初22017号民事判决，提起上诉。",
        "（2023）粤民申14330号\n不服广东省广州市中级人民法院（2022）粤01民终24105号民事判决。",
        "（2024）粤0606执保907号\n本院作出的（2024）粤0606民初5120号民事裁定书已经生效。",
        "（2024）粤0305财保120号裁定，执行案号（2024）粤0305执保120号。",
        "（2024）粤0305民诉前调3000号已转立案，现案号（2024）粤0305民初900号。",
        "（2024）粤0305执恢188号\n本院（2012）涪民初字第1934号民事判决书已经生效。",
        "（2021）粤0305执120号\n执行异议之诉中，根据（2022）粤0305民初300号民事判决书，不得执行。",
        "（2019）最高法知民终100号\n不服北京知识产权法院（2018）京73民初100号民事判决。",
        "（2024）沪74民终1120号\n不服上海市黄浦区人民法院（2023）沪0101民初28810号民事判决。",
        "（2024）粤0305民初12号与（2024）浙0106民初12号",
        "（2024）粤0305民初123号，案件移送后为（2024）粤0306民初456号。",
        "（2024）粤0305民初123号\n再次核对：（2024）奥0305民初123号",
        "（2024）粤0305民初123号（2024）粤0306民初123号",
        "一览：（2024）粤0305民初123号、（2024）浙0106民初123号、（2024）粤0305民初1号、（2024）粤0305民初2号、"
        "（2024）粤0305民初3号、（2024）粤0305民初4号、（2024）粤0305民初5号",
    ],
)
def test_silent_on_numbers_that_may_belong_together(text: str):
    assert findings(check, evidence(text)) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("某某法院传票\n（2024）粤0305民初4127号\n请就（2024）浙0106民初4127号案件准时到庭。", "court"),
        ("（2024）粤0305执4127号，逾期未还，将按（2024）川0107执4127号强制执行。", "court"),
        ("（2024）粤03民终876号\n不服（2023）浙0106民初22017号民事判决，提起上诉。", "appeal"),
        ("（2022）苏0505执557号\n本院作出的（2024）苏0505民初12088号民事判决书已经生效。", "order"),
        ("（2021）苏0505执557号\n依据（2024）苏05民终1288号民事判决书，责令你履行。", "order"),
    ],
)
def test_numbers_that_cannot_belong_together_are_strong(text: str, rule: str):
    [found] = findings(check, evidence(text))
    assert (found.severity, found.evidence["rule"]) == ("strong", rule)
    assert found.place is not None
    assert found.says.zh
    assert found.says.en


def test_a_lawsuit_and_its_enforcement_of_one_serial_are_a_hint():
    text = "（2024）粤0305执4127号\n依据（2024）粤0305民初4127号民事判决书"
    assert [each.severity for each in findings(check, evidence(text))] == ["weak"]


def test_silent_where_a_digit_on_each_side_may_have_been_misread():
    text = "（2021）苏0505执557号\n依据（2027）苏0505民初12088号民事判决书，责令你履行。"
    assert findings(check, evidence(text)) == []


def test_silent_on_a_warning():
    text = "防骗提示：骗子伪造传票，先写（2024）粤0305民初4127号，又写“（2024）浙0106民初4127号”，请勿相信。"
    assert findings(check, evidence(text)) == []


def test_says_when_nothing_was_read():
    assert unable(check, evidence(None))


BACKWARDS = (
    ("（2023）粤03民终12号", "（2024）粤0305民初88号"),
    ("（2022）粤0305执恢7号", "（2024）粤0305执100号"),
    ("（2022）粤03执复3号", "（2024）粤0305执异9号"),
)


@pytest.mark.parametrize(("later", "sooner"), BACKWARDS)
def test_what_comes_after_is_of_no_earlier_year(later: str, sooner: str):
    text = "某某律师事务所\n律师函\n张某：\n您的案件{}，其前案为{}，请尽快履行。\n2025年6月1日"
    found = findings(check, evidence(text.format(later, sooner)))
    assert [(each.severity, each.evidence["rule"]) for each in found] == [("strong", "backwards")]


@pytest.mark.parametrize(
    "words",
    [
        "不服（2023）粤0305民初88号民事判决，上诉案号（2024）粤03民终12号",
        "（2023）粤03民终12号裁定发回重审，现重新立案为（2024）粤0305民初88号",
        "原执行（2022）粤0305执100号，恢复执行（2024）粤0305执恢7号",
        "（2022）粤03民终12号判决的案外人另行起诉（2024）粤0305民初88号",
    ],
)
def test_silent_on_cases_in_their_order(words: str):
    assert findings(check, evidence(f"某某律师事务所\n律师函\n张某：\n{words}。\n2025年6月1日")) == []
