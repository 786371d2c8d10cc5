"""What the pixel instruments see on generated pages: `.venv/bin/python tests/benchmarks/pixels.py [--pages 200]`.

Pages of the test split (fonts and layouts that were not used for setting any constant), genuine and forged page of each
seed alike but for the attack; text lines are those the generator wrote.  Per check and severity: how many forged pages
it speaks on (by attack, where its place holds the forger's work), and on how many genuine ones, per channel, per way of
capture as it was recognised and in all, with the upper 95 % bound of Clopper and Pearson.  Of the network also how well
pages and pixels are told apart without any threshold.  `--only edited_words` leaves the other instruments out.  Real
pictures: `pixels_real.py`.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Collection, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from itertools import repeat
from multiprocessing import get_context
from typing import NamedTuple

import cv2
import numpy as np
from forgecheck_models import figures
from forgecheck_models.synth.pages import CHANNELS, SPLITS, Channel, Sample, Split, page
from pixel_maps import Mapped, map_figures, map_table, mapped

from forgecheck.evidence import Document, Evidence, Page, TextLine, Trace
from forgecheck.finding import Finding
from forgecheck.judge.pixel import copied_glyphs, edited_words, foreign_grid, other_compression
from forgecheck.load import load
from forgecheck.load.limits import WEB
from forgecheck.look.pixels.edited import with_edits
from forgecheck.look.pixels.traces import find_traces
from forgecheck.measure.statistics import at_most
from forgecheck.models import Models

CHECKS = {
    "foreign_grid": foreign_grid,
    "other_compression": other_compression,
    "copied_glyphs": copied_glyphs,
    "edited_words": edited_words,
}
WORK = 0.15
"""Share of a finding's box, or of its twin's, that must be a forger's work to count as a hit."""


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
        read = with_edits(read, document.container, document.capture, models.tamper_net)
        traces += read.traces or ()
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


class Seen(NamedTuple):
    """What came of a generated page."""

    groups: tuple[str, ...]
    forged: bool
    heard: tuple[tuple[str, str, bool], ...]
    """Of each finding: check, severity, whether it lies on a forger's work."""
    mapped: Mapped | None
    seconds: float
    named: str
    """Seed, channel and overlays, parted by spaces."""


def pair(seed: int, split: Split, channel: Channel | None, only: Collection[str]) -> list[Seen]:
    """The genuine and the forged page of a seed."""
    found = []
    for forged in (False, True):
        sample = page(seed, split, forged=forged, channel=channel)
        if sample.forged != forged:
            continue
        document, read = opened(sample)
        groups = ("all", f"channel {sample.channel}", f"capture {document.capture.kind}")
        groups += (f"attack {sample.attack}",) if forged else ()
        told = examined(document, read, opened_models(), only)
        heard = tuple(
            (name, each.severity, is_hit(each, sample.mask)) for name, said in told.said.items() for each in said
        )
        met = None if told.page.heat is None else mapped(told.page, sample, groups)
        named = f"{seed} {sample.channel} {sample.meta['overlays']}"
        found.append(Seen(groups, forged, heard, met, told.seconds, named))
    return found


@cache
def opened_models() -> Models:
    """One for each process."""
    cv2.setNumThreads(1)
    return Models(1)


def generated(given: argparse.Namespace) -> list[Seen]:
    """Both pages of each seed, as many as there is time for."""
    until = time.monotonic() + given.seconds
    seeds, found = range(given.first, given.first + given.pages), []
    with ProcessPoolExecutor(given.workers, get_context("spawn")) as pool:
        for at in range(0, len(seeds), 4 * given.workers):
            if time.monotonic() < until:
                some = seeds[at : at + 4 * given.workers]
                same = (repeat(each) for each in (given.split, given.channel, tuple(given.only)))
                found += [each for both in pool.map(pair, some, *same) for each in both]
    for each in found:
        if not each.forged and each.heard:
            sys.stdout.write(
                f"false: seed {each.named}: {', '.join(f'{check} {word}' for check, word, _ in each.heard)}\n"
            )
    return found


def count(pages: list[Seen]) -> Counter[tuple[str, ...]]:
    """Pages on which a check speaks (at the right place where forged), by check, severity, class and group."""
    counts: Counter[tuple[str, ...]] = Counter()
    for each in pages:
        right = {(check, word) for check, word, hit in each.heard if hit or not each.forged}
        right |= {("any", word) for _, word in right}
        right |= {(check, "weak") for check, _ in right}
        for group in each.groups:
            counts["pages", str(each.forged), group] += 1
            counts.update((check, word, str(each.forged), group) for check, word in right)
    return counts


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
                    bound = f"{100 * at_most(false, genuine):5.1f}%" if genuine else "     -"
                    share = 100 * hits / max(forged, 1)
                    row = f"{forged:6d} {share:5.1f}%   {genuine:7d} {false:6d}      {bound}"
                    yield f"{name:18s} {severity:8s} {group:20s} {row}"


def kept(counts: Counter[tuple[str, ...]], maps: list[Mapped], given: argparse.Namespace) -> dict[str, figures.Figure]:
    """What the texts may show: hits and false alarms of any check, and of each; what the network's map is worth."""
    forged, genuine = (counts["pages", each, "all"] for each in ("True", "False"))
    told = {}
    for name in ("any", *given.only):
        what = "any check of pixels" if name == "any" else f"`pixel.{name}`"
        for word in ("weak", "strong"):
            end, key = (", strong", f"{name}:strong") if word == "strong" else ("", name)
            told[f"found:{key}"] = figures.count(f"{what}: edits found{end}", counts[name, word, "True", "all"], forged)
            told[f"alarms:{key}"] = figures.count(f"{what}: alarms{end}", counts[name, word, "False", "all"], genuine)
    if given.only == ["edited_words"]:
        told |= by_group(counts)
    return told | map_figures(maps)


def by_group(counts: Counter[tuple[str, ...]]) -> dict[str, figures.Figure]:
    """Of each attack, channel and way of capture: the forged pages that the network's check finds, hints included."""
    groups = sorted({key[2] for key in counts if key[:2] == ("pages", "True")} - {"all"})
    return {
        f"by:{group.replace(' ', '_')}": figures.count(
            f"{group}: edits found",
            counts["edited_words", "weak", "True", group],
            counts["pages", "True", group],
        )
        for group in groups
    }


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--split", default="test", choices=SPLITS)
    parser.add_argument("--channel", choices=CHANNELS)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=1e9, help="no page is begun later")
    figures.option(parser)
    parser.add_argument("--only", nargs="+", choices=CHECKS, default=list(CHECKS))
    given = parser.parse_args()
    pages = generated(given)
    counts, times = count(pages), [each.seconds for each in pages]
    maps = [each.mapped for each in pages if each.mapped]
    sys.stdout.write("\n".join((*table(counts, given.only), *(map_table(maps) if maps else ()))) + "\n")
    sys.stdout.write(f"{np.median(times):.2f} s a page (median), {np.percentile(times, 95):.2f} s (95 %)\n")
    if given.figures:
        seeds = len({each.named.partition(" ")[0] for each in pages})
        data = f"generated pages of {seeds} seeds, genuine and forged, split {given.split}, lines as written"
        name = "tamper_net" if given.only == ["edited_words"] else "pixels"
        figures.keep(name, data, kept(counts, maps, given))


if __name__ == "__main__":
    main()
