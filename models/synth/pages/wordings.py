"""The wordings of `forgecheck_models.synth.letters`, cut into the parts of a page.

Texts of genuine and of forged letters are taken alike: what a page says tells nothing about its pixels.
"""

from __future__ import annotations

from functools import cache

from ..letters.templates import Template, templates
from .fonts import Split
from .scene import Kind, Rng, pick

KINDS_OF: dict[str, Kind] = {
    "lawyer_letter": "letter",
    "collection_notice": "notice",
    "debt_relief_ad": "web",
    "other": "notice",
    "contract_cancellation": "cancellation",
    "court_notice": "court",
    "dishonest_debtor_notice": "court",
    "consumption_restriction_order": "court",
    "police_notice": "court",
    "sms_screenshot": "sms",
    "chat_screenshot": "chat",
}


@cache
def pool(kind: Kind, split: Split) -> tuple[Template, ...]:
    """The templates of a kind; those of "test" are used for no other split."""
    wanted = "test" if split == "test" else "dev"
    found = [*templates("genuine"), *templates("forged")]
    return tuple(each for each in found if each.split == wanted and KINDS_OF.get(each.kind) == kind)


def lines(kind: Kind, split: Split, rng: Rng) -> list[str]:
    """One text, line by line; empty where there is no wording of this kind."""
    found = pool(kind, split)
    if not found:
        return []
    filled = pick(rng, found).fill(int(rng.integers(1 << 30)))
    return [line.strip() for line in filled.splitlines() if line.strip()]


def message(kind: Kind, split: Split, rng: Rng) -> str:
    """One message: a line of a chat without its speaker, or a whole SMS."""
    found = lines(kind, split, rng)
    if not found:
        return ""
    if kind == "sms":  # the first line is the sender
        return "".join(found[1:] or found)[:160]
    line = pick(rng, found)
    speaker, _, said = line.partition("：")
    return said if said and len(speaker) <= 8 else line
