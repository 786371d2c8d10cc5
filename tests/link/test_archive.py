"""What a store tells of one paper: how many others, under how many names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from batch.stub import report
from build import evidence
from link.papers import LETTER, OTHER, fingerprint, stamp, text
from link.stores import add, store

from forgecheck.evidence import Sighting
from forgecheck.finding import Outcome
from forgecheck.link.archive import Archive
from forgecheck.link.paper import Impression, paper
from forgecheck.show.json import facts

SEAL = fingerprint(1, flaws=5)
FIRMS = ("云南正信律师事务所", "贵州明理律师事务所", "广西守正律师事务所")


def seen(words: str, *seals: str, type="lawyer_letter"):
    given = evidence(words, type=type, seals=[stamp(each) for each in seals])
    return replace(given, document=replace(given.document, sha256="f" * 64))


def recalled(of, *given: object, **more: object) -> dict[str, Sighting]:
    found = paper(facts(seen(*given, **more)))
    assert found is not None
    return {each.what: each for each in Archive(of).recall(found)}


def test_silent_on_an_empty_store(tmp_path: Path):
    assert recalled(store(tmp_path), text(), SEAL) == {}


def test_silent_on_strangers(tmp_path: Path):
    kept = store(tmp_path)
    add(kept, *((text(number=at),) for at in range(5)))
    assert recalled(kept, text(OTHER, 50, firm=FIRMS[1]), fingerprint(9)) == {}


def test_a_stamp_on_many_papers_is_not_one_picture(tmp_path: Path):
    """An honest firm's letters: one design, other flaws each time."""
    kept = store(tmp_path)
    add(kept, *((text(number=at), [stamp(fingerprint(1, flaws=at + 10))]) for at in range(5)))
    assert "seal" not in recalled(kept, text(number=77), fingerprint(1, flaws=99))


def test_a_seal_is_counted_with_its_place(tmp_path: Path):
    kept = store(tmp_path)
    add(kept, *((text(number=at), [stamp(SEAL)]) for at in range(5)), day="2026-03-01")
    add(kept, *((text(number=at), [stamp(SEAL)]) for at in range(5, 9)), day="2026-04-01")
    found = recalled(kept, text(OTHER, 77), fingerprint(3), SEAL)["seal"]
    assert (found.papers, found.issuers, found.since) == (9, 1, "2026-03-01")
    assert found.place is not None


def test_a_template_is_counted_under_its_names(tmp_path: Path):
    kept = store(tmp_path)
    add(kept, *((text(number=at, firm=FIRMS[at % 3]),) for at in range(9)))
    found = recalled(kept, text(number=77))["template"]
    assert (found.papers, found.issuers, found.place) == (9, 3, None)


def test_a_name_that_was_read_once_does_not_count(tmp_path: Path):
    kept = store(tmp_path)
    add(kept, *((text(number=at),) for at in range(4)), (text(number=9, firm="云南止信律师事务所"),))
    assert recalled(kept, text(number=77))["template"].issuers == 1


def test_pictures_of_one_paper_count_once(tmp_path: Path):
    kept = store(tmp_path)
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        add(kept, (text(number=3),), name=name)
    add(kept, (text(number=4),))
    assert recalled(kept, text(number=77))["template"].papers == 2
    # The picture at hand is one more of the same paper.
    assert recalled(kept, text(number=3))["template"].papers == 1


def test_one_paper_sent_often_is_nothing_else(tmp_path: Path):
    kept = store(tmp_path)
    for name in ("a.jpg", "b.jpg"):
        add(kept, (text(number=3), [stamp(SEAL)]), name=name)
    assert recalled(kept, text(number=3), SEAL) == {}


def test_ones_own_papers_are_no_sighting(tmp_path: Path):
    kept = store(tmp_path)
    add(kept, *((text(number=at), [stamp(SEAL)]) for at in range(5)), own=True)
    assert recalled(kept, text(number=77), SEAL) == {}


def test_the_same_words_in_messages_are_no_template(tmp_path: Path):
    """Words stand on the internet: with nothing else in common they are not told."""
    kept = store(tmp_path)
    add(kept, *((text(number=at, firm="", bank=""),) for at in range(6)), type="sms_screenshot")
    assert kept.edges()
    assert recalled(kept, text(number=77, firm="", bank=""), type="sms_screenshot") == {}


def test_a_stored_paper_is_told_the_same(tmp_path: Path):
    kept = store(tmp_path)
    ids = add(kept, *((text(number=at, firm=FIRMS[at % 2]), [stamp(SEAL)]) for at in range(6)))
    archive = Archive(kept)
    groups = archive.groups(ids)
    box = stamp(SEAL).box
    told = {each.what: each for each in archive.sightings(groups[ids[2]], [Impression(1, box, "unclear", SEAL)])}
    assert {what: (each.papers, each.issuers) for what, each in told.items()} == {"template": (5, 2), "seal": (5, 2)}
    assert told["seal"].place.box == box


def test_a_report_is_judged_and_weighed_anew(tmp_path: Path):
    kept = store(tmp_path)
    add(kept, *((text(number=at, firm=FIRMS[at % 2]), [stamp(SEAL)]) for at in range(6)))
    silent = tuple(Outcome(name, (), ()) for name in ("layout.template_seen_elsewhere", "seal.seen_elsewhere"))
    given = replace(report("no_forgery_found"), evidence=seen(text(LETTER, 77), SEAL), outcomes=silent)
    found = Archive(kept).remembered(given)
    assert {each.check for each in found.verdict.weighed} == {each.name for each in silent}
    assert {each.finding.severity for each in found.verdict.weighed} == {"weak"}
    assert found.verdict.label == "no_forgery_found"  # likeness accuses nobody
    assert given.evidence.sightings is None
