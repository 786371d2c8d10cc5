"""How well seals are found and read: `.venv/bin/python tests/benchmarks/seals.py [--scenes 200] [--json OUT.json]`.

Generated scenes of the test split (names, fonts and page templates that training never saw), per channel; with
`--silent DIR...` also every seal that is found in pictures of a folder, with `--boxed DIR...` recall on pictures in
which another detector's boxes are burnt in (they are painted out first).  Figures on generated scenes say little
about real photographs.

A truth counts where at least a quarter of the seal lies on the picture and it is at least 56 px wide; smaller and more
hidden ones are neither hits nor misses.  Names are read where at least 95 % of the seal is on the picture; "legible"
are those of which a person could read every letter: inked, not under another seal of its colour (synth/seals/truth.py).
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import cv2
import numpy as np
from forgecheck_models import figures
from forgecheck_models.synth.seals.scenes import Truth, scene
from PIL import Image

from forgecheck.evidence import Box, Page, Seal
from forgecheck.look.seals import find_seals
from forgecheck.models import Models

LEAST_SHARE, LEAST_PX, SAME = 0.25, 56, 0.5
READ_SHARE = 0.95
BUCKETS = ((56, 90), (90, 150), (150, 10_000))
SUFFIXES = (".png", ".jpg", ".jpeg", ".webp")


@dataclass
class Counts:
    """What is counted for one group."""

    truths: int = 0
    hits: int = 0
    false: int = 0
    shapes: int = 0
    whole: int = 0
    emblems: int = 0
    emblem_unsure: int = 0
    read: int = 0
    exact: int = 0
    wrong: int = 0
    unread: int = 0
    letters: int = 0
    errors: int = 0
    serials: int = 0
    serial_exact: int = 0
    serial_wrong: int = 0

    def line(self) -> str:
        """One row of the table."""
        parts = (
            f"{self.truths:5d}",
            _share(self.hits, self.truths),
            _share(self.hits, self.hits + self.false),
            _share(self.shapes, self.hits),
            _share(self.emblems, self.whole),
            _share(self.emblem_unsure, self.whole),
            f"{self.read:5d}",
            _share(self.exact, self.read),
            _share(self.wrong, self.read),
            _share(self.errors, self.letters),
            _share(self.serial_exact, self.serials),
            _share(self.serial_wrong, self.serials),
        )
        return " ".join(parts)


HEADER = " " * 25 + "seals   find   prec  shape emblem unsure names  exact  wrong    CER serial  wrong"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:5.1f}%" if whole else "     -"


def overlap(one: Box, other: Box) -> float:
    """Intersection over union."""
    shared = one.intersection(other)
    area = shared.area if shared.width > 0 and shared.height > 0 else 0
    return area / max(one.area + other.area - area, 1)


def distance(read: str, written: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(written) + 1))
    for i, a in enumerate(read, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(written, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]


def plain(text: str | None) -> str:
    """Brackets of either width are one."""
    return (text or "").replace("（", "(").replace("）", ")").replace("〇", "O")


def matched(seals: Iterable[Seal], truths: tuple[Truth, ...]) -> list[tuple[Seal | None, Truth | None]]:
    """Pairs of the largest overlap first; None for what has no partner."""
    left, open_ = list(seals), list(truths)
    ranked = sorted(
        ((overlap(s.box, t.box), i, j) for i, s in enumerate(left) for j, t in enumerate(open_)), reverse=True
    )
    pairs: list[tuple[Seal | None, Truth | None]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for share, i, j in ranked:
        if share >= SAME and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((left[i], open_[j]))
    pairs += [(None, t) for j, t in enumerate(open_) if j not in taken[1]]
    return pairs + [(s, None) for i, s in enumerate(left) if i not in taken[0]]


def counts_in(truth: Truth) -> bool:
    """Whether it must be found."""
    return truth.share >= LEAST_SHARE and truth.diameter >= LEAST_PX


def note(counts: Counts, seal: Seal | None, truth: Truth | None) -> None:
    """Count one pair."""
    if truth is None:
        counts.false += 1
        return
    counts.truths += 1
    if seal is None:
        return
    counts.hits += 1
    counts.shapes += seal.shape == truth.shape
    if truth.share < READ_SHARE:
        return
    if truth.shape != "square":
        counts.whole += 1
        counts.emblems += seal.emblem == truth.emblem
        counts.emblem_unsure += seal.emblem is None
        counts.serials += truth.serial != ""
        counts.serial_exact += truth.serial != "" and seal.serial == truth.serial
        counts.serial_wrong += truth.serial != "" and seal.serial not in (None, truth.serial)
    counts.read += 1
    counts.exact += plain(seal.text) == plain(truth.text)
    counts.unread += seal.text is None
    counts.wrong += seal.text is not None and plain(seal.text) != plain(truth.text)
    counts.letters += len(truth.text)
    counts.errors += min(distance(plain(seal.text), plain(truth.text)), len(truth.text))


def groups(truth: Truth | None, names: tuple[str, ...], kind: str) -> list[str]:
    """The rows of the table to which a pair belongs."""
    rows = ["all", *(f"channel {each}" for each in dict.fromkeys(names)), f"kind {kind}"]
    if truth is None:
        return rows
    for low, high in BUCKETS:
        if low <= truth.diameter < high:
            width = f"width {low}..{high if high < 9999 else ''}"
            rows += [width, *([f"legible {width}"] if truth.legible else [])]
    rows += [f"shape {truth.shape}", f"colour {truth.colour}", f"ink {truth.ink}"]
    rows += [f"attack {truth.attack}"] if truth.attack else []
    rows += ["cut by the edge"] if truth.share < READ_SHARE else []
    return rows


def generated(first: int, count: int, split: str, models: Models) -> tuple[dict[str, Counts], list[float], int]:
    """Counts by group, milliseconds a page, and false seals on pages without any."""
    table: dict[str, Counts] = defaultdict(Counts)
    times, bare_false = [], 0
    for seed in range(first, first + count):
        done = scene(seed, split)
        image = done.image.copy()
        image.flags.writeable = False
        began = time.perf_counter()
        seals = find_seals(Page(1, image), models)
        times.append(1000 * (time.perf_counter() - began))
        for seal, truth in matched(seals, done.truths):
            if truth is not None and not counts_in(truth):
                continue
            if (
                seal is not None
                and truth is None
                and any(overlap(seal.box, t.box) > 0.1 and not counts_in(t) for t in done.truths)
            ):
                continue
            bare_false += truth is None and not done.truths
            for group in groups(truth, done.channels, done.kind or "none"):
                note(table[group], seal, truth)
    return table, times, bare_false


def silent(folders: list[Path], models: Models) -> tuple[int, list[str]]:
    """Pictures looked at, and every seal found in them."""
    files = sorted(each for folder in folders for each in folder.rglob("*") if each.suffix.lower() in SUFFIXES)
    found = []
    for file in files:
        image = np.asarray(Image.open(file).convert("RGB"))
        for seal in find_seals(Page(1, image), models):
            found.append(
                f"{file.parent.name}/{file.name} {seal.shape} {tuple(seal.box)} {seal.score} {seal.text or '-'}"
            )
    return len(files), found


def painted_out(image: np.ndarray) -> tuple[np.ndarray, Box | None]:
    """The picture without its burnt-in box and label, and the box; None where it cannot be told."""
    rgb = image.astype(int)
    near = [(np.abs(rgb - tone).max(2) < 48).astype(np.uint8) for tone in ((250, 56, 56), (6, 40, 246), (46, 134, 193))]
    straight = [
        cv2.morphologyEx(each, cv2.MORPH_OPEN, np.ones((1, 24), np.uint8))
        | cv2.morphologyEx(each, cv2.MORPH_OPEN, np.ones((24, 1), np.uint8))
        for each in near
    ]
    best = int(np.argmax([each.sum() for each in straight]))
    lines = cv2.dilate(straight[best], np.ones((5, 5), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    if len(stats) < 2:
        return image, None
    part = int((stats[1:, 2] * stats[1:, 3]).argmax()) + 1
    left, top, width, height, _ = (int(each) for each in stats[part])
    mine = (labels == part) & (straight[best] > 0)
    full = np.flatnonzero(mine[:, left : left + width].mean(1) > 0.75)
    lower, upper = full[full > top + height - 10], full[full < top + height - 20]
    if not len(lower) or not len(upper):
        return image, None
    cover = cv2.morphologyEx(near[best] & lines, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    cover = cv2.dilate(cover, np.ones((5, 5), np.uint8))
    box = Box(left + 2, int(upper.max()), left + width - 2, int(lower.max()) + 1)
    return cv2.inpaint(image, cover, 3, cv2.INPAINT_TELEA), box


def boxed(folders: list[Path], models: Models) -> tuple[int, int, list[str]]:
    """Boxes, hits, and the names of the files that were missed."""
    total, hits, missed = 0, 0, []
    for file in sorted(each for folder in folders for each in folder.glob("*.png")):
        image, box = painted_out(np.asarray(Image.open(file).convert("RGB")))
        if box is None:
            continue
        total += 1
        if any(overlap(each.box, box) >= SAME for each in find_seals(Page(1, image), models)):
            hits += 1
        else:
            missed.append(f"{file.parent.name}/{file.name}")
    return total, hits, missed


def kept(table: dict[str, Counts], bare: int) -> dict[str, figures.Figure]:
    """What the texts may show of generated scenes."""
    all_, large, small = (table[each] for each in ("all", "width 150..", "width 90..150"))
    return {
        "find": figures.count("seals found", all_.hits, all_.truths),
        "precision": figures.count("of what is found: seals", all_.hits, all_.hits + all_.false),
        "bare": figures.number("false seals on pages without any", bare, "", 0),
        "exact_large": figures.count("names read without a fault, from 150 px", large.exact, large.read),
        "exact_small": figures.count("the same, 90 to 150 px", small.exact, small.read),
        "errors": figures.count("characters of these names misread, from 150 px", large.errors, large.letters),
    }


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scenes", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--split", default="test", choices=("train", "validate", "test"))
    parser.add_argument("--silent", type=Path, nargs="*", default=[])
    parser.add_argument("--boxed", type=Path, nargs="*", default=[])
    parser.add_argument("--json", type=Path)
    figures.option(parser)
    given = parser.parse_args()
    models = Models()
    result: dict[str, object] = {}
    if given.scenes:
        table, times, bare = generated(given.first, given.scenes, given.split, models)
        rows = [HEADER, *(f"{name:24s} {table[name].line()}" for name in sorted(table, key=lambda k: (k != "all", k)))]
        rows.append(f"{np.median(times):.0f} ms a page (median), {np.percentile(times, 95):.0f} ms (95 %)")
        rows.append(f"{bare} false seals on pages without a seal")
        sys.stdout.write("\n".join(rows) + "\n")
        result["generated"] = {name: asdict(each) for name, each in table.items()}
        if given.figures:
            figures.keep("seals", f"{given.scenes} generated scenes, split {given.split}", kept(table, bare))
    if given.silent:
        count, found = silent(given.silent, models)
        sys.stdout.write(f"{len(found)} seals in {count} pictures\n" + "\n".join(found) + "\n")
        result["silent"] = {"pictures": count, "found": found}
    if given.boxed:
        total, hits, missed = boxed(given.boxed, models)
        sys.stdout.write(f"{hits} of {total} boxed seals found\n" + "\n".join(missed) + "\n")
        result["boxed"] = {"boxes": total, "hits": hits, "missed": missed}
    if given.figures and given.silent and given.boxed:
        false, at = len(result["silent"]["found"]), result["silent"]["pictures"]
        real = {
            "silent": figures.number(f"seals found in {at} pictures without any", false, "", 0),
            "boxed": figures.count("seals found that another detector had boxed", hits, total),
        }
        figures.keep("seals_real", "public pictures, not shipped", real)
    if given.json:
        given.json.write_text(json.dumps(result, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main()
