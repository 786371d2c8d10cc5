"""Whether linking finds campaigns among honest papers, and what it costs.

    .venv/bin/python tests/benchmarks/linking.py rows OUT --count 5000
    .venv/bin/python tests/benchmarks/linking.py score OUT
    .venv/bin/python tests/benchmarks/linking.py pictures DIR --count 160
    forgecheck batch DIR -o OUT && .venv/bin/python tests/benchmarks/linking.py score OUT --truth DIR/truth.json

`rows` writes papers of known makers (`campaigns`) as a batch would, into OUT/results.jsonl, in worlds of at most 10,000
with 40 campaigns each; `pictures` draws them instead, so that they are really read.  Who made each stands in
truth.json.  `score` links OUT into a new store (--db for a server) and prints what that took, and what came of it:

* pair precision: of all pairs of papers in one cluster those of one maker; also of pairs with a paper of a campaign;
* pair recall: of all pairs of papers of one campaign those in one cluster;
* honest papers in a cluster with a campaign's, and honest papers of which a check says more than "info";
* a query: what the store holds of one paper, from a fresh `Archive` each time, its row already read.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count
from math import comb
from pathlib import Path
from random import Random
from typing import NamedTuple

from campaigns import LETTERS, Made, World
from forgecheck_models.synth.letters.templates import Split

from forgecheck.batch.export import LINES
from forgecheck.link.archive import Archive
from forgecheck.link.opening import open_store
from forgecheck.link.paper import Paper, read_rows
from forgecheck.link.run import TOLD, Linked, link
from forgecheck.link.store import Store
from forgecheck.show.json import dumps

WORLD = 10_000  # papers that are made together
CAMPAIGNS = 40
QUERIES = 300
TRUTH = "truth.json"
Truth = Mapping[str, tuple[str, bool]]
"""By path: whose hand, and whether it is a campaign's."""


def worlds(papers: int, seed: int, split: Split) -> Iterator[list[Made]]:
    """Papers, with the number of their world before the name of each hand."""
    for number in count():
        if papers <= 0:
            return
        made = World(seed + number, split).papers(min(papers, WORLD), CAMPAIGNS)
        papers -= len(made)
        yield [each._replace(hand=f"{number} {each.hand}") for each in made]


def rows(out: Path, papers: int, seed: int, split: Split) -> None:
    """A folder as a batch leaves it."""
    out.mkdir(parents=True, exist_ok=True)
    truth: dict[str, tuple[str, bool]] = {}
    with (out / LINES).open("w", encoding="utf-8") as file:
        for number, made in enumerate(worlds(papers, seed, split)):
            for at, each in enumerate(made):
                path = f"{number}/{at}.jpg"
                truth[path] = each.hand, each.campaign
                file.write(dumps({**each.row, "input": {**each.row["input"], "path": path}}) + "\n")
    (out / TRUTH).write_text(json.dumps(truth), "utf-8")


