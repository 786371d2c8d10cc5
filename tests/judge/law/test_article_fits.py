import pytest
from build import evidence, findings, unable
from genuine import ORDINARY

from forgecheck.judge.law import article_fits

LETTER = "某某律师事务所\n律师函\n致：张某某\n{}\n某某律师事务所\n{}"
NOTHING_TO_SAY = (
    "根据《民法典》第五百七十七条，请与我所联系。",
    "根据《民法典》第八百条，您应承担违约责任。",
    "根据《合同法》第一百零七条、《民法典》第五百七十七条，您应承担违约责任。",
    "根据《民法典》第五百七十七条、第一千五百条，您应承担违约责任。",
    "根据《民事诉讼法》第二百四十条，发出执行通知。",
    "根据合同约定，您应承担违约责任。",
    "根据《物业管理条例》第七条，您应缴费。",
    "您应承担违约责任。",
    "根据《刑法》第二百六十六条，请还款。",
    "根据民法典，您应承担违约责任。",
)


@pytest.mark.parametrize("text", ORDINARY)
def test_silent_on_messages_without_law(text: str):
    assert findings(article_fits, evidence(text)) == []


@pytest.mark.parametrize("sentence", NOTHING_TO_SAY)
def test_silent_where_nothing_agrees_or_something_else_is_wrong(sentence: str):
    assert findings(article_fits, evidence(LETTER.format(sentence, "2024年5月6日"))) == []


@pytest.mark.parametrize(
    ("sentence", "date", "article"),
    [
        ("根据《民法典》第五百七十七条，您应承担违约责任。", "2024年5月6日", "577"),
        ("依据民法典第五百六十五条，通知您解除合同。", "2023年1月6日", "565"),
        ("依照《刑法》第一百七十五条之一，骗取贷款罪须造成重大损失。", "2024年5月6日", "175-1"),
        ("依照《民事诉讼法》第二百五十一条，发出执行通知。", "2024年5月6日", "251"),
        ("依照《民事诉讼法》第二百四十条，发出执行通知。", "2019年5月6日", "240"),
    ],
)
def test_says_once_what_agrees_on_the_letters_day(sentence: str, date: str, article: str):
    (finding,) = findings(article_fits, evidence(LETTER.format(sentence, date)))
    assert (finding.severity, finding.fits, finding.evidence["article"]) == ("info", True, article)


def test_silent_before_the_statute_was_in_force():
    sentence = "根据《民法典》第五百七十七条，您应承担违约责任。"
    assert findings(article_fits, evidence(LETTER.format(sentence, "2019年5月6日"))) == []


def test_never_says_genuine():
    (finding,) = findings(article_fits, evidence("根据《民法典》第五百七十七条，您应承担违约责任。"))
    assert "真" not in finding.says.zh


def test_says_when_nothing_could_be_read():
    assert unable(article_fits, evidence(None))
