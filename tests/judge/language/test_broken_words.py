from dataclasses import replace

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.evidence import Evidence
from forgecheck.judge.language import broken_words
from forgecheck.look.flow import flow

INNOCENT = (
    "传 票",
    "律 师 函\n某某先生：\n请按时还款。",
    "逾 期 催 还 列 表",
    "您 的 贷 款 已 经 逾 期 请 尽 快 还 款 谢 谢 您 的 配 合 与 支 持",
    "执 行 通 知 书\n公 安 局",
    "联系人 li 案件编号 12，独立and自主",
    "请拨打12368-1，法院-立案-执行三个环节",
    "还款/逾期/征信 三个概念您要分清楚，这是银行的说明文字",
    "剩余期限内请按时还款，互动结果以公告为准，完整信息见附件",
    "还款日...逾期日...征信查询，目录如下，请您参阅全文内容",
    "案 号：（2024）粤0305民初1号\n案 由：借款合同纠纷\n被 告：张某某",
    "My bank: wu, li, fa, su. 法院",
)


@pytest.mark.parametrize("text", [*GENUINE, *INNOCENT])
@pytest.mark.parametrize("type", [None, "sms_screenshot"])
def test_silent_on_genuine(text: str, type: str | None):
    assert findings(broken_words, evidence(text, type=type)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("【某某法务】您的逾 期账单已移交法 院处理，请尽快与我们联系", ["逾期", "法院"]),
        ("您的逾.期账单我司将向法*院起诉，请尽快与我们的专员联系", ["逾期", "法院"]),
        ("我们将起su，并已li案，请您尽快联系工作人员处理", ["起诉", "立案"]),
        ("已委托律师涵告，氵去院马上受理，请您尽快联系工作人员", ["律师函", "法院"]),
        ("您的dai款已严重逾qi，请尽快huan款", ["贷款", "逾期", "还款"]),
    ],
)
def test_strong_on_two_broken_words(text: str, words: list[str]):
    (finding,) = findings(broken_words, evidence(text, type="sms_screenshot"))
    assert finding.severity == "strong"
    assert finding.evidence["words"] == words
    assert finding.place is not None


def test_weak_on_one_word_broken_by_sound():
    (finding,) = findings(broken_words, evidence("您的账单已严重逾qi，请尽快处理", type="sms_screenshot"))
    assert finding.severity == "weak"


def test_silent_on_one_spaced_word():
    assert findings(broken_words, evidence("您的账单已严重逾 期，请尽快联系我们处理", type="sms_screenshot")) == []


def spaced(text: str, wide: set[int]) -> Evidence:
    """A line whose characters after the given places stand one and a half characters further on than usual."""
    given = evidence(text, type="sms_screenshot")
    (page,) = given.document.pages
    (line,) = page.lines or ()
    steps = [2.5 if at in wide else 1.0 for at in range(len(text) - 1)]
    places = [sum(steps[:at]) for at in range(len(text))]
    line = replace(line, centres=tuple((place + 0.5) / (places[-1] + 1) for place in places))
    return replace(given, document=replace(given.document, pages=(replace(page, lines=(line,)),)))


TEXT = "您的账单逾期未还我司将向法院提起诉讼请您尽快联系"


def test_strong_on_two_words_set_wide():
    wide = {TEXT.index("逾期"), TEXT.index("法院")}
    (finding,) = findings(broken_words, spaced(TEXT, wide))
    assert finding.severity == "strong"
    assert finding.evidence["words"] == ["逾期", "法院"]


def test_silent_on_a_line_set_evenly_or_justified():
    assert findings(broken_words, spaced(TEXT, set())) == []
    assert findings(broken_words, spaced(TEXT, set(range(len(TEXT))))) == []
    assert findings(broken_words, spaced(TEXT, set(range(0, len(TEXT), 2)))) == []


def test_silent_on_court_papers():
    text = "本院受理逾 期账单一案，法 院将依法审理，请你按时到庭参加诉讼"
    assert findings(broken_words, evidence(text, type="court_notice")) == []


def test_says_when_nothing_could_be_read():
    assert unable(broken_words, evidence(None))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("您的網貸已经逾期，请马上還款，否则我们将会处理这个问题", ["网贷", "还款"]),
        ("请您与弓长律师联系，电话13八零零138零零零，否则会影响您的征信", ["弓长", "手机号"]),
        ("请与古月经理联系，来处理您的dai款问题，时间不多了", ["贷款", "古月"]),
        ("请加薇信详谈，你的起诉壮已经写好，请您过来看", ["微信", "起诉状"]),
        ("电话１3８0０13８000，请您尽快還款，这个时间已经过了", ["手机号", "还款"]),
    ],
)
def test_strong_on_two_disguises(text: str, words: list[str]):
    (finding,) = findings(broken_words, evidence(text, type="sms_screenshot"))
    assert finding.severity == "strong"
    assert sorted(finding.evidence["words"]) == sorted(words)


@pytest.mark.parametrize(
    "text",
    [
        "您的貸款已逾期，請儘快還款，以免影響您的信用，這是銀行的通知，我們會為您說明",
        "您的网貸已经逾期，请马上还款，这是我们的通知",
        "请与弓长律师联系，他会为您说明这个问题",
        "二〇二四年五月六日第一三八条",
        "电话138OO138OOO，请您尽快还款",
        "执行案號一二三四五六七八九十，请您联系法務部門",
        "木子老师的课请您准时来",
        "贷款还款13800138000",
    ],
)
def test_silent_on_traditional_texts_nicknames_and_numbers(text: str):
    assert findings(broken_words, evidence(text, type="sms_screenshot")) == []


def test_silent_on_traditional_words_read_badly():
    text = "您的網貸已经逾期，请马上還款，否则我们将会处理这个问题"
    given = evidence(text, type="sms_screenshot")
    (page,) = given.document.pages
    poor = replace(page, lines=tuple(replace(line, confidence=0.85) for line in page.lines or ()))
    document = replace(given.document, pages=(poor,))
    assert findings(broken_words, replace(given, document=document, flow=flow(document.pages))) == []
