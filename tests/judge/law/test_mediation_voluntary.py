"""What mediators and courts truly say first."""

import pytest
from build import evidence, findings, unable

from forgecheck.judge.law import mediation_voluntary as check


@pytest.mark.parametrize(
    "text",
    [
        "不同意调解的，本院将依法登记立案。",
        "调解不成将依法转立案。",
        "执行依据是民事调解书。因被执行人到期未付调解书确定的款项，限制被执行人高消费。",
        "您可以不参加调解，法院将依法立案审理。",
        "拒绝调解的，视为不同意调解，退回法院立案。",
        "未参加调解的，法院将依法审理并判决，判决生效后可申请强制执行。",
        "达成调解协议后拒不履行的，对方可申请强制执行。",
        "一方拒绝履行调解协议的，对方可以向人民法院申请执行。",
        "调解自愿，不参加调解不会被列入失信。",
        "不参加调解不等于放弃抗辩。",
        "无正当理由拒不到庭的，依法缺席判决。",
        "如您不参加调解，对方可能向法院起诉。",
        "骗子称“不参加调解将直接强制执行”，请勿相信。",
        "逾期未参加调解的，调解终结。",
        "被执行人未按民事调解书履行，本院依法强制执行。",
        "调解员将与您联系，请保持电话畅通。",
        "双方未能达成调解，本案将择期开庭。",
        "定于7月7日调解，未到场的视为放弃调解，转入诉讼。",
        "调解不成，开庭时不到庭的，视为放弃答辩权利。",
        "调解时未到场的，本院将依法立案后缺席判决。",
        "经调解达成协议后未履行的，法院将强制执行。",
    ],
)
def test_silent_on_what_mediation_truly_is(text: str):
    assert findings(check, evidence(f"【某某区诉调中心】张某您好，{text}")) == []


@pytest.mark.parametrize(
    "text",
    [
        "如不参加调解，视为放弃抗辩权利。",
        "拒绝参加本次调解的，将直接强制执行。",
        "逾期不参加诉前调解，将被列入失信名单。",
        "不配合调解，将依法冻结名下账户。",
        "未按时参加调解，视为认可全部债务。",
        "缺席调解，视为自愿放弃一切权利。",
        "调解当天不到场，将强制执行。",
        "安排于7月7日调解，未参加视为放弃抗辩并认可全部欠款。",
        "诉前调解定于明日，如无故不到，将被列入失信。",
        "调解不接听电话的，视为放弃答辩权利。",
        "调解届时缺席，直接缺席判决。",
    ],
)
def test_a_consequence_of_refusing_is_strong(text: str):
    [found] = findings(check, evidence(f"【某某诉调中心】张某，您的案件请尽快处理，{text}"))
    assert found.severity == "strong"
    assert found.place is not None
    assert found.says.en


def test_stray_spaces_do_not_hide_it():
    text = "【某某诉调中心】张某，不 参 加 调 解 将 直 接 强 制 执 行 。"
    assert [each.severity for each in findings(check, evidence(text))] == ["strong"]


def test_says_when_nothing_was_read():
    assert unable(check, evidence(None))
