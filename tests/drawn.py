"""Texts drawn as a page, saved as JPEG and read by the text reader; readings can be kept, since they cost seconds."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

from build import as_evidence
from render import letter_picture

from forgecheck.evidence import Evidence, Page, TextLine
from forgecheck.load import load
from forgecheck.load.limits import BATCH
from forgecheck.look.text import read_page
from forgecheck.models import Models


def read(text: str, models: Models, keep: Path | None = None) -> Evidence:
    """What is read in the drawn text; a reading kept in the folder ``keep`` is not made again."""
    data = letter_picture(text)
    document = load(data, "letter.jpg", BATCH)
    kept = keep / f"{hashlib.sha256(data).hexdigest()}.json" if keep else None
    if kept and kept.is_file():
        read = _from_json(document.pages[0], json.loads(kept.read_text("utf-8")))
    else:
        read = read_page(document.pages[0], models.reader)
        if kept:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(_to_json(read), "utf-8")
    return as_evidence(replace(document, pages=(read,)))


def _to_json(page: Page) -> str:
    lines = [(each.text, each.polygon, each.confidence, each.centres) for each in page.lines or ()]
    return json.dumps({"rotation": page.rotation, "lines": lines}, ensure_ascii=False)


def _from_json(page: Page, kept: dict) -> Page:
    lines = (
        TextLine(text, tuple(map(tuple, polygon)), sure, tuple(centres))
        for text, polygon, sure, centres in kept["lines"]
    )
    return replace(page, rotation=kept["rotation"], lines=tuple(lines))
