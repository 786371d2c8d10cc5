"""Writes pages and their labels: python -m forgecheck_models.synth.pages OUT --count 100 --split test --workers 2."""

from __future__ import annotations

import argparse
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import cv2

from . import contact, files
from .attacks import ATTACKS
from .chain import CHANNELS
from .fonts import SPLITS
from .scene import KINDS

BATCH = 12
"""Pages that one start of the browser draws together."""


def main() -> None:
    """Write OUT/NNNNNN.jpg|png|webp, OUT/masks/NNNNNN.png and OUT/labels.jsonl."""
    parser = argparse.ArgumentParser(prog="python -m forgecheck_models.synth.pages", description=main.__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--start", type=int, default=0, help="first seed")
    parser.add_argument("--split", choices=SPLITS, default="train")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--attack", choices=ATTACKS, help="forge every page this way")
    parser.add_argument("--genuine", action="store_true", help="forge no page")
    parser.add_argument("--channel", choices=CHANNELS)
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--chromium", type=float, default=0.0, metavar="SHARE", help="draw this share in a browser")
    parser.add_argument("--sheet", type=Path, help="a contact sheet; a second one, NAME.bare.png, shows no marks")
    given = parser.parse_args()
    (given.out / "masks").mkdir(parents=True, exist_ok=True)
    seeds = range(given.start, given.start + given.count)
    wish = files.Wish(given.out, given.split, given.genuine, given.attack, given.channel, given.kind, given.chromium)
    work = partial(files.write, wish)
    batches = [list(seeds[at : at + BATCH]) for at in range(0, len(seeds), BATCH)]
    with (given.out / "labels.jsonl").open("w", encoding="utf-8") as labels:
        if given.workers < 2:
            for batch in batches:
                labels.writelines(work(batch))
        else:
            with ProcessPoolExecutor(given.workers, get_context("spawn"), cv2.setNumThreads, (1,)) as pool:
                for rows in pool.map(work, batches):
                    labels.writelines(rows)
    if given.sheet:
        shown = files.samples(wish, seeds[:36])
        contact.sheet(shown).save(given.sheet)
        contact.sheet(shown, bare=True).save(given.sheet.with_suffix(".bare.png"))


if __name__ == "__main__":
    main()
