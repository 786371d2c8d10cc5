"""What forgers do with pixels: choose a place, erase, blend, and keep account of it in the mask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, cast

import cv2
import numpy as np

from .fonts import Split
from .raster import Rasteriser
from .scene import TEXT, Box, Colour, Floats, Pixels, Rng, Role, Run, Scene, pick

Blend = Literal["none", "feather", "gauss", "poisson", "match"]
BLENDS: tuple[Blend, ...] = ("none", "none", "feather", "gauss", "poisson", "match")
Erase = Literal["constant", "rows", "telea", "ns", "clone", "grain"]
ERASES: tuple[Erase, ...] = ("constant", "constant", "rows", "telea", "ns", "clone", "grain")
LIKELY: tuple[Role, ...] = ("amount", "date", "number", "name")


@dataclass(frozen=True)
class Shop:
    """What an attack may use beside the scene itself."""

    split: Split
    rasteriser: Rasteriser
    optics: bool
    """Whether a scanner or a camera stood between the author and the forger."""
    donor: Callable[[], Scene | None]
    """Another page of the same kind, at the same stage of its way."""


@dataclass(frozen=True)
class Target:
    """Characters first..last-1 of a run, and where they stand."""

    run: Run
    first: int
    last: int
    box: Box

    @property
    def text(self) -> str:
        """What stands there."""
        return self.run.text[self.first : self.last]


def target(scene: Scene, rng: Rng, least: int = 1, most: int = 6, only: tuple[Role, ...] = ()) -> Target | None:
    """A place that is worth a forger's work: sums, dates, numbers and names first."""
    for attempt in range(16):
        wanted = only or (LIKELY if attempt < 8 and rng.random() < 0.75 else ())
        runs = [run for run in scene.runs if len(run.text) >= least and (not wanted or run.role in wanted)]
        if not runs:
            continue
        run = pick(rng, runs)
        count = int(rng.integers(least, min(most, len(run.text)) + 1))
        first = int(rng.integers(0, len(run.text) - count + 1))
        box = scene.span(run, first, first + count)
        blank = not run.text[first : first + count].strip(" 　，。、：；.,:-")
        if not blank and box.height >= 8 and box.grown(3).within(scene.width, scene.height):
            return Target(run, first, first + count, box)
    return None


def marked(scene: Scene, image: Pixels, box: Box, label: int = TEXT) -> Scene:
    """The scene with another picture, the box marked as what was done."""
    mask = scene.mask.copy()
    mask[box.slices] = label
    return scene.with_image(image, mask)


def ring(image: Pixels, box: Box, reach: int = 3) -> Pixels:
    """The pixels just around a box, (N, 3)."""
    outer = Box(
        max(box.left - reach, 0),
        max(box.top - reach, 0),
        min(box.right + reach, image.shape[1]),
        min(box.bottom + reach, image.shape[0]),
    )
    parts = (
        image[outer.top : box.top, outer.left : outer.right],
        image[box.bottom : outer.bottom, outer.left : outer.right],
        image[box.top : box.bottom, outer.left : box.left],
        image[box.top : box.bottom, box.right : outer.right],
    )
    return np.concatenate([part.reshape(-1, 3) for part in parts])


def ground(image: Pixels, box: Box) -> Colour:
    """The colour of the paper around a box."""
    return cast(Colour, tuple(int(each) for each in np.median(ring(image, box), axis=0)))


def ink(image: Pixels, box: Box) -> Colour:
    """The colour of the writing inside a box."""
    pixels = image[box.slices].reshape(-1, 3).astype(np.int16)
    paper = np.array(ground(image, box))
    far = np.abs(pixels - paper).sum(axis=1)
    strokes = pixels[far >= np.quantile(far, 0.93)]
    return cast(Colour, tuple(int(each) for each in np.median(strokes, axis=0)))


def noise_of(image: Pixels, box: Box) -> float:
    """The grain of the paper around a box, in grey levels."""
    around = ring(image, box, 5).astype(np.float32).mean(axis=1)
    return float(1.48 * np.median(np.abs(around - np.median(around))))


