"""What the classical pixel instruments see: `.venv/bin/python tests/benchmarks/pixels.py [--pages 200] [--real DIR]`.

Generated pages of the test split (fonts and layouts that were not used for setting any constant), genuine and forged
page of each seed alike but for the attack; text lines are those the generator wrote.  Per check and severity: how many
forged pages it speaks on (by attack, where its place holds the forger's work), and on how many genuine ones, per
channel and in all, with the upper 95 % bound of Clopper and Pearson.  With `--real` every finding on the pictures of a
folder, read by OCR; `--requality N` saves them as JPEG of this quality first, so that both classes of a data set
differ in nothing but their pixels.
"""

from __future__ import annotations

import argparse
import io
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from forgecheck_models import figures
from forgecheck_models.synth.pages import CHANNELS, Channel, Sample, page
from PIL import Image

from forgecheck.errors import InputError
from forgecheck.evidence import Document, Evidence, Page, TextLine
from forgecheck.finding import Finding
from forgecheck.judge.pixel import copied_glyphs, foreign_grid, other_compression
from forgecheck.load import load
from forgecheck.load.limits import WEB
from forgecheck.look.pixels.traces import find_traces
from forgecheck.look.text import read_page
from forgecheck.measure.statistics import at_most
from forgecheck.models import Models

CHECKS = {"foreign_grid": foreign_grid, "other_compression": other_compression, "copied_glyphs": copied_glyphs}
SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".tif")
WORK = 0.15
"""Share of a finding's box, or of its twin's, that must be a forger's work to count as a hit."""


def findings(document: Document, read: Page) -> tuple[dict[str, list[Finding]], float]:
    """What each check says on this page, and the seconds that the instruments took."""
    began = time.perf_counter()
    traces = find_traces(read, document.container, document.capture)
    taken = time.perf_counter() - began
    given = Evidence(replace(document, pages=(replace(read, traces=traces),)))
    said = {name: [one for one in check.check(given) if isinstance(one, Finding)] for name, check in CHECKS.items()}
    return said, taken


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


def generated(
    first: int, count: int, split: str, channel: Channel | None
) -> tuple[Counter[tuple[str, ...]], list[float]]:
    """Counts by (check, severity, class or attack or channel), and seconds."""
    counts: Counter[tuple[str, ...]] = Counter()
    times = []
    for seed in range(first, first + count):
        for forged in (False, True):
            sample = page(seed, split, forged=forged, channel=channel)  # type: ignore[arg-type]
            if sample.forged != forged:
                continue
            groups = ["all", f"channel {sample.channel}"] + ([f"attack {sample.attack}"] if forged else [])
            said, taken = findings(*opened(sample))
            times.append(taken)
            for group in groups:
                counts["pages", str(forged), group] += 1
            for name, found in {**said, "any": [one for each in said.values() for one in each]}.items():
                for severity in ("strong", "weak"):
                    heard = [one for one in found if severity == "weak" or one.severity == "strong"]
                    hit = any(is_hit(one, sample.mask) for one in heard)
                    for group in groups:
                        counts[name, severity, str(forged), group] += hit if forged else bool(heard)
            if not forged and any(said.values()):
                heard = ", ".join(f"{n} {one.severity} {one.box}" for n, found in said.items() for one in found)
                sys.stdout.write(f"false: seed {seed} {sample.channel} {sample.meta['overlays']}: {heard}\n")
    return counts, times


def table(counts: Counter[tuple[str, ...]]) -> Iterator[str]:
    """One row a check, severity and group."""
    groups = sorted({key[2] for key in counts if key[0] == "pages"}, key=lambda each: (each != "all", each))
    yield f"{'check':18s} {'at least':8s} {'group':18s} forged  found   genuine  false  upper 95 %"
    for name in CHECKS:
        for severity in ("strong", "weak"):
            for group in groups:
                forged, genuine = (counts["pages", each, group] for each in ("True", "False"))
                hits, false = (counts[name, severity, each, group] for each in ("True", "False"))
                if group == "all" or hits or false:
                    bound = f"{100 * at_most(false, genuine):5.1f}%" if genuine else "     -"
                    share = 100 * hits / max(forged, 1)
                    row = f"{forged:6d} {share:5.1f}%   {genuine:7d} {false:6d}      {bound}"
                    yield f"{name:18s} {severity:8s} {group:18s} {row}"


def kept(counts: Counter[tuple[str, ...]], seconds: list[float]) -> dict[str, figures.Figure]:
    """What the texts may show: hits and false alarms of any check, and of each."""
    forged, genuine = (counts["pages", each, "all"] for each in ("True", "False"))
    told = {}
    for name in ("any", *CHECKS):
        what = "any check of pixels" if name == "any" else f"`pixel.{name}`"
        told[f"found:{name}"] = figures.count(f"{what}: edits found", counts[name, "weak", "True", "all"], forged)
        told[f"alarms:{name}"] = figures.count(f"{what}: alarms", counts[name, "weak", "False", "all"], genuine)
    return told | {"time": figures.number("time of these instruments on a page, median", np.median(seconds), "s")}


def real(folders: list[Path], quality: int | None, models: Models) -> Iterator[str]:
    """One row a picture on which a check speaks, and the sum for each folder."""
    for folder in folders:
        files = sorted(each for each in folder.rglob("*") if each.suffix.lower() in SUFFIXES)
        looked, spoke, times = 0, 0, []
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
            said, taken = findings(document, read_page(document.pages[0], models.reader))
            looked += 1
            times.append(taken)
            heard = [f"{name} {one.severity} {tuple(one.box or ())}" for name, found in said.items() for one in found]
            spoke += bool(heard)
            if heard:
                yield f"    {file.name}: {', '.join(heard)}"
        yield f"{folder}: spoke on {spoke} of {looked} pictures; {np.median(times or [0]):.2f} s a page (median)"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--split", default="test", choices=("train", "calibration", "test"))
    parser.add_argument("--channel", choices=CHANNELS)
    parser.add_argument("--real", type=Path, nargs="*", default=[])
    parser.add_argument("--requality", type=int)
    figures.option(parser)
    given = parser.parse_args()
    if given.pages:
        counts, times = generated(given.first, given.pages, given.split, given.channel)
        sys.stdout.write("\n".join(table(counts)) + "\n")
        sys.stdout.write(f"{np.median(times):.2f} s a page (median), {np.percentile(times, 95):.2f} s (95 %)\n")
        if given.figures:
            data = f"generated pages of {given.pages} seeds, genuine and forged, split {given.split}, lines as written"
            figures.keep("pixels", data, kept(counts, times))
    if given.real:
        for row in real(given.real, given.requality, Models()):
            sys.stdout.write(row + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
