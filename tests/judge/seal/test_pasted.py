import pytest
from build import evidence, findings, seal, unable

from forgecheck.judge.seal import pasted


@pytest.mark.parametrize("origin", ["ink", "electronic", "unclear"])
@pytest.mark.parametrize("why", [(), ("uneven",), ("page_was_never_paper",), ("too_small",)])
def test_silent_on_seals_that_were_not_pasted(origin: str, why: tuple[str, ...]):
    assert list(pasted.check(evidence("律师函", seals=(seal(origin=origin, origin_why=why),)))) == []


def test_silent_without_seals():
    assert list(pasted.check(evidence("律师函"))) == []


@pytest.mark.parametrize(
    "why",
    [
        ("hides_text",),
        ("sharper_than_text", "even"),
        ("hides_text", "sharper_than_text", "even"),
        ("brighter_than_paper", "other_ground", "smoother_than_page", "even"),
    ],
)
def test_says_what_does_not_fit_and_is_a_hint_however_much_that_is(why: tuple[str, ...]):
    given = evidence("律师函", seals=(seal("某某公司", origin="pasted", origin_why=why, measured={"shown": 0.1}),))
    (finding,) = findings(pasted, given)
    assert finding.severity == "weak"
    assert all(pasted.FACTS[each].zh in finding.says.zh for each in why)
    assert finding.evidence["shown"] == 0.1
    assert finding.box == seal().box


def test_says_when_seals_were_not_searched_for():
    assert unable(pasted, evidence("律师函", seals=None))
