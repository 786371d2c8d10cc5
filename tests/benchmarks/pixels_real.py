"""What the pixel instruments say of real pictures: `.venv/bin/python tests/benchmarks/pixels_real.py [FOLDER...]`.

Folders lie inside FORGECHECK_DATA (a name or a path); without any those are taken whose pictures are genuine by their
origin, and the bank statements of which edited copies exist.  Every finding is printed, and per folder how many
pictures have one.  Lines of text are those that the reader finds, unread, one square character beside the other: ten
times faster than to read them, and places grow to whole characters only roughly.  `--requality N` saves each picture
as JPEG of this quality first, so that both classes of a data set differ in nothing but their pixels.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import repeat
from math import dist
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from forgecheck_models import figures
from PIL import Image
from pixels import CHECKS, examined, opened_models

from forgecheck.errors import InputError
from forgecheck.evidence import Page, TextLine
from forgecheck.load import load
from forgecheck.load.limits import BATCH
from forgecheck.look.text import find_lines

GENUINE = ("screens", "documents", "genuine")
STATEMENTS = "forged/aws_documents"
SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".tif")


class Heard(NamedTuple):
    """What came of a picture; `words` is None where it could not be opened."""

    file: Path
    words: tuple[tuple[str, str, tuple[int, ...]], ...] | None
    """Check, severity and box of each finding."""


def lined(page: Page) -> Page:
    """The page with its lines found and not read."""
    lines = []
    for polygon in find_lines(page.image, opened_models().reader):
        wide, high = dist(polygon[0], polygon[1]), dist(polygon[0], polygon[3])
        lines.append(TextLine("字" * max(round(wide / max(high, 1)), 1), polygon, 0.9))
    return replace(page, lines=tuple(lines))


def hear(file: Path, quality: int | None, only: tuple[str, ...]) -> Heard:
    """Open a picture and look at it."""
    data = file.read_bytes()
    try:
        if quality is not None:
            buffer = io.BytesIO()
            Image.open(file).convert("RGB").save(buffer, "JPEG", quality=quality)
            data = buffer.getvalue()
        document = load(data, file.name, BATCH)
    except InputError:
        return Heard(file, None)
    told = examined(document, lined(document.pages[0]), opened_models(), only)
    return Heard(
        file, tuple((name, each.severity, tuple(each.box or ())) for name, said in told.said.items() for each in said)
    )


def group(file: Path, root: Path) -> str:
    """What a picture is counted as."""
    name = file.relative_to(root).as_posix()
    if not name.startswith(STATEMENTS):
        return "genuine pictures" if name.startswith(GENUINE) else file.parent.name
    return "edited bank statements" if file.name.startswith("Tampered") else "their originals"


def kept(counts: Counter[tuple[str, str]]) -> Iterator[tuple[str, figures.Figure]]:
    """Shares of each group with a finding, and with a strong one."""
    for name in sorted({name for name, _ in counts}):
        for word in ("strong", "any"):
            said = "a strong finding" if word == "strong" else "any finding"
            yield (
                f"{name.replace(' ', '_')}:{word}",
                figures.count(f"{name}: {said}", counts[name, word], counts[name, "looked"]),
            )


def main() -> None:
    """Print what was heard."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", default=[*GENUINE, STATEMENTS])
    parser.add_argument("--requality", type=int)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--only", nargs="+", choices=CHECKS, default=list(CHECKS))
    figures.option(parser)
    given = parser.parse_args()
    root = Path(os.environ.get("FORGECHECK_DATA", "."))
    files = [each for name in given.folders for each in sorted((root / name).rglob("*")) if each.suffix in SUFFIXES]
    counts: Counter[tuple[str, str]] = Counter()
    with ProcessPoolExecutor(given.workers, get_context("spawn")) as pool:
        for heard in pool.map(hear, files, repeat(given.requality), repeat(tuple(given.only))):
            if heard.words is None:
                continue
            name = group(heard.file, root)
            counts[name, "looked"] += 1
            counts[name, "any"] += bool(heard.words)
            counts[name, "strong"] += any(severity == "strong" for _, severity, _ in heard.words)
            if heard.words:
                sys.stdout.write(f"{name}: {heard.file.name}: {heard.words}\n")
                sys.stdout.flush()
    for key, figure in kept(counts):
        sys.stdout.write(f"{key}: {figure.shown}\n")
    if given.figures:
        about = "public pictures, not shipped; those of one source are not independent"
        name = "tamper_net_real" if given.only == ["edited_words"] else "pixels_real"
        figures.keep(name, about, dict(kept(counts)))


if __name__ == "__main__":
    main()
