"""seal.seen_elsewhere: likeness is told, forgery never."""

from __future__ import annotations

from dataclasses import replace

import pytest
from build import evidence, findings, unable

from forgecheck.evidence import Box, Place, Sighting
from forgecheck.judge.seal import seen_elsewhere

WHERE = Place(1, Box(600, 900, 800, 1100), 0.95)


def seen(*sightings: Sighting):
    return replace(evidence("律师函", type="lawyer_letter"), sightings=sightings)


def test_silent_where_no_store_was_asked():
    given = evidence("律师函", type="lawyer_letter")
    assert given.sightings is None
    assert findings(seen_elsewhere, given) == []
    assert unable(seen_elsewhere, given) == []


def test_silent_where_the_store_knows_nothing_like_it():
    assert findings(seen_elsewhere, seen()) == []


def test_silent_on_a_template():
    assert findings(seen_elsewhere, seen(Sighting("template", 40, 3, "2026-11-01"))) == []


def test_the_seal_of_one_body_on_its_own_papers_weighs_nothing():
    """All honest letters with an electronic seal carry the same picture."""
    (found,) = findings(seen_elsewhere, seen(Sighting("seal", 412, 1, "2026-11-01", WHERE)))
    assert found.severity == "info"
    assert found.evidence == {"papers": 412, "issuers": 1, "since": "2026-11-01"}
    assert found.place == WHERE


def test_one_seal_under_several_names_is_a_hint():
    (found,) = findings(seen_elsewhere, seen(Sighting("seal", 412, 7, "2026-11-01", WHERE)))
    assert found.severity == "weak"
    assert "412" in found.says.zh
    assert "7个不同的名字" in found.says.zh
    assert "7 different names" in found.says.en


def test_each_seal_of_a_page_is_told():
    two = (Sighting("seal", 2, 1, "2026-11-01", WHERE), Sighting("seal", 5, 2, "2026-11-02", WHERE))
    assert [each.severity for each in findings(seen_elsewhere, seen(*two))] == ["info", "weak"]


@pytest.mark.parametrize("issuers", [1, 5])
def test_it_says_that_this_is_no_forgery(issuers: int):
    (found,) = findings(seen_elsewhere, seen(Sighting("seal", 3, issuers, "2026-11-01", WHERE)))
    assert "不能单凭这一点说是假的" in found.says.zh
    assert "does not make a paper forged" in found.says.en
