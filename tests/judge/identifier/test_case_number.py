"""Genuine numbers of every level and sort first: on them the check must be silent."""

import pytest
from build import evidence, unable
from build import findings as all_findings

from forgecheck.judge.case_numbers import types
from forgecheck.judge.courts import signs
from forgecheck.judge.identifier import case_number
from forgecheck.tables import table


def findings(check, given):
    """What is wrong; what fits is asked for by name."""
    return [each for each in all_findings(check, given) if not each.fits]


def fits(given):
    return [each for each in all_findings(case_number, given) if each.fits]


SIGNS = sorted(signs() - {"最高法"})
VALID = [
    *(f"（2023）{sign}民终{12 + i}号" for i, sign in enumerate(SIGNS)),
    *(f"（2024）{sign}01民初{300 + i}号" for i, sign in enumerate(SIGNS)),
    *(f"（2022）{sign}0102执{40 + i}号" for i, sign in enumerate(SIGNS)),
    "（2024）粤0305民初12345号",
    "(2023)京01民终367号",
    "（2021）川0104民诉前调801号",
    "（2025）粤0604执保9654号",
    "（2019）最高法知民终1号",
    "（2022）沪0115民初13290号之一",
    "（2020）苏8601行初134号",
    "（2026）京0491民初4964号",
    "（2018）兵0101执12号",
    "（2022）粤03破申5号",
    "（2023）渝87民初12号",
    "（2024）豫执复33号",
    "（2024）最高法民申1234号",
    "（2016）最高法刑核1号",
    "（2020）陕71民终8号",
    "（2021）陕7102民初45号",
    "（2019）沪7101行初6号",
    "（2018）津8601民初9号",
    "（2022）鲁72民初77号",
    "（2016）津72民督1号",
    "（2020）浙72民特12号",
    "（2021）粤73民初900号",
    "（2020）京73行初1号",
    "（2022）琼73知民初4号",
    "（2023）沪74民初88号",
    "（2021）京74民终20号",
    "（2019）吉75民终3号",
    "（2019）吉7501刑初3号",
    "（2020）甘76民终1号",
    "（2018）黑81民终2号",
    "（2018）黑8101民初2号",
    "（2022）军01民初1号",
    "（2022）军0101刑初1号",
    "（2022）兵0801民初5号",
    "（2024）兵08民终6号",
    "（2023）浙02民诉前调595号",
    "（2024）粤0192民诉前调3000号",
    "（2024）粤0305诉前调100号",
    "（2024）粤0305财保12号",
    "（2024）粤0305执恢77号",
    "（2024）粤0305执恢77号之二",
    "（2024）粤0305民督1号",
    "（2024）粤0305司惩3号",
    "（2024）粤03司惩复3号",
    "（2024）粤0305民特55号",
    "（2024）粤0305执异8号",
    "（2024）粤03执复8号",
    "（2024）粤0305执保9号",
    "（2024）粤1971民初20000号",
    "（2024）粤2072民初2号",
    "（2024）鄂9004民初3号",
    "（2024）琼9003民初3号",
    "（2024）豫96民终3号",
    "（2016）浙0106民破1号",
    "（2017）浙0106民算1号",
    "（2024）粤0391民初1号",
    "（2024）苏0591民初1号",
    "（2024）内0105民初1号",
    "（2024）新4002民初6号",
    "（2024）藏0102民初6号",
    "（2023）京0105民引调6号",
    "（2014）深南法民一初字第123号",
    "（2013）朝民初字第00456号",
    "（2015）沪一中民四（商）终字第1234号",
    "（2012）民提字第98号",
    "（2015）粤高法民终字第5号",
    "（2014）穗天法执字第88号之一",
    "(2024) 粤 0305 民初 12345 号",
    "〔2024〕粤0305民初12345号",
    "（2o24）粤O305民初l2345号",
    "（2024）粵0305民初12号",
    "（2024）蘇0583執321號",
    "（2024）奥0305民初12号",
    "（2024）粤0305抗12号",
    "（2024）翼0102民初8号",
    "（2024）粤0305民保令2号",
    "（2024）京01认港1号",
    "（2024）京04协外认5号",
    "（2024）粤0305刑初6号",
    "（2024）粤03刑终6号",
    "（2024）粤03刑更66号",
]


