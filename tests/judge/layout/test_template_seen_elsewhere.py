"""layout.template_seen_elsewhere: likeness is told, forgery never."""

from __future__ import annotations

from dataclasses import replace

import pytest
from build import evidence, findings, unable

from forgecheck.evidence import DocumentType, Sighting
from forgecheck.judge.layout import template_seen_elsewhere


def seen(*sightings: Sighting, type: DocumentType = "lawyer_letter"):
    return replace(evidence("律师函", type=type), sightings=sightings)


def test_silent_where_no_store_was_asked():
    given = evidence("律师函", type="lawyer_letter")
    assert findings(template_seen_elsewhere, given) == []
    assert unable(template_seen_elsewhere, given) == []


def test_silent_where_the_store_knows_nothing_like_it():
    assert findings(template_seen_elsewhere, seen()) == []


def test_silent_on_a_seal():
    assert findings(template_seen_elsewhere, seen(Sighting("seal", 40, 3, "2026-11-01"))) == []


def test_the_form_of_one_sender_weighs_nothing():
    (found,) = findings(template_seen_elsewhere, seen(Sighting("template", 20_000, 1, "2026-01-01")))
    assert found.severity == "info"
    assert "不同的名字" not in found.says.zh


@pytest.mark.parametrize(
    "type", ["court_notice", "dishonest_debtor_notice", "consumption_restriction_order", "police_notice"]
)
def test_the_prescribed_form_of_many_courts_weighs_nothing(type: DocumentType):
    (found,) = findings(template_seen_elsewhere, seen(Sighting("template", 300, 60, "2026-01-01"), type=type))
    assert found.severity == "info"
    assert "不同的名字" not in found.says.zh


@pytest.mark.parametrize("type", ["lawyer_letter", "collection_notice", "sms_screenshot"])
def test_one_template_under_several_names_is_a_hint(type: DocumentType):
    (found,) = findings(template_seen_elsewhere, seen(Sighting("template", 34, 5, "2026-01-01"), type=type))
    assert found.severity == "weak"
    assert "5个不同的名字" in found.says.zh
    assert found.place is None


@pytest.mark.parametrize("issuers", [1, 5])
def test_it_says_that_this_is_no_forgery(issuers: int):
    (found,) = findings(template_seen_elsewhere, seen(Sighting("template", 3, issuers, "2026-01-01")))
    assert "不能单凭这一点说是假的" in found.says.zh
    assert "does not make a paper forged" in found.says.en
