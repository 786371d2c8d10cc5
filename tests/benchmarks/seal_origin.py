"""How well the way of a seal is told: `.venv/bin/python tests/benchmarks/seal_origin.py [--scenes 900] [--copies 40]`.

Generated scenes of the test split (names, fonts and page templates that training never saw).  A truth counts where at
least half of the seal lies on the picture and it is at least 56 px wide; its box is given with the jitter of a finder.
`--copies N`: N pairs of two impressions of one stamp, and N of one impression copied, each through a scan and JPEG.
`--boxed DIR...`: what is said about seals in pictures in which another detector's box is burnt in (painted out first).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from forgecheck_models import figures
from forgecheck_models.synth.seals.attacks import moved
from forgecheck_models.synth.seals.channels import through
from forgecheck_models.synth.seals.design import invent
from forgecheck_models.synth.seals.draw import draw_seal
from forgecheck_models.synth.seals.impress import prepared, put
from forgecheck_models.synth.seals.ink import INKS, REDS
from forgecheck_models.synth.seals.pages import sheet
from forgecheck_models.synth.seals.scenes import scene
from forgecheck_models.training.seals.origin import jittered
from PIL import Image
from seals import painted_out

from forgecheck.evidence import Box, Page, Seal
from forgecheck.look.seals.origin import with_origins

LEAST_SHARE, LEAST_PX, CLEAR_PX = 0.5, 56, 90
UNEVEN = 0.04  # as in judge.seal.exact_copy; the check also asks for a likeness of 0.9
GRAY = 114  # of the ground that fills boxed pictures


def told(first: int, count: int) -> tuple[dict[str, Counter[str]], Counter[str]]:
    """What was said, by how the seal was applied; and the sums."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    sums: Counter[str] = Counter()
    for seed in range(first, first + count):
        done = scene(seed, "test")
        truths = [each for each in done.truths if each.share >= LEAST_SHARE and each.diameter >= LEAST_PX]
        rng = np.random.default_rng(seed)
        boxes = [jittered(each, done.image, rng) for each in truths]
        seals = tuple(Seal(1, box, each.shape, 1.0) for each, box in zip(truths, boxes, strict=True))
        for truth, seal in zip(truths, with_origins(Page(1, done.image), seals), strict=True):
            clear = truth.diameter >= CLEAR_PX and truth.colour in ("red", "blue")
            way = truth.attack or truth.origin
            table[way if clear else f"small or gray: {way}"][seal.origin] += 1
            if way == "extracted":
                continue
            result = "unclear" if seal.origin == "unclear" else "right" if seal.origin == truth.origin else "wrong"
            sums[result] += 1
            sums[f"clear {result}"] += clear
            sums["innocent"] += truth.origin != "pasted"
            sums["accused"] += truth.origin != "pasted" and seal.origin == "pasted"
    return table, sums


def flaws(seed: int, copied: bool) -> float:
    """How well two seals of one page agree in the grain of their ink."""
    rng = np.random.default_rng((seed, copied))
    page = sheet(rng, "train")
    while page.screen:
        page = sheet(rng, "train")
    diameter = round(42 * page.mm)
    design = invent(rng, "round", "test")
    ink, colour = INKS[int(rng.integers(len(INKS)))], REDS[int(rng.integers(len(REDS)))]
    turn = float(rng.normal(0, 8))
    at = (round(0.3 * page.image.shape[1]), round(0.4 * page.image.shape[0]))
    image, first = put(page.image, prepared(draw_seal(design, diameter), ink, rng, turn), at, colour)
    shift = (round(1.3 * diameter), round(0.4 * diameter))
    if not copied:
        again = prepared(draw_seal(design, diameter), ink, rng, turn)
        image, second = put(image, again, (at[0] + shift[0], at[1] + shift[1]), colour)
    image, matrix = through(image, ("scan", "photo")[int(rng.integers(2))], rng)
    outlines = [_carried(first, matrix)]
    if copied:
        image, moved_to = moved(image, outlines[0], shift)
        outlines.append(moved_to)
    else:
        outlines.append(_carried(second, matrix))
    image, matrix = through(image, ("none", "jpeg", "wechat")[int(rng.integers(3))], rng)
    boxes = [_box(_carried(each, matrix), image) for each in outlines]
    found = with_origins(Page(1, image), tuple(Seal(1, each, "round", 1.0) for each in boxes))
    known = [each.measured for each in found]
    if any(each.get("even_all", 0) < UNEVEN or "twin_flaws" not in each for each in known):
        return float("nan")
    return min(each.get("twin_flaws", -1.0) for each in known)