def erased(image: Pixels, box: Box, way: Erase, rng: Rng) -> Pixels:
    """A copy of the picture with a box wiped out."""
    out = image.copy()
    paper = np.array(ground(image, box), np.float32)
    part = out[box.slices]
    if way == "rows":
        left = image[box.top : box.bottom, max(box.left - 3, 0) : box.left]
        sides = np.concatenate((left, image[box.top : box.bottom, box.right : box.right + 3]), axis=1)
        part[:] = np.median(sides, axis=1)[:, None] if sides.size else paper
    elif way in {"telea", "ns"}:
        high, wide = image.shape[:2]
        margin = Box(max(box.left - 3, 0), max(box.top - 3, 0), min(box.right + 3, wide), min(box.bottom + 3, high))
        hole = np.zeros((margin.height, margin.width), np.uint8)
        hole[box.top - margin.top : box.bottom - margin.top, box.left - margin.left : box.right - margin.left] = 1
        method = cv2.INPAINT_TELEA if way == "telea" else cv2.INPAINT_NS
        out[margin.slices] = cv2.inpaint(np.ascontiguousarray(image[margin.slices]), hole, 3, method)
    elif way == "clone":
        source = _blank(image, box, rng)
        part[:] = image[source.slices] if source else paper
    elif way == "grain":
        grain = rng.normal(0, max(noise_of(image, box), 0.01), (box.height, box.width, 1))
        part[:] = np.clip(np.rint(paper + grain), 0, 255)
    else:
        part[:] = np.clip(paper + int(pick(rng, (0, 0, 0, 1, -1, 2, -2, -4))), 0, 255)
    return out


def _blank(image: Pixels, box: Box, rng: Rng) -> Box | None:
    """A bare piece of paper of this size, nearby."""
    reach = 6 * box.height
    paper = np.array(ground(image, box))
    for _ in range(20):
        left, top = box.left + int(rng.integers(-reach, reach)), box.top + int(rng.integers(-reach, reach))
        found = Box(left, top, left + box.width, top + box.height)
        if found.within(image.shape[1], image.shape[0]):
            difference = np.abs(image[found.slices][::3, ::3].astype(np.int16) - paper)
            if difference.max() < 36:
                return found
    return None


def blended(image: Pixels, patch: Pixels, box: Box, way: Blend) -> Pixels:
    """A copy of the picture with a patch of the box's size laid in."""
    out = image.copy()
    if way == "poisson" and min(box.width, box.height) > 10 and box.grown(3).within(image.shape[1], image.shape[0]):
        margin = box.grown(2)
        here = np.ascontiguousarray(image[margin.slices])
        inner = np.full(patch.shape[:2], 255, np.uint8)
        middle = (margin.width // 2, margin.height // 2)
        out[margin.slices] = cv2.seamlessClone(np.ascontiguousarray(patch), here, inner, middle, cv2.NORMAL_CLONE)
        return out
    if way == "match":
        shift = np.array(ground(image, box), np.float32) - np.median(_rim(patch), axis=0)
        patch = np.clip(np.rint(patch + shift), 0, 255).astype(np.uint8)
    share = _soft(box, way)
    old = out[box.slices].astype(np.float32)
    out[box.slices] = np.rint(old * (1 - share) + patch * share).astype(np.uint8)
    return out


def _rim(patch: Pixels) -> Pixels:
    return np.concatenate((patch[0], patch[-1], patch[:, 0], patch[:, -1]))


def _soft(box: Box, way: Blend) -> Floats:
    share = np.ones((box.height, box.width), np.float32)
    if way in {"feather", "gauss"}:
        share[[0, -1]] = 0.5
        share[:, [0, -1]] = 0.5
    if way == "gauss":
        share = cv2.GaussianBlur(share, (0, 0), 0.8, borderType=cv2.BORDER_REPLICATE)
    return share[..., None]


def touched(before: Pixels, after: Pixels, near: Box, least: Box | None = None) -> Box:
    """The smallest box that holds `least` (or `near`) and every pixel that changed on or close to `near`."""
    reach = near.height
    left, top = max(near.left - reach, 0), max(near.top - reach, 0)
    place = np.s_[top : near.bottom + reach, left : near.right + reach]
    red, green, blue = cv2.split(cv2.absdiff(before[place], after[place]))
    x, y, wide, high = cv2.boundingRect(cv2.max(cv2.max(red, green), blue))
    kept = least or near
    if not wide:
        return kept
    x, y = x + left, y + top
    return Box(min(kept.left, x), min(kept.top, y), max(kept.right, x + wide), max(kept.bottom, y + high))


def visible(before: Scene, after: Scene, levels: int, pixels: int) -> bool:
    """Whether at least so many pixels moved by so many grey levels: an edit that changes nothing is none."""
    left, top, wide, high = cv2.boundingRect(cv2.absdiff(before.mask, after.mask))
    place = np.s_[top : top + high, left : left + wide]
    red, green, blue = cv2.split(cv2.absdiff(before.image[place], after.image[place]))
    return int(cv2.countNonZero(cv2.threshold(cv2.max(cv2.max(red, green), blue), levels - 1, 1, 0)[1])) >= pixels
