"""What the pixel instruments see: `.venv/bin/python tests/benchmarks/pixels.py [--pages 200] [--real DIR]`.

Generated pages of the test split (fonts and layouts that were not used for setting any constant), genuine and forged
page of each seed alike but for the attack; text lines are those the generator wrote.  Per check and severity: how many
forged pages it speaks on (by attack, where its place holds the forger's work), and on how many genuine ones, per
channel, per way of capture as it was recognised and in all, with the upper 95 % bound of Clopper and Pearson.  Of the
network also how well pages and pixels are told apart without any threshold.  With `--real` every finding on the
pictures of a folder, read by OCR; `--requality N` saves them as JPEG of this quality first, so that both classes of a
data set differ in nothing but their pixels.  `--only edited_words` leaves the other instruments out.
"""

from __future__ import annotations

import argparse
import io
import sys
import time
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from forgecheck_models.synth.pages import CHANNELS, Sample, page
from PIL import Image

from forgecheck.errors import InputError
from forgecheck.evidence import Document, Evidence, Page, TextLine, Trace
from forgecheck.finding import Finding
from forgecheck.judge.pixel import copied_glyphs, edited_words, foreign_grid, other_compression
from forgecheck.load import load
from forgecheck.load.limits import WEB
from forgecheck.look.pixels.edited import edited_places, in_words
from forgecheck.look.pixels.regions import regions
from forgecheck.look.pixels.traces import find_traces
from forgecheck.look.text import read_page
from forgecheck.measure.pixels import FIXED, LEVELS
from forgecheck.models import Models
from forgecheck.place import HEAT_CELL

CHECKS = {
    "foreign_grid": foreign_grid,
    "other_compression": other_compression,
    "copied_glyphs": copied_glyphs,
    "edited_words": edited_words,
}
SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".tif")
COLD = -6.0  # score of a page without any region
WORK = 0.15
"""Share of a finding's box, or of its twin's, that must be a forger's work to count as a hit."""


def upper_bound(events: int, trials: int) -> float:
    """Clopper and Pearson's one-sided upper 95 % bound of a share, by bisection on the binomial law."""
    if trials == 0 or events >= trials:
        return 1.0
    low, high = events / trials, 1.0
    for _ in range(50):
        middle = (low + high) / 2
        term = below = (1 - middle) ** trials
        for k in range(events):
            term *= (trials - k) / (k + 1) * middle / (1 - middle)
            below += term
        low, high = (middle, high) if below > 0.05 else (low, middle)
    return high


class Told(NamedTuple):
    """What came of a page."""

    page: Page
    said: dict[str, list[Finding]]
    """By check."""
    seconds: float
    """That the instruments took."""


def examined(document: Document, read: Page, models: Models, only: Collection[str]) -> Told:
    """Look at the pixels of a page that was read, and judge them."""
    began = time.perf_counter()
    traces: list[Trace] = []
    if set(only) != {"edited_words"}:
        traces += find_traces(read, document.container, document.capture)
    if "edited_words" in only:
        seen = models.tamper_net.look(read.image, document.container.grid)
        traces += edited_places(read, seen, document.capture)
        read = replace(read, heat=seen.heat)
    taken = time.perf_counter() - began
    given = Evidence(replace(document, pages=(replace(read, traces=tuple(traces)),)))
    said = {name: [each for each in CHECKS[name].check(given) if isinstance(each, Finding)] for name in only}
    return Told(read, said, taken)


def opened(sample: Sample) -> tuple[Document, Page]:
    """The sample as the program reads it, with the generator's lines."""
    document = load(sample.bytes or b"", "sample", WEB)
    lines = tuple(TextLine(text, corners, 0.99) for text, corners in sample.lines)  # type: ignore[arg-type]
    return document, replace(document.pages[0], lines=lines)


