"""Writes pages and their labels: python -m forgecheck_models.synth.pages OUT --count 100 --split test --workers 2."""

from __future__ import annotations

import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from PIL import Image

from . import chromium, contact
from .attacks import ATTACKS
from .chain import CHANNELS
from .fonts import SPLITS
from .make import Sample, Start, page
from .scene import KINDS, Kind, Pixels, generator

TYPES: dict[Kind, str] = {
    "letter": "lawyer_letter",
    "notice": "collection_notice",
    "cancellation": "contract_cancellation",
    "court": "court_notice",
    "sms": "sms_screenshot",
    "chat": "chat_screenshot",
    "web": "other",
}
"""Document types as forgecheck's reports name them."""
SUFFIXES = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
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
    work = partial(_written, given)
    batches = [list(seeds[at : at + BATCH]) for at in range(0, len(seeds), BATCH)]
    with (given.out / "labels.jsonl").open("w", encoding="utf-8") as labels:
        if given.workers < 2:
            rows = (row for batch in batches for row in work(batch))
            labels.writelines(rows)
        else:
            with ProcessPoolExecutor(given.workers, get_context("spawn")) as pool:
                for batch in pool.map(work, batches):
                    labels.writelines(batch)
    if given.sheet:
        shown = _samples(given, list(seeds[:36]))
        contact.sheet(shown).save(given.sheet)
        contact.sheet(shown, bare=True).save(given.sheet.with_suffix(".bare.png"))


def _samples(given: argparse.Namespace, seeds: list[int]) -> list[Sample]:
    drawn: dict[int, Pixels] = {}
    if given.chromium > 0:
        starts = [Start(seed, given.split, given.channel, given.kind) for seed in seeds]
        chosen = [each for each in starts if generator(each.key, "browser").random() < given.chromium]
        drawn = dict(zip((each.seed for each in chosen), chromium.render([each.sheet for each in chosen]), strict=True))
    forged = False if given.genuine else None
    return [page(seed, given.split, forged, given.attack, given.channel, given.kind, drawn.get(seed)) for seed in seeds]


def _written(given: argparse.Namespace, seeds: list[int]) -> list[str]:
    rows = []
    for seed, sample in zip(seeds, _samples(given, seeds), strict=True):
        name = f"{seed:06d}"
        file = name + SUFFIXES[sample.format]
        data = sample.bytes
        assert data is not None
        (given.out / file).write_bytes(data)
        mask = f"masks/{name}.png"
        Image.fromarray(sample.mask).save(given.out / mask)
        row = {"file": file, "label": "forged" if sample.forged else "genuine", "attack": sample.attack}
        row |= {"type": TYPES[sample.kind], "kind": sample.kind, "channel": sample.channel, "capture": sample.capture}
        rows.append(json.dumps(row | {"mask": mask} | dict(sample.meta), ensure_ascii=False) + "\n")
    return rows


if __name__ == "__main__":
    main()