@pytest.mark.parametrize("number", VALID)
def test_silent_on_a_number_that_a_court_can_give(number: str):
    given = evidence(f"本案案号为{number}，请知悉。")
    assert [f.name for f in given.fields or ()].count("case_number") == 1
    assert findings(case_number, given) == []


def test_the_genuine_numbers_are_many():
    assert len(VALID) >= 160


@pytest.mark.parametrize("kind", [row["type"] for row in table("case_types") if row["court"] != "basic"])
def test_silent_on_every_type_at_an_intermediate_court(kind: str):
    assert findings(case_number, evidence(f"（2023）粤03{kind}12号")) == []


COURTS = [row for row in table("courts") if row["code"]]
SPECIAL = [row for row in COURTS if row["code"][1:3] >= "71" or row["code"][3:5] >= "71" or row["level"] in "12"]
# A tenth of all courts, and every supreme, high, maritime, financial, IP, railway and internet court with a code.
OWN = [*SPECIAL, *COURTS[40::10]]


@pytest.mark.parametrize("row", OWN, ids=lambda row: row["name"])
def test_silent_when_the_court_gives_its_own_number(row):
    given = evidence(
        f"{row['name']}\n民事裁定书\n（2023）{row['code']}民再12号\n本院依据（2023）{row['code']}民申3号裁定再审。"
    )
    assert findings(case_number, given) == []


def test_the_courts_that_give_their_own_numbers_are_many():
    assert len(OWN) >= 400
    assert {row["code"][:1] for row in OWN if len(row["code"]) > 1} >= set(SIGNS) - {"军"}


def test_a_number_that_agrees_with_its_court_fits():
    [found] = fits(evidence("山东省单县人民法院\n传票\n（2023）鲁1722民初12号\n被传唤人：某某"))
    assert (found.severity, found.evidence["court"]) == ("info", "山东省单县人民法院")
    assert "真" not in found.says.zh


@pytest.mark.parametrize(
    "text",
    [
        "（2023）鲁1722民初12号",
        "山东省单县人民法院\n传票\n（2023）浙0106民初12号\n被传唤人：某某",
        "深圳市南山区人民法院（2014）深南法民一初字第12号",
        "某区人民法院\n（2023）鲁1722民初12号",
    ],
)
def test_nothing_fits_without_a_known_court_and_its_code(text: str):
    assert fits(evidence(text)) == []


@pytest.mark.parametrize(
    ("number", "rule"),
    [
        ("（2024）深0305民初1号", "sign"),
        ("（2024）蒙0105民初1号", "sign"),
        ("（2024）贵0102民初9号", "sign"),
        ("（2024）广0102执9号", "sign"),
        ("（2024）滇01民终9号", "sign"),
        ("（2024）蜀0102民初9号", "sign"),
        ("（2024）秦0102民初9号", "sign"),
        ("（2024）粤0305执行123号", "type"),
        ("（2024）粤0305诈骗12号", "type"),
        ("（2024）粤0305失信执12号", "type"),
        ("（2024）粤0305立案88号", "type"),
        ("（2024）粤0305民终12号", "level"),
        ("（2024）粤0305执复12号", "level"),
        ("（2024）粤03民督12号", "level"),
        ("（2024）粤民督12号", "level"),
        ("（2024）粤0305民一初字第123号", "form"),
        ("（2024）粤法执字第88号", "form"),
        ("（2022）深南法民一初字第123号", "form"),
        ("（2014）粤0305民初123号", "form"),
        ("（2099）粤0305民初1号", "year"),
    ],
)
def test_a_number_no_court_can_give_is_strong(number: str, rule: str):
    [found] = findings(case_number, evidence(f"本案案号为{number}，请知悉。"))
    assert (found.severity, found.evidence["rule"]) == ("strong", rule)
    assert found.place is not None
    assert found.says.zh
    assert found.says.en


