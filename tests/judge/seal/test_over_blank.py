import pytest
from build import evidence, findings, seal, unable

from forgecheck.evidence import Box
from forgecheck.judge.seal import over_blank

LETTER = (
    "云州明衡律师事务所\n律师函\n致：张某某\n本所接受委托。\n请您还款。\n特此函告。\n云州明衡律师事务所\n2024年5月6日"
)


@pytest.mark.parametrize(
    "box",
    [
        Box(300, 420, 500, 620),
        Box(100, 300, 300, 500),
        Box(450, 500, 650, 700),
        Box(560, 480, 760, 680),
        Box(300, 640, 500, 840),
        Box(880, 900, 1080, 1100),
        Box(0, 1000, 200, 1200),
        Box(500, 1400, 700, 1600),
        Box(600, 300, 800, 500),
        Box(350, 560, 550, 760),
    ],
)
def test_silent_near_text_or_at_the_edge(box: Box):
    assert list(over_blank.check(evidence(LETTER, type="lawyer_letter", seals=(seal(box=box),)))) == []


@pytest.mark.parametrize("type", ["other", "sms_screenshot", "collection_notice"])
def test_silent_on_other_papers(type: str):
    far = seal(box=Box(600, 1100, 800, 1300))
    assert list(over_blank.check(evidence(LETTER, type=type, seals=(far,)))) == []


def test_silent_with_two_seals_and_with_name_seals():
    far = seal(box=Box(600, 1100, 800, 1300))
    square = seal(box=Box(600, 1100, 700, 1200), shape="square")
    assert list(over_blank.check(evidence(LETTER, type="lawyer_letter", seals=(far, far)))) == []
    assert list(over_blank.check(evidence(LETTER, type="lawyer_letter", seals=(square,)))) == []


@pytest.mark.parametrize("left", [250, 400, 600, 700])
def test_weak_on_blank_paper(left: int):
    given = evidence(LETTER, type="lawyer_letter", seals=(seal(box=Box(left, 1100, left + 200, 1300)),))
    (finding,) = findings(over_blank, given)
    assert finding.severity == "weak"


def test_says_when_seals_were_not_searched_for():
    assert unable(over_blank, evidence(LETTER, type="lawyer_letter", seals=None))
