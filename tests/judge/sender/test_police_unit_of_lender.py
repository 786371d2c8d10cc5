import pytest
from build import evidence, findings, unable
from genuine import GENUINE
from papers import papers

from forgecheck.judge.sender import police_unit_of_lender

QUIET = (
    "【某某市公安局经侦支队】请警惕贷款诈骗，切勿转账。",
    "【某某小贷】您的借款逾期，请及时还款。",
    "【金融街派出所】请勿向陌生人还款转账。",
    "某某市公安局银行卡犯罪侦查大队\n传唤证",
    "【某某铁路局集团公司公安处】旅客您好，您遗失的钱包请领取。",
    "某某市公安局经侦支队小额贷款诈骗侦查大队\n逾期不到案的，依法处理。",
    "【某某银行】经侦提醒：不要给陌生人转账。",
    "有人自称某某小贷经侦大队要我还款，是骗子吗？",
    "【反诈中心】谨防冒充“某某小贷经侦大队”的催收短信，切勿转账。",
    "我是派出所的小王，材料已经收到。",
    "【某某消费金融】我司法务部提醒您尽快还款。",
    "公司邀请刑警队举办反诈讲座，请还款部参加。",
)


@pytest.mark.parametrize("text", [*GENUINE, *QUIET, *papers().values()])
def test_silent_on_police_and_on_lenders(text: str):
    assert findings(police_unit_of_lender, evidence(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "【某某小贷经侦大队】张三，您逾期5000元，本大队催收您立即还款。",
        "【某某网贷刑侦组】张三，您已逾期，请今日还清。",
        "某某消费金融经侦支队\n张三：请三日内偿还借款。\n2025年3月5日",
        "经侦催收中心\n张三，今日付款，否则上门。",
        "【某某贷后治安大队】请立即还款。",
        "你好，我是某某小贷经侦科李警官，今天还款。",
    ],
)
def test_strong_on_a_lenders_own_police(text: str):
    (finding,) = findings(police_unit_of_lender, evidence(text))
    assert finding.severity == "strong"


def test_a_hint_where_somebody_of_the_police_wants_a_loan_paid():
    text = "我是某某市公安局王警官\n你的网贷逾期了，今天必须还清"
    assert [each.severity for each in findings(police_unit_of_lender, evidence(text))] == ["weak"]


def test_noise_makes_it_a_hint():
    text = "【某某小贷经侦大队】张三，您逾期5000元，请还款。"
    assert [each.severity for each in findings(police_unit_of_lender, evidence(text, confidence=0.7))] == ["weak"]


def test_unable_without_text():
    assert unable(police_unit_of_lender, evidence(None))
