import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import penalty_share

LETTER = "某某律师事务所\n律师函\n致：张某某\n{}\n某某律师事务所\n2024年5月6日"
LAWFUL = (
    "违约金按本金的5%计算。",
    "违约金不超过剩余本金的20%。",
    "请先归还本金的20%。",
    "先还本金20%，其余分期。",
    "合同约定违约金过高的，可请求调低，如本金的30%。",
    "贷款本金的100%由担保公司代偿。",
    "利息按本金的年利率12%计算，违约金另计。",
    "您应支付违约金300元。",
    "已还本金80%。",
    "提前还款违约金为剩余本金的1%。",
)


@pytest.mark.parametrize("text", GENUINE)
def test_silent_on_genuine(text: str):
    assert findings(penalty_share, evidence(text)) == []


@pytest.mark.parametrize("sentence", LAWFUL)
def test_silent_on_other_shares(sentence: str):
    assert findings(penalty_share, evidence(LETTER.format(sentence))) == []


@pytest.mark.parametrize(
    ("sentence", "share"),
    [
        ("您须按剩余本金的20%支付违约金。", "20%"),
        ("违约金为未还本金的百分之十五。", "百分之十五"),
        ("除归还剩余本金500元外，还须另付剩余本金百分之三十的违约金。", "百分之三十"),
        ("将收取剩余本金10%作为违约金。", "10%"),
        ("另需承担剩 余 本 金 的 ３０％ 违 约 金。", "30%"),
    ],
)
def test_weak_where_a_share_of_the_principal_is_demanded(sentence: str, share: str):
    (finding,) = findings(penalty_share, evidence(LETTER.format(sentence)))
    assert finding.severity == "weak"
    assert share in str(finding.evidence["claim"])


@pytest.mark.parametrize(
    "sentence", ["您逾期不还，欠款将翻倍计收。", "每逾期一天，本金按三倍偿还。", "违约后须双倍归还借款。"]
)
def test_strong_where_the_debt_is_to_multiply(sentence: str):
    (finding,) = findings(penalty_share, evidence(LETTER.format(sentence)))
    assert finding.severity == "strong"


def test_silent_on_a_paper_of_a_court():
    text = "某某市某某区人民法院\n民事判决书\n被告按剩余本金的20%支付违约金。\n二〇二四年三月五日"
    assert findings(penalty_share, evidence(text)) == []


def test_says_when_nothing_could_be_read():
    assert unable(penalty_share, evidence(None))
