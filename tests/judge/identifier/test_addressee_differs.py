"""Letters that speak to whom they are addressed first; all names are invented."""

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.identifier import addressee_differs

LETTER = "上海示远律师事务所\n律师函\n{}\n{}\n上海示远律师事务所\n律师 吕样文\n2024年12月24日"
IN_ORDER = (
    ("致：赵例文女士", "赵例文女士，您于2021年7月1日所借款项已逾期。"),
    ("赵例文先生：", "您的借款已逾期，请联系王明先生。"),
    ("赵例文先生：", "受王小明先生委托，就您欠王小明先生借款一事函告。"),
    ("赵例文先生：", "您作为郑一样先生的保证人，郑一样先生已逾期，请承担保证责任。"),
    ("赵某某先生：", "赵例文先生，您的借款已逾期。"),
    ("赵*文：", "借款人赵例文已逾期"),
    ("赵例文先生：", "借款人赵某某于2021年借款，已逾期"),
    ("赵例文、郑一样：", "借款人郑一样已逾期"),
    ("赵例文先生、郑一样女士：", "郑一样女士，您已逾期"),
    ("赵例文先生：", "贵方与郑一样女士于2021年共同借款，郑一样女士已逾期"),
    ("赵例文先生：", "债权人王小明先生于2021年向您出借5000元，您尚欠5000元"),
    ("赵例文先生：", "您与王小明先生签订借款合同，王小明先生已多次催告"),
    ("某某公司：", "贵司法定代表人郑一样先生应于七日内还款"),
    ("赵例文先生：", "本所指派王明律师处理，王明先生已与您联系"),
    ("赵例文先生：", "您发布的言论侵犯了王小明先生的名誉权，王小明先生已受损失。"),
    ("赵例文先生：", "借款人姓名：赵例文\n共同借款人：郑一样"),
    ("赵例文先生：", "关于您拖欠某某公司借款43233.97元一事，现函告如下。"),
    ("尊敬的客户：", "您的贷款已逾期"),
)


@pytest.mark.parametrize("text", [*GENUINE, *(LETTER.format(*each) for each in IN_ORDER)])
def test_silent_on_genuine(text: str):
    assert findings(addressee_differs, evidence(text)) == []


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("致：赵例文女士", "郑一样先生，您于2021年7月1日所借款项已逾期，郑一样应归还14973.32元。"),
        ("赵例文先生：", "受某某公司委托，郑一样先生尚欠本金14973.32元，请于七日内还款。"),
        ("赵例文：", "委托人某某公司称，借款人郑一样于2021年7月1日借款5000元，至今未还。"),
        ("赵例文女士：", "债务人郑一样拖欠贷款14973.32元。"),
        ("尊敬的赵例文：", "郑一样女士：您的贷款已逾期60天"),
        ("致：赵例文", "持卡人郑一样已逾期60天，请立即还款5000元"),
        ("致　赵例文女士（身份证号610102********0009）", "综上，请郑一样于收到本函后十日内归还47,373.49元"),
        ("赵例文女士：", "郑一样至今未偿还借款本息5000元，请立即还款"),
    ],
)
def test_strong_where_the_text_speaks_to_another(head: str, body: str):
    [found] = findings(addressee_differs, evidence(LETTER.format(head, body)))
    assert found.severity == "strong"
    assert found.place is not None


def test_a_hint_where_one_sign_differs_or_the_name_is_masked():
    for head, body in (("赵例文先生：", "赵例样先生，您的贷款已逾期"), ("赵例文先生：", "郑某某先生，您的贷款已逾期")):
        assert [f.severity for f in findings(addressee_differs, evidence(LETTER.format(head, body)))] == ["weak"]


def test_a_hint_where_the_lines_are_not_clear():
    given = evidence(LETTER.format("赵例文女士：", "债务人郑一样拖欠贷款14973.32元。"), confidence=0.9)
    assert [each.severity for each in findings(addressee_differs, given)] == ["weak"]


def test_silent_on_court_papers_and_other_texts():
    text = "某某市某某区人民法院\n通知书\n（2024）粤0305民初1号\n赵例文：\n被告郑一样尚欠5000元，请作证。\n2024年5月6日"
    assert findings(addressee_differs, evidence(text)) == []


def test_says_when_nothing_was_read():
    assert unable(addressee_differs, evidence(None))
