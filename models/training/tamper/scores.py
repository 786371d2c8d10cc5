"""Counts how the network scores untouched pages, and writes forgecheck/judge/data/edit_scores.csv.

    python models/training/tamper/scores.py --pages 900 --workers 2

Generated pages of the calibration split, as files, each read as the program reads it; none is forged, half of them bear
what people do to pictures themselves.  A page's score is that of its hottest region.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import cv2
import numpy as np
from forgecheck_models.synth.pages import page

from forgecheck.load import load
from forgecheck.load.limits import BATCH
from forgecheck.look.pixels.network import TamperNet
from forgecheck.look.pixels.regions import regions
from forgecheck.models import TAMPER_NET

SHARES = (0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001)
NOTHING = -6.0  # score of a page without any region
FEW = 100  # pages of a kind; with fewer its rows are those of all kinds
OUT = Path(__file__).parents[3] / "forgecheck" / "judge" / "data" / "edit_scores.csv"


@cache
def _net() -> TamperNet:
    cv2.setNumThreads(1)
    return TamperNet(TAMPER_NET.locate(), 1)


def score(seed: int) -> tuple[str, float]:
    """How the page came about, as it is recognised, and the score of its hottest region."""
    document = load(page(seed, "calibration", forged=False).bytes or b"", "page", BATCH)
    first = document.pages[0]
    found = regions(first, _net().look(first.image, document.container.grid).heat)
    return document.capture.kind, found[0].score if found else NOTHING


def rows(scores: list[float]) -> list[tuple[float, float]]:
    """(share, score that so many pages reach), shares falling; the last share is 1 / (n + 1), a little above all."""
    count = len(scores)
    kept = [share for share in SHARES if share * count >= 1]
    levels = [(share, float(np.quantile(scores, 1 - share))) for share in kept]
    return [*levels, (1 / (count + 1), max(scores) + 0.05)]


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=900)
    parser.add_argument("--first", type=int, default=10_000, help="first seed")
    parser.add_argument("--workers", type=int, default=1)
    given = parser.parse_args()
    by_kind: dict[str, list[float]] = defaultdict(list)
    with ProcessPoolExecutor(given.workers, get_context("spawn")) as pool:
        for kind, found in pool.map(score, range(given.first, given.first + given.pages), chunksize=8):
            by_kind[kind].append(found)
            by_kind["unknown"].append(found)
    lines = [
        "# How the tampering network scores untouched pages: share of pages whose hottest region reaches a score.",
        f"# Maker: models/training/tamper/scores.py --pages {given.pages} --first {given.first}",
        f"# Data: generated pages of the calibration split, none forged; made {date.today()}. unknown: all kinds.",
        "capture,pages,share,score",
    ]
    for kind, scores in sorted(by_kind.items()):
        told = rows(scores) if len(scores) >= FEW or kind == "unknown" else rows(by_kind["unknown"])
        lines += [f"{kind},{len(scores)},{share:.5f},{level:.3f}" for share, level in told]
    OUT.write_text("\n".join(lines) + "\n", "utf-8")
    sys.stdout.write(f"{ {kind: len(each) for kind, each in by_kind.items()} }\n")


if __name__ == "__main__":
    main()
