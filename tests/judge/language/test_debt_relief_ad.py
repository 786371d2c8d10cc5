import pytest
from build import evidence, findings, unable
from genuine import GENUINE
from papers import papers

from forgecheck.judge.language import debt_relief_ad

QUIET = (
    "【某某银行】警惕“征信修复”“反催收”骗局，协商还款请拨打官方客服，不收取任何费用。",
    "【某某派出所】代办停息挂账收费都是诈骗，请勿相信。",
    "【某某银行】您可申请个性化分期，请携带身份证到网点咨询。",
    "记者调查：花8000元做征信修复，结果钱打了水漂",
    "人民银行提醒：不存在所谓征信修复，不要向中介交费。",
    "我行推出债务重组方案，请联系客户经理咨询。\n某某银行股份有限公司",
    "【某某律师事务所】债务纠纷法律咨询，按小时收费，请预约。",
    "一次性信用修复政策：个人逾期记录清除免申即享，无需收费，详询人民银行网点。",
    "您的网贷逾期了，请尽快还款。",
    "教材 第三章 债务重组的会计处理\n服务费应计入当期损益。",
    "网上说的停息挂账靠谱吗？要收费八百块，怎么办",
    "【某某消费金融】停催服务费都是骗人的，谨防上当。",
    "某某律师事务所\n信用卡逾期协商与应诉\n按件收取服务费并开票；不承诺结果，不代办“征信修复”\n座机：0571-00000000",
    "债务重组辅导说明\n申请前须接受事务管理署免费辅导\n不需要缴纳代办费，承诺“债务清零”均不可信\n咨询时间：工作日",
    "某某律师事务所 个人债务咨询\n不能“修复征信”，也不能保证不被起诉\n收费：签合同后开票\n电话：0571-00000000",
    "公益课堂：躲开“债务重组”陷阱\n收了“服务费”却不办事的怎样投诉\n地点：社区活动室",
    "被执行人已履行完毕，本院七天内移出失信名单。",
)


@pytest.mark.parametrize("text", [*GENUINE, *QUIET, *papers().values()])
def test_silent_on_genuine(text: str):
    assert findings(debt_relief_ad, evidence(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "征信修复 逾期铲单\n先办理后付款，名额有限",
        "停催停诉 停息挂账\n服务费：欠款金额的8%\n某某信息咨询有限公司",
        "1069012345678\n【法务减免】您的欠款减免政策仅一天有效，请速联系",
        "专业反催收，强制分期，成功后收费，微信同号",
        "法院内部关系 代撤失信 解除限高\n定金一千元，办完付尾款\n联系 13000000000",
        "停息挂账托管\n寄来手机卡即可\n托管费每月500元",
        "【债务优化】专业停息挂账\n先付债务总额5%服务费\n加微信 abc",
        "法务减免政策\n仅限今日有效！\n逾期客户可申请减免本金30%起",
    ],
)
def test_strong_on_paid_promises_and_one_day_policies(text: str):
    (finding,) = findings(debt_relief_ad, evidence(text))
    assert finding.severity == "strong"


@pytest.mark.parametrize(
    "text",
    ["停息挂账，咨询加微信abc123", "【债务减免】您好，请点击链接了解", "征信修复 不承诺结果\n服务费八百\n微信 abc"],
)
def test_a_hint_where_no_fee_is_named(text: str):
    (finding,) = findings(debt_relief_ad, evidence(text))
    assert finding.severity == "weak"


def test_spaces_of_the_reader_hide_nothing():
    (finding,) = findings(debt_relief_ad, evidence("征信 修 复  逾期 铲单\n先办 理后付款"))
    assert finding.severity == "strong"


def test_says_when_nothing_could_be_read():
    assert unable(debt_relief_ad, evidence(None))


@pytest.mark.parametrize(
    "text",
    [
        "某某信息咨询部 金牌律师团\n我们代开“贫困证明”“重病病历”，银行一看就批分期\n收费按欠款5%，先付后办",
        "债务咨询\n代办低保证明、失业证明，停息60期，手续费2000元，加微信13800138000",
    ],
)
def test_strong_on_false_proofs_for_a_fee(text: str):
    assert [each.severity for each in findings(debt_relief_ad, evidence(text, type="debt_relief_ad"))] == ["strong"]


@pytest.mark.parametrize(
    "text",
    [
        "社区公告：低保证明由街道办理，不收费，咨询电话0571-88001234",
        "某某银行：请提供贫困证明、病历等材料申请分期，客服95588",
        "警方提醒：代开病历、伪造流水属于违法行为，不要轻信",
    ],
)
def test_silent_on_proofs_that_are_asked_for(text: str):
    assert findings(debt_relief_ad, evidence(text)) == []
