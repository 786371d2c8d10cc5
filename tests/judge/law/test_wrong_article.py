import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import wrong_article

LETTER = "某某律师事务所\n律师函\n致：张某某\n{}\n某某律师事务所\n{}"
RIGHT = (
    "您的行为涉嫌《刑法》第一百九十三条规定的贷款诈骗罪。",
    "依照刑法第二百六十六条，构成诈骗罪的，追究刑事责任。",
    "依照《刑法》第一百九十三条、第二百六十六条，涉嫌贷款诈骗罪、诈骗罪。",
    "依照刑法第六十七条，犯贷款诈骗罪后自首的，可以从轻。",
    "涉嫌《刑法》第一百七十五条之一规定的骗取贷款罪。",
    "依照刑法第二百八十七条，利用计算机实施诈骗罪的，从其规定。",
    "根据《民法典》第一百八十七条，承担刑事责任不影响民事责任。",
    "根据《民法典》第五百七十七条，您应承担违约责任；构成犯罪的，依法追究刑事责任。",
    "根据《民法典》第577条应承担违约责任。另，依据《刑法》第193条，构成贷款诈骗罪。",
    "依照《民事诉讼法》第二百五十一条，发出执行通知。",
    "依照《民事诉讼法》第一百零四条申请诉前保全。",
    "依照刑法第二百九十三条之一，催收非法债务罪。",
    "拒不执行判决、裁定罪（刑法第三百一十三条）。",
    "贵司声称“触犯刑法第193条信用卡诈骗罪”，应停止侵害。",
)


@pytest.mark.parametrize("text", GENUINE)
def test_silent_on_genuine(text: str):
    assert findings(wrong_article, evidence(text)) == []


@pytest.mark.parametrize("sentence", RIGHT)
def test_silent_on_articles_that_say_so(sentence: str):
    assert findings(wrong_article, evidence(LETTER.format(sentence, "2024年5月6日"))) == []


@pytest.mark.parametrize(
    ("sentence", "article"),
    [
        ("您已触犯《刑法》第二百六十六条贷款诈骗罪。", "266"),
        ("依据刑法第193条规定，涉嫌信用卡诈骗罪。", "193"),
        ("涉嫌合同诈骗罪（刑法第274条），请还款。", "274"),
        ("依照《刑法》第二百二十六条，构成拒不执行判决罪。", "226"),
        ("您逾期不还贷款，触犯《刑法》第二百四十六条。", "246"),
        ("依据《民法典》第五百七十七条，追究刑事责任。", "577"),
        ("根据《民法典》第六百七十六条之规定，您将被判处有期徒刑。", "676"),
    ],
)
def test_strong_where_the_article_says_something_else(sentence: str, article: str):
    (finding,) = findings(wrong_article, evidence(LETTER.format(sentence, "2024年5月6日")))
    assert (finding.severity, finding.evidence["article"]) == ("strong", article)


def test_silent_where_one_misread_sign_would_put_it_right():
    """6 for 5: article 225 is 非法经营罪; 三 for 二: article 224 is about contracts."""
    text = LETTER.format("您已触犯《刑法》第226条非法经营罪。", "2024年5月6日")
    assert findings(wrong_article, evidence(text)) == []
    text = LETTER.format("您逾期不还贷款，触犯《刑法》第二百三十四条。", "2024年5月6日")
    assert findings(wrong_article, evidence(text)) == []


def test_weak_on_numbers_of_another_version():
    sentence = "依照《民事诉讼法》第二百四十条，发出执行通知。"
    (finding,) = findings(wrong_article, evidence(LETTER.format(sentence, "2024年5月6日")))
    assert (finding.severity, finding.evidence["article_then"]) == ("weak", "251")
    assert findings(wrong_article, evidence(LETTER.format(sentence, "2020年5月6日"))) == []
    assert findings(wrong_article, evidence(sentence)) == []


def test_only_a_hint_where_a_court_signs():
    text = "某某市某某区人民法院\n通知\n被告涉嫌贷款诈骗罪（刑法第二百六十六条）。\n审判员 李某某\n2024年5月6日"
    assert {each.severity for each in findings(wrong_article, evidence(text))} == {"weak"}


def test_weak_where_the_article_was_read_poorly():
    text = LETTER.format("您已触犯《刑法》第二百六十六条贷款诈骗罪。", "2024年5月6日")
    assert [each.severity for each in findings(wrong_article, evidence(text, confidence=0.7))] == ["weak"]


def test_weak_on_an_old_number_also_in_a_notice_of_enforcement():
    sentence = "依照《中华人民共和国民事诉讼法》第二百四十条，责令你三日内给付9000元。"
    (finding,) = findings(wrong_article, evidence(LETTER.format(sentence, "2023年8月11日")))
    assert (finding.severity, finding.evidence["article_then"]) == ("weak", "247")


def test_says_when_nothing_could_be_read():
    assert unable(wrong_article, evidence(None))
