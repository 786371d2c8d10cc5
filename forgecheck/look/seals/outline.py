"""Outlines: ellipses that lie on the outer edge of a blob of ink."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from forgecheck.look.seals.ink import Mask

Points = npt.NDArray[np.float64]

GAPS = (3, 7, 15)  # px; blobs this far apart are taken as one, since frames are dashed by text, dirt and dry ink
MIN_ASPECT = 0.62  # 40 x 30 mm is the flattest seal in use, and a camera may look at it from the side
TRIALS = (64, 128)  # at 60 % good points five drawn ones are all good in 1 of 13 trials; the second lot only in doubt
CLEAR = 0.85  # of the sectors: no doubt
NEAR = 0.04  # how far, as a share of the radius, a point may lie from the curve
LONGEST = 6.0  # times as long as wide; longer is a line of text or a rule
FILL = (0.02, 0.68)  # share of ink in a blob's box; a faint frame alone, and a worn name seal
MOST_BLOBS = 16  # biggest first, for each gap: bounds the time on photographs
OVERLAPPING = 3  # outlines looked for in one blob
MOST_POINTS = 240  # of the envelope, for drawing and counting: bounds the time
SECTORS = 72  # of 5 degrees
LEAST_SUPPORT = 0.45  # of the sectors, for a blob that is whole
LEAST_PART = 0.33  # and for one at the edge; a quarter of a seal at the corner of a page is not looked for


class Ellipse(NamedTuple):
    """Centre and half axes in pixels; `angle` in degrees clockwise from the x axis to the first half axis."""

    x: float
    y: float
    a: float
    b: float
    angle: float

    @property
    def radius(self) -> float:
        """Geometric mean of the half axes."""
        return float(np.sqrt(self.a * self.b))

    @property
    def aspect(self) -> float:
        """Shorter half axis by the longer, 0..1."""
        return min(self.a, self.b) / max(self.a, self.b)

    def moved(self, right: float, down: float) -> Ellipse:
        """The same ellipse elsewhere."""
        return self._replace(x=self.x + right, y=self.y + down)

    def scaled(self, factor: float) -> Ellipse:
        """The same ellipse in a picture `factor` times larger (pixel centres at half)."""
        shift = (factor - 1) / 2
        return Ellipse(self.x * factor + shift, self.y * factor + shift, self.a * factor, self.b * factor, self.angle)

    def extent(self) -> tuple[float, float]:
        """Half width and half height of the upright box around it."""
        c, s = np.cos(np.radians(self.angle)), np.sin(np.radians(self.angle))
        return float(np.hypot(self.a * c, self.b * s)), float(np.hypot(self.a * s, self.b * c))

    def distance(self, points: Points) -> npt.NDArray[np.float64]:
        """Of each point from the curve, as a share of the radius; below 0 inside; points of shape (N, 2)."""
        c, s = np.cos(np.radians(self.angle)), np.sin(np.radians(self.angle))
        dx, dy = points[:, 0] - self.x, points[:, 1] - self.y
        return np.asarray(np.hypot((dx * c + dy * s) / self.a, (dy * c - dx * s) / self.b) - 1)


def blobs(mask: Mask, smallest: float) -> Iterator[tuple[Mask, tuple[int, int]]]:
    """Blobs of ink at least `smallest` px wide or high, as (mask, (left, top)); several gaps are tried."""
    seen: set[tuple[int, ...]] = set()
    for gap in GAPS:
        grown = cv2.dilate(mask.astype(np.uint8), np.ones((gap, gap), np.uint8))
        _, labels, stats, _ = cv2.connectedComponentsWithStats(grown, connectivity=8)
        longer, shorter = stats[1:, 2:4].max(1), stats[1:, 2:4].min(1)
        fill = np.bincount(labels[mask], minlength=len(stats))[1:] / (longer * shorter)
        shaped = (longer >= smallest) & (shorter >= smallest / 3) & (longer < LONGEST * shorter)
        large = np.flatnonzero(shaped & (fill > FILL[0]) & (fill < FILL[1])) + 1
        for label in large[np.argsort(-stats[large, 4], kind="stable")][:MOST_BLOBS]:
            left, top, width, height, _ = (int(each) for each in stats[label])
            part = (slice(top, top + height), slice(left, left + width))
            blob = mask[part] & (labels[part] == label)
            key = (left + width // 2, top + height // 2, int(np.count_nonzero(blob)))
            if key not in seen:
                seen.add(key)
                yield blob, (left, top)


def ellipses(blob: Mask, smallest: float, whole: bool) -> list[Ellipse]:
    """Ellipses that fit the outer edge of the blob, the best first; coordinates of the blob.

    Parameters
    ----------
    blob : ndarray of shape (H, W)
        True where there is ink.
    smallest : float
        Least length of the longer axis, px.
    whole : bool
        False where the blob lies at the edge of the picture and may be part of a seal.

    Notes
    -----
    Only points seen from outside are used (the first and last ink of each row and column), so that text and star
    do not count.  Five points drawn at random make an ellipse; the one with most points near it wins (RANSAC,
    Fischler and Bolles 1981, doi:10.1145/358669.358692) and is fitted again to those.
    """
    points = _envelope(blob)
    found: list[Ellipse] = []
    largest = 2.0 * max(blob.shape)
    least = SECTORS * (LEAST_SUPPORT if whole else LEAST_PART)
    for _ in range(OVERLAPPING):
        if len(points) < 20:
            break
        best = _consensus(points, smallest, largest)
        if best is None or float(_support(np.array([best]), points)[0]) < least:
            break
        found.append(best)
        points = points[np.abs(best.distance(points)) > 2 * NEAR]
    return found


def _envelope(blob: Mask) -> Points:
    """First and last ink of each row and each column, as (x, y), each once."""
    edge = np.zeros(blob.shape, bool)
    rows, columns = np.flatnonzero(blob.any(1)), np.flatnonzero(blob.any(0))
    edge[rows, blob[rows].argmax(1)] = True
    edge[rows, blob.shape[1] - 1 - blob[rows, ::-1].argmax(1)] = True
    edge[blob[:, columns].argmax(0), columns] = True
    edge[blob.shape[0] - 1 - blob[::-1, columns].argmax(0), columns] = True
    y, x = np.nonzero(edge)
    return np.column_stack([x, y]).astype(np.float64)


def _consensus(points: Points, smallest: float, largest: float) -> Ellipse | None:
    """The ellipse with most of its circumference near the points."""
    rng = np.random.default_rng(0)
    few = points if len(points) <= MOST_POINTS else points[rng.choice(len(points), MOST_POINTS, replace=False)]
    best, most = np.zeros(5), 0.0
    for trials in TRIALS:
        curves = _through(few[rng.integers(0, len(few), (trials, 5))])
        longer, shorter = curves[:, 2:4].max(1), curves[:, 2:4].min(1)
        curves = curves[(shorter >= MIN_ASPECT * longer) & (2 * longer >= smallest) & (2 * longer <= largest)]
        support = _support(curves, few)
        if len(curves) and support.max() > most:
            best, most = curves[int(support.argmax())], float(support.max())
        if most >= CLEAR * SECTORS or most < LEAST_PART * SECTORS / 2:
            break
    if most == 0:
        return None
    for _ in range(2):
        near = points[np.abs(Ellipse(*best).distance(points)) < NEAR]
        if len(near) < 8:
            break
        (x, y), (width, height), angle = cv2.fitEllipseDirect(near.astype(np.float32))
        again = np.array([x, y, width / 2, height / 2, angle])
        if min(width, height) < MIN_ASPECT * max(width, height) or not np.isfinite(again).all():
            break
        score = float(_support(again[None], few)[0])
        if score < most:
            break
        best, most = again, score
    return Ellipse(*(float(each) for each in best))


def _support(curves: Points, points: Points) -> npt.NDArray[np.float64]:
    """For each curve (rows x, y, a, b, angle): sectors with a point near it; points alone would favour large ones."""
    x, y, a, b, angle = (column[:, None] for column in curves.T)
    c, s = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    dx, dy = points[:, 0] - x, points[:, 1] - y
    u, v = (dx * c + dy * s) / a, (dy * c - dx * s) / b
    near = np.abs(np.hypot(u, v) - 1) < NEAR
    sector = ((np.arctan2(v, u) / (2 * np.pi) + 0.5) * SECTORS).astype(int) % SECTORS
    counts = np.zeros((len(curves), SECTORS))
    np.add.at(counts, (np.nonzero(near)[0], sector[near]), 1)
    return np.asarray((counts > 0).sum(1) + 0.001 * near.sum(1))


def _through(fives: Points) -> Points:
    """Ellipses through five points each: (T, 5, 2) to rows x, y, a, b, angle; other conics are left out."""
    shift = fives.mean(1, keepdims=True)
    scale = np.maximum(np.abs(fives - shift).max((1, 2)), 1e-6)
    x, y = np.moveaxis((fives - shift) / scale[:, None, None], -1, 0)
    system = np.stack([x * x, x * y, y * y, x, y], -1)
    good = np.abs(np.linalg.det(system)) > 1e-9
    conic = np.linalg.solve(system[good], np.ones((int(good.sum()), 5, 1)))[..., 0]
    p, q, r, s, t = conic.T
    det = 4 * p * r - q * q
    elliptic = det > 1e-9
    p, q, r, s, t, det = (each[elliptic] for each in (p, q, r, s, t, det))
    x0, y0 = (q * t - 2 * r * s) / det, (q * s - 2 * p * t) / det
    level = 1 - (s * x0 + t * y0) / 2
    mean, half = (p + r) / 2, np.hypot((p - r) / 2, q / 2)
    with np.errstate(invalid="ignore", divide="ignore"):
        a, b = np.sqrt(level / (mean - half)), np.sqrt(level / (mean + half))
    angle = np.degrees(np.arctan2(q, p - r) / 2) + 90  # the long axis lies where the form is smallest
    size, origin = scale[good][elliptic], shift[good][elliptic, 0]
    curves = np.column_stack([x0 * size + origin[:, 0], y0 * size + origin[:, 1], a * size, b * size, angle])
    return np.asarray(curves[np.isfinite(curves).all(1) & (curves[:, 2:4] > 0).all(1)])
