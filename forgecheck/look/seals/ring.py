"""Is this outline a seal's frame?  Looked at as a strip: angle along, radius across."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import cv2
import numpy as np
import numpy.typing as npt

from forgecheck.look.seals.ink import FAINT_CHROMA, Colour, Inks, Plane
from forgecheck.look.seals.outline import Ellipse

ANGLES = 180  # columns of the strip, 2 degrees each
BEYOND = -1.0  # marks what lies beyond the picture
LINE = 0.35  # of the usual chroma of this ink: a thin line has less than the star, shrinking mixes it with paper
RADII = np.linspace(0.02, 1.2, 60)  # rows, as shares of the radius


@dataclass(frozen=True, slots=True)
class RingFacts:
    """What the strip shows; all 0..1."""

    visible: float
    """Share of the circumference that lies on the picture."""
    frame: float
    """Share of the visible circumference with ink on the outline."""
    outside: float
    """Ink just outside the outline."""
    inside: float
    """Ink inside the frame."""
    letters: float
    """Share of the sectors whose text band holds some ink, but is not full of it."""
    strokes: float
    """Changes between ink and paper along the text band, 1 for 60 or more."""
    foreign: float
    """Other colours inside."""
    step: float
    """Difference of lightness between the ground inside and outside, 1 for black on white."""


def unroll(plane: Plane, ellipse: Ellipse, radii: Plane, angles: Plane) -> Plane:
    """The ring as a strip.

    Parameters
    ----------
    plane : ndarray of shape (H, W)
    ellipse : Ellipse
        It is made a circle first, without turning it.
    radii, angles : ndarrays of shape (M,) and (N,)
        Shares of the radius for the rows; degrees clockwise from the x axis for the columns.

    Returns
    -------
    ndarray of shape (M, N)
        -1 beyond the picture.
    """
    turn = np.radians(ellipse.angle)
    c, s = np.cos(turn), np.sin(turn)
    theta = np.radians(angles) - turn
    u, v = ellipse.a * np.cos(theta), ellipse.b * np.sin(theta)
    x = ellipse.x + np.outer(radii, u * c - v * s)
    y = ellipse.y + np.outer(radii, u * s + v * c)
    maps = x.astype(np.float32), y.astype(np.float32)
    return cast(Plane, cv2.remap(plane, *maps, cv2.INTER_LINEAR, borderValue=BEYOND))


def ring_facts(inks: Inks, colour: Colour, ellipse: Ellipse) -> RingFacts:
    """Measure the strip of this outline."""
    angles = np.arange(ANGLES, dtype=np.float32) * (360 / ANGLES)
    radii = RADII.astype(np.float32)
    own = unroll(inks.chroma[colour], ellipse, radii, angles)
    light = unroll(inks.light, ellipse, radii, angles)
    there = light >= 0
    foreign = unroll(inks.foreign.astype(np.float32), ellipse, radii, angles) > 0.5
    coloured = own[own > FAINT_CHROMA]
    level = max(FAINT_CHROMA, LINE * float(np.median(coloured))) if len(coloured) else FAINT_CHROMA
    ink = own > level
    on = (radii > 0.93) & (radii < 1.05)
    seen = np.asarray(there[on].any(0))
    if seen.sum() < ANGLES / 4:
        return RingFacts(float(seen.mean()), 0, 0, 0, 0, 0, 0, 0)
    frame = np.asarray(ink[on].any(0))[seen].mean()
    beyond, inner, band = radii > 1.08, radii < 0.92, (radii > 0.52) & (radii < 0.9)
    weight = (radii[:, None] * there).astype(np.float32)
    outside = _share(ink[beyond], weight[beyond])
    inside = _share(ink[inner], weight[inner])
    text = ink[band].reshape(int(band.sum()), 36, -1)
    fill = text.mean((0, 2))
    changes = (ink[band][:, 1:] != ink[band][:, :-1]).sum(1)
    ground = ~ink & there
    paper = [float(np.median(light[rows][ground[rows]])) if ground[rows].any() else 0.0 for rows in (inner, beyond)]
    return RingFacts(
        float(seen.mean()),
        float(frame),
        outside,
        inside,
        float(((fill > 0.06) & (fill < 0.85)).mean()),
        min(float(np.median(changes)) / 60, 1.0),
        _share(foreign[inner], weight[inner]),
        abs(paper[0] - paper[1]) / 100,
    )


def ring_score(facts: RingFacts) -> float:
    """How much these facts look like a seal, 0..1: the product of how well each fits (bounds assumed)."""
    return (
        _rise(facts.visible, 0.3, 0.4)
        * _rise(facts.frame - 2 * facts.outside, 0.5, 0.66)
        * _fall(facts.outside, 0.12, 0.24)
        * _rise(facts.inside, 0.015, 0.04)
        * _fall(facts.inside, 0.55, 0.66)
        * _rise(facts.letters, 0.08, 0.2)
        * _rise(facts.strokes, 0.05, 0.12)
        * _fall(facts.foreign, 0.08, 0.2)
        * _fall(facts.step, 0.12, 0.25)
    )


def _rise(value: float, low: float, high: float) -> float:
    return min(max((value - low) / (high - low), 0.0), 1.0)


def _fall(value: float, low: float, high: float) -> float:
    return 1.0 - _rise(value, low, high)


def _share(mask: npt.NDArray[np.bool_], weight: npt.NDArray[np.float32]) -> float:
    total = float(weight.sum())
    return float((mask * weight).sum()) / total if total else 0.0
