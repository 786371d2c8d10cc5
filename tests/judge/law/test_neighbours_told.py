import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import neighbours_told

LAWFUL = (
    "【某某银行】您的预留手机号已失效，请更新联系方式，以便还款提醒。",
    "人民法院可以将失信被执行人名单在其单位、社区公布，请您还款。",
    "催收不得联系您的单位和邻居，您可以投诉。",
    "根据协助执行通知书，单位应扣留您的工资用于还款。",
    "某某银行在报纸上公布债权转让通知，请债务人还款。",
    "您单位的社保缴费账单已生成。",
    "我司不会向您的同事透露欠款信息。",
    "对方说要通知我单位，您说怎么办，我只是逾期几天",
    "【某某社区】请到社区办理居住证，缴费账单请您查收。",
    "【某某学校】家长您好，请通知孩子明日到校，餐费账单请在线缴纳。",
    "骗子群发短信给通讯录好友借款，请您警惕。",
    "根据《个人信息保护法》，催收人员联系您的同事属于违规。",
)
STRONG = (
    "你欠钱不还，让你亲戚同学都知道你欠钱。",
    "您欠款不还，我司将群发您的通讯录好友。",
    "【某某外访】您已逾期，将在您户籍地张贴催收公告。",
    "逾期不还，曝光您的照片和身份证到抖音。",
    "今日不还款，到您村里大喇叭广播，您自己考虑。",
)
WEAK = (
    "您已逾期，我司将联系您的工作单位核实。",
    "【某某法务】您欠款未还，我司将发函至户籍地村委会。",
)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(neighbours_told, evidence(text)) == []


@pytest.mark.parametrize("text", STRONG)
def test_strong_where_it_is_said_as_a_fact(text: str):
    (finding,) = findings(neighbours_told, evidence(text))
    assert finding.severity == "strong"
    assert finding.place is not None


@pytest.mark.parametrize("text", WEAK)
def test_weak_where_it_is_less_clear(text: str):
    (finding,) = findings(neighbours_told, evidence(text))
    assert finding.severity == "weak"


def test_a_hint_only_where_the_text_was_read_poorly():
    (finding,) = findings(neighbours_told, evidence(STRONG[0], confidence=0.6))
    assert finding.severity == "weak"


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(neighbours_told, evidence(" ".join(STRONG[0])))


def test_says_when_nothing_could_be_read():
    assert unable(neighbours_told, evidence(None))
