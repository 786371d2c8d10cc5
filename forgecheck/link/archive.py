"""What a store tells of one paper: how many others have its template, or one of its seals, and under how many names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal, NamedTuple

from forgecheck.evidence import Capture, Container, Document, Evidence, Kind, Place, Sighting
from forgecheck.finding import Outcome, Report, Weighed
from forgecheck.judge import all_checks, judge
from forgecheck.link.database import listed
from forgecheck.link.groups import SAME_TEMPLATE
from forgecheck.link.match import Matcher
from forgecheck.link.packing import Edge
from forgecheck.link.paper import Impression, Paper, paper
from forgecheck.link.store import AT_ONCE, Store
from forgecheck.link.trail import Tracer
from forgecheck.show.json import Data, facts, finding
from forgecheck.weigh import weigh, weight

READ_TWICE = 2  # papers that bear a name before it counts: one that was misread is hardly ever misread alike
ONE_PICTURE = frozenset({"impression", "picture"})
"""Ways in which two seals are alike that make them one picture, not only one design."""

CHECKS = ("layout.template_seen_elsewhere", "seal.seen_elsewhere")
"""Those that speak of what a store holds."""

What = Literal["template", "seal"]
_MEMBERS = "SELECT DISTINCT coalesce(paper.same, paper.id), paper.issuer, paper.day FROM paper"
_OF: Mapping[What, str] = {
    "template": f"{_MEMBERS} WHERE paper.template = :family",
    "seal": f"{_MEMBERS} JOIN seal ON seal.paper = paper.id WHERE seal.family = :family",
}


class Member(NamedTuple):
    """A picture in a family."""

    same: int
    """Lowest id of the pictures of this paper."""
    issuer: int
    day: str


class Groups(NamedTuple):
    """Where a stored paper belongs."""

    same: int
    cluster: int | None
    template: int | None
    seals: Mapping[int, int]
    """Family of each seal that was found elsewhere, by its number."""


class Archive:
    """Reads a store, and keeps what it has read of each family."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._matcher = Matcher(store)
        self._tracer = Tracer(store.secret)
        self._families: dict[tuple[What, int], frozenset[Member]] = {}

    def recall(self, seen: Paper) -> tuple[Sighting, ...]:
        """What the store holds of a paper, which need not be in it."""
        edges = self._matcher.like(self._tracer.trail(seen))
        groups = self.groups([each.other for each in edges])
        mine = {groups[each.other].same for each in edges if each.likeness.same_paper}
        alike = [each.other for each in edges if each.likeness.template >= SAME_TEMPLATE]
        members = self._members("template", {each: groups[each].template for each in alike})
        found = [_sighting("template", members, mine, None)]
        for number, seal in enumerate(seen.seals):
            families = {other: groups[other].seals.get(at) for other, at in _with_seal(edges, number)}
            found.append(_sighting("seal", self._members("seal", families), mine, _place(seal)))
        return tuple(each for each in found if each is not None)

    def remembered(self, report: Report) -> Report:
        """The report with what the store holds of its document, judged and weighed."""
        seen = paper(facts(report.evidence))
        assert seen is not None  # what was looked at has no error
        evidence = replace(report.evidence, sightings=self.recall(seen))
        anew = {each.name: each for each in _judged(evidence)}
        outcomes = tuple(anew.get(each.name, each) for each in report.outcomes)
        return replace(report, evidence=evidence, outcomes=outcomes, verdict=weigh(evidence, outcomes))

    def sightings(self, groups: Groups, seals: Sequence[Impression]) -> tuple[Sighting, ...]:
        """What the store holds of a paper that is in it; `seals` are those of its report."""
        found = []
        if groups.template is not None:
            found.append(_sighting("template", self._family("template", groups.template), {groups.same}, None))
        for number, family in sorted(groups.seals.items()):
            found.append(_sighting("seal", self._family("seal", family), {groups.same}, _place(seals[number])))
        return tuple(each for each in found if each is not None)

    def groups(self, idents: Sequence[int]) -> dict[int, Groups]:
        """Where papers of these ids belong."""
        found: dict[int, Groups] = {}
        rows = self._store.database.rows
        for start in range(0, len(idents), AT_ONCE):
            some = listed(idents[start : start + AT_ONCE])
            seals: dict[int, dict[int, int]] = {}
            for ident, number, family in rows(
                f"SELECT paper, number, family FROM seal WHERE family IS NOT NULL AND paper IN {some}"
            ):
                seals.setdefault(ident, {})[number] = family
            for ident, same, cluster, template in rows(
                f"SELECT id, coalesce(same, id), cluster, template FROM paper WHERE id IN {some}"
            ):
                found[ident] = Groups(same, cluster, template, seals.get(ident, {}))
        return found

    def _members(self, what: What, families: Mapping[int, int | None]) -> frozenset[Member]:
        """The families of these papers, and the papers themselves that are in none."""
        alone = sorted(ident for ident, family in families.items() if family is None)
        rows = self._store.database.rows(f"{_MEMBERS} WHERE paper.id IN {listed(alone)}") if alone else ()
        known = {family for family in families.values() if family is not None}
        return frozenset(Member(*row) for row in rows).union(*(self._family(what, each) for each in known))

    def _family(self, what: What, family: int) -> frozenset[Member]:
        if (what, family) not in self._families:
            rows = self._store.database.rows(_OF[what], {"family": family})
            self._families[what, family] = frozenset(Member(*row) for row in rows)
        return self._families[what, family]


def findings(seen: Paper, sightings: Sequence[Sighting]) -> list[Data]:
    """What the two checks say of a row, as findings of its report.

    The report's verdict is about the picture alone and stays as it is.
    """
    kind: Any = seen.kind
    document = Document("", seen.sha256, 0, Container("PNG"), Capture("unknown", ()), ())
    said = _judged(Evidence(document, kind=Kind(kind, 1.0), sightings=tuple(sightings)))
    return [finding(Weighed(each.name, found, weight(each.name, found))) for each in said for found in each.findings]


def _judged(evidence: Evidence) -> Sequence[Outcome]:
    return judge(evidence, {name: all_checks()[name] for name in CHECKS})


def _with_seal(edges: Iterable[Edge], number: int) -> list[tuple[int, int]]:
    """Papers on which this seal of ours stands as well, with its number there."""
    pairs = ((each.other, each.likeness.seals) for each in edges if each.likeness.seal_as in ONE_PICTURE)
    return [(other, pair[1]) for other, pair in pairs if pair is not None and pair[0] == number]


def _sighting(what: What, members: Iterable[Member], mine: set[int], place: Place | None) -> Sighting | None:
    """What a family without one's own paper comes to; None where nothing is left of it."""
    others = [each for each in members if each.same not in mine]
    if not others:
        return None
    read = Counter(issuer for _, issuer in {(each.same, each.issuer) for each in members} if issuer)
    return Sighting(
        what,
        len({each.same for each in others}),
        max(sum(count >= READ_TWICE for count in read.values()), 1),
        min(each.day for each in others),
        place,
    )


def _place(seal: Impression) -> Place:
    return Place(seal.page, seal.box, 1.0)
