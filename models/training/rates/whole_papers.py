"""Whole papers: a text of `letters` on a page of `pages`, forged in words, in pixels, by its seal, or not at all.

    python models/training/rates/whole_papers.py OUT --count 400 --split test --workers 2
    forgecheck batch OUT/pictures -o OUT/results --fail-on never
    forgecheck eval OUT/labels.jsonl OUT/results --html OUT/evaluation.html

`pages` alone says nothing about words (its texts are random), and `letters` alone has no pixels: verdicts need both.
"""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property, partial
from multiprocessing import get_context
from pathlib import Path
from typing import Literal

import cv2
import numpy as np
from forgecheck_models.synth.letters import Letter
from forgecheck_models.synth.letters.templates import templates
from forgecheck_models.synth.pages import attacks
from forgecheck_models.synth.pages.draw import PHONE
from forgecheck_models.synth.pages.files import SUFFIXES
from forgecheck_models.synth.pages.fonts import Split
from forgecheck_models.synth.pages.graphics import SEAL_SHARE
from forgecheck_models.synth.pages.make import Sample, Start, finished
from forgecheck_models.synth.pages.pen import Pen, body_face, latin_face, shades
from forgecheck_models.synth.pages.scene import Box, Kind, Sheet, generator, pick
from forgecheck_models.synth.pages.wordings import KINDS_OF
from forgecheck_models.synth.seals import Design, draw_seal, impress, invent
from PIL import Image

Forgery = Literal["", "words", "pixels", "seal"]
SHARES: dict[Forgery, float] = {"": 0.5, "words": 0.25, "pixels": 0.18, "seal": 0.07}
"""How papers are forged, the genuine ones first (assumed)."""
SEALED = ("letter", "notice", "cancellation", "court")
SEAL_OF_GENUINE = 0.75
"""Share of sealed kinds of paper that still show their seal (assumed)."""


@dataclass(frozen=True)
class Paper:
    """A picture with all that is known of it."""

    sample: Sample
    letter: Letter
    forgery: Forgery
    seal: str | None
    """Text of its seal; None where it bears none or where pixels of it may have been forged."""

    @property
    def attack(self) -> str:
        """The attack by pixels, "words:" and its topic, or "seal:stranger"; empty for a genuine one."""
        if self.forgery == "words" and self.letter.plant:
            return f"words:{self.letter.plant.topic}"
        return {"seal": "seal:stranger", "pixels": self.sample.attack}.get(self.forgery, "")


@dataclass(frozen=True)
class Written(Start):
    """A page that says what a letter says."""

    letter: Letter | None = None
    forgery: Forgery = ""

    @cached_property
    def stamped(self) -> str | None:
        """Whose seal it bears."""
        assert self.letter is not None
        if self.chosen not in SEALED or self.letter.kind == "other":
            return None
        rng = generator(self.key, "seal")
        if self.forgery == "seal":
            return invent(rng, {"train": "train", "calibration": "validate", "test": "test"}[self.split]).name
        name = signer(self.letter.text)
        return name if name and rng.random() < SEAL_OF_GENUINE else None

    @cached_property
    def sheet(self) -> Sheet:
        """The letter's lines on paper or on a screen."""
        assert self.letter is not None
        return lay(self.letter.text.splitlines(), self.chosen, self.key, self.split, self.stamped, self.plan.ink_seal)


def signer(text: str) -> str | None:
    """Who signs: the issuer as forgecheck reads it from the text itself."""
    from evidence import of_text

    return next((each.value for each in of_text(text).named("issuer")), None)


def lay(lines: list[str], kind: Kind, key: int, split: Split, seal: str | None, ink: bool) -> Sheet:
    """A letterhead, a title, paragraphs, a signature at the right; on a screen, lines from the left."""
    rng = generator(key, "lay")
    phone = kind in PHONE
    width = int(pick(rng, (1080, 1080, 1170) if phone else (1080, 1240, 1000)))
    pen = Pen(rng, split, kind, width, 6 * width, (255, 255, 255), shades(rng), body_face(rng, split))
    pen.latin = latin_face(rng, split, 0.3)
    size = width * float(rng.uniform(0.034, 0.04) if phone else rng.uniform(0.021, 0.027))
    left, pitch, y = width * float(rng.uniform(0.07, 0.11)), float(rng.uniform(1.5, 1.9)), 3.5 * size
    right = width - left
    told = [line.strip() for line in lines if line.strip()]
    where = (right - 5 * size, y)
    for at, line in enumerate(told):
        head = not phone and at < 2 and len(line) < 24 and not line.endswith(("：", "。"))
        number = not phone and at < 4 and "号" in line and len(line) < 32 and not head
        foot = not phone and at >= len(told) - 3 and len(line) < 26 and not line.endswith(("。", "："))
        big = 1.5 * size if head else size
        align = "center" if head else "right" if number or foot else "left"
        body = not (phone or head or number or foot or line.endswith("："))
        y = pen.text(line, left, y, big, right=right, pitch=pitch, align=align, indent=2 * size if body else 0.0)
        y += (big - size) + (0.4 * size if phone else 0)
        if foot:
            where = (right - 4 * size, y - 1.5 * size)
    fresh = np.asarray(pen.image.crop((0, 0, width, round(y + 4 * size)))) if seal else None
    if seal:
        _stamp(pen, seal, where, ink)
    floor = max(round(y + 4 * size), round(0.4 * width))
    pen.image = pen.image.crop((0, 0, width, floor))
    if fresh is not None:
        fresh = np.asarray(Image.fromarray(fresh).crop((0, 0, width, floor)))
    return pen.sheet(f"{kind}_paper", fresh)


