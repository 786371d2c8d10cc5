"""Fields by their name: what is found, how it is normalised, and what is left alone."""

import time

import pytest
from build import evidence, lines

from forgecheck.evidence import FieldName, Flow
from forgecheck.look.fields import find_fields


def values(text: str, name: FieldName) -> list[str]:
    return [each.value for each in evidence(text).named(name)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("（2024）粤0305民初12345号", "（2024）粤0305民初12345号"),
        ("(2024) 粤 0305 民初 12345 号", "（2024）粤0305民初12345号"),
        ("〔2024〕粤0305民初1号", "（2024）粤0305民初1号"),
        ("[2024]粤0305民初1号", "（2024）粤0305民初1号"),
        ("2024）粤0305民初1号", "（2024）粤0305民初1号"),
        ("(2024粤0305民初1号", "（2024）粤0305民初1号"),
        ("（2O24）粤O3O5民初l2号", "（2024）粤0305民初12号"),
        ("（2022）沪0115民初13290号之一", "（2022）沪0115民初13290号之一"),
        ("（2019）最高法知民终1号", "（2019）最高法知民终1号"),
        ("（2023）京民终9号", "（2023）京民终9号"),
        ("（2014）深南法民一初字第123号", "（2014）深南法民一初字第123号"),
        ("（2015）沪一中民四（商）终字第1234号", "（2015）沪一中民四（商）终字第1234号"),
        ("（2024）深0305民初1号", "（2024）深0305民初1号"),
        ("（2024）粤0305执行123号", "（2024）粤0305执行123号"),
        ("（2024）粤0305民初12弓", "（2024）粤0305民初12号"),
    ],
)
def test_case_numbers_are_found_and_normalised(text: str, value: str):
    assert values(f"案号：{text}，请知悉", "case_number") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "法释〔2020〕17号",
        "（2024）粤鹏律函字第12号",
        "（2024）深国仲受1号",
        "(2024)第3期5号",
        "（2024）年3月5号",
        "[2024]花园小区3栋5号",
    ],
)
def test_numbers_of_others_are_no_case_numbers(text: str):
    assert values(text, "case_number") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("已向深圳市南山区人民法院起诉", "深圳市南山区人民法院"),
        ("上诉于广东省深圳市中级人民法院。", "广东省深圳市中级人民法院"),
        ("由沈阳市和平区人民法院受理", "沈阳市和平区人民法院"),
        ("山东省单县人民法院", "山东省单县人民法院"),
        ("移送至于都县人民法院执行", "于都县人民法院"),
        ("北京互联网法院", "北京互联网法院"),
        ("最高人民法院", "最高人民法院"),
        ("向某某市某某区人民法院申请", "某某市某某区人民法院"),
        ("深圳市南山区入民法院", "深圳市南山区人民法院"),
    ],
)
def test_courts_are_cut_out_of_their_sentence(text: str, value: str):
    assert values(text, "court") == [value]


def test_two_courts_in_one_sentence_are_two():
    text = "深圳市中级人民法院和山东省单县人民法院"
    assert values(text, "court") == ["深圳市中级人民法院", "山东省单县人民法院"]


def test_a_court_without_a_name_is_none():
    assert values("将向人民法院提起诉讼，由法院判决", "court") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("广东鹏远律师事务所接受委托", "广东鹏远律师事务所"),
        ("现委托北京市明远（深圳）律师事务所处理", "北京市明远(深圳)律师事务所"),
        ("国平律师（深圳）事务所", "国平律师(深圳)事务所"),
        ("北京市明远律师事务所上海分所", "北京市明远律师事务所上海分所"),
    ],
)
def test_law_firms(text: str, value: str):
    assert values(text, "law_firm") == [value]


def test_a_law_firm_that_is_a_company_is_a_company():
    assert values("某某律师事务所有限公司", "law_firm") == []
    assert values("某某律师事务所有限公司", "company") == ["某某律师事务所有限公司"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("受深圳市明星小额贷款有限公司委托", "深圳市明星小额贷款有限公司"),
        ("您与东方消费金融有限公司签订合同", "东方消费金融有限公司"),
        ("明星银行股份有限公司深圳分行", "明星银行股份有限公司深圳分行"),
        ("因您拖欠武汉明星消费金融有限公司贷款", "武汉明星消费金融有限公司"),
        ("本院已受理天津明星商业银行股份有限公司申请", "天津明星商业银行股份有限公司"),
        ("2021年3月1日 洛阳明星消费金融有限公司发放", "洛阳明星消费金融有限公司"),
        ("日照明星商贸有限公司", "日照明星商贸有限公司"),
        ("贵司与贵阳明星小额贷款有限公司签订", "贵阳明星小额贷款有限公司"),
        ("利息　　成都明星消费金融有限公司", "成都明星消费金融有限公司"),
        ("限你七日内给付北京明星消费金融有限公司58044.30元", "北京明星消费金融有限公司"),
        ("广 州 明 星 科 技 有 限 公 司", "广州明星科技有限公司"),
    ],
)
def test_companies(text: str, value: str):
    assert values(text, "company") == [value]


