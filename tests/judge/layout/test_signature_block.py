from dataclasses import replace

import pytest
from build import evidence, findings, seal, unable
from genuine import GENUINE
from papers import papers

from forgecheck.evidence import Box
from forgecheck.judge.layout import signature_block

BODY = "\n".join(f"{n}、您于某年某月向委托人借款若干元，至今没有归还，已经构成违约。" for n in "一二三四五六七八九")
OPEN = f"律师函\n致：张某某先生\n{BODY}\n请您务必在今日之内把全部欠款还清，否则后果由您自己承担。"
QUIET = (
    f"{OPEN}\n某某律师事务所",
    f"{OPEN}\n2024年5月6日",
    f"{OPEN}\n李某某",
    f"{OPEN}\n广东某某律师事务所\n2024年5月6日",
    f"通知\n{BODY}",
    f"1069012345678\n【某某银行】\n{BODY}",
    "律师函\n致：张某某先生\n请还款。",
    f"会议纪要\n{BODY}",
    f"小说\n{BODY}",
    f"用户协议\n{BODY}",
)
A4 = (1080, 1528)


@pytest.mark.parametrize("text", [*GENUINE, *QUIET, *papers().values()])
def test_silent_on_genuine(text: str):
    assert findings(signature_block, evidence(text, size=A4)) == []


@pytest.mark.parametrize("size", [(1080, 900), (1080, 700), (1600, 1528), (1080, 2400)])
def test_silent_on_pictures_that_may_be_cut(size: tuple[int, int]):
    assert findings(signature_block, evidence(OPEN, size=size)) == []


def test_silent_on_screenshots_and_below_a_seal():
    assert findings(signature_block, evidence(OPEN, size=A4, capture="screenshot")) == []
    low = seal(None, box=Box(600, 1000, 800, 1200))
    assert findings(signature_block, evidence(OPEN, size=A4, seals=(low,))) == []


@pytest.mark.parametrize(
    "text",
    [
        OPEN,
        OPEN.replace("律师函", "催收函"),
        OPEN.replace("律师函", "解除合同通知书"),
        OPEN.replace("律师函", "律 师 函"),
    ],
)
def test_a_hint_where_a_whole_page_ends_with_nobody(text: str):
    (finding,) = findings(signature_block, evidence(text, size=A4))
    assert finding.severity == "weak"


def test_only_the_last_page_counts():
    given = evidence(OPEN, size=A4)
    (page,) = given.document.pages
    more = replace(page, number=2, lines=())
    assert findings(signature_block, replace(given, document=replace(given.document, pages=(page, more)))) == []


def test_says_when_nothing_could_be_read():
    assert unable(signature_block, evidence(None))
