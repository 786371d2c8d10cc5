"""Commissions, notaries and mediators pass on, courts enforce."""

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import arbitration_enforces as check

LAWFUL = (
    "【某某银行信用卡中心】您的信用卡逾期，本中心将冻结您的额度，请还款。",
    "【某某调解委员会】您的欠款调解不成的，由法院依法判决。",
    "【某某仲裁委员会】张某：您与某银行借款合同仲裁案定于6月1日开庭，缺席将依法缺席裁决。",
    "【某某仲裁委员会】张某：申请人对您的贷款已申请财产保全，本会将依法转交人民法院裁定冻结。",
    "【某某仲裁委员会】您未履行裁决的，申请人可以向人民法院申请强制执行，查封您的财产。",
    "【某某公证处】张某：您的贷款合同具有强制执行效力，请于三日内核实债务。",
    "【某某公证处】张某：贷款银行向本处申请强制执行证书，请核实。",
    "【某某调解中心】如您与银行就欠款达成调解，可共同申请司法确认，一方不履行对方可申请法院强制执行。",
    "【某某调解委员会】调解不成的，您的案件退回法院立案。",
    "某某仲裁委员会\n裁决书\n裁决如下：被申请人偿还借款。当事人逾期不履行的，另一方可向人民法院申请强制执行。",
    "某商会\n本会将于5月组织会员学习贷款新规，请您参加。",
    "骗子自称仲裁委员会将直接冻结您的贷款账户，请勿相信。",
)
STRONG = (
    "某某人民调解委员会\n张某：您的欠款，本会依申请人一方意见裁定：十日内归还。\n2026年4月2日",
    "石家庄网络仲裁中心\n张某：你的借款已裁决，本中心现直接冻结、扣划你的存款。\n2025年9月8日",
    "西安仲裁委员会\n张某：您的借款纠纷已裁决。本会将于三日内直接冻结、划扣您的银行账户。\n2025年7月3日",
    "【某某仲裁委员会】张某，裁决已生效，本会今日起强制执行您的房产，请还款。",
    "【某某仲裁院】张某欠款案，仲裁庭决定立即冻结您的微信、支付宝。",
    "【某某公证处】张某，您欠款未还，本处将直接查封您的房产。",
    "【某某调解中心】张某，您欠款拒不调解，调解中心将依法将您列入失信名单。",
)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(check, evidence(text)) == []


@pytest.mark.parametrize("text", STRONG)
def test_strong_where_it_is_said_as_a_fact(text: str):
    [found] = findings(check, evidence(text))
    assert found.severity == "strong"
    assert found.place is not None


def test_a_hint_only_where_the_text_was_read_poorly():
    assert [each.severity for each in findings(check, evidence(STRONG[0], confidence=0.6))] == ["weak"]


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(check, evidence("\n".join(" ".join(line) for line in STRONG[0].splitlines())))


def test_says_when_nothing_could_be_read():
    assert unable(check, evidence(None))
