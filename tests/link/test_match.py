"""Matching: papers of one hand find each other, in one run or in many."""

from __future__ import annotations

from pathlib import Path

from link.papers import LETTER, OTHER, fingerprint, misread, stamp, text, trail
from link.stores import add, clusters, edges, store

from forgecheck.link.match import BEST, CHUNK, Matcher
from forgecheck.link.trail import Tracer

SEAL = stamp(fingerprint(1, flaws=5))


def test_strangers_stay_alone(tmp_path: Path):
    kept = store(tmp_path)
    add(kept, (text(LETTER, 1),), (text(OTHER, 2, firm="贵州明理律师事务所"),), ("",), ("您好，今天天气不错",))
    assert list(edges(kept)) == []


def test_misread_letters_of_a_template_find_each_other(tmp_path: Path):
    kept = store(tmp_path)
    ids = add(kept, *((misread(text(number=at), 0.02, at),) for at in range(12)))
    assert clusters(kept) == [ids]


def test_a_later_run_is_matched_against_earlier_ones(tmp_path: Path):
    kept = store(tmp_path)
    (first,) = add(kept, (text(number=1),))
    kept.close()
    kept = store(tmp_path)
    (second,) = add(kept, (text(number=2),))
    assert list(edges(kept)) == [(first, second)]


def test_one_run_and_many_come_to_the_same(tmp_path: Path):
    rows = [(misread(text(LETTER if at % 3 else OTHER, at), 0.02, at),) for at in range(24)]
    once, often = store(tmp_path / "once"), store(tmp_path / "often")
    add(once, *rows)
    for each in rows:
        add(often, each)
    assert clusters(once) == clusters(often)


def test_a_paper_keeps_few_edges_in_a_large_family(tmp_path: Path):
    kept = store(tmp_path)
    count = 60
    ids = add(kept, *((text(number=at),) for at in range(count)))
    assert len(list(edges(kept))) <= count * 2 * BEST
    assert clusters(kept) == [ids]


def test_a_seal_joins_two_templates(tmp_path: Path):
    kept = store(tmp_path)
    ids = add(kept, *((text(LETTER if at % 2 else OTHER, at), [SEAL]) for at in range(10)))
    assert clusters(kept) == [ids]


def test_messages_of_somebody_who_changed_his_number_are_one_cluster(tmp_path: Path):
    kept = store(tmp_path)
    numbers = ("13811112222", "13933334444")
    ids = add(kept, *((text(number=at, phone=numbers[at % 2]),) for at in range(10)), type="sms_screenshot")
    assert clusters(kept) == [ids]


def test_the_same_words_under_many_numbers_stay_apart(tmp_path: Path):
    """Words stand on the internet; each writer has a number of his own."""
    kept = store(tmp_path)
    add(kept, *((text(number=at, firm="", bank=""),) for at in range(10)), type="sms_screenshot")
    assert clusters(kept) == []


def test_a_query_writes_nothing(tmp_path: Path):
    kept = store(tmp_path)
    (first,) = add(kept, (text(number=1),))
    found = Matcher(kept).like(Tracer(kept.secret).trail(_read(2)))
    assert [(each.one, each.other) for each in found] == [(0, first)]
    assert kept.size() == 1
    assert list(edges(kept)) == []


def _read(number: int):
    from link.papers import read

    return read(text(number=number))


def test_the_form_of_ones_own_house_is_no_news(tmp_path: Path):
    kept = store(tmp_path)
    own = add(kept, *((text(number=at), [SEAL]) for at in range(3)), own=True)
    others = add(kept, *((text(number=at), [SEAL]) for at in range(10, 16)))
    assert list(edges(kept)) == []
    assert not set(own) & set(others)


def test_what_goes_beyond_the_own_form_still_links(tmp_path: Path):
    """Somebody copies the house's letter, and wants the money on one account of his own."""
    kept = store(tmp_path)
    more = "\n收款账号：6222021234567890123\n还款链接 https://a.law-pay.top/x"
    add(kept, *((text(number=at), [SEAL]) for at in range(3)), own=True)
    forged = add(kept, *((text(number=at) + more, [SEAL]) for at in range(10, 14)))
    assert clusters(kept) == [forged]


def test_it_goes_on_where_it_was_stopped(tmp_path: Path):
    kept = store(tmp_path)
    with kept.writing():
        kept.add([trail_of(kept, at) for at in range(4)], "2026-11-28", False)
    assert len(kept.unlinked()) == 4 < CHUNK
    assert Matcher(kept).link() == 4
    assert Matcher(kept).link() == 0
    assert list(edges(kept))


def trail_of(kept, number: int):
    return Tracer(kept.secret).trail(_read(number))


def test_order_of_arguments_of_a_trail_is_irrelevant():
    assert trail(text()).hashes == trail(text()).hashes
