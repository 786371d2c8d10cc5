import pytest
from build import evidence, findings, unable
from genuine import GENUINE
from papers import papers

from forgecheck.judge.layout import bracket_form

COURT = "某某市某某区人民法院\n执行通知书\n{}\n张某某：\n责令你立即履行。\n某某市某某区人民法院\n2024年5月6日"
POLICE = "某某市公安局\n立案告知书\n{}\n某某：你单位报称的被诈骗一案，我局已立案。\n某某市公安局\n2024年5月6日"
QUIET = (
    COURT.format("（2024）苏0505执1号"),
    COURT.format("(2024)苏0505执1号"),
    COURT.format("[2024]苏0505执1号"),
    COURT.format("苏高法发〔2024〕12号"),
    COURT.format("法〔2016〕221号"),
    POLICE.format("某公（经）立字〔2024〕12号"),
    POLICE.format("某公（经）立字(2024)12号"),
    POLICE.format("某公（经）立字[2024]12号"),
    "某某律师事务所\n律师函\n【2024】某律函字第12号\n致：张某某\n请还款。",
    "某某律师事务所\n律师函\n〔2024〕苏0505民初1号一案，本所代理。\n致：张某某",
    "记者从法院获悉，〔2024〕苏0505执1号案件已执结",
)


@pytest.mark.parametrize("text", [*GENUINE, *QUIET, *papers().values()])
def test_silent_on_genuine(text: str):
    assert findings(bracket_form, evidence(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        COURT.format("〔2024〕苏0505执1号"),
        COURT.format("案号：【2024】苏0505执1号"),
        COURT.format("【2024】粤0305民初1234号"),
        POLICE.format("某公（经）立字【2024】12号"),
        COURT.format("〔 2024 〕 苏 0505 执 1 号"),
    ],
)
def test_a_hint_on_brackets_of_another_world(text: str):
    (finding,) = findings(bracket_form, evidence(text))
    assert finding.severity == "weak"


def test_says_when_nothing_could_be_read():
    assert unable(bracket_form, evidence(None))
