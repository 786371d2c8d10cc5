import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import children_punished

LAWFUL = (
    "法院：失信被执行人支付高收费私立学校费用的，其子女就读可能受限。",
    "根据司法解释，被执行人不得支付子女就读高收费私立学校的费用，请您尽快还款。",
    "您的贷款逾期不会影响子女上学，请放心。",
    "网贷逾期会影响孩子考公吗？",
    "【某某银行】助学贷款政策：符合条件的家庭可申请，不影响子女入学。",
    "骗子声称欠款影响子女参军，请您警惕。",
    "本报讯（记者 某某）催收人员称您欠款会影响子女考公。",
    "【某某培训】帮助您的子女考编上岸，学费可分期付款。",
    "某某区人民法院\n公告\n拒不履行的，其子女入学、参军、考公将受影响，请欠款人尽快还款。",
    "孩子今年高考，您的贷款还清了没有？",
    "某某律师事务所\n律师函\n致：某某公司\n贵司人员声称“欠款影响子女上学”，应立即停止催收骚扰。\n某某律师事务所",
    "【某某学校】请家长于9月1日前缴纳学费，以免影响子女入学。",
)
STRONG = (
    "您欠款不还，子女将失去参加高考的资格。",
    "您的借款已逾期，将影响子女上学、考公、参军。",
    "【某某法务】拒不还款，您的直系亲属政审将受影响。",
    "欠款不还，三代以内不得考公务员，请您立即处理。",
    "您已逾期，孩子不能入学，后果自负。",
    "张某某：因你欠款，牵连子女参军、入党，请于今日还款。",
)
WEAK = (
    "您逾期未还，可能影响子女考公。",
    "您若不履行判决，被列为失信的，将影响子女参军。请尽快还款。",
)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(children_punished, evidence(text)) == []


@pytest.mark.parametrize("text", STRONG)
def test_strong_where_it_is_said_as_a_fact(text: str):
    (finding,) = findings(children_punished, evidence(text))
    assert finding.severity == "strong"
    assert finding.place is not None


@pytest.mark.parametrize("text", WEAK)
def test_weak_where_it_is_less_clear(text: str):
    (finding,) = findings(children_punished, evidence(text))
    assert finding.severity == "weak"


def test_a_hint_only_where_the_text_was_read_poorly():
    (finding,) = findings(children_punished, evidence(STRONG[0], confidence=0.6))
    assert finding.severity == "weak"


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(children_punished, evidence(" ".join(STRONG[0])))


def test_says_when_nothing_could_be_read():
    assert unable(children_punished, evidence(None))