@pytest.mark.parametrize(
    "number", ["（2024）粤0305民初0012号", "（2024）粤03051民初1号", "（2024）粤0305民初123456789号"]
)
def test_a_number_of_the_wrong_length_is_a_hint(number: str):
    assert [found.severity for found in findings(case_number, evidence(number))] == ["weak"]


@pytest.mark.parametrize(
    ("number", "rule"), [("（2024）粤4405民初12号", "division"), ("（2024）粤0305民初987654号", "size")]
)
def test_a_prefecture_or_a_size_that_no_court_has_is_a_hint(number: str, rule: str):
    [found] = findings(case_number, evidence(number))
    assert (found.severity, found.evidence["rule"]) == ("weak", rule)


def test_silent_on_the_random_numbers_of_criminal_reviews():
    assert findings(case_number, evidence("（2019）最高法刑核51732732号")) == []


def test_silent_on_codes_of_prefectures_that_were_merged():
    assert findings(case_number, evidence("（2017）鲁1202民初12号、（2016）新2101民初3号")) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("（二〇二四）粤0305民初一二三号", "（2024）粤0305民初123号"),
        ("（二○二四）粤〇三〇五民初12号", "（2024）粤0305民初12号"),
        ("（二零一四）深南法民一初字第一二三号", "（2014）深南法民一初字第123号"),
        ("（2024粤0305民初12号", "（2024）粤0305民初12号"),
        ("2024）粤0305民初12号", "（2024）粤0305民初12号"),
        ("【2024】粤0305执恢77号之十二", "（2024）粤0305执恢77号之十二"),
        ("（2015）沪一中民四（商）终字第1234号", "（2015）沪一中民四（商）终字第1234号"),
    ],
)
def test_chinese_digits_and_damaged_brackets_are_read_and_silent(text: str, value: str):
    given = evidence(f"本案案号为{text}，请知悉。")
    assert [field.value for field in given.named("case_number")] == [value]
    assert findings(case_number, given) == []


def test_the_old_words_in_a_number_that_is_right_otherwise_are_a_hint():
    assert [found.severity for found in findings(case_number, evidence("（2019）粤0305民初字第123号"))] == ["weak"]


def test_a_sign_that_is_no_short_name_of_a_place_is_a_hint():
    assert [found.severity for found in findings(case_number, evidence("（2024）茶0305民初12号"))] == ["weak"]


def test_an_unknown_type_that_no_everyday_word_betrays_is_a_hint():
    assert [found.severity for found in findings(case_number, evidence("（2024）粤0305民罗12号"))] == ["weak"]


def test_the_court_that_gave_the_number_must_have_its_code():
    [found] = findings(case_number, evidence("广东省深圳市南山区人民法院（2024）粤0112民初12号民事判决书已生效。"))
    assert (found.severity, found.evidence["rule"]) == ("strong", "court")
    assert "粤0305" in found.says.zh


def test_only_a_hint_where_digits_of_the_code_were_not_read():
    paper = "深圳市福田区人民法院\n民事裁定书\n（2024）{}民初123号\n原告：某某银行\n深圳市福田区人民法院\n2024年5月6日"
    for code, severity in (("粤3", "weak"), ("粤0305", "strong")):
        found = findings(case_number, evidence(paper.format(code), type="court_notice"))
        assert {each.severity for each in found if not each.fits} == {severity}


def test_the_letterhead_of_a_court_must_have_the_code_of_its_number():
    [found] = findings(
        case_number, evidence("杭州市西湖区人民法院\n传票\n案号：（2024）浙0212民初12号\n被传唤人：某某")
    )
    assert (found.severity, found.evidence["rule"]) == ("strong", "court")


@pytest.mark.parametrize(
    "reason", ["受宁波市海曙区人民法院委托，向你送达传票。", "本院代为送达。", "经上级法院指定本院管辖。"]
)
def test_a_hint_only_where_a_court_acts_for_another(reason: str):
    text = f"杭州市西湖区人民法院\n传票\n案号：（2024）浙0212民初12号\n被传唤人：某某\n{reason}"
    [found] = findings(case_number, evidence(text))
    assert (found.severity, found.evidence["rule"]) == ("weak", "court")


