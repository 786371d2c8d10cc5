"""An assignment that changes the creditor only is lawful; one that raises the debt or wipes out payments is not."""

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import assignment_overreach as check

LAWFUL = (
    "某某消费金融有限公司\n催收通知\n张某：\n您在某某小贷的借款债权已于2024年3月1日转让给我司，欠款本金50000元，您此前已还的款项已经扣除。\n某某消费金融有限公司\n2024年5月6日",
    "某某消费金融有限公司\n催收通知\n张某：\n债权转让不影响您对原债权人的抗辩，您仍可以提出异议。请尽快还款50000元。\n某某消费金融有限公司\n2024年5月6日",
    "某某消费金融有限公司\n催收通知\n张某：\n债权转让无须您同意，自本通知到达时对您生效，欠款金额不变，为50000元。\n某某消费金融有限公司\n2024年5月6日",
    "债权转让通知书\n张某：\n某某银行已将对您享有的借款债权依法转让给某某资产管理有限公司，请自接到本通知之日起向受让人清偿。\n某某银行股份有限公司\n2024年5月6日",
    "【某某资管】张某，您的贷款债权已由我司受让，请勿再向原机构还款，以免重复支付。",
    "广东某某律师事务所\n律师函\n张某某先生：\n委托人受让债权后，有权要求您清偿本金50000元及合同约定的利息。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "催收说债权转让后以前还的都不算，这是没有法律依据的，欠款人可以向新的债权人主张抵销。",
    "反诈提示：谎称债权已经转让、以前还款一律不算的，都是诈骗，请勿转账。",
)
STRONG = (
    "某某消费金融有限公司\n催收通知\n张某：\n您的债权已转让给我司，转让之后此前所还一律不算，须重新偿还50000元。\n某某消费金融有限公司\n2024年5月6日",
    "某某消费金融有限公司\n催收通知\n张某：\n债权转让后欠款金额翻倍计收，请今日还款。\n某某消费金融有限公司\n2024年5月6日",
    "【某某资产】您的欠款已卖断给我司，以前还的作废，现应还50000元。",
    "某某消费金融有限公司\n催收通知\n张某：\n贵方的债权已转让给公安局，请立即还款。\n某某消费金融有限公司\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n债权受让后您丧失抗辩，不得提出异议，欠款50000元请三日内付清。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(check, evidence(text)) == []


@pytest.mark.parametrize("text", STRONG)
def test_strong_where_it_is_said_as_a_fact(text: str):
    [found] = findings(check, evidence(text))
    assert found.severity == "strong"
    assert found.place is not None


def test_weak_where_only_the_notice_is_called_needless():
    text = "某某资产管理有限公司\n张某：您的借款债权已转让，无需通知您即生效，请还款50000元。"
    assert [each.severity for each in findings(check, evidence(text))] == ["weak"]


def test_a_hint_only_where_the_text_was_read_poorly():
    assert [each.severity for each in findings(check, evidence(STRONG[0], confidence=0.6))] == ["weak"]


def test_says_when_nothing_could_be_read():
    assert unable(check, evidence(None))
