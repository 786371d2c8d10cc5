"""Real causes first."""

import pytest
from build import evidence, findings, unable

from forgecheck.judge.law import cause_of_action as check

CAUSES = (
    *("借款合同纠纷", "金融借款合同纠纷", "小额借款合同纠纷", "民间借贷纠纷", "信用卡纠纷", "借记卡纠纷", "追偿权纠纷"),
    *("金融不良债权转让合同纠纷", "金融不良债权追偿纠纷", "保证合同纠纷", "保证保险合同纠纷", "债权转让合同纠纷"),
    *("融资租赁合同纠纷", "典当纠纷", "保理合同纠纷", "买卖合同纠纷", "网络购物合同纠纷", "申请支付令", "执行异议之诉"),
    *("劳动争议", "不当得利纠纷", "物业服务合同纠纷", "网络侵权责任纠纷", "申请司法确认调解协议", "离婚纠纷"),
)


def summons(cause: str, number: str = "（2024）粤0305民初1号") -> str:
    return f"某某区人民法院\n传票\n案号：{number}\n案由：{cause}\n被传唤人：张某某\n传唤事由：开庭\n2024年5月6日"


@pytest.mark.parametrize("cause", CAUSES)
def test_silent_on_causes_of_the_list(cause: str):
    assert findings(check, evidence(summons(cause))) == []


@pytest.mark.parametrize(
    "text",
    [
        summons("信用卡诈骗罪", "（2024）粤0305刑初1号"),
        summons("拒不执行判决裁定罪", "（2024）粤0305刑初1号"),
        summons("诈骗", "（2024）粤0305刑初1号"),
        "某某市公安局\n传唤证\n案由：诈骗\n张某某\n2024年5月6日",
        "北京某某律师事务所\n律师函\n案由：网贷逾期\n致：张某某\n请还款。\n2024年5月6日",
        "某某调解中心\n调解登记表\n案由：贷款逾期\n申请人：某某公司",
        "防骗提示\n骗子伪造的传票\n案由：恶意透支案\n请勿相信。",
        "【某某法院】您与某某银行信用卡纠纷一案已立案。",
        "某某仲裁委员会\n仲裁通知书\n案由：借款合同争议\n2024年5月6日",
        summons("").replace("案由：\n", "案由\n"),
    ],
)
def test_silent_on_criminal_papers_and_on_papers_of_others(text: str):
    assert findings(check, evidence(text)) == []


@pytest.mark.parametrize(
    "cause",
    [
        "恶意透支案",
        "贷款诈骗案",
        "信用卡诈骗",
        "网贷逾期案",
        "欠款失信案",
        "贷款逾期不还",
        "恶意拖欠",
        "逾期不还案",
        "老赖",
    ],
)
def test_what_is_no_cause_is_strong(cause: str):
    [found] = findings(check, evidence(summons(cause)))
    assert found.severity == "strong"
    assert found.place is not None
    assert found.says.en


@pytest.mark.parametrize("text", [summons("网贷逾期纠纷"), summons("贷款纠纷").replace("贷款", "欠款")])
def test_an_everyday_word_with_the_right_ending_is_a_hint(text: str):
    assert [each.severity for each in findings(check, evidence(text))] == ["weak"]


def test_a_crime_without_a_number_is_a_hint():
    text = summons("信用卡诈骗").replace("案号：（2024）粤0305民初1号\n", "")
    assert [each.severity for each in findings(check, evidence(text))] == ["weak"]


def test_a_spaced_table_is_still_read():
    text = "某某区人民法院\n传 票\n案 号 （2O24）粤O305民初1号\n案 由 恶 意 透 支 案\n被传唤人 张某某\n2024年5月6日"
    assert [each.severity for each in findings(check, evidence(text))] == ["strong"]


def test_says_when_nothing_was_read():
    assert unable(check, evidence(None))


@pytest.mark.parametrize(
    "words",
    [
        "某银行诉你贷款诈骗纠纷一案（（2025）冀0202民初4943号）将于2月27日开庭。",
        "你网贷逾期不还案（（2025）粤0305民初1号）定于11月3日开庭。",
        "你恶意拖欠网贷一案（2025）粤0305民初1号，请到庭。",
        "你涉嫌信用卡诈骗案（（2025）粤0305民初1号）请到庭。",
    ],
)
def test_strong_where_a_message_of_a_court_calls_a_case_so(words: str):
    [found] = findings(check, evidence(f"12368\n12:11\n【深圳市南山区人民法院】张某：{words}"))
    assert found.severity == "strong"


@pytest.mark.parametrize(
    "words",
    [
        "某银行与你信用卡纠纷一案（（2025）粤0305民初1号）定于11月3日开庭。",
        "某银行诉你借款合同纠纷一案，请到庭。",
        "你与某公司追偿权纠纷一案，请到庭。",
        "你申请执行某公司借款一案，已结案。",
        "被告人张某信用卡诈骗一案（2025）粤0305刑初1号，定于明日开庭。",
        "你涉嫌信用卡诈骗案（2025）粤0305刑初1号，请到庭。",
        "逾期提交的案件材料不予接收，请登录系统。",
        "失信案例宣传：请诚信还款。",
    ],
)
def test_silent_on_what_messages_of_courts_call_cases(words: str):
    assert findings(check, evidence(f"12368\n12:11\n【深圳市南山区人民法院】张某：{words}")) == []


def test_silent_on_a_company_that_speaks_of_a_case():
    assert findings(check, evidence("10690000\n【某某法务】张某：您的网贷逾期案请处理。")) == []
