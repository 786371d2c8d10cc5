"""Numbers, letters, pages and sources: one order for all renderers."""

from __future__ import annotations

from dataclasses import replace

from show.reports import BLIND, EDITOR, PASTED, REPEALED, at, page, report

from forgecheck.evidence import Box, Place, Seal
from forgecheck.finding import Finding, Outcome, Says, Unable
from forgecheck.judge import all_checks
from forgecheck.judge.manual import manual
from forgecheck.show.order import MOST_PAGES, families, lettered, numbered, shown_pages, sources, spot, unlooked
from forgecheck.wording import CRASHED


def test_the_gravest_is_number_one_and_equals_keep_their_order():
    other = at(Box(0, 0, 9, 9))
    given = report(weighed=(EDITOR, other, PASTED, REPEALED))
    assert [(each.number, each.check) for each in numbered(given)] == [
        (1, "law.repealed_statute"),
        (2, "law.test"),
        (3, "seal.pasted"),
        (4, "metadata.editor_named"),
    ]


def test_letters_go_on_after_z():
    letters = [each.letter for each in lettered(report(seals=[Seal(1, Box(0, 0, 9, 9), "round", 0.9)] * 28))]
    assert letters[:2] == ["A", "B"]
    assert letters[25:] == ["Z", "A2", "B2"]


def test_the_first_page_is_shown_where_nothing_was_found():
    pages = tuple(replace(page(90, 90), number=number) for number in (1, 2))
    assert [each.number for each in shown_pages(report(weighed=(), pages=pages))] == [1]


def test_not_more_pages_are_shown_than_a_file_should_hold():
    pages = tuple(replace(page(90, 90), number=number) for number in range(1, 30))
    found = tuple(at(Box(0, 0, 9, 9), page=number) for number in range(1, 30))
    assert len(shown_pages(report(weighed=found, pages=pages))) == MOST_PAGES


def test_sources_are_those_of_the_checks_manual():
    assert all(sources(name) == manual(check).sources for name, check in all_checks().items())
    assert sources("law.no_such_check") == ()


def test_each_family_is_named_once():
    assert list(families(report())) == ["law", "seal", "metadata", "pixel"]


def test_a_place_is_told_as_it_stands_on_the_upright_page():
    lying = report(pages=(replace(page(300, 300), rotation=90),))
    assert spot(lying, Place(1, Box(270, 0, 300, 30), 0.9)).zh == "左上角"
    assert spot(report(pages=(page(300, 300),)), Place(1, Box(270, 0, 300, 30), 0.9)).zh == "右上角"
    assert spot(lying, Place(7, Box(0, 0, 9, 9), 0.9)) is None


def test_whole_families_that_could_not_look_come_before_single_checks():
    tired, spoke = Unable(Says("看不清。", "Blurred.")), Finding("weak", Says("", ""))
    outcomes = (
        Outcome("law.one", (spoke,), (tired,)),
        Outcome("law.two", (), (tired,)),
        Outcome("law.three", (), (tired,)),
        Outcome("seal.one", (), (), "KeyError"),
        Outcome("pixel.one", (), (tired,)),
    )
    assert unlooked(replace(report(), outcomes=outcomes)) == (*BLIND, ("law", tired.reason), ("seal", CRASHED))


def test_nothing_is_unlooked_where_every_check_could_look():
    given = report()
    assert unlooked(replace(given, verdict=replace(given.verdict, blind=()))) == ()
