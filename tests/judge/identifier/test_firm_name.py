"""Names that firms have first; all are invented."""

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.identifier import firm_name

LETTER = "{0}\n律师函\n致：张某某\n本所接受某某银行委托，请于七日内还款。\n{0}\n2024年5月6日"
NAMES = (
    "广东鹏某律师事务所",
    "北京市明某(深圳)律师事务所",
    "国平律师(深圳)事务所",
    "北京市明某律师事务所上海分所",
    "泰某泰律师事务所",
    "内蒙古某某律师事务所",
    "新疆某某律师事务所",
    "合肥市第一律师事务所",
    "湖北公安律师事务所",
    "江苏中某律师事务所",
    "浙江华某律师事务所",
    "上海国某律师事务所",
)
TEXTS = (
    "某某法务有限公司\n通知\n您的律师函已由广东某某律师事务所寄出，请查收。\n某某法务有限公司",
    "106912345678\n【某某法务】如不还款，我司将委托律师向您发出律师函。",
    "某某法律咨询有限公司\n催款函\n请于七日内还款。\n某某法律咨询有限公司\n2024年5月6日",
    "某某市法律援助中心\n指派通知书\n请某某律师办理。",
    "记者调查：某某法律咨询有限公司自称律师，发出律师函，实为骗局。",
    "受某某律师事务所委托的有限公司",
    "某某银行股份有限公司\n催收函\n我行将委托律师起诉。",
)


@pytest.mark.parametrize("text", [*GENUINE, *TEXTS])
def test_silent_on_genuine(text: str):
    assert findings(firm_name, evidence(text)) == []


@pytest.mark.parametrize("name", NAMES)
def test_silent_on_names_that_firms_have(name: str):
    assert findings(firm_name, evidence(LETTER.format(name))) == []


@pytest.mark.parametrize(
    "name",
    [
        "北京某某律师事务所有限公司",
        "广东某某律师事务所集团",
        "中国某某律师事务所",
        "国家金融律师事务所",
        "泉州公安经侦律师事务所",
        "全国联合律师事务所",
    ],
)
def test_strong_on_names_no_firm_can_have(name: str):
    found = findings(firm_name, evidence(LETTER.format(name)))
    assert [each.severity for each in found] == ["strong"]
    assert found[0].place is not None


@pytest.mark.parametrize("name", ["某某法律咨询有限公司", "某某法务有限公司", "某某法律服务中心"])
def test_strong_on_a_lawyers_letter_of_a_body_without_lawyers(name: str):
    [found] = findings(firm_name, evidence(LETTER.format(name).replace("本所", "我单位")))
    assert (found.severity, found.evidence["name"]) == ("strong", name)


@pytest.mark.parametrize("name", ["广东国际某某律师事务所", "北京某某联盟律师事务所"])
def test_a_hint_on_grand_names(name: str):
    assert [each.severity for each in findings(firm_name, evidence(LETTER.format(name)))] == ["weak"]


def test_a_hint_on_a_message_that_speaks_as_a_lawyer():
    text = "106912345678\n【某某法务】您的案件由我所律师办理，请今日内还款，否则起诉。"
    assert [each.severity for each in findings(firm_name, evidence(text))] == ["weak"]


def test_silent_where_the_reader_lost_part_of_the_name():
    assert findings(firm_name, evidence(LETTER.format("某某律师事务所"))) == []


def test_says_when_nothing_was_read():
    assert unable(firm_name, evidence(None))


@pytest.mark.parametrize(
    "name",
    [
        "国家信贷律师事务中心",
        "全国律师联盟",
        "中国金融律师服务中心",
        "最高律师总所",
        "国家网贷律师函中心",
        "中国催收律师团",
    ],
)
def test_a_body_of_lawyers_of_the_state_is_strong(name: str):
    text = f"{name}\n致张三：\n受某某银行委托，请您归还欠款。\n{name}\n律师：李四\n2025年3月5日"
    (finding,) = findings(firm_name, evidence(text))
    assert finding.severity == "strong"


@pytest.mark.parametrize(
    "line",
    [
        "全国优秀律师事务所",
        "中华全国律师协会",
        "全国律师执业诚信信息公示平台",
        "某市公共法律服务中心",
        "某县法律援助中心",
        "某市律师调解中心",
        "某市律师协会维权中心",
        "全国律师咨询日",
        "中国政法大学法律援助中心",
        "国家统一法律职业资格考试",
    ],
)
def test_silent_on_honours_and_public_bodies(line: str):
    text = f"{line}\n浙江某律师事务所\n律师函\n张三：请归还欠款。\n浙江某律师事务所\n2025年3月5日"
    assert findings(firm_name, evidence(text)) == []


def test_a_lawyers_letter_of_a_legal_office_is_strong():
    text = "某某法律事务所\n律师函\n致：张某\n请于七日内还款。\n某某法律事务所\n2025年5月6日"
    assert [each.severity for each in findings(firm_name, evidence(text))] == ["strong"]
