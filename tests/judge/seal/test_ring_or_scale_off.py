import pytest
from build import evidence, findings, seal, unable

from forgecheck.evidence import Box
from forgecheck.judge.seal import ring_or_scale_off

A4 = (1050, 1485)  # 5 px a millimetre


def sized(mm: float, **more: object):
    return seal(box=Box(300, 900, 300 + round(5 * mm), 900 + round(5 * mm)), **more)


@pytest.mark.parametrize("mm", [32, 38, 40, 42, 45, 47, 50, 55, 58])
@pytest.mark.parametrize("capture", ["scan", "render"])
def test_silent_on_usual_sizes(mm: float, capture: str):
    given = evidence("律师函", type="lawyer_letter", capture=capture, size=A4, seals=(sized(mm),))
    assert list(ring_or_scale_off.check(given)) == []


@pytest.mark.parametrize("capture", ["photo", "screenshot", "messenger", "unknown", "screen_photo"])
def test_silent_where_the_scale_is_unknown(capture: str):
    given = evidence("律师函", type="lawyer_letter", capture=capture, size=A4, seals=(sized(80),))
    assert list(ring_or_scale_off.check(given)) == []


def test_silent_on_other_proportions_shapes_and_papers():
    for more in (
        {"size": (1080, 1600), "seals": (sized(80),)},
        {"size": A4, "seals": (sized(20, shape="square"), sized(20, shape="oval"))},
        {"size": A4, "seals": (sized(80, score=0.6),)},
        {"size": A4, "seals": (seal(box=Box(0, 900, 120, 1000)),)},
    ):
        assert list(ring_or_scale_off.check(evidence("律师函", type="lawyer_letter", capture="scan", **more))) == []
    given = evidence("律师函", type="other", capture="scan", size=A4, seals=(sized(80),))
    assert list(ring_or_scale_off.check(given)) == []


@pytest.mark.parametrize("mm", [15, 25, 65, 90])
def test_weak_on_impossible_sizes(mm: float):
    given = evidence("律师函", type="lawyer_letter", capture="scan", size=A4, seals=(sized(mm),))
    (finding,) = findings(ring_or_scale_off, given)
    assert finding.severity == "weak"
    assert finding.evidence["width_mm"] == mm


def test_says_when_seals_were_not_searched_for():
    assert unable(ring_or_scale_off, evidence("律师函", type="lawyer_letter", capture="scan", size=A4, seals=None))
