"""What courts may order, first."""

import pytest
from build import evidence, findings, unable
from genuine import GENUINE
from papers import papers

from forgecheck.judge.law import beyond_the_courts_power as check

PAPER = "某某市某某区人民法院\n{}\n（2024）苏0505执1号\n张某某：\n{}\n2024年5月6日"
LAWFUL = (
    PAPER.format("拘留决定书", "对张某某拘留十五日。"),
    PAPER.format("应诉通知书", "你应当在收到起诉状副本之日起十五日内提出答辩状。不答辩不影响审理。"),
    PAPER.format("民事裁定书", "申请人应当在三十日内起诉，逾期不起诉的，本院将解除保全。"),
    PAPER.format("决定书", "将张某某纳入失信被执行人名单，期限二年。"),
    PAPER.format("限制消费令", "如你违反限制消费令，本院将依法予以罚款、拘留。"),
    PAPER.format("举证通知书", "逾期举证的，视为放弃举证权利。"),
    PAPER.format("传票", "未按时到庭，将依法缺席判决。"),
    PAPER.format("刑事判决书", "被告人张某某犯诈骗罪，判处拘役三个月，此前刑事拘留一个月。"),
    "12368\n【某某区人民法院】张某：你有判决书已电子送达，请点击链接查收，本短信仅作提醒。",
    "某某律师事务所\n律师函\n请你在二十四小时内答辩。\n2024年5月6日",
    "防骗提示\n骗子发来某某区人民法院的短信：今晚不还就拘留一年。请勿相信，冒充法院的请报警。",
)
WEAK = (
    PAPER.format("执行通知书", "今晚八点前未到账的，由执行员直接将你拘留一年。"),
    PAPER.format("应诉通知书", "你应在二十四小时内提交答辩状。"),
    PAPER.format("应诉通知书", "逾期视为承认全部诉讼请求。"),
    PAPER.format("民事裁定书", "不起诉的保全继续有效。"),
    PAPER.format("决定书", "将其纳入失信被执行人名单，期限为终身，不得申请删除。"),
    "12368\n【某某区人民法院】张某：您收到本短信即视为判决书已直接送达。",
)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL, *papers().values()])
def test_silent_on_what_courts_order(text: str):
    assert findings(check, evidence(text)) == []


@pytest.mark.parametrize("text", WEAK)
def test_a_hint_at_what_no_court_may_order(text: str):
    [found] = findings(check, evidence(text))
    assert found.severity == "weak"
    assert found.place is not None


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(check, evidence(WEAK[3].replace("保全继续", "保 全 继 续")))


def test_says_when_nothing_was_read():
    assert unable(check, evidence(None))
