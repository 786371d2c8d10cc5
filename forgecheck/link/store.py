"""Where trails are kept: hashes and sketches of papers, and what links them; no picture, no text, no file name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Literal, cast

from forgecheck.link.anchors import Anchor, Kind
from forgecheck.link.database import Database, Row, listed
from forgecheck.link.mark import unpacked
from forgecheck.link.packing import COLUMNS, Edge, Known, as_anchor_rows, as_edge_row, as_known, as_row, as_seal_rows
from forgecheck.link.secret import Secret
from forgecheck.link.trail import Stamp, Trail

AT_ONCE = 5000  # ids in one query


class Store:
    """One store of links; open it with `forgecheck.link.opening.open_store`."""

    def __init__(self, database: Database, secret: Secret) -> None:
        self.database = database
        self.secret = secret

    def close(self) -> None:
        """End the connection."""
        self.database.close()

    def writing(self) -> AbstractContextManager[None]:
        """One transaction."""
        return self.database.writing()

    def size(self) -> int:
        """Papers in the store."""
        return int(self.database.rows("SELECT count(*) FROM paper")[0][0])

    # Papers ---------------------------------------------------------------------------------------------------------

    def ids(self, papers: Iterable[tuple[str, int]]) -> dict[tuple[str, int], int]:
        """The ids of those papers (SHA-256 and page) that the store knows."""
        wanted = set(papers)
        found: dict[tuple[str, int], int] = {}
        hashes = sorted({sha256 for sha256, _ in wanted})
        for start in range(0, len(hashes), AT_ONCE):
            some = ",".join(f"'{each}'" for each in hashes[start : start + AT_ONCE] if each.isalnum())
            rows = self.database.rows(f"SELECT sha256, page, id FROM paper WHERE sha256 IN ({some})")
            found |= {(row[0], row[1]): row[2] for row in rows if (row[0], row[1]) in wanted}
        return found

    def add(self, trails: Sequence[Trail], day: str, own: bool) -> int:
        """Take in papers that are not known yet, not linked so far; gives how many these are.  Inside `writing`."""
        known = self.ids((each.sha256, each.page) for each in trails)
        new = {(each.sha256, each.page): each for each in trails if (each.sha256, each.page) not in known}
        first = int(self.database.rows("SELECT coalesce(max(id), 0) FROM paper")[0][0]) + 1
        numbered = list(enumerate(new.values(), first))
        fresh = [as_row(ident, trail) | {"day": day, "own": int(own), "linked": 0} for ident, trail in numbered]
        self._insert("paper", fresh)
        self._insert("seal", [row for ident, trail in numbered for row in as_seal_rows(ident, trail)])
        anchors = [row for ident, trail in numbered for row in as_anchor_rows(ident, trail)]
        self._insert("anchor", anchors)
        count = [{"hash": each["hash"], "papers": 1} for each in anchors]
        self._insert("named", count, "(hash) DO UPDATE SET papers = named.papers + 1")
        return len(new)

    def trails(self, ids: Sequence[int]) -> dict[int, Known]:
        """The papers of these ids."""
        found: dict[int, Known] = {}
        for start in range(0, len(ids), AT_ONCE):
            some = listed(ids[start : start + AT_ONCE])
            stamps: dict[int, list[Stamp]] = {}
            anchors: dict[int, list[Anchor]] = {}
            of = "FROM {} WHERE paper IN " + some + " ORDER BY paper, {}"
            for ident, number, mark, printed in self.database.rows(
                "SELECT paper, number, mark, printed " + of.format("seal", "number")
            ):
                stamps.setdefault(ident, []).append(Stamp(number, unpacked(bytes(mark)), bool(printed)))
            for ident, kind, hash_ in self.database.rows("SELECT paper, kind, hash " + of.format("anchor", "kind")):
                anchors.setdefault(ident, []).append(Anchor(cast(Kind, kind), hash_))
            for row in self.database.rows(f"SELECT {COLUMNS} FROM paper WHERE id IN {some}"):
                found[row[0]] = as_known(row, stamps.get(row[0], ()), anchors.get(row[0], ()))
        return found

    def unlinked(self) -> list[int]:
        """Ids of papers that were not compared yet, in the order in which they came."""
        return [row[0] for row in self.database.rows("SELECT id FROM paper WHERE linked = 0 ORDER BY id")]

    # Where they are found -------------------------------------------------------------------------------------------

    def found(self, hashes: Iterable[int]) -> dict[int, list[int]]:
        """For each key and identifier the papers that are found under it, first ones first."""
        posted: dict[int, list[int]] = {}
        wanted = sorted(set(hashes))
        for start in range(0, len(wanted), AT_ONCE):
            some = listed(wanted[start : start + AT_ONCE])
            for hash_, ident in self.database.rows(
                f"SELECT hash, paper FROM found WHERE hash IN {some} ORDER BY hash, paper"
            ):
                posted.setdefault(hash_, []).append(ident)
        return posted

    def named(self, hashes: Iterable[int]) -> dict[int, int]:
        """How many papers name each of these identifiers."""
        counts: dict[int, int] = {}
        wanted = sorted(set(hashes))
        for start in range(0, len(wanted), AT_ONCE):
            some = listed(wanted[start : start + AT_ONCE])
            rows = self.database.rows(f"SELECT hash, papers FROM named WHERE hash IN {some}")
            counts |= {row[0]: row[1] for row in rows}
        return counts

    def post(self, places: Iterable[tuple[int, int]]) -> None:
        """Papers under keys, as (hash, id)."""
        rows = [{"hash": hash_, "paper": ident} for hash_, ident in sorted(places)]
        self._insert("found", rows, "(hash, paper) DO NOTHING")

    def keep(self, edges: Iterable[Edge], linked: Sequence[int]) -> None:
        """Edges, and the papers that were compared with all others."""
        self._insert("edge", [as_edge_row(each) for each in edges], "(one, other) DO NOTHING")
        if linked:
            self.database.run(f"UPDATE paper SET linked = 1 WHERE id IN {listed(linked)}")

    def _insert(self, table: str, rows: Sequence[Mapping[str, object]], on_conflict: str = "") -> None:
        if rows:
            names, values = ", ".join(rows[0]), ", ".join(f":{name}" for name in rows[0])
            end = f" ON CONFLICT {on_conflict}" if on_conflict else ""
            self.database.many(f"INSERT INTO {table} ({names}) VALUES ({values}){end}", rows)

    # Groups ---------------------------------------------------------------------------------------------------------

    def edges(self) -> Sequence[Row]:
        """one, other, signals, template, same_paper, whether a seal is one picture, its number on either."""
        return self.database.rows(
            "SELECT one, other, signals, template, same_paper,"
            " CASE WHEN seal_as IN ('impression', 'picture') THEN 1 ELSE 0 END, seal_one, seal_other FROM edge"
        )

    def set_groups(self, column: Literal["cluster", "same", "template"], groups: Mapping[int, int]) -> None:
        """Write down the group of each paper; those that are in none get NULL.  Only what changed is written."""
        rows = self.database.rows(f"SELECT id, {column} FROM paper WHERE {column} IS NOT NULL")
        before = {row[0]: row[1] for row in rows}
        changed = {ident for ident in {*before, *groups} if before.get(ident) != groups.get(ident)}
        self.database.many(
            f"UPDATE paper SET {column} = :value WHERE id = :id",
            [{"id": ident, "value": groups.get(ident)} for ident in sorted(changed)],
        )

    def set_families(self, families: Mapping[tuple[int, int], int]) -> None:
        """Write down with whose seal each seal is one picture."""
        rows = self.database.rows("SELECT paper, number, family FROM seal WHERE family IS NOT NULL")
        before = {(row[0], row[1]): row[2] for row in rows}
        changed = {seal for seal in {*before, *families} if before.get(seal) != families.get(seal)}
        self.database.many(
            "UPDATE seal SET family = :family WHERE paper = :paper AND number = :number",
            [{"paper": ident, "number": at, "family": families.get((ident, at))} for ident, at in sorted(changed)],
        )

    def cluster_sizes(self) -> dict[int, int]:
        """How many papers each cluster has; several pictures of one paper count once."""
        rows = self.database.rows(
            "SELECT cluster, count(DISTINCT coalesce(same, id)) FROM paper WHERE cluster IS NOT NULL GROUP BY cluster"
        )
        return {row[0]: row[1] for row in rows}

    # Forgetting -----------------------------------------------------------------------------------------------------

    def forget(self, sha256: str) -> int:
        """Remove all pages of a file and what they led to; gives how many papers that were.  Inside `writing`.

        Papers that were linked with them are to be linked anew.
        """
        gone = [row[0] for row in self.database.rows("SELECT id FROM paper WHERE sha256 = :sha256", {"sha256": sha256})]
        if not gone:
            return 0
        some = listed(gone)
        known = self.trails(gone)
        anchors = [{"hash": each.hash} for paper in known.values() for each in paper.trail.anchors]
        self.database.many("UPDATE named SET papers = papers - 1 WHERE hash = :hash", anchors)
        self.database.run("DELETE FROM named WHERE papers <= 0")
        near = {
            row[0]
            for side, far in (("one", "other"), ("other", "one"))
            for row in self.database.rows(f"SELECT {far} FROM edge WHERE {side} IN {some}")
        }
        places = [(hash_, ident) for ident, paper in known.items() for hash_ in paper.trail.hashes]
        self.database.many(
            "DELETE FROM found WHERE hash = :hash AND paper = :paper",
            [{"hash": h, "paper": ident} for h, ident in places],
        )
        for table in ("seal", "anchor"):
            self.database.run(f"DELETE FROM {table} WHERE paper IN {some}")
        self.database.run(f"DELETE FROM edge WHERE one IN {some} OR other IN {some}")
        self.database.run(f"DELETE FROM paper WHERE id IN {some}")
        if near - set(gone):
            self.database.run(f"UPDATE paper SET linked = 0 WHERE id IN {listed(sorted(near - set(gone)))}")
        return len(gone)
