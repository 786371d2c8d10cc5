"""Step 1 of 2: cut training crops out of generated scenes.

    python models/training/seals/crops.py OUT --scenes 3000 --first 0

writes OUT/<seed>_<k>.jpg and .csv: left, top, right, bottom, shape (0 round, 1 oval, 2 square), 1 where ignored.
About 0.2 s a scene on one core; scenes that are there are not made again.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import cv2
import numpy as np

SIDE = 336  # px of a crop; training takes a part of it and shrinks that to 256
LONG_SIDE = 760  # px of a page that is cut: larger than the finder's, so that shrinking is as smooth as the finder's
SHAPES = ("round", "oval", "square")
LEAST_SHARE, LEAST_PX = 0.25, 22  # less visible or smaller ones are neither right nor wrong


def crops(done: object, rng: np.random.Generator, count: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """Crops at about the finder's scale: around a seal in two of three, anywhere else."""
    height, width = done.image.shape[:2]
    scale = min(LONG_SIDE / max(height, width), 1.0) * float(np.exp(rng.uniform(np.log(0.7), np.log(1.3))))
    big = [each.diameter for each in done.truths if each.share > 0]
    if big and max(big) * scale > 0.8 * SIDE and rng.random() < 0.7:
        scale = 0.8 * SIDE / max(big)
    size = (max(round(width * scale), 8), max(round(height * scale), 8))
    small = cv2.resize(done.image, size, interpolation=cv2.INTER_AREA)
    rows = [
        (
            *(np.array(each.box) * scale),
            SHAPES.index(each.shape),
            each.share < LEAST_SHARE or each.diameter * scale < LEAST_PX,
        )
        for each in done.truths
        if each.share > 0
    ]
    truths = np.array(rows, np.float32).reshape(-1, 6)
    cut: list[tuple[np.ndarray, np.ndarray]] = []
    for k in range(count):
        if len(truths) and k % 3 < 2:
            chosen = truths[int(rng.integers(len(truths)))]
            middle = (chosen[:2] + chosen[2:4]) / 2 + rng.uniform(-0.3, 0.3, 2) * SIDE
        else:
            middle = rng.random(2) * size
        left, top = (int(np.clip(m - SIDE / 2, 0, max(s - SIDE, 0))) for m, s in zip(middle, size, strict=True))
        part = small[top : top + SIDE, left : left + SIDE]
        canvas = np.zeros((SIDE, SIDE, 3), np.uint8)
        canvas[: part.shape[0], : part.shape[1]] = part
        cut.append((canvas, clipped(truths - (left, top, left, top, 0, 0), part.shape[1], part.shape[0])))
    return cut


def clipped(rows: np.ndarray, width: int, height: int) -> np.ndarray:
    """Rows (N, 6) as the picture cuts them: those that go are left out, those of which little stays are ignored."""
    done = rows.copy()
    whole = (rows[:, 2] - rows[:, 0]) * (rows[:, 3] - rows[:, 1])
    done[:, [0, 2]] = rows[:, [0, 2]].clip(0, width)
    done[:, [1, 3]] = rows[:, [1, 3]].clip(0, height)
    rest = (done[:, 2] - done[:, 0]) * (done[:, 3] - done[:, 1])
    done[:, 5] = np.maximum(rows[:, 5], rest < LEAST_SHARE * whole)
    return done[rest > 4].astype(np.float32)


def main() -> None:
    """Write the crops."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--scenes", type=int, default=3000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--split", default="train")
    given = parser.parse_args()
    from forgecheck_models.synth.seals.scenes import scene

    cv2.setNumThreads(1)
    given.out.mkdir(parents=True, exist_ok=True)
    for seed in range(given.first, given.first + given.scenes):
        if (given.out / f"{seed}_0.csv").exists():
            continue
        done = scene(seed, given.split)
        for k, (image, rows) in enumerate(crops(done, np.random.default_rng((seed, 9)), 3 if done.truths else 2)):
            cv2.imwrite(str(given.out / f"{seed}_{k}.jpg"), image[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 96])
            np.savetxt(given.out / f"{seed}_{k}.csv", rows, "%.1f", ",")


if __name__ == "__main__":
    main()