@pytest.mark.parametrize(
    "text",
    [
        "新疆维吾尔自治区高级人民法院生产建设兵团分院（2024）兵民终1号",
        "广东省深圳市南山区人民法院\n执行裁定书\n（2024）粤0305执12号\n依据（2023）浙0106民初8号民事判决书执行。",
        "不服（2024）粤0305民初12号判决，可上诉于广东省深圳市中级人民法院。",
        "向杭州市西湖区人民法院起诉后，案件移送，现案号为（2024）粤0305民初12号。",
        "某区人民法院（2024）粤0305民初12号",
        "南山区人民法院（2024）黑0404民初12号",
        "武汉铁路运输法院（2024）鄂0102民初12号",
        "深圳市南山区人民法院（2014）深南法民一初字第12号",
    ],
)
def test_silent_where_the_number_may_be_another_courts(text: str):
    assert findings(case_number, evidence(text)) == []


def test_silent_on_a_code_one_look_alike_away():
    assert findings(case_number, evidence("深圳市南山区人民法院（2024）粤0306民初12号")) == []


def test_a_case_of_a_later_year_than_the_letter():
    text = "律师函\n依据（2025）粤0305民初12号案件，请履行。\n广东某某律师事务所\n2021年5月6日"
    [found] = findings(case_number, evidence(text))
    assert (found.severity, found.evidence["rule"]) == ("strong", "year")


def test_a_date_that_nobody_signs_may_be_one_of_a_table():
    text = "（2024）川0107民初18632号民事判决书附表\n还款明细\n2022-03-08 500.00\n2022-04-08 500.00\n2022-05-08 500.00"
    assert [each.severity for each in findings(case_number, evidence(text))] == ["weak"]


def test_a_later_date_elsewhere_makes_it_a_hint():
    text = "律师函\n依据（2025）粤0305民初12号案件，2025年3月1日开庭，请履行。\n广东某某律师事务所\n2021年5月6日"
    assert [found.severity for found in findings(case_number, evidence(text))] == ["weak"]


def test_silent_on_an_earlier_case_and_on_the_same_year():
    text = "律师函\n依据（2021）粤0305民初12号和（2019）粤0305民初7号案件，请履行。\n广东某某律师事务所\n2021年5月6日"
    assert findings(case_number, evidence(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "（2024）粤鹏律函字第12号",
        "京盈律函字【2024】第086号",
        "（2024）深国仲受1234号",
        "（2023）京方圆内经证字第123号",
        "法释〔2020〕17号",
        "深公（经）立告字〔2023〕123号",
        "银保监复〔2020〕12号",
        "粤检刑诉〔2024〕12号",
        "（2024）法催字第88号",
        "（2025）某证执字第52号",
        "（2024）某交执罚字第1023号",
        "（2023）某城管行决字第77号",
        "某某乡人民调解委员会\n人民调解协议书\n（2024）民调字第31号\n双方自愿达成协议。",
        "防骗提示\n骗子声称案号为（2025）深执字第0088号，逾期不还将判刑。",
    ],
)
def test_silent_on_numbers_of_others_than_courts(text: str):
    assert findings(case_number, evidence(text)) == []


def test_a_mediator_who_names_a_court_with_the_old_words_is_not_excused():
    text = "深圳市福田区人民法院\n人民调解委员会\n（2024）民调字第31号"
    (finding,) = findings(case_number, evidence(text))
    assert finding.evidence["rule"] == "form"


def test_says_when_nothing_was_read():
    assert unable(case_number, evidence(None))


def test_every_number_is_spoken_of_once():
    assert len(findings(case_number, evidence("（2024）深0305民初1号\n再次：（2024）深0305民初1号"))) == 1


@pytest.mark.parametrize("type", ["执清", "执督", "执请"])
def test_silent_on_types_of_practice(type: str):
    assert findings(case_number, evidence(f"某某区人民法院\n（2024）粤0305{type}12号")) == []


def test_the_table_has_the_official_types():
    assert sum(row["status"] == "official" for row in types().values()) == 129
    assert len(SIGNS) == 33


