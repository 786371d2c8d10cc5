import pytest
from build import evidence, findings, unable
from genuine import GENUINE
from papers import papers

from forgecheck.judge.identifier import weekday

LETTER = "某某市人民法院\n传票\n案由：借款合同纠纷\n被传唤人：张某\n应到时间：{}"
QUIET = (
    "2025年6月3日（星期二）9时30分",
    "2025年6月3日星期二",
    "2025年06月03日 周二 9:00",
    "2025-06-03（周二）",
    "二〇二五年六月三日（星期二）",
    "2025年6月3日起，周一至周五 9:00-17:00",
    "2025年6月3日，周五、周六休息",
    "6月3日（星期五）",
    "2025年6月8日（星期天）",
    "2025年6月8日 周日 上午",
    "2025年2月30日（星期五）",
    "每周三 9:00-11:30",
    "2025年6月3日，下周五前请答复",
)


@pytest.mark.parametrize("text", [*(LETTER.format(each) for each in QUIET), *GENUINE, *papers().values()])
def test_silent_where_day_and_weekday_agree_or_there_is_none(text: str):
    assert findings(weekday, evidence(text)) == []


@pytest.mark.parametrize(
    "words",
    [
        "2025年6月3日（星期五）9时",
        "2025年6月3日 周六",
        "2025-06-03（周日）",
        "二〇二五年六月三日星期四",
        "2025年6月3日礼拜一",
    ],
)
def test_a_hint_on_another_weekday(words: str):
    (finding,) = findings(weekday, evidence(LETTER.format(words)))
    assert finding.severity == "weak"
    assert finding.evidence["true"] == "二"


def test_a_weekday_that_a_look_alike_would_mend_needs_a_clear_line():
    text = LETTER.format("2025年6月3日（星期三）")  # 二 and 三 look alike
    assert findings(weekday, evidence(text, confidence=0.9)) == []
    assert len(findings(weekday, evidence(text, confidence=0.97))) == 1


def test_unable_without_text():
    assert unable(weekday, evidence(None))
