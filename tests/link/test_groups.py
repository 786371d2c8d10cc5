"""Groups: two signals make a cluster, one signal joins two only with support."""

from __future__ import annotations

import numpy as np
import pytest

from forgecheck.link.groups import Edges, clustered


def graph(*edges: tuple[int, int, int]) -> Edges:
    """Edges as (one, other, signals)."""
    one, other, signals = (np.array(each, np.int64) for each in zip(*edges, strict=True))
    return Edges(one, other, signals, np.zeros(len(one)), np.zeros(len(one), bool))


def chain(first: int, count: int, signals: int = 2) -> list[tuple[int, int, int]]:
    return [(at, at + 1, signals) for at in range(first, first + count - 1)]


def test_nothing_makes_nothing():
    assert clustered(Edges(*(np.zeros(0, np.int64) for _ in range(3)), np.zeros(0), np.zeros(0, bool))) == {}


def test_a_cluster_is_named_after_its_first_paper():
    assert clustered(graph((7, 3, 2), (3, 9, 2), (20, 21, 3))) == {3: 3, 7: 3, 9: 3, 20: 20, 21: 20}


def test_one_strong_signal_links_two_single_papers():
    assert clustered(graph((1, 2, 1))) == {1: 1, 2: 1}


def test_one_misread_seal_never_makes_one_campaign_of_two():
    found = clustered(graph(*chain(0, 20), *chain(100, 20), (3, 104, 1)))
    assert set(found.values()) == {0, 100}


@pytest.mark.parametrize(("bridges", "clusters"), [(1, 2), (3, 2), (4, 1), (12, 1)])
def test_a_signal_that_many_papers_share_joins(bridges: int, clusters: int):
    between = [(at, 100 + at, 1) for at in range(bridges)]
    found = clustered(graph(*chain(0, 20), *chain(100, 20), *between))
    assert len(set(found.values())) == clusters


@pytest.mark.parametrize(("papers", "clusters"), [(2, 2), (3, 2), (4, 1), (9, 1)])
def test_the_same_words_join_only_what_hangs_together_already(papers: int, clusters: int):
    alike = [(at, 100 + at, 0) for at in range(papers)]
    found = clustered(graph(*chain(0, papers), *chain(100, 9), *alike))
    assert len(set(found.values())) == clusters


def test_the_same_words_alone_make_no_cluster():
    assert clustered(graph((1, 2, 0), (2, 3, 0), (3, 4, 0), (4, 5, 0))) == {}


def test_a_single_paper_joins_a_large_cluster_by_one_signal():
    found = clustered(graph(*chain(0, 20), (4, 50, 1)))
    assert found[50] == 0
