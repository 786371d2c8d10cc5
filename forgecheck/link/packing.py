"""Trails and edges to the rows of a database, and back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from forgecheck.link.anchors import Anchor
from forgecheck.link.database import Row
from forgecheck.link.likeness import Likeness
from forgecheck.link.mark import packed
from forgecheck.link.trail import Stamp, Trail

COLUMNS = "id, sha256, page, kind, label, issuer, wording, grams, style, particulars, wording_keys, seal_keys, own"


class Edge(NamedTuple):
    """What links two papers, by their ids."""

    one: int
    other: int
    likeness: Likeness


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """A trail in the store."""

    id: int
    trail: Trail
    own: bool
    """One of the team's own papers, which are no news."""


def as_row(ident: int, trail: Trail) -> dict[str, object]:
    """What the table of papers holds of a trail."""
    return {
        "id": ident,
        "sha256": trail.sha256,
        "page": trail.page,
        "kind": trail.kind,
        "label": trail.label,
        "issuer": trail.issuer,
        "wording": None if trail.wording is None else trail.wording.tobytes(),
        "grams": trail.grams,
        "style": None if trail.style is None else trail.style.astype("<f4").tobytes(),
        "particulars": np.array(sorted(trail.particulars), "<i8").tobytes(),
        "wording_keys": np.array(trail.wording_keys, "<i8").tobytes(),
        "seal_keys": np.array(trail.seal_keys, "<i8").tobytes(),
    }


def as_seal_rows(ident: int, trail: Trail) -> Iterator[dict[str, object]]:
    """What the table of seals holds of a trail."""
    for each in trail.stamps:
        yield {"paper": ident, "number": each.number, "mark": packed(each.mark), "printed": int(each.printed)}


def as_anchor_rows(ident: int, trail: Trail) -> Iterator[dict[str, object]]:
    """What the table of identifiers holds of a trail."""
    for each in sorted(trail.anchors, key=lambda each: each.hash):
        yield {"paper": ident, "kind": each.kind, "hash": each.hash}


def as_known(row: Row, stamps: Sequence[Stamp], anchors: Sequence[Anchor]) -> Known:
    """The trail of a row with these `COLUMNS`."""
    ident, sha256, page, kind, label, issuer, wording, grams, style, particulars, wording_keys, seal_keys, own = row
    trail = Trail(
        sha256,
        page,
        kind,
        label,
        issuer,
        None if wording is None else np.frombuffer(wording, np.uint8),
        grams,
        None if style is None else np.frombuffer(style, "<f4"),
        tuple(stamps),
        tuple(anchors),
        frozenset(np.frombuffer(particulars, "<i8").tolist()),
        tuple(np.frombuffer(wording_keys, "<i8").tolist()),
        tuple(np.frombuffer(seal_keys, "<i8").tolist()),
    )
    return Known(ident, trail, bool(own))


def as_edge_row(edge: Edge) -> Mapping[str, object]:
    """What the table of edges holds of one."""
    found = edge.likeness
    one, other = found.seals or (None, None)
    return {
        "one": edge.one,
        "other": edge.other,
        "score": round(found.score, 2),
        "template": found.template,
        "seal": found.seal,
        "seal_as": found.seal_as,
        "seal_one": one,
        "seal_other": other,
        "anchors": json.dumps(found.anchors or {}),
        "same_paper": int(found.same_paper),
        "signals": found.signals if found.links else 0,
    }
