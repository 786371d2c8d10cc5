"""From a box that holds a seal to its ink and its outline, in any colour."""

from __future__ import annotations

import cv2
import numpy as np

from forgecheck.evidence import Box
from forgecheck.look.seals.ink import Colour, Inks, Plane
from forgecheck.look.seals.outline import Ellipse, Points
from forgecheck.look.seals.ring import unroll

COLOURED = 0.02  # share of a box that red or blue ink covers where the seal is of that colour (assumed)
SOLID = 0.5  # share from which it is a field of colour, and its edge no black frame (assumed)
TRACK = np.array([0.84, 0.9, 0.96, 1.0, 1.04, 1.1, 1.16], np.float32)  # rows across the frame, shares of the radius
ANGLES = np.arange(0, 360, 5, dtype=np.float32)
STEPS = (0.08, 0.04, 0.02, 0.01)  # of the box's side: how far centre and axes are moved in search of the frame
SIDE = 160.0  # px to which a box is brought before the search
EDGE = 2  # px from the picture's edge within which a box counts as cut
LEAST_ASPECT = 0.62  # as in outline.py
FULL = 0.6  # of the strongest ink: above it a pixel counts fully
HALF = 0.35  # of the strongest ink: where the frame's edge is drawn
REACHES = (0.1, 0.05)  # of the radius: how far inwards and outwards the frame's edge is looked for
STEPS_ACROSS = 33  # along each ray
LEAST_RAYS = 24


def colours(inks: Inks, box: Box) -> list[Colour]:
    """The inks that may have made what stands in this box, the likeliest first; black last."""
    part = (slice(box.top, box.bottom), slice(box.left, box.right))
    share, colour = max((float((plane[part] > inks.level).mean()), name) for name, plane in inks.chroma.items())
    found: list[Colour] = [colour] if share > COLOURED else []
    return found if share > SOLID else [*found, "black"]


