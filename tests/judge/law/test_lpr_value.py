"""Every value that was published is right, and so is every sentence that does not equate."""

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import lpr_value as check

LAWFUL = (
    "广东某某律师事务所\n律师函\n张某某先生：\n合同成立时一年期贷款市场报价利率的四倍为15.4%，请归还借款。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n利率未超过一年期LPR四倍即14.8%，请归还借款。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n一年期LPR为3.45%，四倍为13.8%，请归还借款。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n利率不超过LPR四倍且不超过24%，请归还借款。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n按一年期LPR四倍与24%孰低计算，请归还借款。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n五年期以上LPR为3.95%，请归还借款。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n按全国银行间同业拆借中心公布的LPR的1.5倍计算逾期利息，请归还。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "当前一年期LPR为3.10%，您的房贷利率将于明年1月1日调整。",
    "民间借贷利率不得超过LPR四倍，2024年11月为12.4%。",
    "广东某某律师事务所\n律师函\n张某某先生：\nLPR加100个基点即4.35%，请归还借款。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
)
WEAK = (
    "广东某某律师事务所\n律师函\n张某某先生：\n合同成立时一年期LPR的四倍为24%，请归还本息。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n按一年期LPR的4倍（即36%）计收利息，请归还借款。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n您借款时LPR为6%，四倍即24%，请归还借款。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
    "广东某某律师事务所\n律师函\n张某某先生：\n四倍LPR即20%，请归还借款。\n广东某某律师事务所\n律师：李某某\n2024年5月6日",
)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(check, evidence(text)) == []


@pytest.mark.parametrize("text", WEAK)
def test_weak_where_it_is_less_clear(text: str):
    assert [each.severity for each in findings(check, evidence(text))] == ["weak"]


def test_silent_where_the_figures_were_read_poorly():
    assert findings(check, evidence(WEAK[0], confidence=0.6)) == []


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(check, evidence(WEAK[0].replace("四倍", "四 倍")))


def test_says_when_nothing_could_be_read():
    assert unable(check, evidence(None))
