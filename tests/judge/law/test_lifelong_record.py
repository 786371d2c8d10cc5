import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import lifelong_record

LAWFUL = (
    "不良记录自还清之日起保存五年，请您按时还款。",
    "逾期不会终身影响征信，您放心。",
    "征信会一辈子留污点吗？您别担心，贷款还清五年后删除。",
    "【某某银行】尊享终身免年费信用卡，您的额度已提升。",
    "本院将您纳入失信被执行人名单，期限二年，请还款。",
    "【某某课堂】一生学习，分期付款，您的账单已出。",
    "永久会员享免费黑名单拦截功能，您的账单已出。",
    "骗子称征信永久拉黑，要求您还款。",
    "珍惜信用，受益一生，请您按时还款。",
    "您的账单逾期，请尽快还款，以免影响征信。",
    "记者：欠款终身失信的说法不实，您不必相信。",
    "您的贷款利率永久下调。",
)
STRONG = (
    "您欠款不还，已纳入失信被执行人名单，期限为终身。",
    "您拒不还款，将终身列入失信名单。",
    "您逾期未还，永久限制高消费。",
    "【某某法务】欠款不还，一辈子都是老赖，您自己考虑。",
    "您已逾期，将永久纳入失信被执行人。",
)
WEAK = (
    "您逾期不还，个人征信将永久拉黑。",
    "您已逾期，征信污点伴随终身，请还款。",
)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(lifelong_record, evidence(text)) == []


@pytest.mark.parametrize("text", STRONG)
def test_strong_where_it_is_said_as_a_fact(text: str):
    (finding,) = findings(lifelong_record, evidence(text))
    assert finding.severity == "strong"
    assert finding.place is not None


@pytest.mark.parametrize("text", WEAK)
def test_weak_where_it_is_less_clear(text: str):
    (finding,) = findings(lifelong_record, evidence(text))
    assert finding.severity == "weak"


def test_a_hint_only_where_the_text_was_read_poorly():
    (finding,) = findings(lifelong_record, evidence(STRONG[0], confidence=0.6))
    assert finding.severity == "weak"


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(lifelong_record, evidence(" ".join(STRONG[0])))


def test_says_when_nothing_could_be_read():
    assert unable(lifelong_record, evidence(None))


def test_silent_on_what_a_court_signs():
    text = "【深圳市南山区人民法院】张某某：您欠款未还，失信被执行人名单期限为终身。"
    assert findings(lifelong_record, evidence(text)) == []
