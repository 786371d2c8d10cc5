import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import refusing_to_perform_crime

LAWFUL = (
    "判决生效后拒不履行的，可能构成拒不执行判决、裁定罪，请您还款。",
    "您作为被执行人张某，拒不履行，涉嫌拒执罪，请还款。",
    "（2024）粤0305执1号案件，您的行为构成拒执罪，请还款。",
    "有能力执行而拒不执行，情节严重的，构成拒不执行判决、裁定罪，请您履行债务。",
    "不还网贷不会构成拒执罪，您放心。",
    "拒执罪是什么？您欠款被起诉才有关系。",
    "普法：什么是拒执罪？借款人请您了解。",
    "法院已作出民事判决，您不履行将以拒执罪追究，请还款。",
    "仲裁裁决生效后您仍不还款，申请执行后拒不履行的构成拒执罪。",
    "骗子称您涉嫌拒执罪，要求还款转账。",
    "您的信用卡账单已出，请按时还款。",
    "如法院判后您仍不还款，可能触犯刑法第三百一十三条。",
)
STRONG = (
    "您逾期不还，已构成拒执罪，请立即还款。",
    "【某某法务】您的网贷逾期，涉嫌拒不执行判决裁定罪，速还款。",
    "您欠款不还，触犯刑法第三百一十三条，将判三年。",
    "您拖欠借款，将以拒不履行判决罪追究。",
)
WEAK = ("您逾期不还款，可能构成拒执罪。",)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(refusing_to_perform_crime, evidence(text)) == []


@pytest.mark.parametrize("text", STRONG)
def test_strong_where_it_is_said_as_a_fact(text: str):
    (finding,) = findings(refusing_to_perform_crime, evidence(text))
    assert finding.severity == "strong"
    assert finding.place is not None


@pytest.mark.parametrize("text", WEAK)
def test_weak_where_it_is_less_clear(text: str):
    (finding,) = findings(refusing_to_perform_crime, evidence(text))
    assert finding.severity == "weak"


def test_a_hint_only_where_the_text_was_read_poorly():
    (finding,) = findings(refusing_to_perform_crime, evidence(STRONG[0], confidence=0.6))
    assert finding.severity == "weak"


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(refusing_to_perform_crime, evidence(" ".join(STRONG[0])))


def test_says_when_nothing_could_be_read():
    assert unable(refusing_to_perform_crime, evidence(None))
