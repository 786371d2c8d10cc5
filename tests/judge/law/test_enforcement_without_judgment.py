"""Papers of enforcement that name what they enforce, and messages, first."""

import pytest
from build import evidence, findings, unable

from forgecheck.judge.law import enforcement_without_judgment as check

HEAD = "某某市某某区人民法院\n执行通知书\n（2024）苏0505执12号\n张某某：\n"
END = "\n某某市某某区人民法院\n2024年4月2日"


@pytest.mark.parametrize(
    "body",
    [
        "（2023）苏0505民初1号民事判决书已经发生法律效力，责令你立即履行。",
        "（2023）苏0505民初1号民事调解书已经发生法律效力，责令你立即履行。",
        "某某仲裁委员会（2023）某仲字第8号裁决书已经发生法律效力。",
        "某某公证处出具的执行证书已经发生法律效力。",
        "你未按生效法律文书确定的义务履行。",
        "（2023）苏0505民督1号支付令已经发生法律效力。",
        "（2023）苏0505民特1号裁定已经发生法律效力。",
        "本院恢复执行你与某某银行一案。",
        "某某市税务局作出的处罚决定书已经发生法律效力。",
    ],
)
def test_silent_where_the_instrument_is_named(body: str):
    assert findings(check, evidence(HEAD + body + END)) == []


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "申请执行人某某银行与你借款合同纠纷一案，责令你立即",
        "12368\n【某某县人民法院】被执行人韦某：（2025）桂0127执882号案，限你三日内到本院履行义务。",
        "某某区人民法院\n报告财产令\n（2025）浙0212执2019号\n赵某某：\n责令你如实报告财产。\n二〇二五年三月十日",
        "某某区人民法院\n传票\n（2025）浙0212执2019号\n被传唤人：赵某某\n二〇二五年三月十日",
        "律师函\n致：张某某\n请您七日内还款，逾期将依法起诉。\n北京某某律师事务所\n2024年5月6日",
        "记者从法院获悉，（2024）苏0505执12号案件已执行完毕。",
    ],
)
def test_silent_on_messages_cut_pages_and_other_papers(text: str):
    assert findings(check, evidence(text)) == []


@pytest.mark.parametrize("title", ["执行通知书", "强制执行通知书", "限制消费令", "限制高消费令"])
def test_a_whole_paper_that_names_nothing_is_a_hint(title: str):
    text = f"某某区人民法院\n{title}\n（2024）苏0505执12号\n张某某：\n因你拖欠贷款，现依法执行。{END}"
    [found] = findings(check, evidence(text))
    assert found.severity == "weak"
    assert found.place is not None
    assert found.says.en


def test_a_letter_that_cites_a_number_of_enforcement_is_a_hint():
    text = (
        "律师函\n致：张某某\n受某某消费金融有限公司委托，就您逾期还款一事致函如下。您的案件（2024）苏0505执12号已经进入强制执行"
        "程序，法院将查封您名下的财产，请在三日内联系我所还款，以免影响您的工作和生活，否则后果由您自行承担。\n北京某某律师事务所\n2024年5月6日"
    )
    assert [each.severity for each in findings(check, evidence(text))] == ["weak"]


def test_letters_lost_in_reading_do_not_lose_the_title():
    text = f"某某区人民法院\n执 行 通 知 书\n（2024）苏O505执l2号\n张某某：\n因你拖欠贷款，现依法执行。{END}"
    assert len(findings(check, evidence(text))) == 1


def test_says_when_nothing_was_read():
    assert unable(check, evidence(None))
