import pytest
from build import evidence, findings, seal, unable
from genuine import COURT_PAPERS, GENUINE

from forgecheck.judge.law import not_the_issuers_power

LAWFUL = (
    "我司将依法向人民法院起诉，并申请财产保全、冻结您名下财产。",
    "本所将代理委托人向法院申请强制执行。",
    "我行已冻结您的信用卡额度，还清后可恢复。",
    "人民法院已冻结您名下银行账户，请与我司联系。",
    "我司不会冻结您的银行卡，谨防冒充客服诈骗。",
    "【某某派出所】我所已对张某某采取拘留措施。",
    "我司建议您尽快还款，以免被法院列入失信被执行人名单。",
    "我司已将您的逾期情况依法报送征信机构。",
    "本公司直接从约定的还款账户扣划应还款项。",
    "我司可能向有关部门反映，由其决定是否限制出境。",
    "某某律师事务所\n律师函\n致：某某公司\n贵司人员声称“我司已冻结您名下全部账户”，应立即停止。\n某某律师事务所",
    "【某某支付】因您的账户存在异常交易，我司已限制您的账户消费功能，并暂时冻结您的支付账户余额。",
    "【微信支付】我司已冻结您的微信支付账户零钱提现功能。",
    "执行通知书\n杭州某某网络科技有限公司：\n责令你自收到本通知之日起三日内履行。\n申请执行人：杭州某某广告有限公司",
    "限制消费令\n洛阳某某商贸有限公司：\n对你单位采取限制消费措施。",
    "【某某银行】您本期房贷扣款失败，余额不足，请存入尾号0000账户，系统将再次扣款。",
    "信用卡逾期通知\n张某某先生：\n您已逾期，欠款5,000元。我行可能采取：停卡；依法提起诉讼。\n某某银行股份有限公司",
    "你看他发来的这个，说法院要冻结我，还让我赶紧还款。",
    "反诈宣传\n【案例】李某收到短信：“我司已冻结您的账户，请立即还款。”\n【揭秘】要求转账的都是骗局。",
    "欠款的案子28号开庭，律师说我自己去应诉就行。",
    "某某律师事务所\n欠款纠纷代理应诉、协商分期，可来电咨询",
    "我昨天收到判决了，欠款分两年还。",
    "某某市商业银行\n传票\n2024年5月6日\n科目 借方 贷方 金额\n会计 复核 记账\n某某银行股份有限公司",
    "假律师函催债\n本报讯（记者 某某）该公司在信中称，我所已将您列入失信被执行人名单。",
)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(not_the_issuers_power, evidence(text)) == []


@pytest.mark.parametrize("paper", COURT_PAPERS)
def test_silent_on_court_papers_without_their_head(paper: str):
    """Cropped above, and sealed below with a seal that was read."""
    text = paper.split("\n", 1)[1] + "\n原告 某某银行股份有限公司"
    assert findings(not_the_issuers_power, evidence(text, seals=(seal("某某市某某区人民法院"),))) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("我司已冻结您名下所有银行账户，请立即还款。", "冻结"),
        ("本公司将于24小时内直接划扣您名下工资及存款。", "划扣"),
        ("某某律师事务所\n我所已将您列入失信被执行人名单。", "列入失信"),
        ("我司现对您限制高消费，限制乘坐高铁。", "限制高消费"),
        ("您欠款至今未还，我司已将您列入失信被执行人名单。", "列入失信"),
        ("我司将直接从您的工资账户划扣欠款。", "划扣"),
        ("我司将于今日对您作出缺席判决。", "缺席判决"),
        ("我司将对您限制出境。", "限制出境"),
        ("法务部已对您刑事立案，请尽快还款。", "刑事立案"),
        ("我司法务部已对您正式立案并受理，请还款。", "正式立案"),
        ("本公司已安排执行人员明天到您家中清点拍卖财产。", "清点"),
        ("经我司合议，已对您作出裁定，请还款。", "作出裁定"),
    ],
)
def test_strong_where_a_private_sender_claims_force(text: str, claim: str):
    finding = next(each for each in findings(not_the_issuers_power, evidence(text)) if each.severity == "strong")
    assert claim in str(finding.evidence["claim"])


@pytest.mark.parametrize(
    "text",
    [
        "我司会对您强制执行。",
        "我公司今日签发传票，请签收。",
        "1069123456789\n您名下的银行卡即将被冻结，请尽快还款，现已限制您的高消费。",
    ],
)
def test_weak_on_a_mere_announcement(text: str):
    found = findings(not_the_issuers_power, evidence(text))
    assert found
    assert {each.severity for each in found} == {"weak"}


COMPANY_ORDER = (
    "某某小额贷款有限公司\n{}\n张某某：\n因您逾期未还款，限制您乘坐高铁。\n某某小额贷款有限公司\n2024年5月6日"
)


@pytest.mark.parametrize(
    "title", ["限制消费令", "传票", "失信决定书", "通缉令", "强制执行通知书", "传唤通知书", "支付令", "强制执行公证书"]
)
def test_decisive_where_a_company_signs_a_paper_of_courts(title: str):
    (finding,) = findings(not_the_issuers_power, evidence(COMPANY_ORDER.format(title), type="collection_notice"))
    assert finding.severity == "decisive"
    assert finding.evidence == {"title": title, "signer": "某某小额贷款有限公司"}


def test_only_strong_where_a_court_is_named():
    text = COMPANY_ORDER.format("限制消费令").replace("因您", "经某某区人民法院告知，因您")
    (finding,) = findings(not_the_issuers_power, evidence(text, type="collection_notice"))
    assert finding.severity == "strong"


def test_only_weak_where_a_court_form_may_have_lost_its_head():
    text = COMPANY_ORDER.format("传票").replace("因您", "审判员 李某某\n书记员 王某某\n因您")
    (finding,) = findings(not_the_issuers_power, evidence(text, type="court_notice"))
    assert finding.severity == "weak"


def test_silent_on_titles_that_companies_use():
    assert (
        findings(
            not_the_issuers_power, evidence(COMPANY_ORDER.format("催收通知书").replace("限制您乘坐高铁", "请还款"))
        )
        == []
    )


def test_says_when_nothing_could_be_read():
    assert unable(not_the_issuers_power, evidence(None))
