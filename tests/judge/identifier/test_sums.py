from dataclasses import replace

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.identifier import sums

LETTER = "某某律师事务所\n律师函\n致：张某某\n{}\n某某律师事务所\n2024年5月6日"
FITTING = (
    "逾期本金7,310.08元、利息612.40元、罚息87.11元，合计8,009.59元。",
    "本金10,000元，利息500元，违约金300元，以上共计10,800元。",
    "本金人民币壹万元整（¥10,000.00）、利息500.00元，共计人民币10,500.00元。",
    "本金1.2万元、利息345元，合计12,345元。",
    "本金10000元\n利息500元\n合计10500元",
    "本金7,310.08元、利息612.40元，合计7,922元。",
    "本金36,480.12元、利息2,310.50元、罚息812.33元、复利15.20元，合计39,618.15元。",
    "逾期本金5,000元，逾期利息300元，未到期本金15,000元，合计20,300元。",
)
OTHER = (
    "本金、利息共计8,000元。",
    "共欠8,009.59元，其中本金7,310.08元、利息612.40元。",
    "本金10,000元、利息500元，已还2,000元，合计8,500元。",
    "本金10,000元、利息500元，减免300元后合计10,200元。",
    "本金约1万元、利息500元，合计12,000元。",
    "借款本金50,000元，尚欠利息2,000元、罚息500元，合计2,500元。",
    "本金10,000元、利息500元等各项费用合计12,000元。",
    "本金10,000元，利息500元。律师费合计3,000元。",
    "本金10,000元、利息500元、其他款800元，合计11,300元。",
    "原告主张本金10,000元。合计12,000元。",
    "本金一万余元、利息500元，合计12,000元。",
    "借款本金50,000元，剩余本金30,000元、利息2,000元，合计32,100元。",
    "首付2,000元，本金10,000元，合计12,000元。",
)


@pytest.mark.parametrize("text", GENUINE)
def test_silent_on_genuine(text: str):
    assert [each for each in findings(sums, evidence(text)) if not each.fits] == []


@pytest.mark.parametrize("sentence", FITTING)
def test_says_that_the_parts_add_up(sentence: str):
    (finding,) = findings(sums, evidence(LETTER.format(sentence)))
    assert (finding.severity, finding.fits) == ("info", True)


@pytest.mark.parametrize("sentence", OTHER)
def test_silent_where_the_total_may_be_made_otherwise(sentence: str):
    assert [each.says.zh for each in findings(sums, evidence(LETTER.format(sentence))) if not each.fits] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "本金10,000.00元、利息4,500.00元、违约金2,700.00元，合计12,844.00元。",
        "逾期本金17,310.08元、利息6,612.40元、罚息5,487.11元，合计21,009.59元。",
        "本金20,000元，利息9,400元，律师费5,000元，以上共计25,255元。",
        "本金24,000元\n利息7,244元\n违约金2,522元\n合计27,544元",
    ],
)
def test_strong_where_the_parts_are_more_than_the_total(sentence: str):
    (finding,) = findings(sums, evidence(LETTER.format(sentence)))
    assert finding.severity == "strong"
    assert finding.place is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "本金10,000.00元、利息4,500.00元、违约金2,700.00元，合计24,422.00元。",
        "本金10,000元、利息500元、违约金300元，合计10,600元。",
    ],
)
def test_weak_where_an_item_may_be_missing_or_a_figure_misread(sentence: str):
    assert [each.severity for each in findings(sums, evidence(LETTER.format(sentence)))] == ["weak"]


def test_silent_in_a_line_that_was_read_poorly():
    given = evidence(LETTER.format("本金10,000元、利息4,500元、违约金2,700元，合计12,844元。"))
    poor = tuple(replace(each, place=replace(each.place, confidence=0.7)) for each in given.fields or ())
    assert findings(sums, replace(given, fields=poor)) == []


def test_weak_on_a_paper_of_a_court():
    text = (
        "某某市某某区人民法院\n执行通知书\n支付本金10,000元、利息4,500元、违约金2,700元，合计12,844元。\n2024年3月5日"
    )
    assert [each.severity for each in findings(sums, evidence(text))] == ["weak"]


def test_says_when_nothing_could_be_read():
    assert unable(sums, evidence(None))


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("被告分三期归还：第一期2140.15元，第二期939.93元，第三期1348.56元，三期合计5328.64元。", ["weak"]),
        ("分三期归还：第一期2000元，第二期1000元，第三期1500元，三期合计4500元。", []),
    ],
)
def test_instalments_are_parts_of_their_sum(words: str, severity: list[str]):
    said = [each.severity for each in findings(sums, evidence(words)) if each.severity != "info"]
    assert said == severity