def _carried(points: np.ndarray, matrix: np.ndarray) -> np.ndarray:
    flat = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    return flat[:, :2] / flat[:, 2:]


def _box(points: np.ndarray, image: np.ndarray) -> Box:
    low, high = np.floor(points.min(0)).astype(int), np.ceil(points.max(0)).astype(int)
    height, width = image.shape[:2]
    return Box(max(int(low[0]), 0), max(int(low[1]), 0), min(int(high[0]), width), min(int(high[1]), height))


def boxed(folder: Path) -> Counter[str]:
    """What is said about the one seal in each picture, gray ground cut away."""
    said: Counter[str] = Counter()
    for file in sorted(folder.glob("*.png")):
        image, box = painted_out(np.asarray(Image.open(file).convert("RGB")))
        if box is None:
            said["no box"] += 1
            continue
        ground = np.abs(image.astype(int) - GRAY).max(2) < 14
        rows, columns = (np.flatnonzero(ground.mean(axis) < 0.7) for axis in (1, 0))
        image = np.ascontiguousarray(image[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])
        inner = _box(np.array(box).reshape(2, 2) - (columns[0], rows[0]), image)
        (seal,) = with_origins(Page(1, image), (Seal(1, inner, "round", 1.0),))
        said[seal.origin] += 1
    return said


def kept(table: dict[str, Counter[str]], sums: Counter[str]) -> dict[str, figures.Figure]:
    """What the texts may show of generated scenes."""
    right, wrong, unclear = (sums[each] for each in ("right", "wrong", "unclear"))
    told = {
        "right": figures.count("how a seal came onto its page, where it is said: right", right, right + wrong),
        "unclear": figures.count("the same: left open", unclear, right + wrong + unclear),
        "accused": figures.count("ink or electronic seals called pasted", sums["accused"], sums["innocent"]),
    }
    for way, said in sorted(table.items()):
        if not way.startswith("small or gray") and way not in ("ink", "electronic"):
            told[f"paste:{way}"] = figures.count(f"pasted ({way}): called pasted", said["pasted"], said.total())
    return told


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scenes", type=int, default=900)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--copies", type=int, default=0)
    parser.add_argument("--boxed", type=Path, nargs="*", default=[])
    figures.option(parser)
    given = parser.parse_args()
    say = sys.stdout.write
    if given.scenes:
        table, sums = told(given.first, given.scenes)
        for way in sorted(table):
            say(f"{way:28s} {dict(table[way])}\n")
        for prefix, name in (("", "all"), ("clear ", f"coloured, {CLEAR_PX} px and more")):
            right, wrong, unclear = (sums[prefix + each] for each in ("right", "wrong", "unclear"))
            spoke = max(right + wrong, 1)
            say(f"{name}: right where it speaks {right / spoke:.3f}, unclear {unclear / max(spoke + unclear, 1):.3f}\n")
        say(f"ink or electronic called pasted: {sums['accused']} of {sums['innocent']}\n")
        if given.figures:
            data = f"{given.scenes} generated scenes, split test; boxes as a finder gives them"
            figures.keep("seal_origin", data, kept(table, sums))
    if given.copies:
        for copied in (False, True):
            values = np.array([flaws(seed, copied) for seed in range(given.copies)])
            known = values[np.isfinite(values)]
            levels = {level: int((known >= level).sum()) for level in (0.7, 0.8, 0.85, 0.9, 0.95)}
            name = "copied" if copied else "two impressions"
            say(f"{name}: {len(known)} of {len(values)} compared, flaws >= {levels}\n")
    for folder in given.boxed:
        say(f"{folder.name}: {dict(boxed(folder))}\n")


if __name__ == "__main__":
    main()
