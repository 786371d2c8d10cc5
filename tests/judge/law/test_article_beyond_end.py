import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import article_beyond_end

LETTER = "某某律师事务所\n律师函\n致：张某某\n{}\n某某律师事务所\n{}"
EXISTING = (
    "根据《民法典》第一千二百六十条、《中华人民共和国民法典》第1260条。",
    "根据《民法典》第五百七十七条第一款、第五百七十九条和第六百七十六条之规定。",
    "依照刑法第二百五十三条之一、第二百九十三条之一。",
    "依照《中华人民共和国刑法》第四百五十二条。",
    "依照《民事诉讼法》（2023修正）第三百零六条。",
    "依照《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第五百五十条。",
    "依照《民法典》第577、579、676条。",
    "本合同第三百条、第9999条。",
    "德国刑法第2000条与本案无关。",
    "《某某省物业管理条例》第300条。",
    "根据《民法典》第六百七十六条，金额为12600元，第1261号通知。",
    "依照《刑法修正案（十一）》第九百条。",
)


@pytest.mark.parametrize("text", GENUINE)
def test_silent_on_genuine(text: str):
    assert findings(article_beyond_end, evidence(text)) == []


@pytest.mark.parametrize("sentence", EXISTING)
def test_silent_on_articles_that_exist_and_on_other_rules(sentence: str):
    assert findings(article_beyond_end, evidence(LETTER.format(sentence, "2024年5月6日"))) == []


@pytest.mark.parametrize(
    ("sentence", "article"),
    [
        ("根据《民法典》第一千五百九十三条，您应还款。", 1593),
        ("根据《中华人民共和国民法典》第5230条，您应还款。", 5230),
        ("您已触犯刑法第1593条。", 1593),
        ("依照《民事诉讼法》第424条强制执行。", 424),
        ("依照《民法典》第577条、第1593条。", 1593),
    ],
)
def test_strong_beyond_every_version(sentence: str, article: int):
    (finding,) = findings(article_beyond_end, evidence(LETTER.format(sentence, "2024年5月6日")))
    assert (finding.severity, finding.evidence["article"]) == ("strong", article)


def test_strong_where_only_a_later_version_is_that_long():
    (finding,) = findings(article_beyond_end, evidence(LETTER.format("依照《民事诉讼法》第300条。", "2022年5月6日")))
    assert finding.severity == "strong"
    assert finding.evidence["articles"] == 291


def test_silent_where_the_date_is_unknown_and_a_version_fits():
    assert findings(article_beyond_end, evidence("依照《民事诉讼法》第300条，请您还款。")) == []


def test_weak_after_the_table_was_made():
    (finding,) = findings(article_beyond_end, evidence(LETTER.format("根据《民法典》第1593条。", "2031年5月6日")))
    assert finding.severity == "weak"


@pytest.mark.parametrize("sentence", ["依照《刑法》第一百九十六条之一，", "依照民法典第577条之二，"])
def test_strong_on_invented_inserted_articles(sentence: str):
    (finding,) = findings(article_beyond_end, evidence(LETTER.format(sentence, "2024年5月6日")))
    assert finding.severity == "strong"


@pytest.mark.parametrize("numeral", ["一百三十二", "1333", "２９９３"])
def test_weak_where_a_misread_or_doubled_sign_explains_the_inserted_article(numeral: str):
    (finding,) = findings(article_beyond_end, evidence(LETTER.format(f"依照刑法第{numeral}条之一，", "2024年5月6日")))
    assert finding.severity == "weak"


def test_a_hint_only_where_a_court_means_the_interpretation():
    text = "江苏省徐州市云龙区人民法院\n执行裁定书\n依照《中华人民共和国民事诉讼法》第{}条规定，裁定如下。\n审判员 某某"
    assert [each.severity for each in findings(article_beyond_end, evidence(text.format(517)))] == ["weak"]
    assert [each.severity for each in findings(article_beyond_end, evidence(text.format(922)))] == ["strong"]


def test_a_hint_only_where_one_misread_sign_explains_it():
    """731 may be 131; 931 is none of the articles."""
    found = findings(article_beyond_end, evidence(LETTER.format("依照《民事诉讼法》第731条，", "2024年5月6日")))
    assert [each.severity for each in found] == ["weak"]


def test_a_hint_only_where_a_courts_paper_lost_its_head():
    text = "执行裁定书\n依照《中华人民共和国民事诉讼法》第五百一十七条规定，裁定如下。\n审判员 某某"
    assert [each.severity for each in findings(article_beyond_end, evidence(text))] == ["weak"]


def test_silent_on_a_poster_that_quotes_a_forged_letter():
    text = "防骗提示\n“依据《民法典》第1593条对你实施抓捕”——假！\n骗子常用这样的话。"
    assert findings(article_beyond_end, evidence(text)) == []


def test_the_finding_gives_the_article_as_it_was_read():
    (finding,) = findings(article_beyond_end, evidence("依照《民法典》第五百七十七条、第一千五百九十三条，"))
    assert "第一千五百九十三条" in finding.says.zh


def test_says_when_nothing_could_be_read():
    assert unable(article_beyond_end, evidence(None))


def test_only_a_hint_where_the_line_was_read_poorly():
    text = "依据《中华人民共和国民法典》第一千九百九十条，您应当还款。"
    [clear] = findings(article_beyond_end, evidence(text))
    [poor] = findings(article_beyond_end, evidence(text, confidence=0.7))
    assert (clear.severity, poor.severity) == ("strong", "weak")
