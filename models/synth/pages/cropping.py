"""Many crops of one page, for training."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import cv2
import numpy as np

from . import attacks, chain, jpeg
from .chain import Channel
from .fonts import Split
from .make import FORGERS, LEAST, Sample, Start, finished, work_of
from .scene import Box, Rng, Run, Scene, generator, pick


def crops(
    seed: int, split: Split, size: int = 512, count: int = 24, channel: Channel | None = None
) -> Iterator[Sample]:
    """Many crops of one page, each with an attack of its own or none; about one half is forged.

    Parameters
    ----------
    size
        Side in pixels; each crop is (size, size).  Its file was written for a piece a little larger, so `bytes` is
        None; a crop of a JPEG starts on its grid and has the `table`.
    """
    start = Start(seed, split, channel)
    scene = start.early
    for at in range(count):
        key = start.key * 1000 + at
        rng = generator(key, "crop")
        piece = scene.cut(_window(scene, rng, round(size / chain.shrink(start.plan.after, key, "after")) + 32))
        piece = replace(piece, runs=_inside(piece))
        name = attacks.choose(rng, start.chosen) if rng.random() < 0.55 else None
        sample = finished(start, piece, name, 2, key)
        yield _trimmed(sample, size, generator(key, "trim"))


def _window(scene: Scene, rng: Rng, side: int) -> Box:
    """A piece of the page, mostly with text in it."""
    wide, high = min(side, scene.width), min(side, scene.height)
    left, top = int(rng.integers(0, scene.width - wide + 1)), int(rng.integers(0, scene.height - high + 1))
    if scene.runs and rng.random() < 0.85:
        run = pick(rng, scene.runs)
        x, y = scene.placed([((run.edges[0] + run.edges[-1]) / 2, run.y)])[0]
        left = int(np.clip(x - rng.uniform(0.2, 0.8) * wide, 0, scene.width - wide))
        top = int(np.clip(y - rng.uniform(0.2, 0.8) * high, 0, scene.height - high))
    return Box(left, top, left + wide, top + high)


def _inside(scene: Scene) -> tuple[Run, ...]:
    """The runs of which something is to be seen."""
    if not scene.runs:
        return ()
    ends = scene.placed([(run.edges[0], run.y) for run in scene.runs] + [(run.edges[-1], run.y) for run in scene.runs])
    count = len(scene.runs)
    low, high = np.minimum(ends[:count], ends[count:]), np.maximum(ends[:count], ends[count:])
    seen = (high[:, 0] > 0) & (low[:, 0] < scene.width) & (low[:, 1] > 0) & (high[:, 1] < scene.height)
    return tuple(run for run, here in zip(scene.runs, seen, strict=True) if here)


def _trimmed(sample: Sample, size: int, rng: Rng) -> Sample:
    """Exactly (size, size), around the attack where there is one; padded by mirroring where the page is smaller."""
    image, mask = sample.image, sample.mask
    high, wide = mask.shape
    if high < size or wide < size:
        pads = ((0, max(size - high, 0)), (0, max(size - wide, 0)))
        image = np.pad(image, (*pads, (0, 0)), mode="symmetric")
        mask = np.pad(mask, pads, mode="symmetric")
        high, wide = mask.shape
    work = cv2.findNonZero(cv2.LUT(mask, FORGERS))
    top, left = int(rng.integers(0, high - size + 1)), int(rng.integers(0, wide - size + 1))
    if work is not None:
        x, y = work[int(rng.integers(len(work))), 0]
        top = int(np.clip(top, max(0, y - size + 9), min(high - size, max(y - 8, 0))))
        left = int(np.clip(left, max(0, x - size + 9), min(wide - size, max(x - 8, 0))))
    table = jpeg.luma_table(sample.data) if sample.data and sample.format == "JPEG" else None
    if table:
        top, left = top // 8 * 8, left // 8 * 8
    cut = np.s_[top : top + size, left : left + size]
    image, mask = np.ascontiguousarray(image[cut]), np.ascontiguousarray(mask[cut])
    forged = work_of(mask) >= LEAST
    if not forged:
        mask = np.where(mask == 4, mask, 0).astype(np.uint8)
    return replace(
        sample,
        image=image,
        mask=mask,
        forged=forged,
        attack=sample.attack if forged else "",
        data=None,
        format="",
        table=table,
    )
