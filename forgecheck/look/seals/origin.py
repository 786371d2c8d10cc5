"""How a seal came onto its page: stamped on paper, laid on electronically, or pasted into a captured page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from forgecheck.evidence import Box, Origin, Page, Seal
from forgecheck.look.seals.copies import twins
from forgecheck.look.seals.origin_terms import Answer, answer
from forgecheck.look.seals.physics import Parts, parts, physics
from forgecheck.look.seals.physics_page import page_physics

LEAST_PX = 90  # a seal's shorter side below which only brightness can speak; strokes are then two pixels wide
SURE_INK, SURE_ELECTRONIC, SURE_PASTED = 0.75, 0.85, 0.9  # set with each of training and validation split on the other
MOST_SHARE = 0.4  # of the picture that a seal may fill, or there is no page to compare it with
SURE_CAPTURED = 0.9  # for a fact that speaks for itself
ROUNDED = 3  # decimals of what is kept

SPOKE = 0.5  # of a logit: what the numbers behind a fact must have added, that it is named
MIXED = 0.12  # share of the seal's field in other strong colours, from which it is not said to be pasted (likewise)

LEAST_CROSSING = 150.0  # px of text that should show on the seal; fewer say nothing
HIDDEN, SHOWN = 0.4, 0.7  # share of that text which is there
GROUND = 4.0  # of 100 in lightness: the ground in the box surely differs from the paper around
CUT = 0.3  # share of the text that ends at an upright border around the seal
BRIGHTER = 0.05  # share above the paper's brightness, where red ink hardly darkens: no ink can be
UNEVEN = 0.03  # spread of the ink's density

# The numbers behind each fact.
BEHIND = {
    "hides_text": ("hidden", "overprinted", "text_cut"),
    "brighter_than_paper": ("brighter",),
    "not_in_this_light": ("lit", "unlit"),
    "other_ground": ("box_step", "box_tint", "border_step", "border_noise", "halo", "log_noise_box"),
    "sharper_than_text": ("ramp_seal_px", "log_ramp", "log_ramp_page", "log_sharpest", "soft_px"),
    "smoother_than_page": ("ink_noise", "log_noise_dark", "log_noise_bright", "log_noise_luma"),
    "even": ("even_fine", "even_coarse", "even_all"),
}


class How(NamedTuple):
    """What can be said about one seal."""

    origin: Origin
    why: tuple[str, ...]
    """Facts that speak for it, or the reasons why nothing can be said; words of `Seal.origin_why`."""
    measured: Mapping[str, float]


ALONE = How("unclear", ("no_page_around",), {})


def with_origins(page: Page, seals: tuple[Seal, ...]) -> tuple[Seal, ...]:
    """The seals with `origin`, `origin_why` and `measured` filled in.

    Notes
    -----
    An even overlay on a page that never was paper is "electronic", which is normal.  "pasted" needs a page that was
    scanned or photographed, a likelihood set for fewer than 1 % false alarms, and at least one fact that can be shown.
    A real impression that was extracted and multiplied in looks like ink; nothing here tells it.
    """
    if not seals:
        return seals
    whole = page_physics(page.image)
    known = [parts(page.image, seal.box, seal.shape) for seal in seals]
    most = MOST_SHARE * page.width * page.height
    alike = twins(known, [seal.box for seal in seals])
    return tuple(
        _with(seal, applied(part, seal.box, whole) if seal.box.area <= most else ALONE, twin)
        for seal, part, twin in zip(seals, known, alike, strict=True)
    )


def _with(seal: Seal, how: How, twin: Mapping[str, float]) -> Seal:
    return replace(seal, origin=how.origin, origin_why=how.why, measured={**how.measured, **twin})


def applied(known: Parts | None, box: Box, page: Mapping[str, float]) -> How:
    """How this seal was applied to its page; `page` from `page_physics`."""
    if known is None:
        return How("unclear", ("no_coloured_ink",), {})
    measured = {**page, **physics(known)}
    said = answer(measured)
    measured |= {"captured": said.captured, "stamped": said.stamped}
    kept = {name: round(float(value), ROUNDED) for name, value in sorted(measured.items())}
    return How(*decide(measured, said, box), kept)


def decide(measured: Mapping[str, float], said: Answer, box: Box) -> tuple[Origin, tuple[str, ...]]:
    """Origin and reasons from the numbers and what the trees made of them."""
    captured, stamped, _ = said
    foreign = _foreign(measured, said)
    mixed = measured.get("strange", 0) > MIXED
    if not mixed and captured >= SURE_CAPTURED and stamped < 0.5 and measured.get("brighter", 0) > BRIGHTER:
        return "pasted", tuple(dict.fromkeys(("brighter_than_paper", *foreign)))
    if min(box.width, box.height) < LEAST_PX:
        return "unclear", ("too_small",)
    if 1 - captured >= SURE_ELECTRONIC:
        return "electronic", ("page_was_never_paper",)
    if captured * stamped >= SURE_INK:
        return "ink", _natural(measured)
    if captured * (1 - stamped) >= SURE_PASTED and foreign:
        return ("unclear", ("over_other_colours",)) if mixed else ("pasted", foreign)
    return "unclear", ("page_may_be_digital",) if captured < SURE_INK else ("too_close_to_tell",)


def _foreign(measured: Mapping[str, float], said: Answer) -> tuple[str, ...]:
    """What does not fit a stamp on captured paper: facts that hold and on which the trees built, or that are plain."""
    known = measured.get
    holds = {
        "hides_text": (known("expected_px", 0) >= LEAST_CROSSING and known("shown", 1) < SHOWN)
        or known("text_cut", 0) > CUT,
        "brighter_than_paper": known("brighter", 0) > 0,
        "not_in_this_light": known("follows_light", 1) < 0.5,
        "other_ground": True,
        "sharper_than_text": min(known("log_ramp", 0), known("log_sharpest", 0), known("soft_px", 1) - 1) < 0,
        "smoother_than_page": min(known("log_noise_dark", 0), known("log_noise_luma", 0)) < 0,
        "even": known("even_all", 1) < UNEVEN,
    }
    plain = {
        "hides_text": known("expected_px", 0) >= LEAST_CROSSING and known("shown", 1) < HIDDEN,
        "other_ground": known("box_step", 0) > GROUND,
    }
    spoke = {fact: sum(said.spoke.get(name, 0.0) for name in names) for fact, names in BEHIND.items()}
    return tuple(fact for fact, true in holds.items() if true and (spoke[fact] <= -SPOKE or plain.get(fact)))


def _natural(measured: Mapping[str, float]) -> tuple[str, ...]:
    """What fits a stamp."""
    facts = {
        "text_shows": measured.get("expected_px", 0) >= LEAST_CROSSING and measured.get("shown", 0) > SHOWN,
        "uneven": measured.get("even_all", 0) > UNEVEN,
        "sharp_as_page": measured.get("log_ramp", -1) >= 0,
    }
    return tuple(name for name, holds in facts.items() if holds)
