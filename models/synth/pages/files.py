"""Writes samples as files with their masks; what the worker processes of `__main__` do."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from . import chromium
from .attacks import Attack
from .chain import Channel
from .fonts import Split
from .make import Sample, Start, page
from .scene import Kind, Pixels, generator

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


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be written."""

    out: Path
    split: Split = "train"
    genuine: bool = False
    attack: Attack | None = None
    channel: Channel | None = None
    kind: Kind | None = None
    browser: float = 0.0
    """Share of pages that a browser draws."""


def samples(wish: Wish, seeds: Sequence[int]) -> list[Sample]:
    """The pages of these seeds; those for the browser are drawn in one start of it."""
    drawn: dict[int, Pixels] = {}
    if wish.browser > 0:
        starts = [Start(seed, wish.split, wish.channel, wish.kind) for seed in seeds]
        chosen = [each for each in starts if generator(each.key, "browser").random() < wish.browser]
        drawn = dict(zip((each.seed for each in chosen), chromium.render([each.sheet for each in chosen]), strict=True))
    forged = False if wish.genuine else None
    return [page(seed, wish.split, forged, wish.attack, wish.channel, wish.kind, drawn.get(seed)) for seed in seeds]


def write(wish: Wish, seeds: Sequence[int]) -> list[str]:
    """OUT/NNNNNN.jpg and OUT/masks/NNNNNN.png of each seed; their rows for labels.jsonl."""
    rows = []
    for seed, sample in zip(seeds, samples(wish, seeds), strict=True):
        name = f"{seed:06d}"
        file, mask = name + SUFFIXES[sample.format], f"masks/{name}.png"
        data = sample.bytes
        assert data is not None
        (wish.out / file).write_bytes(data)
        Image.fromarray(sample.mask).save(wish.out / mask)
        row = {"file": file, "label": "forged" if sample.forged else "genuine", "attack": sample.attack}
        row |= {"type": TYPES[sample.kind], "kind": sample.kind, "channel": sample.channel, "capture": sample.capture}
        rows.append(json.dumps(row | {"mask": mask} | dict(sample.meta), ensure_ascii=False) + "\n")
    return rows
