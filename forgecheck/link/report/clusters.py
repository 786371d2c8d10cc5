"""Clusters with their papers, and with what binds each two of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from forgecheck.finding import Says
from forgecheck.link.likeness import COUNTS
from forgecheck.link.store import Store

SIGNALS: Mapping[str, Says] = {
    "same_paper": Says("同一份文书的另一张图", "another picture of the same paper"),
    "template": Says("措辞和版式相同", "same wording and layout"),
    "impression": Says("印章连缺墨的地方都一样", "same seal, with the same flaws of its ink"),
    "picture": Says("印章图案一模一样", "same picture of a seal"),
    "design": Says("印章刻字相同", "same design of a seal"),
    "account": Says("同一收款账号", "same account"),
    "payee": Says("同一收款人", "same payee"),
    "host": Says("同一网址", "same host"),
    "mobile": Says("同一手机号", "same mobile number"),
    "landline": Says("同一电话", "same telephone number"),
    "sender": Says("同一发送号码", "same sender's number"),
    "letter_number": Says("同一函号", "same letter number"),
    "case_number": Says("同一案号", "same case number"),
    "licence": Says("同一执业证号", "same licence number"),
    "lawyer": Says("同一律师姓名", "same lawyer's name"),
    "issuer": Says("署名相同", "same issuer"),
}
"""What binds two papers, strongest first."""


class Member(NamedTuple):
    """A paper of a cluster."""

    ident: int
    sha256: str
    page: int
    """Of a PDF that was examined page by page; 0 is a whole file."""
    day: str
    """When it came into the store."""
    kind: str
    label: str
    same: int
    """Lowest id of the pictures of this paper."""


class Bond(NamedTuple):
    """What two papers have in common."""

    one: int
    other: int
    bans: float
    signals: Mapping[str, float]
    """Bans by the names of `SIGNALS`."""


class Cluster(NamedTuple):
    """Papers that belong together."""

    number: int
    members: tuple[Member, ...]
    bonds: tuple[Bond, ...]
    """Strongest first."""

    @property
    def papers(self) -> int:
        """How many papers; several pictures of one count once."""
        return len({each.same for each in self.members})

    @property
    def by_signal(self) -> Mapping[str, int]:
        """How many bonds each signal has a part in, in the order of `SIGNALS`."""
        counts = Counter(name for bond in self.bonds for name in bond.signals)
        return {name: counts[name] for name in SIGNALS if counts[name]}


def clusters(store: Store, papers: Iterable[int]) -> Iterator[Cluster]:
    """The clusters that these papers are in: first those of which most papers were found forged, then the largest."""
    wanted = set(papers)
    rows = store.database.rows("SELECT id, cluster, label FROM paper WHERE cluster IS NOT NULL")
    sizes = Counter(cluster for _, cluster, _ in rows)
    forged = Counter(cluster for _, cluster, label in rows if label == "forged")
    found = {cluster for ident, cluster, _ in rows if ident in wanted}
    for number in sorted(found, key=lambda each: (-forged[each], -sizes[each], each)):
        yield _cluster(store, number)


def _cluster(store: Store, number: int) -> Cluster:
    rows = store.database.rows(
        "SELECT id, sha256, page, day, kind, label, coalesce(same, id) FROM paper WHERE cluster = :cluster ORDER BY id",
        {"cluster": number},
    )
    members = tuple(Member(*row) for row in rows)
    bonds = store.database.rows(
        "SELECT one, other, score, edge.template, seal, seal_as, anchors, same_paper FROM edge"
        " JOIN paper AS a ON a.id = one JOIN paper AS b ON b.id = other"
        " WHERE a.cluster = :cluster AND b.cluster = :cluster ORDER BY score DESC, one, other",
        {"cluster": number},
    )
    return Cluster(number, members, tuple(_bond(*row) for row in bonds))


def _bond(
    one: int, other: int, bans: float, template: float, seal: float, seal_as: str, anchors: str, same_paper: int
) -> Bond:
    signals = {"same_paper": bans} if same_paper else {}
    if template >= COUNTS:
        signals["template"] = template
    if seal > 0:
        signals[seal_as] = seal
    signals |= json.loads(anchors)
    return Bond(one, other, bans, {name: signals[name] for name in SIGNALS if name in signals})