def test_companies_without_a_name_are_none():
    assert values("贵公司、我公司、小额贷款公司、第三方催收公司", "company") == []


def test_police_have_a_place():
    assert values("已移交深圳市公安局南山分局经侦大队", "police") == ["深圳市公安局南山分局经侦大队"]
    assert values("将向公安局报案，由派出所协助", "police") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024年3月5日", "2024-03-05"),
        ("2024 年 03 月 05 日", "2024-03-05"),
        ("2024-3-5", "2024-03-05"),
        ("2024/12/31", "2024-12-31"),
        ("二〇二三年六月五日", "2023-06-05"),
        ("二零二四年十二月三十一曰", "2024-12-31"),
        ("二○二四年二月二十九日", "2024-02-29"),
        ("2024年2月30日", "2024年2月30日"),
        ("2024年13月5日", "2024年13月5日"),
    ],
)
def test_dates_are_iso_where_they_exist(text: str, value: str):
    assert values(text, "date") == [value]


def test_the_letter_date_stands_alone_at_the_end():
    text = "律师函\n您于2023年1月2日借款，2023年12月1日到期。\n广东鹏远律师事务所\n2024年3月5日"
    assert values(text, "letter_date") == ["2024-03-05"]
    assert values("您于2023年1月2日借款，请还款。", "letter_date") == []
    assert values("律师函\n请还款\n2024年2月30日", "letter_date") == []
    assert values("律师函\n请还款\n2024-02-30", "letter_date") == []
    assert values("律师函\n请还款\n2024.13.45", "letter_date") == []
    assert values("传票\n应到时间：2024年6月3日9时\n书记员 某某", "letter_date") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("《中华人民共和国民法典》第六百七十五条", ["民法典|675|0"]),
        ("《刑法》第175条之一第1款", ["刑法|175|1|1"]),
        ("民法典第667条、第675条和第676条", ["民法典|667|0", "民法典|675|0", "民法典|676|0"]),
        ("《民事诉讼法》（2023修正）第二百六十六条", ["民事诉讼法|266|0"]),
        ("《中华人民共和国合同法》的规定", ["合同法|0|0"]),
        (
            "《最高人民法院关于限制被执行人高消费及有关消费的若干规定》第三条",
            ["最高人民法院关于限制被执行人高消费及有关消费的若干规定|3|0"],
        ),
        ("刑法第一百九十三条", ["刑法|193|0"]),
        ("《借款合同》第五条", []),
        (
            "《民法典》第577、579条和第676条第一款、第680条",
            [f"民法典|{n}" for n in ("577|0", "579|0", "676|0|1", "680|0")],
        ),
        ("《刑法》第一百九十六条第二款第（一）项", ["刑法|196|0|2"]),
        ("《刑法》第一百七十五条之一第一款", ["刑法|175|1|1"]),
        ("《民法典》（2020年版）第十条", ["民法典|10|0"]),
        ("民诉法第二百六十六条", ["民事诉讼法|266|0"]),
        ("《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第五百零六条", ["民诉法解释|506|0"]),
        ("《贷款惩戒法》第八十八条", ["贷款惩戒法|88|0"]),
        ("《劳动合同法实施条例》第五条", ["劳动合同法实施条例|5|0"]),
        ("合同法的规定", ["合同法|0|0"]),
        ("《民法典》合同编第五百零九条", ["民法典|509|0"]),
        ("《中华人民共和国刑法》分则第三章第五节第一百九十三条", ["刑法|193|0"]),
        ("《民法典》第五百条之一切规定", ["民法典|500|0"]),
        ("德国刑法第2000条", []),
        ("某某市民法典第2000条", []),
        ("婚姻法律师的意见", []),
        ("借款合同法律关系", []),
        ("本合同第300条", []),
    ],
)
def test_statutes(text: str, value: list[str]):
    assert values(f"根据{text}，", "statute") == value


