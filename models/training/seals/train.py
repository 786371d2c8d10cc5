"""Step 2 of 2: train the seal finder and write models/seal_finder.onnx.

    pip install torch==2.13.0 onnx onnxruntime opencv-python-headless     (in an environment of its own)
    python models/training/seals/train.py CROPS --minutes 30

How it runs: loop.py.
"""

from __future__ import annotations

import random
from pathlib import Path

import cv2
import numpy as np
import torch
from crops import SIDE as CROP
from crops import clipped
from loop import SEED, asked, export, train
from net import STRIDE, Finder
from torch import Tensor, nn

RATE = 3e-3
SIDE = 256  # px of a training picture
CORE = 0.35  # share of a box's half sides around its middle in which cells answer for it
IGNORED = -1.0


def targets(rows: np.ndarray, cells: int) -> np.ndarray:
    """(6, cells, cells): heat 0..1 (or IGNORED), left, top, right, bottom in px, shape."""
    done = np.zeros((6, cells, cells), np.float32)
    at = (np.arange(cells) + 0.5) * STRIDE
    x, y = np.meshgrid(at, at)
    for left, top, right, bottom, shape, ignored in rows:
        inside = (x > left) & (x < right) & (y > top) & (y < bottom)
        if ignored:
            done[0][inside & (done[0] == 0)] = IGNORED
            continue
        w, h = (right - left) / 2, (bottom - top) / 2
        u, v = np.abs(x - (left + right) / 2), np.abs(y - (top + bottom) / 2)
        core = (u <= max(CORE * w, 0.55 * STRIDE)) & (v <= max(CORE * h, 0.55 * STRIDE))
        rim = inside & ~core & (done[0] == 0)
        done[0][rim] = IGNORED  # neither middle nor elsewhere
        done[0][core] = 1
        for k, distance in enumerate((x - left, y - top, right - x, bottom - y)):
            done[1 + k][core] = np.maximum(distance[core], 1)
        done[5][core] = shape
    return done


def sample(path: Path, rng: random.Random) -> tuple[np.ndarray, np.ndarray]:
    """A part of a crop and its targets: never mirrored (letters), turned by quarters, its colours and light varied."""
    image = cv2.imread(str(path))[..., ::-1]
    text = path.with_suffix(".csv").read_text()
    rows = np.array([line.split(",") for line in text.split()], np.float32).reshape(-1, 6)
    side = rng.randint(SIDE - 32, CROP)
    left, top = rng.randint(0, CROP - side), rng.randint(0, CROP - side)
    rows = clipped(rows - (left, top, left, top, 0, 0), side, side)
    rows[:, :4] *= SIDE / side
    part = np.ascontiguousarray(image[top : top + side, left : left + side])
    image = cv2.resize(part, (SIDE, SIDE), interpolation=cv2.INTER_AREA if side > SIDE else cv2.INTER_LINEAR)
    if rng.random() < 0.15:
        image = np.repeat(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2)
    elif rng.random() < 0.1:
        image = image[..., ::-1]  # red and blue change places
    if rng.random() < 0.06:
        image = 255 - image
    light = np.array([rng.uniform(0.7, 1.1) * rng.uniform(0.93, 1.05) for _ in range(3)], np.float32)
    image = np.clip(image * light + rng.uniform(-15, 15), 0, 255).astype(np.float32) / 255
    if rng.random() < 0.2:
        image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.3, 0.9))
    for _ in range(rng.choice((0, 0, 1, 2, 3))):
        image = np.rot90(image, -1)
        rows = np.column_stack([SIDE - rows[:, 3], rows[:, 0], SIDE - rows[:, 1], rows[:, 2], rows[:, 4:]])
    return np.ascontiguousarray(image.transpose(2, 0, 1), np.float32), targets(rows, SIDE // STRIDE)


def loss(out: Tensor, want: Tensor) -> Tensor:
    """Focal loss on the heat, generalised IoU on the boxes, cross entropy on the shapes."""
    heat, valid = want[:, 0].clamp(min=0), (want[:, 0] >= 0).float()
    chance = torch.sigmoid(out[:, 0])
    plain = nn.functional.binary_cross_entropy_with_logits(out[:, 0], heat, reduction="none")
    miss = torch.where(heat > 0, 1 - chance, chance)
    count = heat.sum().clamp(min=1)
    focal = (torch.where(heat > 0, 0.4, 0.6) * miss**2 * plain * valid).sum() / count
    on = heat > 0
    if not on.any():
        return focal
    got = torch.exp(out[:, 1:5].permute(0, 2, 3, 1)[on].clamp(-3, 5)) * STRIDE
    true = want[:, 1:5].permute(0, 2, 3, 1)[on]
    low, high = torch.minimum(got, true), torch.maximum(got, true)
    shared = (low[:, 0] + low[:, 2]) * (low[:, 1] + low[:, 3])
    hull = (high[:, 0] + high[:, 2]) * (high[:, 1] + high[:, 3])
    areas = [(each[:, 0] + each[:, 2]) * (each[:, 1] + each[:, 3]) for each in (got, true)]
    union = areas[0] + areas[1] - shared
    boxes = (1 - shared / union + (hull - union) / hull).mean()
    shapes = nn.functional.cross_entropy(out[:, 5:].permute(0, 2, 3, 1)[on], want[:, 5][on].long())
    return focal + boxes + 0.3 * shapes


def main() -> None:
    """Train for so many minutes, then export."""
    given = asked(__doc__, "seal_finder.onnx")
    torch.manual_seed(SEED)
    net = train(Finder(), sorted(given.samples.glob("*.jpg")), sample, loss, given, RATE)
    free = {"image": {2: "h", 3: "w"}, "cells": {2: "h8", 3: "w8"}}
    export(net, (1, 3, SIDE, SIDE), given.out, "cells", free)


if __name__ == "__main__":
    main()
