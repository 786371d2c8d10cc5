"""Papers signed as courts sign first."""

import pytest
from build import evidence, findings, unable

from forgecheck.judge.law import wrong_signer as check

JUDGMENT = (
    "某某区人民法院\n民事判决书\n（2023）闽0203民初15004号\n原告：某某公司，委托诉讼代理人：李某，某某律师。\n"
    "判决如下：\n被告还款。\n"
)
DATE = "二〇二三年六月五日"


@pytest.mark.parametrize(
    "text",
    [
        f"{JUDGMENT}审判员 郭某某\n{DATE}\n书记员 苏某某",
        f"{JUDGMENT}审判长 郭某某\n人民陪审员 某某\n人民陪审员 某某\n{DATE}\n书记员 苏某某",
        f"{JUDGMENT}代理审判员 郭某某\n{DATE}\n法官助理 曾某\n书记员 苏某某",
        f"{JUDGMENT}本判决为终审判决。",
        "某某区人民法院\n民事判决书\n（2023）闽0203民初15004号\n原告：某某公司。\n委托律师：李某",
        f"某某区人民法院\n限制消费令\n（2024）豫0303执1870号\n孙某某：对你采取限制消费措施。\n院长 马某某\n{DATE}",
        f"某某区人民法院\n限制消费令\n（2024）豫0303执1870号\n孙某某：对你采取限制消费措施。\n{DATE}",
        f"某某区人民法院\n执行通知书\n（2024）豫0303执1870号\n执行员：谭某 联系电话：0731-12345678\n{DATE}",
        "某某区人民法院\n传票\n案号（2024）豫0303民初1870号\n审判员 孙某某\n书记员 于某\n2024年6月5日",
        "某某区人民法院\n传票\n案号（2024）豫0303民初1870号\n在线客服\n客服电话\n返回首页",
        f"北京某某律师事务所\n律师函\n致：张某\n请还款。\n承办律师：李某\n{DATE}",
        f"某某有限公司\n催收通知书\n张某：请还款。\n法务专员：李某\n{DATE}",
        "防骗提示\n骗子发来的传票末尾写着\n法务专员：李某\n请勿相信。",
    ],
)
def test_silent_on_papers_signed_as_courts_sign(text: str):
    assert findings(check, evidence(text)) == []


@pytest.mark.parametrize(
    "role", ["承办律师：李某", "案件专员：王某", "法务经理 张某", "催收专员：赵某", "法务部", "贷后：孙某"]
)
@pytest.mark.parametrize("title", ["传票", "限制消费令"])
def test_a_collectors_role_under_a_court_title_is_strong(title: str, role: str):
    text = f"某某区人民法院\n{title}\n（2024）豫0303执1870号\n孙某某：请尽快还款。\n{role}\n2024年6月5日"
    found = findings(check, evidence(text))
    assert [each.severity for each in found] == ["strong"]
    assert found[0].place is not None
    assert found[0].says.en


@pytest.mark.parametrize("end", [f"{DATE}\n书记员 苏某某", DATE])
def test_a_whole_judgment_without_a_judge_is_a_hint(end: str):
    assert [each.severity for each in findings(check, evidence(JUDGMENT + end))] == ["weak"]


def test_silent_where_the_judge_was_misread_in_one_character():
    assert findings(check, evidence(f"{JUDGMENT}宙判员 郭某某\n{DATE}\n书记员 苏某某")) == []


def test_says_when_nothing_was_read():
    assert unable(check, evidence(None))
