import pytest
from build import evidence, findings, unable
from genuine import GENUINE
from papers import papers

from forgecheck.judge.sender import night_message

BODY = "【某某消费金融】张三，您的借款逾期，请马上还款。"
QUIET = (
    "10691234567\n3月5日 12:54\n" + BODY,
    "02:14\n10691234567\n3月5日 12:54\n" + BODY,
    "02:14\n" + BODY,
    "3月5日 21:40\n" + BODY,
    "3月5日 晚上9:40\n" + BODY,
    "3月5日 下午2:14\n" + BODY,
    "3月5日 上午11:14\n" + BODY,
    "3月5日 02:14\n【某某银行】您尾号1234的账户支出50元。",
    "3月5日 02:14\n【某某银行】您本期账单已出，请按时还款。",
    "3月5日 02:14\n【某某派出所】请勿相信逾期催收短信。",
    "3月5日 02:14\n【某某市人民法院】您欠款一案，请于3月9日到庭。",
    "3月5日 02:14\n老张，欠款请尽快还我",
    "3月5日 07:30\n" + BODY,
)


@pytest.mark.parametrize("text", QUIET)
def test_silent_by_day_and_on_other_messages(text: str):
    assert findings(night_message, evidence(text, type="sms_screenshot")) == []


@pytest.mark.parametrize("text", [*GENUINE, *papers().values()])
def test_silent_on_genuine(text: str):
    assert findings(night_message, evidence(text)) == []


@pytest.mark.parametrize(
    "time",
    [
        "3月5日 02:14",
        "今天 00:31",
        "昨天 23:45",
        "3月5日 周三 凌晨3:20",
        "凌晨 2:05",
        "2025/3/5 05:10",
        "周三 晚上11:40",
    ],
)
def test_a_hint_on_a_demand_at_night(time: str):
    (finding,) = findings(night_message, evidence(f"10691234567\n{time}\n{BODY}", type="sms_screenshot"))
    assert finding.severity == "weak"


def test_the_time_is_that_of_its_own_message():
    text = f"3月4日 02:14\n【某某银行】您尾号1234支出50元。\n3月5日 12:54\n{BODY}"
    assert findings(night_message, evidence(text, type="sms_screenshot")) == []


def test_noise_of_a_line_that_was_not_read_clearly_says_nothing():
    given = evidence(f"3月5日 02:14\n{BODY}", type="sms_screenshot", confidence=0.9)
    assert findings(night_message, given) == []


def test_unable_without_text():
    assert unable(night_message, evidence(None))