def test_a_statute_field_stands_where_its_name_and_number_stand():
    given = evidence("依照《民 法 典》第５７７、579条及刑法第１７５条之一，")
    read = ["《民 法 典》第５７７", "579条", "刑法第１７５条之一"]
    assert [each.text for each in given.named("statute")] == read


def test_credit_codes_after_their_label_or_by_shape():
    assert values("统一社会信用代码：9144 0300 MA5T EQT0 4D", "credit_code") == ["91440300MA5TEQT04D"]
    assert values("编号31440000e000012320", "credit_code") == ["31440000E000012320"]
    assert values("身份证号110105194912310021", "credit_code") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("电话：0755-86123456", ["075586123456"]),
        ("手机138 0000 1234", ["13800001234"]),
        ("手机138****1234", ["138****1234"]),
        ("致电12368", ["12368"]),
        ("400-800-1234", ["4008001234"]),
        ("还款12345元，编号20240305", []),
    ],
)
def test_phones(text: str, value: list[str]):
    assert values(text, "phone") == value


def test_links_give_their_host():
    assert values("请登录https://ZXFW.court.gov.cn/zxfw/#/a?b=1 查询", "link") == ["zxfw.court.gov.cn"]
    assert values("点击 abc-pay.top/x 处理", "link") == ["abc-pay.top"]
    assert values("邮箱 a@example.com", "link") == []


def test_a_text_message_has_sender_and_signature():
    text = "1069 0012 3456 78\n短信\n【佛山市禅城区人民法院】请查收文书，详情请致电，谢谢您的配合与理解"
    assert values(text, "sms_sender") == ["10690012345678"]
    assert values(text, "sms_signature") == ["佛山市禅城区人民法院"]
    assert values(text, "issuer") == ["佛山市禅城区人民法院"]


def test_a_number_that_a_paper_prints_is_no_sender():
    assert values("联系电话\n13812345678\n请携带本通知到庭", "sms_sender") == []
    assert values("某某市某某区人民法院\n0571-12345678\n传票", "sms_sender") == []
    assert values("法院专递\n13812345678\n内件：起诉状副本", "sms_sender") == []
    assert values("10:32\n中国移动\n138-0013-8000\n短信\n请查收", "sms_sender") == ["13800138000"]


def test_a_letter_has_letterhead_title_addressee_signature_and_issuer():
    text = (
        "广东鹏远律师事务所\n律 师 函\n张某某先生：\n您的借款已逾期，请在三日内联系。\n广东鹏远律师事务所\n2024年3月5日"
    )
    for name in ("letterhead", "issuer", "signature"):
        assert values(text, name) == ["广东鹏远律师事务所"]
    assert values(text, "title") == ["律师函"]
    assert values(text, "addressee") == ["张某某先生"]


def test_letterhead_and_title_may_share_a_line():
    assert values("深圳市南山区人民法院传票\n被传唤人 某某", "letterhead") == ["深圳市南山区人民法院"]
    assert values("深圳市南山区人民法院传票\n被传唤人 某某", "title") == ["传票"]


def test_a_field_keeps_where_it_stands_and_how_it_was_read():
    given = evidence("前言\n案号（2O24）粤0305民初1号")
    [field] = given.named("case_number")
    assert given.flow is not None
    assert given.flow.text[field.start : field.end] == field.text == "（2O24）粤0305民初1号"
    assert field.place.page == 1
    assert field.place.box.left > 100
    assert field.place.confidence == 0.98


def test_nothing_read_gives_no_fields_and_nothing_there_gives_an_empty_tuple():
    assert find_fields(None) is None
    assert evidence("").fields == ()


def test_fields_come_in_reading_order():
    starts = [each.start for each in evidence("12368\n【某某法院】（2024）粤0305民初1号\n2024年5月6日").fields or ()]
    assert starts == sorted(starts)


@pytest.mark.parametrize("unit", ["（（（「", "(2024)", "一二", "《合同法", "第1、"])
def test_a_megabyte_of_hostile_text_is_searched_in_linear_time(unit: str):
    [line] = lines("x")
    text = unit * (1_000_000 // len(unit))
    flow = Flow(text, tuple((1, line, 0) for _ in range(len(text))))
    find_fields(evidence("广东某某人民法院").flow)
    start = time.process_time()
    find_fields(flow)
    assert time.process_time() - start < 8.0  # growing with the square it would take hours; slow machines take seconds
