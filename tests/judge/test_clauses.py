"""Sentences and their clauses."""

from forgecheck.judge.clauses import sentences

TEXT = "尊敬的客户：您的借款逾期，我司将起诉。\n届时法院会冻结账户；请还款。天气好。"


def test_sentences_end_at_stops_and_lines():
    assert [each.text for each in sentences(TEXT.replace("：", ":").replace("，", ",").replace("；", ";"))] == [
        "尊敬的客户:您的借款逾期,我司将起诉。",
        "届时法院会冻结账户;",
        "请还款。",
    ]


def test_a_sentence_without_known_words_is_left_out():
    assert sentences("天气好。") == ()
    assert sentences("") == ()


def test_a_clause_reaches_from_comma_to_comma():
    (sentence,) = sentences("您的借款逾期,我司将起诉,请还款。")
    start, end = sentence.clause(sentence.text.index("起诉"))
    assert sentence.text[start:end] == "我司将起诉"


def test_what_takes_up_the_sentence_before_says_so():
    first, second = sentences("我司将起诉。届时法院会冻结账户。")
    assert not first.goes_on
    assert second.goes_on
    assert second.before is first


def test_a_passage_knows_its_neighbours_and_not_what_is_far():
    near = sentences("您的借款逾期。请缴纳。法院会冻结。")
    assert "freeze" in near[0].passage
    far = sentences("您的借款逾期。" + "晴" * 90 + "。法院会冻结。")
    assert "freeze" not in far[0].passage


def test_a_judgment_called_needless_is_heard():
    assert sentences("无需法院判决即可冻结。")[0].bypasses
    assert not sentences("需要法院判决才可冻结。")[0].bypasses


def test_a_courts_leave_is_no_way_round_it():
    (leave,) = sentences("未经本院准许,不得支付。")
    (around,) = sentences("无须经过法院,直接冻结账户。")
    assert not leave.bypasses
    assert around.bypasses
