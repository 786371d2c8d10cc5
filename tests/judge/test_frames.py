"""Who acts, and in what mood."""

import pytest

from forgecheck.judge.clauses import sentences
from forgecheck.judge.frames import Frame, frames


def act(text: str, name: str) -> Frame:
    return next(frames(sentences(text), frozenset({name})))


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("我司已冻结您的账户。", "private"),
        ("法院已冻结您的账户。", "court"),
        ("公安机关将拘留你。", "police"),
        ("账户已被冻结。", "nobody"),
        ("您可自行冻结银行卡。", "you"),
        ("我司向法院申请后,由法院冻结账户。", "court"),
        ("平台法庭已冻结您的账户。", "private"),
    ],
)
def test_knows_who_acts(text: str, by: str):
    name = "custody" if "拘留" in text else "freeze"
    assert act(text, name).by == by


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("我司已冻结账户。", "done"),
        ("我司将冻结账户。", "will"),
        ("我司可能冻结账户。", "may"),
        ("冻结账户。", "plain"),
    ],
)
def test_knows_whether_it_is_done(text: str, mode: str):
    assert act(text, "freeze").mode == mode


@pytest.mark.parametrize(
    "text",
    ["我司不会冻结您的账户。", "催收员不得冻结、划扣客户的存款。", "无需冻结账户。", "任何单位和个人不得冻结存款。"],
)
def test_a_denied_act_is_denied(text: str):
    assert act(text, "freeze").denied


@pytest.mark.parametrize("text", ["不还款就冻结账户。", "未还款的,冻结账户。", "无需判决即冻结账户。"])
def test_what_is_denied_of_something_else_is_not(text: str):
    assert not act(text, "freeze").denied


def test_a_thing_that_nothing_is_done_to_is_spared():
    assert act("社保卡不会因债务停用。", "welfare").denied
    assert not act("社保卡将因债务停用。", "welfare").denied


@pytest.mark.parametrize(
    "text", ["骗子说会冻结账户。", "会冻结账户吗?", "对方说已冻结账户。", "冻结账户是真的吗?", "只有法院才能冻结账户。"]
)
def test_what_others_say_ask_or_may_is_told(text: str):
    assert act(text, "freeze").told


def test_what_the_police_are_said_to_say_is_the_senders_own():
    assert not act("警察说会拘留你。", "custody").told


def test_asked_of_a_court_is_not_done():
    assert act("我司将申请冻结账户。", "freeze").asked_of
    assert act("我司将起诉。届时冻结账户。", "freeze").asked_of
    assert not act("我司未申请即冻结账户。", "freeze").asked_of
    assert not act("无需法院判决,申请冻结账户。", "freeze").asked_of


def test_a_judgment_that_is_waited_for_is_heard():
    assert act("判决书生效后冻结账户。", "freeze").judged
    assert not act("我司冻结账户。", "freeze").judged


def test_a_time_is_no_act_but_the_time_of_a_fee_is():
    assert not list(frames(sentences("开庭前请还款。"), frozenset({"hear"})))
    assert list(frames(sentences("缴纳解冻金后解除。"), frozenset({"fee"})))


def test_the_span_reaches_from_the_actor_to_the_act():
    start, end = act("您好,我司已冻结账户。", "freeze").span
    assert (start, end) == (3, 8)


@pytest.mark.parametrize("text", ["我知道,判决下来了。", "我也收到判决了。", "我行已收到判决。"])
def test_who_learns_of_a_judgment_did_not_give_it(text: str):
    assert act(text, "judge").by == "nobody"


def test_who_gives_judgment_himself_does():
    assert act("我司已作出判决。", "judge").by == "private"


@pytest.mark.parametrize("text", ["撤案费根本不存在。", "解冻费是假的。", "解封费是骗人的。"])
def test_what_is_called_no_such_thing_is_denied(text: str):
    assert act(text, "fee").denied


def test_a_fee_that_is_asked_for_is_not_denied():
    assert not act("撤案费今天付清。", "fee").denied


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("被执行人未按期履行。", "dishonest"),
        ("限制被执行人高消费。", "dishonest"),
        ("债务的承担尚有分歧。", "owe"),
        ("就借款的承担问题协商。", "owe"),
    ],
)
def test_a_party_and_a_matter_are_no_acts(text: str, name: str):
    assert not list(frames(sentences(text), frozenset({name})))


@pytest.mark.parametrize(
    ("text", "name"),
    [("将您列为被执行人。", "dishonest"), ("您将成为被执行人。", "dishonest"), ("债务由子女承担。", "owe")],
)
def test_who_is_made_a_party_is_acted_on(text: str, name: str):
    assert list(frames(sentences(text), frozenset({name})))