def _stamp(pen: Pen, name: str, where: tuple[float, float], ink: bool) -> None:
    organ = name.endswith(("法院", "公安局", "检察院", "派出所"))
    across = round(pen.width * SEAL_SHARE * float(pen.rng.uniform(0.95, 1.15)))
    drawn = draw_seal(Design(name, emblem="national_emblem" if organ else "star"), across)
    half = across // 2 + 2
    centre = (round(min(where[0], pen.width - half)), round(max(where[1], half)))
    turn = float(pen.rng.normal(0, 6)) if ink else 0.0
    pen.image, box = impress(pen.image, drawn, centre, pen.rng, ink="ink" if ink else "flat", turn=turn)
    pen.seals.append(Box(*box))


def paper(seed: int, split: Split) -> Paper:
    """The paper of a seed; equal seeds give equal bytes, and no template, font or seal of one split is in the other."""
    rng = generator(seed, split, "paper")
    forgery: Forgery = list(SHARES)[int(rng.choice(len(SHARES), p=list(SHARES.values())))]
    letter = _letter("forged" if forgery == "words" else "genuine", split, rng, sealed=forgery == "seal")
    start = Written(seed, split, kind=KINDS_OF[letter.kind], letter=letter, forgery=forgery)
    attack = attacks.choose(generator(start.key, "choice"), start.chosen) if forgery == "pixels" else None
    sample = finished(start, start.early, attack, 3, start.key)
    if forgery == "pixels" and not sample.forged:
        forgery = ""  # cropping took the forger's work away
    return Paper(sample, letter, forgery, start.stamped if forgery != "pixels" else None)


def _letter(truth: Literal["genuine", "forged"], split: Split, rng: np.random.Generator, sealed: bool) -> Letter:
    found = _pool(truth, "test" if split == "test" else "dev", sealed)
    chosen, seed = found[int(rng.integers(len(found)))], int(rng.integers(1 << 30))
    return Letter(chosen.fill(seed), chosen.kind, chosen.truth, chosen.plant, chosen.name, seed)


@cache
def _pool(truth: str, split: str, sealed: bool) -> tuple:  # type: ignore[type-arg]
    found = [each for each in templates("forged" if truth == "forged" else "genuine") if each.split == split]
    return tuple(e for e in found if not sealed or (KINDS_OF[e.kind] in SEALED and e.kind != "other" and _signs(e)))


def _signs(template) -> bool:  # type: ignore[no-untyped-def]
    return signer(template.fill(1)) is not None


def write(out: Path, split: Split, seed: int) -> str:
    """The picture and its mask; its row for labels.jsonl."""
    made = paper(seed, split)
    sample, name = made.sample, f"{seed:06d}"
    file, data = name + SUFFIXES[sample.format], sample.bytes
    assert data is not None
    (out / "pictures" / file).write_bytes(data)
    buffer = io.BytesIO()
    Image.fromarray(sample.mask).save(buffer, "PNG")
    (out / "masks" / f"{name}.png").write_bytes(buffer.getvalue())
    row: dict[str, object] = {"file": file, "label": "forged" if made.forgery else "genuine", "attack": made.attack}
    row |= {"type": made.letter.kind, "channel": sample.channel, "capture": sample.capture, "seal": made.seal}
    row |= {"template": made.letter.template, "document": made.letter.template, "forgery": made.forgery}
    return json.dumps(row | {"mask": f"masks/{name}.png"}, ensure_ascii=False) + "\n"


def main() -> None:
    """Write OUT/pictures/NNNNNN.jpg|png|webp, OUT/masks/ and OUT/labels.jsonl."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--start", type=int, default=0, help="first seed")
    parser.add_argument("--split", choices=("calibration", "test"), default="calibration")
    parser.add_argument("--workers", type=int, default=1)
    given = parser.parse_args()
    for folder in ("pictures", "masks"):
        (given.out / folder).mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(given.workers, get_context("spawn"), cv2.setNumThreads, (1,)) as pool:
        rows: Iterator[str] = pool.map(
            partial(write, given.out, given.split), range(given.start, given.start + given.count), chunksize=4
        )
        with (given.out / "labels.jsonl").open("w", encoding="utf-8") as labels:
            labels.writelines(rows)


if __name__ == "__main__":
    main()
