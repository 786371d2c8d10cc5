import pytest
from build import evidence, findings, unable
from genuine import GENUINE
from papers import papers

from forgecheck.judge.layout import court_paper_parts

PAPER = "某某市某某区人民法院\n{}\n（2024）苏0505执1号\n张某某：\n{}\n某某市某某区人民法院\n2024年5月6日"
QUIET = (
    PAPER.format("执行通知书", "责令你立即履行。联系电话：0512-12345678"),
    PAPER.format("执行通知书", "责令你立即履行。咨询请拨打12368。"),
    PAPER.format("民事判决书", "原告拨打客服热线4001234567，告知请尽快还款。"),
    PAPER.format("民事裁定书", "欠款人应当偿还，客服记录为证。"),
    PAPER.format("开庭传票", "被传唤人必须准时到达应到处所。"),
    PAPER.format("应诉通知书", "原告称：“请您尽快还款，客服电话4001234567”。原告在短信中称该话术。"),
    "催收函\n欠款人：张某\n请您尽快还款，客服4001234567\n某某公司",
    "1069012345678\n【某某银行】请尽快还款，客服4001234567，法院已受理。",
    "律师函\n欠款人：张某\n请尽快还款。\n某某律师事务所",
    PAPER.format("民事裁定书", "债权人：某某公司\n债务人：张某\n本院受理破产清算申请。"),
    PAPER.format("民事判决书", "原告：某某公司\n被告：张某\n债务人张某应于十日内偿还。"),
    PAPER.format("民事判决书", "被告应于本判决生效之日起十日内付清，逾期不付的加倍支付迟延利息。"),
    "某某海事法院\nMARITIME COURT\n传票\n（2024）苏72民初1号\n张某某：\n2024年5月6日",
    "某某县人民法院\n致全县失信被执行人的公开信\n欠债还钱，天经地义！！\n2024年5月6日",
    PAPER.format("缴费通知书", "请于七日内到银行缴纳。"),
    PAPER.format("限制消费令", "不得有高消费行为。"),
)


@pytest.mark.parametrize("text", [*GENUINE, *QUIET, *papers().values()])
def test_silent_on_genuine(text: str):
    assert findings(court_paper_parts, evidence(text)) == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (PAPER.format("传票", "咨询电话：400-123-4567"), "400电话"),
        (PAPER.format("执行通知书", "请您尽快还款，以免影响征信。"), "请尽快还款"),
        (PAPER.format("立案通知书", "欠款人：张某"), "欠款人"),
        (PAPER.format("限制消费令", "解除请联系还款专员"), "客服"),
        (PAPER.format("传票", "请添加法官微信"), "微信"),
        (PAPER.format("民事判决书", "催收人：某某公司\n欠款人：张某"), "对当事人的叫法"),
        (PAPER.format("民事判决书", "债权人：某某公司\n债务人：张某"), "债权人、债务人（判决里写原告、被告）"),
        (PAPER.format("民事判决书", "被告必须在24小时内还清。"), "按小时限期"),
        (PAPER.format("传 票　COURT SUMMONS", "失信可耻！还款光荣！！"), "口号"),
        (PAPER.format("传票", "CHINA PEOPLE'S COURT"), "英文"),
        (PAPER.format("传票", "联系 电话 ： 400 - 123 - 4567"), "400电话"),
    ],
)
def test_a_hint_on_parts_of_a_collection_letter(text: str, part: str):
    (finding,) = findings(court_paper_parts, evidence(text))
    assert finding.severity == "weak"
    assert part in finding.evidence["parts"]


def test_one_hint_for_many_parts():
    (finding,) = findings(court_paper_parts, evidence(PAPER.format("传票", "欠款人：张某\n客服：4001234567\n请速还款")))
    assert finding.severity == "weak"


def test_says_when_nothing_could_be_read():
    assert unable(court_paper_parts, evidence(None))
