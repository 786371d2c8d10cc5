"""What happens to a page before somebody gets it: scan, camera, screen photo, resizing, cropping, framing.

Each step takes a scene and random numbers and returns a scene; mask and places of the text go along.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import cv2
import numpy as np

from .scene import Box, Colour, Floats, Matrix, Pixels, Rng, Scene, pick


def warped(scene: Scene, matrix: Matrix, size: tuple[int, int], border: Colour, kind: int = cv2.INTER_LINEAR) -> Scene:
    """The scene seen through a homography; `size` is (width, height)."""
    image = cv2.warpPerspective(
        scene.image, matrix, size, flags=kind, borderMode=cv2.BORDER_CONSTANT, borderValue=border
    )
    if scene.mask.any():
        mask = cast(Pixels, cv2.warpPerspective(scene.mask, matrix, size, flags=cv2.INTER_NEAREST))
    else:
        mask = np.zeros((size[1], size[0]), np.uint8)
    return replace(scene, image=cast(Pixels, image), mask=mask, matrix=matrix @ scene.matrix, data=None, format="")


def ground_of(image: Pixels) -> Colour:
    """The commonest colour along the edge."""
    edge = np.concatenate((image[0], image[-1], image[:, 0], image[:, -1]))
    return cast(Colour, tuple(int(each) for each in np.median(edge, axis=0)))


def field(rng: Rng, width: int, height: int, cells: int, amount: float) -> Floats:
    """A smooth field around 1, (H, W)."""
    coarse = rng.normal(1, amount, (cells, cells)).astype(np.float32)
    return cast(Floats, cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC))


def grain(rng: Rng, width: int, height: int, sigma: float) -> Floats:
    """Normal noise, (H, W)."""
    out = np.empty((height, width), np.float32)
    cv2.setRNGSeed(int(rng.integers(1 << 30)))  # of this thread only; twice as fast as numpy's
    cv2.randn(out, 0, sigma)
    return out


def coarse_grain(rng: Rng, width: int, height: int, sigma: float) -> Floats:
    """Noise with grains of two pixels, (H, W)."""
    small = grain(rng, width // 2 + 1, height // 2 + 1, sigma)
    return cast(Floats, cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR))


def exposed(
    image: Pixels, light: Floats, gains: Sequence[float], lift: float, rng: Rng, sigma: float, chroma: float
) -> Pixels:
    """Light times colour plus the sensor's noise: mostly in brightness, coarse in colour.

    Parameters
    ----------
    light
        (H, W), a factor.
    gains
        A factor for each colour.
    lift
        Grey levels that black becomes.
    """
    high, wide = image.shape[:2]
    luma = grain(rng, wide, high, sigma)
    planes = []
    for plane, gain in zip(cv2.split(image), gains, strict=True):
        lit = cv2.multiply(plane, light, scale=gain * (255 - lift) / 255, dtype=cv2.CV_32F)
        cv2.add(lit, luma, lit)
        if chroma:
            cv2.add(lit, coarse_grain(rng, wide, high, sigma * chroma), lit)
        planes.append(cv2.add(lit, lift, dtype=cv2.CV_8U))  # rounds and keeps to 0..255
    return cast(Pixels, cv2.merge(planes))


def scan(scene: Scene, rng: Rng) -> Scene:
    """A flatbed or a document feeder: a little skew, the glass, the paper, the lamp."""
    angle = float(np.clip(rng.normal(0, 0.5), -1.5, 1.5))
    centre = (scene.width / 2, scene.height / 2)
    turn = np.vstack((cv2.getRotationMatrix2D(centre, angle, 1.0), (0, 0, 1)))
    turn[:2, 2] += rng.uniform(-1, 1, 2)
    turned = warped(scene, turn, (scene.width, scene.height), ground_of(scene.image))
    image = cast(Pixels, cv2.GaussianBlur(turned.image, (0, 0), float(rng.uniform(0.5, 1.1))))
    paper = field(rng, scene.width, scene.height, 6, 0.008)
    cv2.add(paper, coarse_grain(rng, scene.width, scene.height, float(rng.uniform(0.002, 0.009))), paper)
    level = rng.uniform(0.93, 1.0)
    gains = level * np.array([1, rng.uniform(0.985, 1), rng.uniform(0.95, 1)])
    sigma, chroma = float(rng.uniform(1, 4)), float(rng.uniform(0, 0.6)) if rng.random() < 0.7 else 0.0
    image = exposed(image, paper, [float(each) for each in gains], float(rng.uniform(0, 35)), rng, sigma, chroma)
    way = rng.random()
    if way < 0.3:
        image = _whitened(image, rng)
    elif way < 0.5:
        image = cast(Pixels, cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB))
    return turned.with_image(image, turned.mask)


def _whitened(image: Pixels, rng: Rng) -> Pixels:
    """As scanner apps do: the paper becomes white, the ink blacker."""
    small = cv2.resize(image, None, fx=1 / 16, fy=1 / 16, interpolation=cv2.INTER_AREA)
    lit = cv2.GaussianBlur(cv2.dilate(small, np.ones((5, 5))), (0, 0), 4)
    ground = cv2.max(cv2.resize(lit, (image.shape[1], image.shape[0]), interpolation=cv2.INTER_LINEAR), 30)
    steep = float(rng.uniform(265, 330))
    flat = cv2.divide(image, ground, scale=steep, dtype=cv2.CV_32F)
    return cast(Pixels, cv2.add(flat, (135 - steep / 2,) * 4, dtype=cv2.CV_8U))


def _tilted(scene: Scene, rng: Rng, reach: float, border: Colour) -> Scene:
    wide, high = scene.width, scene.height
    corners = np.array([(0, 0), (wide, 0), (wide, high), (0, high)], np.float32)
    moved = corners + rng.uniform(-reach, reach, (4, 2)).astype(np.float32) * np.float32(wide)
    moved += (corners - (wide / 2, high / 2)).astype(np.float32) * np.float32(rng.uniform(-0.05, 0.03))
    matrix = cv2.getPerspectiveTransform(corners, moved.astype(np.float32)).astype(np.float64)
    return warped(scene, matrix, (wide, high), border)


def camera(scene: Scene, rng: Rng) -> Scene:
    """A phone photographs the paper on a table."""
    table = cast(Colour, tuple(int(each) for each in rng.integers(30, 170, 3)))
    tilted = _tilted(scene, rng, 0.025, table)
    image = cast(Pixels, cv2.GaussianBlur(tilted.image, (0, 0), float(rng.uniform(0.5, 1.3))))
    light = field(rng, scene.width, scene.height, 3, float(rng.uniform(0.03, 0.12)))
    gains = rng.uniform(0.72, 0.98) * rng.uniform(0.94, 1.02, 3)
    image = exposed(
        image, light, [float(each) for each in gains], float(rng.uniform(0, 12)), rng, float(rng.uniform(1.5, 5)), 0.7
    )
    if rng.random() < 0.5:
        strength = float(rng.uniform(0.3, 0.9))
        image = cast(Pixels, cv2.addWeighted(image, 1 + strength, cv2.GaussianBlur(image, (0, 0), 1.2), -strength, 0))
    return tilted.with_image(image, tilted.mask)


def screen(scene: Scene, rng: Rng) -> Scene:
    """A camera photographs a screen: its pixel grid beats against the sensor's."""
    tilted = _tilted(scene, rng, 0.015, (12, 12, 14))
    wide, high = scene.width, scene.height
    image = cast(Pixels, cv2.GaussianBlur(tilted.image, (0, 0), float(rng.uniform(0.5, 1.0))))
    curve = 255 * (np.arange(256) / 255) ** rng.uniform(0.85, 1.2)
    image = cast(Pixels, cv2.LUT(image, np.rint(curve).astype(np.uint8)))
    angle, beat = rng.uniform(0, np.pi), rng.uniform(0.004, 0.09)
    half = (wide // 2 + 1, high // 2 + 1)  # the beat is slow: half the resolution shows it
    x, y = np.arange(half[0], dtype=np.float32) * 2, np.arange(half[1], dtype=np.float32) * 2
    phase = (
        np.float32(2 * np.pi * beat * np.cos(angle)) * x[None]
        + np.float32(2 * np.pi * beat * np.sin(angle)) * y[:, None]
    )
    phase += field(rng, *half, 3, 0.5) * np.float32(rng.uniform(1, 8))
    depth = float(rng.uniform(0.01, 0.06))
    lines = 1 - rng.uniform(0, 0.03) * (1 + np.sin(2 * np.pi * np.arange(high) / rng.uniform(2.1, 3.7)))
    light = field(rng, wide, high, 3, 0.04) * lines[:, None].astype(np.float32)
    planes = []
    for channel, plane in enumerate(cv2.split(image)):
        waves = 1 - np.float32(depth) * (1 + np.sin(phase + np.float32(2.1 * channel)))
        planes.append(cv2.multiply(plane, cv2.resize(waves, (wide, high)), dtype=cv2.CV_8U))
    gains = [float(rng.uniform(0.85, 1))] * 3
    image = exposed(cast(Pixels, cv2.merge(planes)), light, gains, 0.0, rng, float(rng.uniform(1, 4)), 0.7)
    return tilted.with_image(image, tilted.mask)


def resize(scene: Scene, rng: Rng, low: float = 0.5, high: float = 1.5) -> Scene:
    """Other dimensions, by one of the usual filters."""
    return scaled(
        scene,
        float(rng.uniform(low, high)),
        pick(rng, (cv2.INTER_AREA, cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_LANCZOS4)),
    )


def scaled(scene: Scene, factor: float, kind: int = cv2.INTER_AREA) -> Scene:
    """The scene times a factor."""
    size = (max(round(scene.width * factor), 16), max(round(scene.height * factor), 16))
    ratio = np.array([[size[0] / scene.width, 0, 0], [0, size[1] / scene.height, 0], [0, 0, 1.0]])
    image = cast(Pixels, cv2.resize(scene.image, size, interpolation=kind))
    mask = cast(Pixels, cv2.resize(scene.mask, size, interpolation=cv2.INTER_NEAREST))
    return replace(scene, image=image, mask=mask, matrix=ratio @ scene.matrix, data=None, format="")


def crop(scene: Scene, rng: Rng) -> Scene:
    """Cut a little off each side: the JPEG grid starts elsewhere."""
    reach = int(pick(rng, (8, 8, 24, 80)))
    left, top, right, bottom = (int(each) for each in rng.integers(0, reach, 4))
    if scene.width < 4 * reach or scene.height < 4 * reach:
        left, top, right, bottom = left % 8, top % 8, right % 8, bottom % 8
    return scene.cut(Box(left, top, scene.width - right, scene.height - bottom))


def frame(scene: Scene, rng: Rng) -> Scene:
    """The picture opened in a viewer, and that view taken as a screenshot."""
    small = scaled(scene, float(pick(rng, (0.667, 0.75, 0.8, 0.9, 1.0))), pick(rng, (cv2.INTER_AREA, cv2.INTER_LINEAR)))
    side = int(pick(rng, (0, 0, 12, 40)))
    above, below = int(rng.integers(40, 220)), int(rng.integers(20, 260))
    ground = pick(rng, ((0, 0, 0), (255, 255, 255), (24, 24, 24), (245, 245, 245)))
    view = np.empty((small.height + above + below, small.width + 2 * side, 3), np.uint8)
    view[:] = ground
    view[above : above + small.height, side : side + small.width] = small.image
    mask = np.zeros(view.shape[:2], np.uint8)
    mask[above : above + small.height, side : side + small.width] = small.mask
    shift = np.array([[1.0, 0, side], [0, 1, above], [0, 0, 1]])
    return replace(small, image=view, mask=mask, matrix=shift @ small.matrix)


def stitch(scene: Scene, rng: Rng) -> Scene:
    """Two screenshots joined to a long one; what stood between them is gone or stands twice."""
    seam = int(rng.uniform(0.35, 0.65) * scene.height)
    gap = int(rng.integers(-0.12 * scene.height, 0.12 * scene.height))
    second = seam + gap
    runs = []
    for run in scene.runs:
        if run.y + 0.2 * run.size < seam:
            runs.append(run)
        if run.y - run.size > second:
            runs.append(replace(run, y=run.y - gap))
    image = np.concatenate((scene.image[:seam], scene.image[second:]))
    mask = np.concatenate((scene.mask[:seam], scene.mask[second:]))
    seals = tuple(box for box in scene.seals if box.bottom < seam)
    return replace(scene, image=image, mask=mask, runs=tuple(runs), seals=seals, data=None, format="")
