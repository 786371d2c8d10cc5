import pytest
from build import evidence, findings, unable
from genuine import GENUINE
from papers import papers

from forgecheck.judge.language import abuse

QUIET = (
    "您的借款已逾期，请尽快还款。",
    "催收员骂我狗东西，我欠的钱怎么办？",
    "你欠我的钱再不还我就骂你狗东西哈哈",
    "催收人员不得使用畜生、人渣等词语辱骂客户，您的还款请走APP。",
    "小说：债主骂道，你欠钱不还，猪狗不如。",
    "遇到催收辱骂“不要脸的老赖”，请您保留录音并举报。您的欠款可协商。",
    "您家的小狗已借出，请归还。",
    "今晚吃什么，你个傻逼",
    "您欠的话费请及时缴纳。",
    "某某派出所\n你因欠款与他人互骂人渣，依法予以警告。",
    "对方说我是人渣，您看欠款怎么还",
)


@pytest.mark.parametrize("text", [*GENUINE, *QUIET, *papers().values()])
def test_silent_where_nobody_is_cursed_for_a_debt(text: str):
    assert findings(abuse, evidence(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "你还是人吗，欠钱的狗东西，你全家不得好死",
        "欠债不还，你个人渣，臭不要脸",
        "你借款逾期还装死，真是没爹没妈的畜生",
        "不还钱断子绝孙，你怎么不去死",
        "你欠钱不还，猪狗不如",
    ],
)
def test_a_hint_on_insults(text: str):
    (finding,) = findings(abuse, evidence(text, type="chat_screenshot"))
    assert finding.severity == "weak"


def test_noise_says_nothing_in_a_line_that_was_not_read_surely():
    assert findings(abuse, evidence("你欠钱不还，猪狗不如", type="chat_screenshot", confidence=0.6)) == []


def test_unable_without_text():
    assert unable(abuse, evidence(None))
