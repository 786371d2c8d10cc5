"""Likeness: two signals or one strong; honest forms and hubs are not enough."""

from __future__ import annotations

import pytest
from link.papers import LETTER, OTHER, fingerprint, stamp, text, trail

from forgecheck.link.anchors import KINDS
from forgecheck.link.likeness import CAPS, Likeness, likeness, rarity
from forgecheck.link.sketch import resemblance
from forgecheck.link.trail import Trail

SEAL, ANOTHER = fingerprint(1, flaws=5), fingerprint(2, flaws=9)


def compared(one: Trail, other: Trail, papers: int = 5000, **named: int) -> Likeness:
    alike = 0.0 if one.wording is None or other.wording is None else float(resemblance(one.wording, other.wording))
    return likeness(one, other, alike, named, papers)


def test_every_kind_of_identifier_has_its_cap():
    assert set(CAPS) == set(KINDS)


# Silence first -----------------------------------------------------------------------------------------------------


def test_strangers_have_nothing_in_common():
    found = compared(trail(text(LETTER)), trail(text(OTHER)))
    assert (found.score, found.links) == (0, False)


def test_one_bank_named_by_all_is_not_enough():
    found = compared(trail(text(LETTER)), trail(text(OTHER)), issuer=4000, landline=4000)
    assert not found.links


def test_one_rare_number_alone_is_not_enough():
    """A case number, a telephone: papers of one case and one office name them, whoever wrote them."""
    for kind in ("case_number", "letter_number", "landline", "mobile", "host", "licence", "lawyer", "issuer"):
        assert not compared(trail(text(LETTER)), trail(text(OTHER)), **{kind: 2}).links, kind


def test_the_form_of_all_courts_under_other_seals_is_not_enough():
    one, other = (trail(text(number=at), [stamp(fingerprint(at, flaws=at))], type="court_notice") for at in (1, 2))
    found = compared(one, other)
    assert found.seal_as == "other"
    assert not found.links


def test_the_same_words_in_messages_are_not_enough():
    """Words stand on the internet, and a message has no layout."""
    one, other = (trail(text(number=at), type="sms_screenshot") for at in (1, 2))
    found = compared(one, other)
    assert found.template > 2
    assert found.same_words
    assert not found.links


def test_letters_in_the_same_words_have_a_layout_to_tell_them_by():
    assert not compared(trail(text(number=1)), trail(text(number=2))).same_words


def test_one_design_of_a_seal_alone_is_not_enough():
    """All impressions of one honest stamp share it."""
    one = trail(text(LETTER), [stamp(fingerprint(1, flaws=5))])
    other = trail(text(OTHER), [stamp(fingerprint(1, flaws=77))])
    found = compared(one, other)
    assert found.seal_as == "design"
    assert not found.links


# What links --------------------------------------------------------------------------------------------------------


def test_one_picture_of_a_seal_links():
    found = compared(trail(text(LETTER), [stamp(SEAL)]), trail(text(OTHER), [stamp(ANOTHER), stamp(SEAL)]))
    assert (found.seal_as, found.seals, found.links) == ("impression", (0, 1), True)


def test_one_template_links_where_names_sums_and_days_differ():
    found = compared(trail(text(number=1)), trail(text(number=2)))
    assert found.template >= 3
    assert found.links
    assert not found.same_paper


def test_messages_of_the_same_words_with_the_same_rare_number_link():
    one, other = (trail(text(number=at), type="sms_screenshot") for at in (1, 2))
    assert compared(one, other, mobile=5).links


def test_two_papers_of_one_court_link():
    one, other = (trail(text(number=at), [stamp(SEAL)], type="court_notice") for at in (1, 2))
    assert compared(one, other).links


def test_an_account_and_a_host_link_without_words():
    assert compared(trail(text(LETTER)), trail(text(OTHER)), account=3, host=3).links


def test_a_second_picture_of_a_paper_is_known():
    found = compared(trail(text(number=3), name="a.jpg"), trail(text(number=3), name="b.jpg"))
    assert found.same_paper


def test_likeness_has_no_direction():
    one, other = trail(text(number=1), [stamp(SEAL)]), trail(text(number=2), [stamp(SEAL)])
    there, back = compared(one, other, mobile=3), compared(other, one, mobile=3)
    assert (there.score, there.signals) == (back.score, back.signals)


@pytest.mark.parametrize("papers", [10, 1000, 100_000])
def test_what_more_papers_share_is_worth_less(papers: int):
    worth = [rarity(3.0, count, papers) for count in (2, 20, 200, 2000, 20_000)]
    assert worth == sorted(worth, reverse=True)
    assert worth[0] <= 3.0
    assert worth[-1] == 0 or papers == 100_000
