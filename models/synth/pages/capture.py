"""What happens to a page before somebody gets it: scan, camera, screen photo, resizing, cropping, framing.

Each step takes a scene and random numbers and returns a scene; mask and places of the text go along.
"""

from __future__ import annotations

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


def bytes_of(image: Floats) -> Pixels:
    """Rounded to 8 bits, in place."""
    np.rint(image, out=image)
    np.clip(image, 0, 255, out=image)
    return image.astype(np.uint8)


def field(rng: Rng, width: int, height: int, cells: int, amount: float) -> Floats:
    """A smooth field around 1, (H, W)."""
    coarse = rng.normal(1, amount, (cells, cells)).astype(np.float32)
    return cast(Floats, cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC))


def noisy(image: Floats, rng: Rng, sigma: float, chroma: float = 0.4) -> Floats:
    """Noise of the sensor: mostly in brightness, some coarse one in colour; in place."""
    high, wide = image.shape[:2]
    luma = rng.standard_normal((high, wide), np.float32)
    image += sigma * luma[..., None]
    if chroma:
        coarse = rng.standard_normal((high // 2 + 1, wide // 2 + 1, 3), np.float32) * np.float32(sigma * chroma)
        image += cv2.resize(coarse, (wide, high), interpolation=cv2.INTER_LINEAR)
    return image


def scan(scene: Scene, rng: Rng) -> Scene:
    """A flatbed or a document feeder: a little skew, the glass, the paper, the lamp."""
    angle = float(np.clip(rng.normal(0, 0.5), -1.5, 1.5))
    centre = (scene.width / 2, scene.height / 2)
    turn = np.vstack((cv2.getRotationMatrix2D(centre, angle, 1.0), (0, 0, 1)))
    turn[:2, 2] += rng.uniform(-1, 1, 2)
    turned = warped(scene, turn, (scene.width, scene.height), ground_of(scene.image))
    image = cv2.GaussianBlur(turned.image, (0, 0), float(rng.uniform(0.5, 1.1))).astype(np.float32)
    paper = field(rng, scene.width, scene.height, 6, 0.008)
    fibre = rng.standard_normal((scene.height // 2 + 1, scene.width // 2 + 1), np.float32) * np.float32(
        rng.uniform(0.002, 0.009)
    )
    paper += cv2.resize(fibre, (scene.width, scene.height), interpolation=cv2.INTER_LINEAR)
    level = rng.uniform(0.93, 1.0)
    tint = np.array([1, rng.uniform(0.985, 1), rng.uniform(0.95, 1)], np.float32) * np.float32(level)
    black = float(rng.uniform(0, 35))
    image = black + image * ((255 - black) / 255)
    image *= paper[..., None] * tint
    noisy(image, rng, float(rng.uniform(1, 4)), float(rng.uniform(0, 0.6)))
    way = rng.random()
    if way < 0.3:
        image = _whitened(image, rng)
    out = bytes_of(image)
    if 0.3 < way < 0.5:
        out = np.repeat(cv2.cvtColor(out, cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2)
    return turned.with_image(out, turned.mask)


def _whitened(image: Floats, rng: Rng) -> Floats:
    """As scanner apps do: the paper becomes white, the ink blacker."""
    small = cv2.resize(image, None, fx=1 / 16, fy=1 / 16, interpolation=cv2.INTER_AREA)
    lit = cv2.dilate(small, np.ones((5, 5)))
    lit = cv2.GaussianBlur(lit, (0, 0), 4)
    ground = cv2.resize(lit, (image.shape[1], image.shape[0]), interpolation=cv2.INTER_LINEAR)
    flat = image / np.maximum(ground, 30)
    return cast(Floats, (flat - 0.5) * np.float32(rng.uniform(265, 330)) + 135)


def _tilted(scene: Scene, rng: Rng, reach: float, border: Colour) -> Scene:
    wide, high = scene.width, scene.height
    corners = np.array([(0, 0), (wide, 0), (wide, high), (0, high)], np.float32)
    moved = corners + rng.uniform(-reach, reach, (4, 2)).astype(np.float32) * np.float32(wide)
    moved += (corners - (wide / 2, high / 2)).astype(np.float32) * np.float32(rng.uniform(-0.05, 0.03))
    return warped(scene, cv2.getPerspectiveTransform(corners, moved).astype(np.float64), (wide, high), border)


def camera(scene: Scene, rng: Rng) -> Scene:
    """A phone photographs the paper on a table."""
    table = cast(Colour, tuple(int(each) for each in rng.integers(30, 170, 3)))
    tilted = _tilted(scene, rng, 0.025, table)
    image = cv2.GaussianBlur(tilted.image, (0, 0), float(rng.uniform(0.5, 1.3))).astype(np.float32)
    light = field(rng, scene.width, scene.height, 3, float(rng.uniform(0.03, 0.12))) * np.float32(
        rng.uniform(0.72, 0.98)
    )
    image *= light[..., None] * rng.uniform(0.94, 1.02, 3).astype(np.float32)
    noisy(image, rng, float(rng.uniform(1.5, 5)), 0.7)
    if rng.random() < 0.5:
        soft = cv2.GaussianBlur(image, (0, 0), 1.2)
        image += np.float32(rng.uniform(0.3, 0.9)) * (image - soft)
    return tilted.with_image(bytes_of(image), tilted.mask)


def screen(scene: Scene, rng: Rng) -> Scene:
    """A camera photographs a screen: its pixel grid beats against the sensor's."""
    tilted = _tilted(scene, rng, 0.015, (12, 12, 14))
    wide, high = scene.width, scene.height
    image = cv2.GaussianBlur(tilted.image, (0, 0), float(rng.uniform(0.5, 1.0))).astype(np.float32)
    angle, beat = rng.uniform(0, np.pi), rng.uniform(0.004, 0.09)
    x, y = np.arange(wide, dtype=np.float32), np.arange(high, dtype=np.float32)
    bend = field(rng, wide, high, 3, 0.5) * np.float32(rng.uniform(1, 8))
    phase = (
        np.float32(2 * np.pi * beat) * (np.cos(angle) * x[None] + np.sin(angle) * y[:, None]).astype(np.float32) + bend
    )
    depth = float(rng.uniform(0.01, 0.06))
    for channel in range(3):
        image[..., channel] *= 1 - np.float32(depth) * (1 + np.sin(phase + np.float32(2.1 * channel)))
    lines = 1 - np.float32(rng.uniform(0, 0.03)) * (1 + np.sin(2 * np.pi * y / np.float32(rng.uniform(2.1, 3.7))))
    image *= lines[:, None, None]
    image = 255 * np.power(np.clip(image, 0, 255) / 255, np.float32(rng.uniform(0.85, 1.2)))
    image *= field(rng, wide, high, 3, 0.04)[..., None] * np.float32(rng.uniform(0.85, 1))
    noisy(image, rng, float(rng.uniform(1, 4)), 0.7)
    return tilted.with_image(bytes_of(image), tilted.mask)


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