LETTER = "江苏某某律师事务所\n律师函\n致：张某\n{}\n江苏某某律师事务所\n律师 钱某某\n2023年6月5日"


@pytest.mark.parametrize(
    "words",
    [
        "无锡市惠山区人民法院已于2023年5月18日立案（案号（2023）鲁0611民初7695号）。",
        "无锡市惠山区人民法院已受理，案号为（2023）鲁0611民初7695号。",
        "无锡市惠山区人民法院依法立案受理，案号：（2023）鲁0611民初7695号。",
    ],
)
def test_a_letter_that_names_a_court_and_the_number_of_another(words: str):
    [found] = findings(case_number, evidence(LETTER.format(words)))
    assert found.severity == "strong"
    assert found.evidence["rule"] == "court"


@pytest.mark.parametrize(
    "words",
    [
        "无锡市惠山区人民法院已于2023年5月18日立案（案号（2023）苏0206民初7695号）。",
        "无锡市惠山区人民法院受理执行，执行依据为（2022）鲁0611民初7695号判决。",
        "无锡市惠山区人民法院已受理。另案（2023）鲁0611民初7695号在烟台市福山区人民法院审理。",
        "无锡市惠山区人民法院委托烟台市福山区人民法院送达（2023）鲁0611民初7695号文书。",
    ],
)
def test_silent_on_a_letter_whose_number_is_its_courts_or_anothers(words: str):
    assert findings(case_number, evidence(LETTER.format(words))) == []


def test_a_year_to_come_that_may_be_misread_is_a_hint_where_it_was_read_surely():
    text = "宁波市海曙区人民法院\n应诉通知书\n（2027）浙0203民初438号\n孙某：\n2025年10月13日"
    assert [each.severity for each in findings(case_number, evidence(text))] == ["weak"]
    assert findings(case_number, evidence(text, confidence=0.85)) == []


NOTICE = "泉州市鲤城区人民法院\n执行通知书\n（2023）闽0502执3054号\n赵某：\n{}已生效。责令你七日内给付。\n2023年6月26日"


def test_a_new_form_in_the_year_before_it_is_a_hint_where_it_was_read_surely():
    text = "北京市石景山区人民法院\n限制消费令\n（2015）京0107执1305号\n何某：\n二〇二四年三月六日"
    assert [each.severity for each in findings(case_number, evidence(text))] == ["weak"]
    assert findings(case_number, evidence(text, confidence=0.85)) == []


def test_a_type_of_collectors_is_strong():
    found = findings(case_number, evidence("案号（2023）宁0105金催3658号，请归还。"))
    assert [(each.severity, each.evidence["rule"]) for each in found] == [("strong", "type")]


def test_a_mediator_of_one_court_with_the_number_of_another():
    text = "调解员姜某\n15:23\n您好，银川市兴庆区人民法院委派的，案号（2024）云0102民诉前调4882号"
    assert [each.severity for each in findings(case_number, evidence(text))] == ["strong"]


def test_our_own_judgment_of_another_court_is_strong():
    found = findings(case_number, evidence(NOTICE.format("本院作出的（2022）辽0103民初8341号民事判决书")))
    assert [each.severity for each in found] == ["strong"]


@pytest.mark.parametrize(
    "words",
    [
        "本院作出的（2022）闽0502民初8341号民事判决书",
        "沈阳市沈河区人民法院作出的（2022）辽0103民初8341号民事判决书",
        "依据（2022）辽0103民初8341号民事判决书，受沈阳市沈河区人民法院委托，本院执行，该判决",
    ],
)
def test_silent_where_the_judgment_is_its_courts(words: str):
    assert findings(case_number, evidence(NOTICE.format(words))) == []


def test_a_letter_of_the_year_before_its_case_is_a_hint_even_where_digits_are_alike():
    text = "浙江某某律师事务所\n致陶某：\n案号（2026）浙0105民初1332号。\n律师赵某\n2025年10月17日"
    assert [each.severity for each in findings(case_number, evidence(text))] == ["weak"]
    assert findings(case_number, evidence(text, confidence=0.85)) == []
