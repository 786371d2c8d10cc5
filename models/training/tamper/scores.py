"""Counts how the network scores untouched pages, and writes forgecheck/judge/data/edit_scores.csv.

    python models/training/tamper/scores.py out/scores.csv --pages 400 --workers 2

Generated pages of the calibration split, as files, each read as the program reads it; none is forged, half of them bear
what people do to pictures themselves.  A page's score is that of its hottest region in words (lines of text as the
generator wrote them).  Each page's is kept in the file named; a run goes on with the seeds that are not there, and the
table is made from all that are.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple, get_args

import cv2
import numpy as np
from forgecheck_models.synth.pages import page

from forgecheck.evidence import CaptureKind, TextLine
from forgecheck.load import load
from forgecheck.load.limits import BATCH
from forgecheck.look.pixels.network import TamperNet
from forgecheck.look.pixels.regions import regions
from forgecheck.models import TAMPER_NET

SHARES = (0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001)
NOTHING = -6.0  # score of a page without hot words
FEW = 100  # pages of a kind; with fewer its rows are those of all kinds
FIRST = 10_000  # seed; the training looks at calibration pages from 0
OUT = Path(__file__).parents[3] / "forgecheck" / "judge" / "data" / "edit_scores.csv"


class Scored(NamedTuple):
    """What came of a page."""

    seed: int
    capture: str
    """How the page came about, as it is recognised."""
    score: float


@cache
def _net() -> TamperNet:
    cv2.setNumThreads(1)
    return TamperNet(TAMPER_NET.locate(), 1)


def score(seed: int) -> Scored:
    """Draw the page of this seed and look at it."""
    sample = page(seed, "calibration", forged=False)
    document = load(sample.bytes or b"", "page", BATCH)
    lines = tuple(TextLine(text, corners, 0.99) for text, corners in sample.lines)  # type: ignore[arg-type]
    first = replace(document.pages[0], lines=lines)
    found = regions(first, _net().look(first.image, document.container.grid).heat)
    return Scored(seed, document.capture.kind, max((each.score for each in found if each.in_words), default=NOTHING))


def rows(scores: Sequence[float]) -> list[tuple[float, float]]:
    """(share, score that so many pages reach), shares falling; the last share is 1 / (n + 1), a little above all.

    Of shares that reach the same score (most pages have no hot words) only the smallest is kept.
    """
    count = len(scores)
    levels = {float(np.quantile(scores, 1 - share)): share for share in SHARES if share * count >= 1}
    return [*((share, level) for level, share in levels.items()), (1 / (count + 1), max(scores) + 0.05)]


def table(pages: Sequence[Scored]) -> list[str]:
    """The file's lines: first of all pages ("unknown"), then of each kind of which there are enough."""
    by_kind: dict[str, list[Scored]] = defaultdict(list)
    for each in pages:
        by_kind["unknown"].append(each)
        if each.capture != "unknown":
            by_kind[each.capture].append(each)
    told = {kind: found for kind in get_args(CaptureKind) if len(found := by_kind[kind]) >= FEW or kind == "unknown"}
    return [
        "# How the tampering network scores untouched pages: share of pages whose hottest words reach a score.",
        f"# Maker: models/training/tamper/scores.py, {len(pages)} pages, seeds {pages[0].seed} to {pages[-1].seed}.",
        f"# Data: generated pages of the calibration split, none forged; date {date.today()}.",
        "# capture: unknown stands for all kinds.",
        "capture,pages,share,score",
        *(
            f"{kind},{len(found)},{share:.5f},{level:.3f}"
            for kind, found in told.items()
            for share, level in rows([each.score for each in found])
        ),
    ]


def read(kept: Path) -> list[Scored]:
    """What earlier runs kept, by seed."""
    with kept.open(newline="") as file:
        return sorted(Scored(int(seed), capture, float(score)) for seed, capture, score in csv.reader(file))


def main() -> None:
    """Count, keep and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kept", type=Path)
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=1e9, help="no page is begun later")
    given = parser.parse_args()
    given.kept.parent.mkdir(parents=True, exist_ok=True)
    given.kept.touch()
    until = time.monotonic() + given.seconds
    known = {each.seed for each in read(given.kept)}
    seeds = [seed for seed in range(FIRST, FIRST + given.pages) if seed not in known]
    with (
        given.kept.open("a", newline="") as file,
        ProcessPoolExecutor(given.workers, get_context("spawn")) as pool,
    ):
        for at in range(0, len(seeds), 8 * given.workers):
            if time.monotonic() > until:
                break
            csv.writer(file).writerows(pool.map(score, seeds[at : at + 8 * given.workers]))
            file.flush()
    pages = read(given.kept)
    OUT.write_text("\n".join(table(pages)) + "\n", "utf-8")
    sys.stdout.write(f"{len(pages)} pages\n")


if __name__ == "__main__":
    main()
