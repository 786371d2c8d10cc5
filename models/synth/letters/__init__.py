"""Texts of letters, notices and messages with slots, genuine and forged; every name and number is invented.

The values are valid: courts are real and their codes right, sums add up, check digits fit, articles exist on the date
of the letter.  A forged text holds one planted contradiction, and everything else in it is right.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from forgecheck_models.synth.letters.templates import Plant as Plant
from forgecheck_models.synth.letters.templates import Split, Template, Truth, templates

from forgecheck.evidence import DocumentType


@dataclass(frozen=True, slots=True)
class Letter:
    """One text, and what is known of it."""

    text: str
    kind: DocumentType
    truth: Truth
    plant: Plant | None
    """None where the text is genuine."""
    template: str
    seed: int


def letters(
    kind_of: Truth, split: Split, seed: int, count: int, only: Callable[[Template], bool] = lambda _: True
) -> list[Letter]:
    """So many texts of one truth and split, the templates that `only` lets pass in turn, shuffled by the seed.

    The same arguments give the same texts, and a small count draws from all kinds.

    No template is in both splits: what was tuned on "dev" can be measured on "test".
    """
    chosen = [each for each in templates(kind_of) if each.split == split and only(each)]
    Random(f"{kind_of}/{split}/{seed}").shuffle(chosen)
    if not chosen:
        return []
    drawn = ((chosen[at % len(chosen)], seed + at // len(chosen)) for at in range(count))
    return [Letter(one.fill(s), one.kind, one.truth, one.plant, one.name, s) for one, s in drawn]
