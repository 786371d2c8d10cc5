"""Words of the paper itself against words that it tells of others."""

import pytest
from build import evidence

from forgecheck.judge.prose import prose
from forgecheck.judge.told import told

CLAIM = "我司已冻结您名下所有账户"

OTHERS = [
    f"湖南某某律师事务所\n律师函\n致：某某公司\n贵司人员发送短信，声称“{CLAIM}”，侵害委托人权益。",
    f"湖南某某律师事务所\n律师函\n致：某某公司\n贵司以法院名义向委托人发送“{CLAIM}”等信息。",
    f"防骗提示\n收到“{CLAIM}”的，都是骗子。",
    f"本报讯（记者 某某）该公司在信中写道：{CLAIM}，借款人信以为真。",
    f"10086\n【防骗提醒】有不法分子冒充贷款公司发送{CLAIM}的短信，请勿点击，请勿转账。",
    f"收到{CLAIM}，请立即还款的短信，不要理会。\n谨防冒充。",
    f"常见骗局：{CLAIM}，请尽快还款。\n遇到冒充法院的，请拨打96110。",
    f"第三章 催收\n甲对乙说，{CLAIM}。\n思考题：甲的行为如何定性？",
]
OWN = [
    f"1069123456789\n【某某法务】{CLAIM}，请立即还款。",
    f"1069123456789\n【某某法务】“{CLAIM}”，请立即还款。",
    f"某某商务咨询有限公司\n催收函\n张某某：\n{CLAIM}，请勿相信他人，谨防诈骗。\n某某商务咨询有限公司\n2024年3月1日",
    f"某某律师事务所\n律师函\n张某某：\n您已被列为“失信人员”。{CLAIM}，请联系“王主任”。\n2024年3月1日",
    f"请尽快还款，{CLAIM}。",
    f"张某某：{CLAIM}。请尽快还款。\n本函一式两份。\n谨防冒充。",
]


def place(text):
    given = evidence(text)
    words = prose(given)
    start = words.text.index(CLAIM)
    return given, words, start, start + len(CLAIM)


@pytest.mark.parametrize("text", OTHERS)
def test_a_quotation_a_warning_and_a_report_tell_what_others_say(text):
    assert told(*place(text))


@pytest.mark.parametrize("text", OWN)
def test_a_sender_speaks_for_himself(text):
    assert not told(*place(text))


@pytest.mark.parametrize(
    "text",
    [
        f"法律知识测试\n一、判断题\n1.催收人说，{CLAIM}，这是合法的。（×）",
        f"普法答题\n下列说法正确的是\nA.{CLAIM}\nB.不能",
        f"考试试卷\n姓名：\n1.{CLAIM}，请尽快还款。（ ）",
    ],
)
def test_an_exam_sheet_tells_what_others_say(text):
    assert told(*place(text))


@pytest.mark.parametrize(
    "text",
    [
        f"常识竞赛\n判断题（每题5分）\n（　）1.{CLAIM}。\n（　）2.其他",
        f"第12题 {CLAIM}，这种说法\nA.对 B.不对\n参考答案：B",
        f"第二幕\n讨债人：{CLAIM}！\n旁白：众人大惊。",
        f"【灯光渐暗】\n编剧：这句改成{CLAIM}\n导演：好",
    ],
)
@pytest.mark.parametrize("kind", ["other", "chat_screenshot", "dishonest_debtor_notice"])
def test_a_school_paper_and_a_play_are_told_whatever_kind_they_look_like(text: str, kind: str):
    given = evidence(text, type=kind)
    words = prose(given)
    start = words.text.index(CLAIM)
    assert told(given, words, start, start + len(CLAIM))


def test_the_readers_own_line_is_not_the_senders():
    text = f"贷后专员\n请还款\n你：那您是说{CLAIM}吧"
    assert told(*place(text))


@pytest.mark.parametrize(
    "text",
    [
        f"请问题目：{CLAIM}。请尽快还款。",
        f"请选择还款方式：（1）全额（2）分期。{CLAIM}，请尽快还款。",
        f"{CLAIM}。考虑到您的困难，判断您有还款意愿，请尽快还款。",
    ],
)
def test_the_words_of_an_exam_alone_make_no_exam(text):
    assert not told(*place(text))
