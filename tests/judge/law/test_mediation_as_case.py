"""What courts and mediators say of mediation before filing comes first."""

import pytest
from build import evidence, findings, unable

from forgecheck.judge.law import mediation_as_case as check

NUMBER = "（2025）津0103诉前调2107号"


@pytest.mark.parametrize(
    "text",
    [
        f"天津市河西区人民法院\n诉前调解告知书\n{NUMBER}\n尹某某：\n本院拟委派调解。不同意调解的，本院将依法登记立案。\n2025年3月18日",
        f"12368\n【天津河西法院】您的纠纷已进入诉前调解程序，案号{NUMBER}，调解不成将依法转立案。",
        f"12368\n【天津河西法院】您与某某银行一案已立案，案号{NUMBER}，请等待调解员联系。",
        f"某某区人民法院\n传票\n{NUMBER}\n被传唤人：某某\n传唤事由：诉前调解\n2025年3月18日",
        f"某某区人民法院\n民事裁定书\n{NUMBER}\n申请人于2025年3月达成的调解协议有效。\n审判员 李某\n二〇二五年三月八日",
        f"某某区人民法院\n民事调解书\n{NUMBER}\n当事人自愿达成如下协议。\n审判员 李某\n二〇二五年三月八日",
        f"{NUMBER}案件调解不成，已转立案，现案号为（2025）津0103民初8号。",
        f"您的案件{NUMBER}，若不履行调解协议，对方可申请强制执行。",
        f"请您参加{NUMBER}诉前调解，未达成协议的，法院将依法判决。",
        f"律师函\n致：张某某\n我所已代理委托人参加{NUMBER}诉前调解，请您积极应对。\n北京某某律师事务所\n2025年4月6日",
        f"防骗提示：骗子声称“{NUMBER}案件已判决，即将强制执行”，请勿相信。",
        "您的案件（2025）津0103民初8号已判决，现已进入强制执行。",
    ],
)
def test_silent_on_mediation_as_it_is(text: str):
    assert findings(check, evidence(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        f"某某区人民法院\n民事判决书\n{NUMBER}\n原告某某公司诉被告张某某一案，判决如下。\n二〇二五年三月八日",
        f"某某区人民法院\n执行通知书\n案号：{NUMBER}\n张某某：\n责令你三日内履行。\n2025年3月8日",
        f"某某区人民法院\n限制消费令\n{NUMBER}\n张某某：\n对你采取限制消费措施。\n2025年3月8日",
        f"【某某法务】您的案件{NUMBER}已判决，请今日还款。",
        f"【某某金融】您的{NUMBER}即将强制执行，请今日还款。",
        f"【某某金融】{NUMBER}已进入执行阶段，请立即还款。",
    ],
)
def test_a_number_of_mediation_as_judgment_or_enforcement_is_strong(text: str):
    [found] = findings(check, evidence(text))
    assert found.severity == "strong"
    assert found.place is not None
    assert found.says.en


def test_a_collector_who_calls_it_filed_gets_a_hint():
    text = f"【某某金融】您的案件{NUMBER}已被法院正式立案，请今日还款。"
    assert [each.severity for each in findings(check, evidence(text))] == ["weak"]


def test_a_number_read_with_letters_for_digits_is_still_known():
    text = "【某某金融】您的案件（2O25）津O1O3诉前调2l07号已判决，请今日还款。"
    assert [each.severity for each in findings(check, evidence(text))] == ["strong"]


def test_says_when_nothing_was_read():
    assert unable(check, evidence(None))
