import pytest
from build import evidence, findings, seal, unable

from forgecheck.judge.seal import exact_copy

SAME = {"captured": 1.0, "even_all": 0.09, "twin_likeness": 0.97, "twin_flaws": 0.96}


def two(**more: object):
    return evidence("律师函", seals=(seal(**more), seal(**more)))


@pytest.mark.parametrize(
    ("origin", "changed"),
    [
        ("ink", {"twin_flaws": 0.4}),
        ("ink", {"twin_flaws": 0.8}),
        ("ink", {"twin_likeness": 0.7}),
        ("ink", {"even_all": 0.01}),
        ("ink", {"captured": 0.5}),
        ("electronic", {}),
        ("electronic", {"even_all": 0.01, "twin_flaws": 1.0}),
        ("unclear", {"captured": 0.2}),
    ],
)
def test_silent_on_two_impressions_and_on_electronic_seals(origin: str, changed: dict[str, float]):
    assert list(exact_copy.check(two(origin=origin, measured=SAME | changed))) == []


def test_silent_on_single_seals_and_none():
    assert list(exact_copy.check(evidence("律师函", seals=(seal(origin="ink"),)))) == []
    assert list(exact_copy.check(evidence("律师函"))) == []
    assert list(exact_copy.check(evidence("律师函", seals=(seal(origin="ink", measured=SAME),)))) == []


@pytest.mark.parametrize("origin", ["ink", "unclear", "pasted"])
def test_speaks_where_flaws_are_the_same(origin: str):
    (finding,) = findings(exact_copy, two(origin=origin, measured=SAME))
    assert finding.evidence["flaws"] == [0.96, 0.96]
    assert finding.place is not None


@pytest.mark.parametrize(
    ("likeness", "flaws", "severity"), [(0.97, 0.96, "strong"), (0.92, 0.96, "weak"), (0.97, 0.91, "weak")]
)
def test_is_strong_only_beyond_doubt(likeness: float, flaws: float, severity: str):
    given = two(origin="ink", measured=SAME | {"twin_likeness": likeness, "twin_flaws": flaws})
    assert [each.severity for each in findings(exact_copy, given)] == [severity]


def test_says_when_seals_were_not_searched_for():
    assert unable(exact_copy, evidence("律师函", seals=None))
