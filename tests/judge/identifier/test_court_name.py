"""Real courts of every kind, in full and in short, first."""

import pytest
from build import evidence, findings, unable

from forgecheck.judge.identifier import court_name as check
from forgecheck.tables import table

COURTS = [row["name"] for row in table("courts")]
SIGNS = {row["sign"]: row["name"] for row in table("court_signs") if row["prefix"]}


def summons(name: str) -> str:
    return f"{name}\n传票\n案由：金融借款合同纠纷\n被传唤人：张某某\n应到处所：第五法庭\n审判员 李某某\n2024年5月6日"


@pytest.mark.parametrize("name", COURTS[::17])
def test_silent_on_every_seventeenth_court(name: str):
    assert findings(check, evidence(summons(name))) == []


@pytest.mark.parametrize("row", [each for each in table("courts") if each["level"] == "4" and each["code"]][::40])
def test_silent_with_the_province_before_the_name(row):
    province = SIGNS.get(row["code"][0], "")
    name = row["name"] if row["name"].startswith(province) else province + row["name"]
    assert findings(check, evidence(summons(name))) == []


@pytest.mark.parametrize(
    "name",
    [
        "中华人民共和国最高人民法院",
        "最高人民法院",
        "杭州互联网法院",
        "北京互联网法院",
        "成渝金融法院",
        "上海金融法院",
        "广州知识产权法院",
        "宁波海事法院",
        "西安铁路运输法院",
        "中国人民解放军北京军事法院",
        "新疆生产建设兵团第八师中级人民法院",
        "深圳市某某区人民法院",
        "深圳市××区人民法院",
        "深圳市南出区人民法院",
        "山东省菏泽市单县人民法院",
        "浙江省义乌市人民法院佛堂人民法庭",
    ],
)
def test_silent_on_courts_that_exist_or_may_have_been_misread(name: str):
    assert findings(check, evidence(summons(name))) == []


@pytest.mark.parametrize(
    "text",
    [
        "12368\n【天津河西法院】尹某某您好，您与某某银行一案已进入诉前调解程序。",
        "12368\n【南山法院】您有一份传票待签收。",
        "1069\n【广东法院】您有一份来自佛山市顺德区人民法院的电子送达文书。",
        "南山法院\n执行局办公时间\n周一至周五9:00-17:30",
        "深圳市南山法院\n传票\n深圳市南山区人民法院\n案号（2024）粤0305民初1号\n2024年5月6日",
        "律师函\n致：张某某\n请于七日内还款，否则将向南山法院起诉。\n北京某某律师事务所\n2024年5月6日",
        "防骗提示\n骗子以“互联网金融法院”名义发送传票，请勿相信。",
        "记者走访发现，所谓国家失信法院并不存在。",
        "上海市闸北区人民法院\n民事判决书\n（2014）闸民一初字第12号\n审判员 李某\n二〇一四年六月三日",
        "人民法院公告\n覃某某：本院受理某公司诉你追偿权纠纷一案。\n广西壮族自治区柳州市城中区人民法院\n2025年7月10日",
        "向执行法院申请纠正。\n某某区人民法院\n失信决定书\n（2025）陕0113执3311号\n院长 冯某\n二〇二五年四月一日",
    ],
)
def test_silent_on_short_names_in_messages_and_on_names_told_of(text: str):
    assert findings(check, evidence(text)) == []


@pytest.mark.parametrize(
    "name",
    [
        "广东省网络法院",
        "互联网金融法院",
        "国家失信法院",
        "中国执行法院",
        "中国网贷法院",
        "北京市执行法院",
        "深圳市南山法院",
        "深圳市南山法院执行局",
    ],
)
def test_a_court_that_cannot_be_is_strong(name: str):
    [found] = findings(check, evidence(summons(name)))
    assert found.severity == "strong"
    assert found.place is not None
    assert found.says.en


def test_the_signature_of_a_message_counts_too():
    [found] = findings(check, evidence("1069\n【国家失信法院】张某，您已被列入黑名单，请立即还款。"))
    assert found.severity == "strong"


@pytest.mark.parametrize("name", ["人民法院", "深圳市朝阳区人民法院", "广东省福海人民法院", "成都互联网法院"])
def test_an_unknown_or_missing_place_is_a_hint(name: str):
    assert [each.severity for each in findings(check, evidence(summons(name)))] == ["weak"]


def test_says_when_nothing_was_read():
    assert unable(check, evidence(None))


@pytest.mark.parametrize(
    "text",
    [
        "某某律师事务所\n律师函\n钱某：\n委托人已向甘肃信用法院提交起诉状。\n某某律师事务所",
        "小冯\n14:23\n您好，我是浙江催缴法院的，您有个案子在我们院",
        "某某公司\n您的案件已由国家网络借贷法院受理，请尽快还款。",
    ],
)
def test_strong_on_a_kind_of_court_that_is_only_told_of(text: str):
    assert [each.severity for each in findings(check, evidence(text))] == ["strong"]


@pytest.mark.parametrize(
    "text",
    [
        "某某律师事务所\n律师函\n钱某：\n委托人将就您的欠款向法院起诉。\n某某律师事务所",
        "您拖欠的贷款法院已经判决，请履行。",
        "委托人已在杭州互联网法院起诉，由上海金融法院二审。",
        "请在判决生效后向执行法院申请，由您偿还全部债务法院才会解除限制。",
        "反诈提示：根本没有“国家网络借贷法院”，骗子声称由国家网络借贷法院受理的都是假的。",
    ],
)
def test_silent_where_courts_are_only_spoken_of(text: str):
    assert findings(check, evidence(text)) == []
