import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import immediate_consequences

LAWFUL = (
    "您已逾期，我司将依法起诉，法院判决后可能将您列入失信名单。",
    "【某某银行】您的账单今日到期，请于今日还款，以免影响征信。",
    "法院已作出生效判决，您今日未履行将被纳入失信被执行人名单，请还款。",
    "被执行人张某：立即履行还款义务，否则限制高消费。",
    "我方将于24小时内向法院申请财产保全，请您还款。",
    "还款后系统自动解除限制消费，请您放心。",
    "您绑定的还款账户将于今日自动扣款，还款请存足。",
    "（2024）粤0305执1号案件，今日未还款的将限制您乘坐高铁。",
    "今天收到短信说不还款就列入失信名单，是真的吗？您帮我看看。",
    "不会今天逾期明天就限制高铁飞机，您不用担心贷款。",
    "仲裁裁决已生效，您逾期不还款，明日我司申请将您列为失信被执行人。",
    "您今日购票乘坐高铁，分期付款享优惠。",
    "【某某航空】今日起限制携带充电宝乘坐飞机，您的账单已出。",
)
STRONG = (
    "您的借款已逾期，今日18点前未处理将列入失信被执行人名单。",
    "24小时内不还款，系统将限制您乘坐高铁飞机。",
    "【某某法务】您的欠款逾期，系统自动纳入失信名单，限制高消费。",
    "您已逾期，明天起工资将被强制划扣。",
    "请您于2小时内还款，否则限制出境、列为老赖。",
)
WEAK = ("您的贷款逾期，今日未还可能被列入失信名单。",)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(immediate_consequences, evidence(text)) == []


@pytest.mark.parametrize("text", STRONG)
def test_strong_where_it_is_said_as_a_fact(text: str):
    (finding,) = findings(immediate_consequences, evidence(text))
    assert finding.severity == "strong"
    assert finding.place is not None


@pytest.mark.parametrize("text", WEAK)
def test_weak_where_it_is_less_clear(text: str):
    (finding,) = findings(immediate_consequences, evidence(text))
    assert finding.severity == "weak"


def test_a_hint_only_where_the_text_was_read_poorly():
    (finding,) = findings(immediate_consequences, evidence(STRONG[0], confidence=0.6))
    assert finding.severity == "weak"


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(immediate_consequences, evidence(" ".join(STRONG[0])))


def test_says_when_nothing_could_be_read():
    assert unable(immediate_consequences, evidence(None))
