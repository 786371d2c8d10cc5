import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import police_collect

LAWFUL = (
    "外访人员不得联合公安上门催收欠款客户。",
    "您报案的贷款诈骗一案，民警已抓捕嫌疑人，请您到所。",
    "您接到贷款诈骗电话请立即报警，警方将立即出警。",
    "拒不履行生效判决的，法院可随时司法拘留，请您还款。",
    "必要时我司将向公安机关报案，请您尽快还款。",
    "【某某派出所】您被诈骗一案已立案侦查，请到所领取立案告知书，您的贷款可挂失。",
    "公安机关不会参与催收，请您勿信。",
    "您身份证被盗用贷款，请向公安机关报案，还款暂缓。",
    "记者从警方获悉，公安机关联合开展打击非法催收，请您举报。",
    "您可以联系当地公安机关举报暴力催收。",
    "委托人保留向公安机关报案的权利，请您还款。",
    "公安机关已立案侦查张某冒名贷款案，被害人请您联系。",
    "【国家反诈中心】自称公安要求还款的都是诈骗，请您警惕。",
    "您遇到催收上门，可以拨打110联系民警到场。",
    "警方提醒您：注销校园贷是骗局。",
    "法院会同公安机关上门执行，请您履行还款义务。",
)
STRONG = (
    "您的借款逾期，我司将联合公安机关上门催收。",
    "【某某法务】您的欠款，派出所民警将配合我司清收，请还款。",
    "您拖欠贷款，公安机关已正式立案侦查，请立即还款。",
    "您逾期不还，现已刑事立案侦查，速联系还款。",
    "欠款未还，经侦将传唤您到案，请还款。",
    "【案件处理中心】最后通牒：您已被列为打击对象，一小时内不回电，立即出警抓捕。",
    "您的案件不处理，今晚刑拘。",
)
WEAK = (
    "您的欠款已转给公安经侦立案，请还款。",
    "您的贷款逾期，材料已移交公安机关处理，请还款。",
    "您逾期未还，我司已向当地派出所备案。",
)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(police_collect, evidence(text)) == []


@pytest.mark.parametrize("text", STRONG)
def test_strong_where_it_is_said_as_a_fact(text: str):
    (finding,) = findings(police_collect, evidence(text))
    assert finding.severity == "strong"
    assert finding.place is not None


@pytest.mark.parametrize("text", WEAK)
def test_weak_where_it_is_less_clear(text: str):
    (finding,) = findings(police_collect, evidence(text))
    assert finding.severity == "weak"


def test_a_hint_only_where_the_text_was_read_poorly():
    (finding,) = findings(police_collect, evidence(STRONG[0], confidence=0.6))
    assert finding.severity == "weak"


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(police_collect, evidence(" ".join(STRONG[0])))


def test_says_when_nothing_could_be_read():
    assert unable(police_collect, evidence(None))
