import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import absence_punished

LAWFUL = (
    "您与某某银行借款一案，无正当理由拒不到庭的，本院依法缺席判决。",
    "必须到庭的被告，经两次传票传唤拒不到庭的，可以拘传。您的贷款案件请知悉。",
    "您欠款被起诉后不到庭会坐牢吗？",
    "不到庭不会坐牢，您的借款纠纷是民事案件。",
    "被告人不到庭的，依法逮捕。您的借款另案处理。",
    "被执行人拒不到庭的，予以罚款、拘留，请您履行还款义务。",
    "骗子称您不出庭将被通缉，要求还款。",
    "某某市某某区人民法院\n传票\n被传唤人 张某\n案由 借款合同纠纷\n注意事项：被传唤人必须准时到庭。",
    "请您在24小时内查收缺席判决书，借款案件已送达。",
    "您的案件于9时开庭，请您准时到庭，借款合同纠纷。",
    "不应诉的，法院可以缺席判决，您仍须还款。",
    "证人不出庭的，可以训诫、拘留，本案借款事实请您说明。",
)
STRONG = (
    "您的贷款案件已立案，如不按时出庭将面临刑期。",
    "您欠款不还又不到庭的，将被全国通缉。",
    "某某市某某区人民法院\n通知\n您的借款案件，拒绝到庭将被逮捕。",
    "您逾期未还，24小时内缺席判决，请处理。",
    "您的借款案件缺席将直接判刑。",
)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(absence_punished, evidence(text)) == []


@pytest.mark.parametrize("text", STRONG)
def test_strong_where_prison_is_threatened_for_staying_away(text: str):
    (finding,) = findings(absence_punished, evidence(text))
    assert finding.severity == "strong"


def test_weak_on_detention():
    (finding,) = findings(absence_punished, evidence("您的借款案件不到庭将被拘留。"))
    assert finding.severity == "weak"


def test_a_hint_only_where_the_text_was_read_poorly():
    (finding,) = findings(absence_punished, evidence(STRONG[0], confidence=0.6))
    assert finding.severity == "weak"


def test_says_when_nothing_could_be_read():
    assert unable(absence_punished, evidence(None))
