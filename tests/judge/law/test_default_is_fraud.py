import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import default_is_fraud

LAWFUL = (
    "您的信用卡透支逾期，经两次催收仍不归还，将涉嫌信用卡诈骗罪，请还款。",
    "您提供虚假材料，涉嫌骗取贷款罪，请还款。",
    "逾期还款不构成诈骗，您可以放心协商。",
    "如您以非法占有为目的，逾期不还，构成贷款诈骗罪。",
    "张某因贷款诈骗被判刑，您的账单已出。",
    "您的账户涉嫌电信诈骗资金，已被冻结，信用卡还款请用其他账户。",
    "网贷逾期算诈骗吗？您咨询律师即可。",
    "您接到的电话涉嫌诈骗电话，请警惕，勿透露贷款信息。",
    "【某某银行】请您防范贷款诈骗，逾期账单请通过官方APP还款。",
    "骗子称您逾期已构成诈骗，要求转账还款。",
    "若您伪造收入证明逾期不还，涉嫌骗取贷款罪。",
    "合同约定的违约金，逾期按日计算，请您还款。",
)
STRONG = (
    "您的网贷逾期，已构成贷款诈骗罪，请立即还款。",
    "您借款后失联，视为诈骗，我司将处理。",
    "【某某法务】您逾期不还，属于合同诈骗，今日还款。",
    "您的网贷涉嫌信用卡诈骗，请还款。",
    "您的借款逾期，涉嫌刑法第196条恶意透支。",
)
WEAK = ("您涉嫌贷款诈骗，请尽快处理欠款。",)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(default_is_fraud, evidence(text)) == []


@pytest.mark.parametrize("text", STRONG)
def test_strong_where_it_is_said_as_a_fact(text: str):
    (finding,) = findings(default_is_fraud, evidence(text))
    assert finding.severity == "strong"
    assert finding.place is not None


@pytest.mark.parametrize("text", WEAK)
def test_weak_where_it_is_less_clear(text: str):
    (finding,) = findings(default_is_fraud, evidence(text))
    assert finding.severity == "weak"


def test_a_hint_only_where_the_text_was_read_poorly():
    (finding,) = findings(default_is_fraud, evidence(STRONG[0], confidence=0.6))
    assert finding.severity == "weak"


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(default_is_fraud, evidence(" ".join(STRONG[0])))


def test_says_when_nothing_could_be_read():
    assert unable(default_is_fraud, evidence(None))
