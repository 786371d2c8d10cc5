"""Letters that a lawyer signs first; all names are invented."""

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.identifier import trainee_signs

FIRM = "福建明样律师事务所"
LETTER = (
    f"{FIRM}\n律师函\n陈小例：受泉州示湖小额贷款有限公司委托，请于七日内还清45257.67元。\n"
    + "{}\n"
    + f"{FIRM}\n2024年7月11日"
)
IN_ORDER = (
    "律师：严小例",
    "律师：王明\n实习律师：严小例",
    "经办律师 王明　实习律师 严小例",
    "联系人：实习律师严小例 0595-8300011",
    "律师：王明\n律师助理：严小例",
    "",
    "王明律师、严小例实习律师",
    "如有疑问请联系律师助理严小例",
    "承办律师：王明 严小例（实习）",
    "律师：王明 执业证号：13501201510123456\n实习人员：严小例",
    "本所不委派实习律师上门\n律师：王明",
)


@pytest.mark.parametrize("text", [*GENUINE, *map(LETTER.format, IN_ORDER)])
def test_silent_on_genuine(text: str):
    assert findings(trainee_signs, evidence(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "某某某律师事务所\n实习鉴定表\n实习人员：严小例\n指导律师：王明",
        "委托诉讼代理人：严小例，福建明样律师事务所实习律师。",
        "招聘实习律师、律师助理两名，有意者请投简历。福建明样律师事务所",
        "某某有限公司\n催款函\n经办：严小例（实习）\n某某有限公司",
    ],
)
def test_silent_on_other_papers(text: str):
    assert findings(trainee_signs, evidence(text)) == []


@pytest.mark.parametrize(
    "line",
    [
        "实习律师：严小例",
        "实习律师 严小例",
        "经办人：严小例（实习律师）",
        "严小例 实习律师",
        "实习人员：严某",
        "律师助理：严小例",
        "经办：严小例（实习）",
        "本实习律师郑重函告：请尽快还款。",
        "实习律师：严小例　电话0595-8300011",
        "实习律师：曹某某　实习律师：赵某某（无执业证）",
    ],
)
def test_a_hint_where_only_a_trainee_signs(line: str):
    [found] = findings(trainee_signs, evidence(LETTER.format(line)))
    assert found.severity == "weak"
    assert found.place is not None


def test_silent_where_the_line_was_read_badly():
    assert findings(trainee_signs, evidence(LETTER.format("实习律师：严小例"), confidence=0.7)) == []


def test_says_when_nothing_was_read():
    assert unable(trainee_signs, evidence(None))
