"""Clusters for reports: members, and what binds each two."""

from __future__ import annotations

from pathlib import Path

from link.papers import OTHER, fingerprint, stamp, text
from link.stores import add, store

from forgecheck.link.anchors import KINDS
from forgecheck.link.report.clusters import SIGNALS, clusters

SEAL = stamp(fingerprint(1, flaws=5))


def test_every_signal_has_words():
    assert {"template", "impression", "picture", "design", "same_paper", *KINDS} == set(SIGNALS)
    assert all(each.zh and each.en for each in SIGNALS.values())


def test_bonds_name_their_grounds(tmp_path: Path):
    kept = store(tmp_path)
    ids = add(kept, *((text(number=at, phone="13812345678"), [SEAL]) for at in range(3)))
    (found,) = clusters(kept, ids)
    assert [each.ident for each in found.members] == ids
    assert found.papers == 3
    assert len(found.bonds) == 3
    assert {"template", "impression", "mobile"} <= set(found.bonds[0].signals)
    assert list(found.by_signal) == [name for name in SIGNALS if name in found.by_signal]


def test_clusters_of_other_runs_are_left_out(tmp_path: Path):
    kept = store(tmp_path)
    add(kept, *((text(OTHER, at, firm="贵州明理律师事务所"),) for at in range(4)))
    ids = add(kept, *((text(number=at),) for at in range(3)))
    assert [[each.ident for each in found.members] for found in clusters(kept, ids)] == [ids]


def test_what_was_found_forged_comes_first(tmp_path: Path):
    kept = store(tmp_path)
    honest = add(kept, *((text(OTHER, at, firm="贵州明理律师事务所"),) for at in range(6)))
    forged = add(kept, *((text(number=at),) for at in range(3)), label="forged")
    assert [len(each.members) for each in clusters(kept, [*honest, *forged])] == [3, 6]


def test_pictures_of_one_paper_count_once(tmp_path: Path):
    kept = store(tmp_path)
    ids = [ident for name in ("a.jpg", "b.jpg") for ident in add(kept, (text(),), name=name)]
    (found,) = clusters(kept, ids)
    assert (len(found.members), found.papers) == (2, 1)
    assert "same_paper" in found.bonds[0].signals