def pictures(folder: Path, papers: int, seed: int) -> None:
    """A fifth of them of single hands, the others of campaigns, firms and courts by eights."""
    from campaign_pages import picture

    folder.mkdir(parents=True, exist_ok=True)
    world = World(seed, "test")
    by_eight = [
        hand
        for hand, _ in world.hands(papers * 10, CAMPAIGNS)
        if hand.forms[0].kind in LETTERS and not hand.name.startswith("single")
    ]
    chosen = [hand for hand in by_eight if hand.campaign][: papers // 20]
    chosen += [hand for hand in by_eight if hand.name.startswith("firm")][: papers // 20]
    chosen += [world.single(f"single {at}") for at in range(papers - 8 * len(chosen))]
    truth: dict[str, tuple[str, bool]] = {}
    for hand in chosen:
        for _ in range(1 if hand.name.startswith("single") else 8):
            path = f"p{len(truth):03}.jpg"
            truth[path] = hand.name, hand.campaign
            (folder / path).write_bytes(picture(hand, world.draft(hand), seed + len(truth)))
    (folder / TRUTH).write_text(json.dumps(truth), "utf-8")


class Pairs(NamedTuple):
    """Of pairs of papers in one cluster, and of one hand."""

    joined: int
    right: int
    joined_campaign: int
    """With a paper of a campaign in them."""
    right_campaign: int
    planted: int
    """Of one campaign, joined or not."""
    honest_mixed: int
    """Honest papers in a cluster with a campaign's."""


def pairs(clusters: Mapping[int, int], shown: Mapping[int, str], truth: Truth) -> Pairs:
    """Counts; `clusters` and `shown` tell cluster and path of each paper's id."""
    groups: dict[int, Counter[tuple[str, bool]]] = defaultdict(Counter)
    for ident, path in shown.items():
        if ident in clusters:
            groups[clusters[ident]][truth[path]] += 1
    total = Counter(truth[path] for path in shown.values())
    joined = right = joined_campaign = right_campaign = mixed = 0
    for hands in groups.values():
        honest = sum(papers for (_, campaign), papers in hands.items() if not campaign)
        joined += comb(hands.total(), 2)
        joined_campaign += comb(hands.total(), 2) - comb(honest, 2)
        right += sum(comb(papers, 2) for papers in hands.values())
        right_campaign += sum(comb(papers, 2) for (_, campaign), papers in hands.items() if campaign)
        mixed += honest if honest < hands.total() else 0
    planted = sum(comb(papers, 2) for (_, campaign), papers in total.items() if campaign)
    return Pairs(joined, right, joined_campaign, right_campaign, planted, mixed)


def score(out: Path, truth: Truth, place: str | None) -> None:
    """Link, and print what came of it."""
    with tempfile.TemporaryDirectory(prefix="links") as folder:
        file = Path(folder, "links.sqlite")
        store = open_store(place or str(file), Path(folder, "links.key"), make=True)
        begun, steps = time.monotonic(), dict[str, float]()

        def told(step: str, _: int) -> None:
            steps[step] = time.monotonic() - begun

        linked = link(store, [out], "2026-01-01", False, told)
        wall = time.monotonic() - begun
        said = ", ".join(f"{step} until {second:.0f} s" for step, second in steps.items())
        say(f"{linked.stored} papers linked in {wall:.1f} s ({said}, then grouped and told)")
        query(store, [each.paper for each in read_rows(out) if each is not None])
        told_pairs(store, linked, truth)
        findings(out, truth)
        store.close()
        if file.is_file():
            size = file.stat().st_size
            say(f"store: {size / 1e6:.1f} MB, {size / max(linked.stored, 1):.0f} bytes a paper")


def query(store: Store, papers: list[Paper]) -> None:
    """How long it takes to ask; the papers are known ones under another SHA-256, as if they came once more."""
    took = []
    for at, paper in enumerate(Random(1).sample(papers, min(QUERIES, len(papers)))):
        begun = time.monotonic()
        Archive(store).recall(replace(paper, sha256=f"{at:064x}"))
        took.append((time.monotonic() - begun) * 1000)
    took.sort()
    say(f"query: median {took[len(took) // 2]:.1f} ms, 95 % {took[int(len(took) * 0.95)]:.1f}, worst {took[-1]:.1f}")


def told_pairs(store: Store, linked: Linked, truth: Truth) -> None:
    """Precision and recall."""
    clusters = dict(store.database.rows("SELECT id, cluster FROM paper WHERE cluster IS NOT NULL"))
    shown = {ident: each.path for ident, each in linked.shown.items()}
    found = pairs(clusters, shown, truth)
    honest = sum(not truth[path][1] for path in shown.values())
    say(f"pair precision: {found.right / max(found.joined, 1):.4f} of {found.joined}")
    share = found.right_campaign / max(found.joined_campaign, 1)
    say(f"  with a campaign's paper in them: {share:.4f} of {found.joined_campaign}")
    say(f"pair recall of campaigns: {found.right_campaign / max(found.planted, 1):.4f} of {found.planted}")
    say(f"honest papers in a cluster with a campaign's: {found.honest_mixed} of {honest}")
    missed(clusters, shown, truth)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def missed(clusters: Mapping[int, int], shown: Mapping[int, str], truth: Truth) -> None:
    """The campaigns that fell apart, worst first."""
    of: dict[str, list[int]] = defaultdict(list)
    for ident, path in shown.items():
        hand, campaign = truth[path]
        if campaign:
            of[hand].append(clusters.get(ident, -ident))
    parts = sorted(((max(Counter(each).values()) / len(each), hand, len(each)) for hand, each in of.items()))
    worst = ", ".join(f"{hand} {share:.2f} of {size}" for share, hand, size in parts[:6])
    say(f"largest part of a campaign: {worst}")


def findings(out: Path, truth: Truth) -> None:
    """What the checks say of honest papers and of campaigns."""
    said: Counter[tuple[bool, str, str]] = Counter()
    for line in (out / TOLD).read_text("utf-8").splitlines():
        row = json.loads(line)
        campaign = truth[row["input"]["path"]][1]
        said.update((campaign, each["check"], each["severity"]) for each in row["findings"])
    for (campaign, check, severity), times in sorted(said.items()):
        say(f"{'campaign' if campaign else 'honest'} papers with {check} ({severity}): {times}")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["rows", "pictures", "score"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=77)
    parser.add_argument("--split", choices=["dev", "test"], default="test", help="dev is what numbers were chosen by")
    parser.add_argument("--truth", type=Path, help="[default: FOLDER/truth.json]")
    parser.add_argument("--db", help="postgresql:// URL of an empty database; an SQLite file otherwise")
    given = parser.parse_args()
    if given.what == "rows":
        rows(given.folder, given.count, given.seed, given.split)
    elif given.what == "pictures":
        pictures(given.folder, given.count, given.seed)
    else:
        known = json.loads((given.truth or given.folder / TRUTH).read_text("utf-8"))
        score(given.folder, {path: (hand, campaign) for path, (hand, campaign) in known.items()}, given.db)


if __name__ == "__main__":
    main()
