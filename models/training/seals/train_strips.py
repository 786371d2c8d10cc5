"""Step 2 of 2 for the strip cleaner: train it and write models/seal_letters.onnx.

    pip install torch==2.13.0 onnx onnxruntime opencv-python-headless     (in an environment of its own)
    python models/training/seals/train_strips.py STRIPS --minutes 15

How it runs: loop.py.
"""

from __future__ import annotations

import random
from pathlib import Path

import cv2
import numpy as np
import torch
from loop import SEED, asked, export, train
from net import Cleaner
from torch import Tensor, nn

RATE = 3e-3
HEIGHT, WIDTH = 64, 256  # px of a strip
LETTERS = 2.0  # weight of a letter's pixel; paper is commoner


def sample(path: Path, rng: random.Random) -> tuple[np.ndarray, np.ndarray]:
    """A strip and its letters (2, HEIGHT, WIDTH); colours and light varied."""
    both = cv2.imread(str(path))[..., ::-1]
    image, letters = both[:, :WIDTH], both[:, WIDTH:, :2].astype(np.float32) / 255
    if rng.random() < 0.15:
        image = np.repeat(cv2.cvtColor(np.ascontiguousarray(image), cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2)
    elif rng.random() < 0.12:
        image = image[..., ::-1]  # red and blue change places
    if rng.random() < 0.04:
        image = 255 - image
    light = np.array([rng.uniform(0.7, 1.1) * rng.uniform(0.93, 1.05) for _ in range(3)], np.float32)
    image = np.clip(image * light + rng.uniform(-15, 15), 0, 255).astype(np.float32) / 255
    return np.ascontiguousarray(image.transpose(2, 0, 1), np.float32), np.ascontiguousarray(letters.transpose(2, 0, 1))


def loss(out: Tensor, want: Tensor) -> Tensor:
    """Cross entropy of each pixel."""
    plain = nn.functional.binary_cross_entropy_with_logits(out, want, reduction="none")
    return 4 * (plain * (1 + (LETTERS - 1) * want)).mean()


def main() -> None:
    """Train for so many minutes, then export."""
    given = asked(__doc__, "seal_letters.onnx")
    torch.manual_seed(SEED)
    net = train(Cleaner(), sorted(given.samples.glob("*.png")), sample, loss, given, RATE)
    free = {name: {0: "n", 3: "w"} for name in ("image", "letters")}
    export(net, (1, 3, HEIGHT, WIDTH), given.out, "letters", free)


if __name__ == "__main__":
    main()
