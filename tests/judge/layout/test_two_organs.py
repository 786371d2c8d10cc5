"""Heads of genuine papers first."""

import pytest
from build import evidence, findings, seal, unable

from forgecheck.evidence import Box
from forgecheck.judge.layout import two_organs as check

END = "\n张某某：\n请于三日内履行。\n2024年5月6日"


@pytest.mark.parametrize(
    "text",
    [
        "深圳市南山区人民法院\n传票\n案号（2024）粤0305民初1号\n被传唤人：张某某",
        "广东某某律师事务所\n律师函\n致：张某某\n请还款。",
        "深圳市南山区人民法院：\n广东某某律师事务所\n律师函\n我所接受委托。",
        "致深圳市南山区人民法院\n广东某某律师事务所\n情况说明告知书\n我所接受委托。",
        "广东某某律师事务所驻深圳市南山区人民法院调解工作室\n诉前调解告知书\n张某某：\n请参加调解。",
        "深圳市南山区人民法院\n特邀调解组织广东某某律师事务所\n诉前调解通知书\n张某某：",
        "某某市公安局\n某某市中级人民法院\n某某市人民检察院\n联合通告\n为打击非法催收，现通告如下。",
        "佛山市顺德区人民法院\n协助冻结存款通知书\n某某银行股份有限公司佛山支行：\n请协助冻结。",
        "江苏省南京市鼓楼区人民法院\n受理案件通知书\n南京某某小额贷款有限公司：\n你单位诉吴某某一案已收到。",
        "深圳市某某科技有限公司技术支持\n深圳市南山区人民法院\n传票\n案号（2024）粤0305民初1号",
        "中国某某资产管理股份有限公司诉张某某一案\n深圳市南山区人民法院\n传票\n案号（2024）粤0305民初1号",
        "12368\n【深圳市南山区人民法院】您与深圳市某某小额贷款有限公司一案已立案。",
        "深圳市南山区人民法院 深圳市某某小额贷款有限公司 都收到了材料",
        "防骗提示\n骗子伪造传票\n深圳市南山区人民法院\n广东某某律师事务所\n传票\n请勿相信",
    ],
)
def test_silent_on_heads_of_one_organ_and_on_addressees(text: str):
    assert findings(check, evidence(text)) == []


@pytest.mark.parametrize(
    "head",
    [
        "深圳市南山区人民法院\n广东某某律师事务所\n执行通知书",
        "广东某某律师事务所\n深圳市南山区人民法院\n传票",
        "深圳市南山区人民法院 广东某某律师事务所\n限制消费令",
        "某某市公安局经侦支队\n深圳市某某资产管理有限公司\n立案告知书",
        "深圳市南山区人民法院\n深圳市某某小额贷款有限公司\n催告通知书",
    ],
)
def test_a_court_beside_a_firm_is_strong(head: str):
    [found] = findings(check, evidence(head + END))
    assert found.severity == "strong"
    assert found.place is not None
    assert found.says.en


def test_a_head_with_stray_spaces_is_still_one():
    text = "深 圳 市 南 山 区 人 民 法 院\n广 东 某 某 律 师 事 务 所\n传 票" + END
    assert [each.severity for each in findings(check, evidence(text))] == ["strong"]


def test_silent_on_a_name_inside_a_seal():
    given = evidence(
        "深圳市南山区人民法院\n广东某某律师事务所\n民事判决书" + END,
        seals=[seal("广东某某律师事务所", box=Box(60, 150, 700, 220))],
    )
    assert findings(check, given) == []


def test_says_when_nothing_was_read():
    assert unable(check, evidence(None))


FOOT = "深圳市南山区人民法院\n开庭通知书\n（2024）粤0305民初1号\n张某：定于2024年6月3日9时开庭。\n{}\n2024年5月6日"


@pytest.mark.parametrize(
    "foot",
    [
        "深圳市南山区人民法院 某某消费金融有限公司（联合印发）",
        "深圳市南山区人民法院\n某某小额贷款有限公司",
        "深圳市南山区人民法院\n广东某某律师事务所",
    ],
)
def test_a_court_and_a_company_that_sign_together_are_strong(foot: str):
    assert [each.severity for each in findings(check, evidence(FOOT.format(foot)))] == ["strong"]


@pytest.mark.parametrize(
    "foot",
    [
        "深圳市南山区人民法院",
        "抄送：某某小额贷款有限公司\n深圳市南山区人民法院",
        "某某小额贷款有限公司\n深圳市南山区人民法院",
        "深圳市南山区人民法院\n送达：某某小额贷款有限公司",
        "深圳市南山区人民法院\n原告：某某小额贷款有限公司",
        "深圳市南山区人民法院\n收件人：某某小额贷款有限公司",
    ],
)
def test_silent_on_a_foot_that_a_court_signs_alone(foot: str):
    assert findings(check, evidence(FOOT.format(foot))) == []


def test_silent_on_what_a_company_writes_to_a_court():
    text = "财产保全申请书\n请求冻结存款。\n此致\n深圳市南山区人民法院\n某某小额贷款有限公司\n2024年5月6日"
    assert findings(check, evidence(text)) == []
