import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import relatives_liable

LAWFUL = (
    "某某律师事务所\n律师函\n孙女士：\n您与配偶就子女的抚养、借款的承担存在分歧，请您来所协商。\n某某律师事务所",
    "您的担保人父母应承担连带保证责任，请转告还款。",
    "您为借款人提供连带责任担保，应当承担还款责任，请通知家人。",
    "夫妻共同债务由配偶共同偿还，请您知悉还款义务。",
    "继承人应在遗产范围内清偿债务，您的子女有义务配合。",
    "您的欠款已逾期，请转告您的家人协助联系。",
    "父债子偿不是法律规定，您无需替父亲还款。",
    "子女要不要替父母还款？您可以放心，不用。",
    "您的亲属自愿代偿欠款的，请联系我行。",
    "【某某保险】您的贷款已由我司代偿，我司依法向您追偿。",
    "我司将向保证人追偿，请您的配偶作为共同借款人还款。",
    "您可以由家人代为还款，请登录APP。",
    "请您的父母保重身体，逾期账单已结清。",
    "骗子称亲属必须代偿欠款，请您不要相信。",
)
STRONG = (
    "您的父母对本笔网贷承担连带清偿责任，请转告还款。",
    "您欠款不还，父债子偿天经地义，请立即处理。",
    "您的借款已逾期，您的父母有义务代为偿还。",
    "逾期不还的，将由您的直系亲属承担还款责任。",
    "【某某法务】您拒不还款，我司将向您的家人追讨。",
    "您的配偶必须连带偿还该笔网贷。",
)
WEAK = ("您逾期不还，可能由您的家属代偿。",)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(relatives_liable, evidence(text)) == []


@pytest.mark.parametrize("text", STRONG)
def test_strong_where_it_is_said_as_a_fact(text: str):
    (finding,) = findings(relatives_liable, evidence(text))
    assert finding.severity == "strong"
    assert finding.place is not None


@pytest.mark.parametrize("text", WEAK)
def test_weak_where_it_is_less_clear(text: str):
    (finding,) = findings(relatives_liable, evidence(text))
    assert finding.severity == "weak"


def test_a_hint_only_where_the_text_was_read_poorly():
    (finding,) = findings(relatives_liable, evidence(STRONG[0], confidence=0.6))
    assert finding.severity == "weak"


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(relatives_liable, evidence(" ".join(STRONG[0])))


def test_says_when_nothing_could_be_read():
    assert unable(relatives_liable, evidence(None))
