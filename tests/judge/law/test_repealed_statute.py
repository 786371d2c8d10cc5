import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import repealed_statute

LETTER = "某某律师事务所\n律师函\n致：张某某\n{}\n某某律师事务所\n{}"
OF_OTHER_LAW = (
    "根据《劳动合同法》第三十条、《中华人民共和国劳动合同法》第五十条，应及时支付。",
    "根据《民法典》合同编第五百零九条，应全面履行。",
    "双方借款合同法律关系成立，合同法定解除条件已成就。",
    "依据原《合同法》第六十条及现行《民法典》第五百零九条。",
    "合同签订时，按当时有效的《中华人民共和国合同法》第六十条处理。",
    "《担保法》已废止，应适用《民法典》第六百八十六条。",
    "《民法典》施行后，《合同法》《物权法》同时废止。",
    "依据《技术合同法》历史规定。",
    "根据行为发生时有效的《中华人民共和国合同法》第一百零九条，应支付货款。",
    "双方合同第八条约定：“未尽事宜，依照《中华人民共和国合同法》、《中华人民共和国担保法》执行。”",
    "婚姻法律师团队竭诚为您服务。",
    "《最高人民法院关于适用〈中华人民共和国婚姻法〉若干问题的解释》曾有规定。",
)


@pytest.mark.parametrize("text", GENUINE)
def test_silent_on_genuine(text: str):
    assert findings(repealed_statute, evidence(text)) == []


@pytest.mark.parametrize("sentence", OF_OTHER_LAW)
def test_silent_where_the_old_law_is_not_cited_as_current(sentence: str):
    assert findings(repealed_statute, evidence(LETTER.format(sentence, "2024年5月6日"))) == []


def test_silent_in_a_letter_from_the_time_of_the_old_law():
    assert findings(repealed_statute, evidence(LETTER.format("根据《合同法》第六十条，请还款。", "2018年5月6日"))) == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("根据《中华人民共和国合同法》第一百零七条之规定，您已违约，请还款。", "合同法"),
        ("依据合同法第二百零六条，您应当返还借款。", "合同法"),
        ("根据中华人民共和国担保法，保证人应承担责任。", "担保法"),
        ("依照《民法通则》第一百零八条，债务应当清偿。", "民法通则"),
    ],
)
def test_strong_in_a_letter_of_2024(sentence: str, name: str):
    (finding,) = findings(repealed_statute, evidence(LETTER.format(sentence, "2024年5月6日")))
    assert finding.severity == "strong"
    assert finding.evidence["statute"] == name
    assert "民法典" in finding.says.zh
    assert finding.place is not None


def test_weak_without_a_date():
    (finding,) = findings(repealed_statute, evidence("根据《合同法》第六十条，请您还款。"))
    assert finding.severity == "weak"


def test_weak_in_the_half_year_of_change():
    (finding,) = findings(repealed_statute, evidence(LETTER.format("根据《合同法》第六十条，请还款。", "2021年3月6日")))
    assert finding.severity == "weak"


def test_weak_where_the_contract_is_older_than_the_code():
    sentence = "您于2019年5月1日签订借款合同，根据《合同法》第六十条，请还款。"
    (finding,) = findings(repealed_statute, evidence(LETTER.format(sentence, "2024年5月6日")))
    assert finding.severity == "weak"


def test_each_statute_is_said_once():
    text = LETTER.format("根据《合同法》第六十条、《合同法》第一百零七条及《担保法》第十八条。", "2024年5月6日")
    assert [each.evidence["statute"] for each in findings(repealed_statute, evidence(text))] == ["合同法", "担保法"]


def test_says_when_nothing_could_be_read():
    assert unable(repealed_statute, evidence(None))
