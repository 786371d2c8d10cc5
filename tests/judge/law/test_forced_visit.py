import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import forced_visit

LAWFUL = (
    "外访人员不得强制带走欠款客户。",
    "我司将安排工作人员上门拜访，请您保持电话畅通，逾期账单请处理。",
    "被执行人拒不履行判决的，法院将强制上门执行，请您还款。",
    "【某某物业】维修人员上门检修，请您在家，物业费账单请缴纳。",
    "租赁物车辆逾期未还，我司将上门收回车辆，请您配合还款。",
    "催收人员不得强行进入您的住所。",
    "网贷逾期会强制上门吗？您放心，不会。",
    "公安联合社区上门宣传防骗，贷款请您警惕。",
    "工作人员将上门送达还款通知书，请您签收。",
    "【某某银行】我行客户经理将上门办理信用卡，请您准备资料。",
    "外访人员应当出示证件，您可以拒绝其进入，欠款协商解决。",
    "生效判决确定您应腾房，法院将强制清场，欠款另案处理。",
    "骗子自称外访员要强制上门收贷款，请您报警。",
)
STRONG = (
    "【某某公司】钱例文，今日上门，若不开门将强行破门进入，家电搬走抵债。",
    "限您一小时内还款，过时将派外勤强制带人。",
    "您的借款已逾期，我司将强制上门催收。",
    "【某某外访】您拒不还款，今日破门处理。",
    "逾期未还，工作人员上门查封您家中财产。",
    "欠款不还，带人上门抓你，请立即还款。",
)
WEAK = (
    "您已逾期，我司将联合当地派出所上门核实。",
    "【某某法务】欠款未还，会同村委上门催收，请您配合。",
)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(forced_visit, evidence(text)) == []


@pytest.mark.parametrize("text", STRONG)
def test_strong_where_it_is_said_as_a_fact(text: str):
    (finding,) = findings(forced_visit, evidence(text))
    assert finding.severity == "strong"
    assert finding.place is not None


@pytest.mark.parametrize("text", WEAK)
def test_weak_where_it_is_less_clear(text: str):
    (finding,) = findings(forced_visit, evidence(text))
    assert finding.severity == "weak"


def test_a_hint_only_where_the_text_was_read_poorly():
    (finding,) = findings(forced_visit, evidence(STRONG[0], confidence=0.6))
    assert finding.severity == "weak"


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(forced_visit, evidence(" ".join(STRONG[0])))


def test_says_when_nothing_could_be_read():
    assert unable(forced_visit, evidence(None))