def is_hit(finding: Finding, mask: np.ndarray) -> bool:
    """Whether the finding, or the other place it names, is a forger's work."""
    box = finding.box
    if box is None:
        return False
    left, top = finding.evidence.get("twin_left_px"), finding.evidence.get("twin_top_px")
    places = [(box.left, box.top)]
    if isinstance(left, float) and isinstance(top, float):
        places.append((int(left), int(top)))
    parts = (mask[y : y + box.height, x : x + box.width] for x, y in places)
    return any(part.size and np.isin(part, (1, 2, 3)).mean() > WORK for part in parts)


class Mapped(NamedTuple):
    """How the network's map of a page meets its mask."""

    groups: tuple[str, ...]
    forged: bool
    words: float
    """Score of the hottest region in words."""
    page: float
    """Score of the hottest region."""
    fixed: float
    """F1 of pixels at a chance of one half; only of forged pages."""
    oracle: float
    """F1 at the page's best level, which nobody knows beforehand."""
    false_pixels: float
    """Share of the page's pixels that are hot and no forger's work."""


def mapped(read: Page, sample: Sample, groups: tuple[str, ...]) -> Mapped:
    """Compare the map with the mask, cell by cell but counting pixels."""
    assert read.heat is not None
    found = regions(read, read.heat)
    words = max((each.score for each in found if in_words(each)), default=COLD)
    work, ones = (in_cells(each) for each in (np.isin(sample.mask, (1, 2, 3)), np.ones_like(sample.mask)))
    levels = [FIXED, *LEVELS]
    hot = [read.heat >= level for level in levels]
    hits = [float(work[each].sum()) for each in hot]
    scores = [2 * hit / (ones[each].sum() + work.sum() or 1) for hit, each in zip(hits, hot, strict=True)]
    false = float((ones[hot[0]].sum() - hits[0]) / ones.sum())
    return Mapped(groups, sample.forged, words, found[0].score if found else COLD, scores[0], max(scores), false)


