import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import crime_by_contract_end

LAWFUL = (
    "您逾期三期，我行宣布合同解除，剩余借款提前到期，并将提起诉讼。",
    "您以虚假材料骗取贷款，合同解除后涉嫌骗取贷款罪，我行将报案。",
    "合同解除不影响违约责任，请您尽快还款。",
    "合同解除后不会变成刑事案件，您放心还款即可。",
    "解除合同后，构成犯罪的，依法追究刑事责任，请您履行还款。",
    "公司决定解除劳动合同，其职务侵占涉嫌刑事犯罪，员工借款另行处理。",
    "您与我司的借款合同自通知到达之日解除。",
    "贷款提前到期后，我行将申请查封抵押房产，请您还款。",
    "解除限制后，您可正常使用，贷款账单如下。",
    "合同解除就按诈骗处理，这是真的吗？我的贷款怎么办，您说呢",
    "骗子称合同取消就移交公安，贷款用户请您警惕。",
    "取消分期后，您需一次性还清账单。",
)
STRONG = (
    "您的借款合同已解除，现按诈骗处理，请还款。",
    "【某某法务】分期资格取消后转为刑事案件，您的欠款须今日结清。",
    "您的合同终止，将移交公安机关追究。欠款未还。",
    "贷款提前到期后，您的行为构成合同诈骗。",
)
WEAK = ("您的借款合同解除后，可能涉嫌诈骗。",)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(crime_by_contract_end, evidence(text)) == []


@pytest.mark.parametrize("text", STRONG)
def test_strong_where_it_is_said_as_a_fact(text: str):
    (finding,) = findings(crime_by_contract_end, evidence(text))
    assert finding.severity == "strong"
    assert finding.place is not None


@pytest.mark.parametrize("text", WEAK)
def test_weak_where_it_is_less_clear(text: str):
    (finding,) = findings(crime_by_contract_end, evidence(text))
    assert finding.severity == "weak"


def test_a_hint_only_where_the_text_was_read_poorly():
    (finding,) = findings(crime_by_contract_end, evidence(STRONG[0], confidence=0.6))
    assert finding.severity == "weak"


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(crime_by_contract_end, evidence(" ".join(STRONG[0])))


def test_says_when_nothing_could_be_read():
    assert unable(crime_by_contract_end, evidence(None))
