"""How a seal came onto its page: stamped on paper, laid on electronically, or pasted into a captured page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from forgecheck.evidence import Box, Origin, Page, Seal
from forgecheck.look.seals.copies import twins
from forgecheck.look.seals.origin_terms import captured_and_stamped
from forgecheck.look.seals.physics import Parts, parts, physics
from forgecheck.look.seals.physics_page import page_physics

LEAST_PX = 90  # a seal's shorter side below which only brightness can speak; strokes are then two pixels wide
SURE_INK, SURE_ELECTRONIC, SURE_PASTED = 0.75, 0.85, 0.85  # set by cross-validation on the training split
MOST_SHARE = 0.4  # of the picture that a seal may fill, or there is no page to compare it with
SURE_CAPTURED = 0.9  # for a fact that speaks for itself
ROUNDED = 3  # decimals of what is kept

LEAST_CROSSING = 150.0  # px of text that should show on the seal; fewer say nothing
HIDDEN, SHOWN = 0.4, 0.7  # share of that text which is there
BRIGHTER = 0.05  # share above the paper's brightness, where red ink hardly darkens: no ink can be
GROUND = 4.0  # of 100 in lightness, or of 8-bit a and b: the ground in the box differs from the paper around
SHARPER = -0.08  # log of the width of edges, seal by text
SMOOTHER = -0.25  # log of the noise, ink by paper
SMOOTH_PAPER = 0.6  # grey levels of noise; smoother paper has nothing to compare with
UNEVEN = 0.03  # spread of the ink's density


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
    captured, stamped = captured_and_stamped(measured)
    measured |= {"captured": captured, "stamped": stamped}
    kept = {name: round(float(value), ROUNDED) for name, value in sorted(measured.items())}
    return How(*decide(measured, box), kept)


def decide(measured: Mapping[str, float], box: Box) -> tuple[Origin, tuple[str, ...]]:
    """Origin and reasons from the numbers; `captured` and `stamped` are probabilities among them."""
    captured, stamped = measured["captured"], measured["stamped"]
    foreign = _foreign(measured)
    if captured >= SURE_CAPTURED and "brighter_than_paper" in foreign:
        return "pasted", foreign
    if min(box.width, box.height) < LEAST_PX:
        return "unclear", ("too_small",)
    if 1 - captured >= SURE_ELECTRONIC:
        return "electronic", ("page_was_never_paper",)
    if captured * stamped >= SURE_INK:
        return "ink", _natural(measured)
    if captured * (1 - stamped) >= SURE_PASTED and foreign:
        return "pasted", foreign
    return "unclear", ("page_may_be_digital",) if captured < SURE_INK else ("too_close_to_tell",)


def _foreign(measured: Mapping[str, float]) -> tuple[str, ...]:
    """What does not fit a stamp on captured paper."""
    facts = {
        "hides_text": measured.get("expected_px", 0) >= LEAST_CROSSING and measured.get("shown", 1) < HIDDEN,
        "brighter_than_paper": measured.get("brighter", 0) > BRIGHTER,
        "other_ground": measured.get("box_step", 0) > GROUND or measured.get("box_tint", 0) > 2 * GROUND,
        "sharper_than_text": measured.get("log_ramp", 0) < SHARPER,
        "smoother_than_page": measured.get("log_noise_dark", 0) < SMOOTHER
        and measured.get("paper_noise", 0) > SMOOTH_PAPER,
        "even": measured.get("even_all", 1) < UNEVEN,
    }
    return tuple(name for name, holds in facts.items() if holds)


def _natural(measured: Mapping[str, float]) -> tuple[str, ...]:
    """What fits a stamp."""
    facts = {
        "text_shows": measured.get("expected_px", 0) >= LEAST_CROSSING and measured.get("shown", 0) > SHOWN,
        "uneven": measured.get("even_all", 0) > UNEVEN,
        "sharp_as_page": measured.get("log_ramp", -1) >= 0,
    }
    return tuple(name for name, holds in facts.items() if holds)
