import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.identifier import client_unnamed

FIRM = "广东平正律师事务所"
LETTER = (
    FIRM + "\n律师函\n致：张某先生\n{}请于收函后七日内归还，逾期将提起诉讼。\n" + FIRM + "\n律师：王某\n2025年5月6日"
)


@pytest.mark.parametrize("text", GENUINE)
def test_silent_on_genuine(text: str):
    assert findings(client_unnamed, evidence(text)) == []


@pytest.mark.parametrize(
    "words",
    [
        "本所受某某银行股份有限公司委托，就您的贷款致函：您尚欠18000元。",
        "受某某小额贷款公司委托，您的借款已逾期。",
        "受李某某委托，您所借款项已逾期。",
        "您于2023年向赵某某借款18000元，至今未还。",
        "委托人：孙某\n您的借款已逾期。",
        "受房东周某委托，您欠的租金与借款请一并付清。",
        "您欠我方当事人钱某的借款18000元已逾期。",
        "您名下有多笔网贷逾期，共计18000元。",
        "某某学校委托本所催收您的分期学费，您已逾期。",
    ],
)
def test_silent_where_a_creditor_is_named(words: str):
    assert findings(client_unnamed, evidence(LETTER.format(words), type="lawyer_letter")) == []


@pytest.mark.parametrize(
    "words",
    [
        "本所受合作平台委托，就您的网贷逾期事宜致函：您尚欠18000元。",
        "受债权人委托，您的借款18000元已逾期。",
        "本所受委托处理您名下逾期贷款18000元。",
    ],
)
def test_a_hint_where_nobody_is_named_as_creditor(words: str):
    (found,) = findings(client_unnamed, evidence(LETTER.format(words), type="lawyer_letter"))
    assert found.severity == "weak"
    assert findings(client_unnamed, evidence(LETTER.format(words), type="lawyer_letter", confidence=0.7)) == []


def test_silent_on_a_picture_without_its_end():
    text = LETTER.format("受债权人委托，您的借款18000元已逾期。").rsplit("\n", 1)[0]
    assert findings(client_unnamed, evidence(text, type="lawyer_letter")) == []


def test_says_when_nothing_was_read():
    assert unable(client_unnamed, evidence(None))
