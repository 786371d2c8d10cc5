from dataclasses import replace

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.identifier import amount_in_words

LETTER = "某某律师事务所\n律师函\n致：张某某\n{}\n某某律师事务所\n2024年5月6日"
FITTING = (
    "尚欠借款本金人民币叁佰万元整（¥3,000,000.00）、利息118,400.00元。",
    "欠款共计人民币（大写）壹拾万元整（小写：100,000.00）。",
    "应还人民币拾万元整（100000元）。",
    "借款金额：50,000.00元（大写：伍万元整）",
    "本金人民币壹万贰仟叁佰肆拾伍元陆角柒分（￥12,345.67元）",
    "今借到李某人民币叁万元整（30000元），约定年底归还。",
    "货款壹拾贰万伍仟元整（12.5万元）",
)
OTHER = (
    "本金壹万元、利息500元。",
    "保证金伍仟元整，租金每月2,000元。",
    "借款人民币伍万元整（其中已还3,000元）。",
    "律师费叁仟元整（100元/小时）。",
    "还款壹万元整，5,000元为利息。",
    "陆某某、伍某某（1000元）",
)


def severities(sentence: str) -> list[str]:
    return [each.severity for each in findings(amount_in_words, evidence(LETTER.format(sentence)))]


@pytest.mark.parametrize("text", GENUINE)
def test_silent_on_genuine(text: str):
    assert [each for each in findings(amount_in_words, evidence(text)) if not each.fits] == []


@pytest.mark.parametrize("sentence", FITTING)
def test_says_that_words_and_figures_agree(sentence: str):
    (finding,) = findings(amount_in_words, evidence(LETTER.format(sentence)))
    assert (finding.severity, finding.fits) == ("info", True)


@pytest.mark.parametrize("sentence", OTHER)
def test_silent_on_sums_that_are_not_one(sentence: str):
    assert severities(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "尚欠借款本金人民币壹拾万元整（¥120,000.00）。",
        "欠款共计人民币（大写）贰万元整（小写：23,500.00）。",
        "应还金额：58,000.00元（大写：伍万肆仟元整）",
        "本金人民币壹万元整（¥100,000.00）",
    ],
)
def test_strong_where_words_and_figures_differ(sentence: str):
    (finding,) = findings(amount_in_words, evidence(LETTER.format(sentence)))
    assert (finding.severity, finding.fits) == ("strong", False)
    assert finding.place is not None
    assert "不一致" in finding.says.zh


@pytest.mark.parametrize(
    "sentence",
    [
        "本金人民币壹拾万元整（¥10000000）",
        "本金人民币叁万元整（¥80,000.00）",
        "本金人民币伍仟贰佰元整（¥5,300.00）",
        "本金人民币壹仟伍元整（¥1,500.00）",
        "本金人民币壹拾佰元整，请还款。",
    ],
)
def test_weak_where_the_reader_may_be_wrong(sentence: str):
    assert severities(sentence) == ["weak"]


def test_weak_in_a_line_that_was_not_read_surely():
    given = evidence(LETTER.format("尚欠借款本金人民币壹拾万元整（¥120,000.00）。"))
    poor = [replace(each, place=replace(each.place, confidence=0.7)) for each in given.fields or ()]
    assert [each.severity for each in findings(amount_in_words, replace(given, fields=tuple(poor)))] == ["weak"]


def test_weak_on_a_paper_of_a_court():
    text = "某某市某某区人民法院\n民事调解书\n被告支付人民币壹拾万元整（¥120,000.00）。\n二〇二四年三月五日"
    assert [each.severity for each in findings(amount_in_words, evidence(text))] == ["weak"]


def test_silent_where_a_fraud_is_told():
    text = "反诈提醒：骗子发来的函上写着“欠款壹拾万元整（¥120,000.00）”，都是假的。"
    assert findings(amount_in_words, evidence(text, type="other")) == []


def test_says_when_nothing_could_be_read():
    assert unable(amount_in_words, evidence(None))