def in_cells(pixels: np.ndarray) -> np.ndarray:
    """How many pixels of each cell are set."""
    high, wide = (-(-side // HEAT_CELL) for side in pixels.shape)
    padded = np.zeros((high * HEAT_CELL, wide * HEAT_CELL), np.float64)
    padded[: pixels.shape[0], : pixels.shape[1]] = pixels
    return padded.reshape(high, HEAT_CELL, wide, HEAT_CELL).sum(axis=(1, 3))


def generated(given: argparse.Namespace, models: Models) -> tuple[Counter[tuple[str, ...]], list[Mapped], list[float]]:
    """Counts by (check, severity, class or attack or channel), maps, and seconds."""
    counts: Counter[tuple[str, ...]] = Counter()
    maps, times = [], []
    for seed in range(given.first, given.first + given.pages):
        for forged in (False, True):
            sample = page(seed, given.split, forged=forged, channel=given.channel)
            if sample.forged != forged:
                continue
            document, read = opened(sample)
            groups = ("all", f"channel {sample.channel}", f"capture {document.capture.kind}")
            groups += (f"attack {sample.attack}",) if forged else ()
            told = examined(document, read, models, given.only)
            times.append(told.seconds)
            if told.page.heat is not None:
                maps.append(mapped(told.page, sample, groups))
            for group in groups:
                counts["pages", str(forged), group] += 1
            for name, found in told.said.items():
                for severity in ("strong", "weak"):
                    heard = [one for one in found if severity == "weak" or one.severity == "strong"]
                    hit = any(is_hit(one, sample.mask) for one in heard)
                    for group in groups:
                        counts[name, severity, str(forged), group] += hit if forged else bool(heard)
            if not forged and any(told.said.values()):
                heard = ", ".join(f"{n} {one.severity} {one.box}" for n, found in told.said.items() for one in found)
                sys.stdout.write(f"false: seed {seed} {sample.channel} {sample.meta['overlays']}: {heard}\n")
    return counts, maps, times


def table(counts: Counter[tuple[str, ...]], only: Collection[str]) -> Iterator[str]:
    """One row a check, severity and group."""
    groups = sorted({key[2] for key in counts if key[0] == "pages"}, key=lambda each: (each != "all", each))
    yield f"{'check':18s} {'at least':8s} {'group':20s} forged  found   genuine  false  upper 95 %"
    for name in only:
        for severity in ("strong", "weak"):
            for group in groups:
                forged, genuine = (counts["pages", each, group] for each in ("True", "False"))
                hits, false = (counts[name, severity, each, group] for each in ("True", "False"))
                if group == "all" or hits or false:
                    bound = f"{100 * upper_bound(false, genuine):5.1f}%" if genuine else "     -"
                    share = 100 * hits / max(forged, 1)
                    row = f"{forged:6d} {share:5.1f}%   {genuine:7d} {false:6d}      {bound}"
                    yield f"{name:18s} {severity:8s} {group:20s} {row}"


def map_table(maps: list[Mapped]) -> Iterator[str]:
    """One row a group: pages of an attack are compared with all genuine ones, others with those of their group."""
    yield f"{'map of':20s} AUC words  AUC page  F1 at 1/2  F1 oracle  false pixels"
    for group in sorted({each for one in maps for each in one.groups}, key=lambda each: (each != "all", each)):
        forged = [each for each in maps if each.forged and group in each.groups]
        same = "all" if group.startswith("attack") else group
        genuine = [each for each in maps if not each.forged and same in each.groups]
        if forged and genuine:
            areas = [auc([getattr(e, n) for e in forged], [getattr(e, n) for e in genuine]) for n in ("words", "page")]
            fixed, oracle = (np.mean([getattr(each, name) for each in forged]) for name in ("fixed", "oracle"))
            false = np.mean([each.false_pixels for each in genuine])
            yield f"{group:20s} {areas[0]:9.3f} {areas[1]:9.3f} {fixed:10.3f} {oracle:10.3f} {false:13.5f}"


def auc(forged: list[float], genuine: list[float]) -> float:
    """Chance that a forged page scores above a genuine one; ties count half."""
    above = np.subtract.outer(np.array(forged), np.array(genuine))
    return float((above > 0).mean() + (above == 0).mean() / 2)


def real(folders: list[Path], quality: int | None, models: Models, only: Collection[str]) -> Iterator[str]:
    """One row a picture on which a check speaks, and the sum for each folder."""
    for folder in folders:
        files = sorted(each for each in folder.rglob("*") if each.suffix.lower() in SUFFIXES)
        looked, spoke, strong, times = 0, 0, 0, []
        for file in files:
            data = file.read_bytes()
            try:
                if quality is not None:
                    buffer = io.BytesIO()
                    Image.open(file).convert("RGB").save(buffer, "JPEG", quality=quality)
                    data = buffer.getvalue()
                document = load(data, file.name, WEB)
            except InputError:
                continue
            told = examined(document, read_page(document.pages[0], models.reader), models, only)
            looked += 1
            times.append(told.seconds)
            heard = [
                f"{name} {one.severity} {tuple(one.box or ())}" for name, found in told.said.items() for one in found
            ]
            spoke += bool(heard)
            strong += any(one.severity == "strong" for found in told.said.values() for one in found)
            if heard:
                yield f"    {file.name}: {', '.join(heard)}"
        seconds = np.median(times or [0])
        yield f"{folder}: spoke on {spoke} of {looked} pictures, strong on {strong}; {seconds:.2f} s a page (median)"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--split", default="test", choices=("train", "calibration", "test"))
    parser.add_argument("--channel", choices=CHANNELS)
    parser.add_argument("--real", type=Path, nargs="*", default=[])
    parser.add_argument("--requality", type=int)
    parser.add_argument("--only", nargs="+", choices=CHECKS, default=list(CHECKS))
    given = parser.parse_args()
    models = Models()
    if given.pages:
        counts, maps, times = generated(given, models)
        sys.stdout.write("\n".join((*table(counts, given.only), *(map_table(maps) if maps else ()))) + "\n")
        sys.stdout.write(f"{np.median(times):.2f} s a page (median), {np.percentile(times, 95):.2f} s (95 %)\n")
    if given.real:
        for row in real(given.real, given.requality, models, given.only):
            sys.stdout.write(row + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
