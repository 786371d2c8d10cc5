"""Reads the templates: files of texts with slots, each text under a head line.

Genuine: ``=== name | kind | split`` and forged ``=== name | kind | split | topic | families | what was planted``;
``| years 2022-2023`` may stand at the end of either.  ``{slot}`` is filled by `slots`, ``{?this|that}`` is a choice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from forgecheck_models.synth.letters.facts import Facts
from forgecheck_models.synth.letters.slots import fill

from forgecheck.evidence import DocumentType

Truth = Literal["genuine", "forged"]
Split = Literal["dev", "test"]

YEARS = (2023, 2026)
_HEAD = re.compile(r"^=== (.+)\n", re.MULTILINE)
_CHOICE = re.compile(r"\{\?((?:[^{}]|\{[^{}]*\})*)\}")
_SLOT = re.compile(r"\{([a-z][a-z_0-9]*(?::[^{}]*)?)\}")


@dataclass(frozen=True, slots=True)
class Plant:
    """The one contradiction in a forged text."""

    topic: str
    """Row of the facts it comes from, such as C05 or B-c."""
    families: tuple[str, ...]
    """Families of checks that may plausibly speak of it."""
    says: str
    """In plain words."""


@dataclass(frozen=True, slots=True)
class Template:
    """A text with slots."""

    name: str
    truth: Truth
    kind: DocumentType
    split: Split
    plant: Plant | None
    years: tuple[int, int]
    body: str
    file: str
    """The stem of the file it stands in."""

    def fill(self, seed: int) -> str:
        """The text with all choices made and all slots filled; the same seed gives the same text."""
        facts = Facts(f"{self.truth}/{self.name}/{seed}", self.years)
        rng = facts.rng("choices")
        chosen = _CHOICE.sub(lambda found: rng.choice(found[1].split("|")), self.body)
        return _SLOT.sub(lambda found: fill(facts, found[1]), chosen)


@cache
def templates(truth: Truth) -> tuple[Template, ...]:
    """All templates of one truth, in the order of their files; raises ValueError for a head that is not well formed."""
    found: list[Template] = []
    for path in sorted((files(__package__) / truth).iterdir(), key=lambda each: each.name):
        _, *rest = _HEAD.split(path.read_text("utf-8"))
        found += (_template(truth, head, body, path.stem) for head, body in zip(rest[::2], rest[1::2], strict=True))
    return tuple(found)


def _template(truth: Truth, head: str, body: str, file: str) -> Template:
    parts = [part.strip() for part in head.split("|")]
    years = YEARS
    if parts[-1].startswith("years "):
        first, last = parts.pop().removeprefix("years ").split("-")
        years = (int(first), int(last))
    name, kind, split, *planted = parts
    if (
        kind not in get_args(DocumentType)
        or split not in get_args(Split)
        or len(planted) != (3 if truth == "forged" else 0)
    ):
        raise ValueError(f"head of a template: {head}")
    plant = Plant(planted[0], tuple(planted[1].split()), planted[2]) if planted else None
    return Template(name, truth, kind, split, plant, years, body.strip("\n"), file)  # type: ignore[arg-type]