def darkness(light: Plane) -> Plane:
    """How much darker than the paper around it a pixel is, CIELAB units 0..100; on a dark page how much brighter."""
    window = max(round(0.5 * min(light.shape)) | 1, 3)
    size = (max(light.shape[1] // 4, 1), max(light.shape[0] // 4, 1))
    small = cv2.resize(light, size, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(np.clip(small * 2.55, 0, 255).astype(np.uint8), min(max(window // 4 | 1, 3), 255)) / 2.55
    ground = cv2.resize(paper.astype(np.float32), (light.shape[1], light.shape[0]), interpolation=cv2.INTER_LINEAR)
    bright = float(np.median(ground)) < 45
    return np.asarray(np.clip(light - ground if bright else ground - light, 0, None), np.float32)


def fitted(plane: Plane, box: Box) -> tuple[Ellipse, float]:
    """The upright ellipse near the box whose line holds most ink, and how well it does, 0..1.

    Parameters
    ----------
    plane : ndarray of shape (H, W)
        Ink, 0 on paper.
    box : Box
        Around what is seen of the seal; at an edge of the picture the rest lies beyond.
    """
    height, width = plane.shape
    top = _top(plane, box)
    if top <= 0:
        return _start(box, width, height)[0], 0.0
    factor = min(SIDE / max(box.width, box.height), 1.0)
    small = cv2.resize(np.clip(plane / (FULL * top), 0, 1), None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    best, most = Ellipse(0, 0, 1, 1, 0), -1.0
    for start in _start(box, width, height):
        found, score = _climb(small, start.scaled(factor))
        if score > most:
            best, most = found, score
    return best.scaled(1 / factor), most


def _start(box: Box, width: int, height: int) -> list[Ellipse]:
    """Where to begin: the box's own ellipse, and circles that reach beyond the edges it touches."""
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    starts = [Ellipse(x, y, box.width / 2, box.height / 2, 0.0)]
    radius = max(box.width, box.height) / 2
    if box.left <= EDGE or box.right >= width - EDGE:
        starts.append(Ellipse(box.right - radius if box.left <= EDGE else box.left + radius, y, radius, radius, 0.0))
    if box.top <= EDGE or box.bottom >= height - EDGE:
        starts.append(Ellipse(x, box.bottom - radius if box.top <= EDGE else box.top + radius, radius, radius, 0.0))
    return starts


def _climb(plane: Plane, ellipse: Ellipse) -> tuple[Ellipse, float]:
    best, most = ellipse, _line(plane, ellipse)
    unit = 2 * ellipse.radius
    for step in STEPS:
        moved = True
        rounds = 0
        while moved and rounds < 4:
            moved, rounds = False, rounds + 1
            for change in _changes(step * unit):
                tried = Ellipse(best.x + change[0], best.y + change[1], best.a + change[2], best.b + change[3], 0.0)
                if min(tried.a, tried.b) < LEAST_ASPECT * max(tried.a, tried.b):
                    continue
                score = _line(plane, tried)
                if score > most + 1e-4:
                    best, most, moved = tried, score, True
    return best, most


def _changes(step: float) -> tuple[tuple[float, float, float, float], ...]:
    """Ways to move: shift, grow, and move one side only."""
    half = step / 2
    return tuple(
        (sign * dx, sign * dy, sign * da, sign * db)
        for sign in (1, -1)
        for dx, dy, da, db in (
            (step, 0, 0, 0),
            (0, step, 0, 0),
            (0, 0, half, half),
            (half, 0, half, 0),
            (-half, 0, half, 0),
            (0, half, 0, half),
            (0, -half, 0, half),
        )
    )


def line(plane: Plane, ellipse: Ellipse, box: Box) -> float:
    """How much more ink lies on the outline than beside it, 0..1; ink is measured by that in the box."""
    top = _top(plane, box)
    return _line(np.clip(plane / (FULL * top), 0, 1), ellipse) if top > 0 else 0.0


def polished(plane: Plane, ellipse: Ellipse, box: Box) -> Ellipse:
    """The ellipse on the outer edge of the frame near this one, turned as it is; the same where too little shows.

    Notes
    -----
    Along 72 rays the outermost fall from ink to paper is looked for; an ellipse is fitted to these points, and again
    to those that lie near it.
    """
    top = _top(plane, box)
    if top <= 0:
        return ellipse
    for reach in REACHES:
        rows = np.linspace(1 + reach, 1 - reach, STEPS_ACROSS, dtype=np.float32)
        strip = unroll(plane, ellipse, rows, ANGLES)
        inked = (strip > HALF * top) & (strip >= 0)
        seen = inked.any(0) & (inked.argmax(0) > 0)
        if np.count_nonzero(seen) < LEAST_RAYS:
            return ellipse
        points = _points(ellipse, rows[inked.argmax(0)][seen], ANGLES[seen])
        best = ellipse
        for near in (reach, reach / 3):
            kept = points[np.abs(best.distance(points)) <= near]
            if len(kept) < LEAST_RAYS:
                return ellipse
            (x, y), (width, height), angle = cv2.fitEllipseDirect(kept.astype(np.float32))
            best = Ellipse(x, y, width / 2, height / 2, angle)
            if not np.isfinite(best).all() or best.aspect < LEAST_ASPECT or best.radius > 2 * ellipse.radius:
                return ellipse
        ellipse = best
    return ellipse


def _points(ellipse: Ellipse, radii: Plane, angles: Plane) -> Points:
    """Points on these rays, (N, 2)."""
    turn = np.radians(ellipse.angle)
    theta = np.radians(angles) - turn
    u, v = radii * ellipse.a * np.cos(theta), radii * ellipse.b * np.sin(theta)
    return np.column_stack(
        [ellipse.x + u * np.cos(turn) - v * np.sin(turn), ellipse.y + u * np.sin(turn) + v * np.cos(turn)]
    ).astype(np.float64)


def _top(plane: Plane, box: Box) -> float:
    """What full ink is in this box."""
    inked = plane[max(box.top, 0) : max(box.bottom, 0), max(box.left, 0) : max(box.right, 0)]
    return float(np.percentile(inked, 97)) if inked.size else 0.0


def _line(plane: Plane, ellipse: Ellipse) -> float:
    """How much more ink lies on the ellipse than beside it, 0..1, over the angles that are on the picture."""
    strip = unroll(plane, ellipse, TRACK, ANGLES)
    there = (strip >= 0).all(0)
    if there.sum() < len(ANGLES) / 5:
        return 0.0
    strip = np.clip(strip[:, there], 0, 1)
    on = strip[2:5].max(0)
    beside = np.minimum(on, 0.5 * (strip[0:2].min(0) + strip[5:7].min(0)) + 0.25 * strip[5:7].max(0))
    return float((on - beside).mean())
