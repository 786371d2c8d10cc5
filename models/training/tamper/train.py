"""Trains the tampering network on generated crops; can be stopped and goes on where it was.

    python models/training/tamper/train.py out/tamper --minutes 60 --threads 2

Writes ``state.pt`` (weights, their running mean, optimiser, step), ``curve.csv`` (one row for each 100 steps: step,
minutes, loss, and on held-out calibration crops the AUC of crops and the F1 of cells at the best threshold) and, at the
end, ``tamper.onnx``.  Needs torch 2.13 and this project's own packages; see models/README.md.
"""

from __future__ import annotations

import argparse
import copy
import csv
import math
import multiprocessing as processes
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, count
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt
import torch
from forgecheck_models.synth.pages import crops
from net import CLASSES, EDITED, TamperNet, lovasz
from torch import Tensor
from torch.nn import functional

from forgecheck.evidence import Jpeg
from forgecheck.look.pixels.planes import CHANNELS, planes
from forgecheck.look.pixels.statistics import CELL

SIZE = 512  # px of a crop
SIDE = SIZE // CELL  # cells
PER_PAGE = 8  # crops, each with its own attack and way
PAGES = 100_000  # seeds kept for one worker
BATCH = 8
RATE = 2e-3
SHARE = 0.25  # of a cell's pixels that must be of a class for the cell to be of it; assumed
CLASS_WEIGHTS = (1.0, 3.0, 3.0, 3.0, 2.0)  # edits are rare; assumed
MEAN_OF = 0.999  # running mean of the weights
EASY, EASY_UNTIL = 0.5, 0.4  # share of pages never sent on at first, and when in the training it is 0; assumed
TOP_CELLS = 10  # whose mean is the score of a crop
VALIDATION = 480  # crops
PATIENCE = 600  # seconds without an example: the worker has died
POOL = 2000  # examples kept at hand and used about three times each: drawing takes longer than learning
FIRST = 200  # examples before the first step


class Example(NamedTuple):
    """What one step of training sees of one crop."""

    cells: npt.NDArray[np.float16]
    truth: npt.NDArray[np.int64]


def examples(seed: int, split: str, easy: Callable[[], float] = lambda: 0.0) -> Iterator[Example]:
    """Endless examples of one worker; `easy` tells how many pages are now such as nobody sent on."""
    random = np.random.default_rng(seed)
    for crop in chain.from_iterable(
        crops(seed * PAGES + page, split, SIZE, PER_PAGE, "native" if random.random() < easy() else None)
        for page in count()
    ):
        seen = planes(crop.image, Jpeg({0: crop.table}, (), progressive=False) if crop.table else None)
        mask = cv2.copyMakeBorder(
            crop.mask,
            seen.top,
            CELL * seen.cells.shape[1] - seen.top - SIZE,
            seen.left,
            CELL * seen.cells.shape[2] - seen.left - SIZE,
            cv2.BORDER_CONSTANT,
        )
        # One size for all: what the grid's shift added is cut away on the far side.
        yield Example(seen.cells[:, :SIDE, :SIDE].astype(np.float16), truth_of(mask[:SIZE, :SIZE]))


def truth_of(mask: npt.NDArray[np.uint8]) -> npt.NDArray[np.int64]:
    """The class of each cell: the rarest that covers enough of it, in the order of `CLASSES`."""
    rows, columns = mask.shape[0] // CELL, mask.shape[1] // CELL
    truth = np.zeros((rows, columns), np.int64)
    for number in (4, 3, 2, 1):
        share = (mask == number).reshape(rows, CELL, columns, CELL).mean(axis=(1, 3))
        truth[share >= SHARE] = number
    return truth


def produce(seed: int, split: str, easy: Synchronized[float], ready: processes.Queue[Example]) -> None:
    """A worker: fills the queue until it is killed."""
    cv2.setNumThreads(1)
    for example in examples(seed, split, lambda: easy.value):
        ready.put(example)


def batches(ready: processes.Queue[Example]) -> Iterator[tuple[Tensor, Tensor]]:
    """Examples in batches, drawn from the latest; what is new takes the place of anything."""
    pool: list[Example] = []
    random = np.random.default_rng(1)
    while True:
        while len(pool) < FIRST or not ready.empty():
            example = ready.get(timeout=PATIENCE)
            if len(pool) < POOL:
                pool.append(example)
            else:
                pool[random.integers(POOL)] = example
        yield stacked([pool[at] for at in random.choice(len(pool), BATCH, replace=False)])


def stacked(found: Sequence[Example]) -> tuple[Tensor, Tensor]:
    """Examples as one batch."""
    cells = torch.from_numpy(np.stack([each.cells for each in found])).float()
    return cells.to(memory_format=torch.channels_last), torch.from_numpy(np.stack([each.truth for each in found]))


def loss_of(logits: Tensor, truth: Tensor) -> Tensor:
    """Cross entropy, IoU of "edited", and whether the crop was edited at all."""
    weights = torch.tensor(CLASS_WEIGHTS)
    pixel = functional.cross_entropy(logits, truth, weight=weights)
    edited = (truth >= EDITED[0]) & (truth <= EDITED[-1])
    probability = logits.softmax(1)[:, list(EDITED)].sum(1)
    overlap = lovasz(probability.flatten(), edited.flatten().float()) if edited.any() else probability.mean()
    score = torch.logit(probability, eps=1e-5).flatten(1).topk(TOP_CELLS).values.mean(1)
    whole = functional.binary_cross_entropy_with_logits(score, edited.flatten(1).any(1).float())
    return pixel + overlap + 0.3 * whole


def scored(net: TamperNet, held_out: list[Example]) -> tuple[float, float]:
    """AUC over crops and the best F1 over cells."""
    net.eval()
    scores, labels, probabilities, truths = [], [], [], []
    with torch.inference_mode():
        for start in range(0, len(held_out), BATCH):
            part = held_out[start : start + BATCH]
            probability = net(stacked(part)[0]).softmax(1)[:, list(EDITED)].sum(1)
            scores += probability.flatten(1).topk(TOP_CELLS).values.mean(1).tolist()
            truth = np.isin(np.stack([each.truth for each in part]), EDITED)
            labels += truth.any((1, 2)).tolist()
            probabilities.append(probability.numpy().ravel())
            truths.append(truth.ravel())
    net.train()
    return auc(np.array(scores), np.array(labels)), best_f1(np.concatenate(probabilities), np.concatenate(truths))


def auc(scores: npt.NDArray[np.float64], labels: npt.NDArray[np.bool_]) -> float:
    """Chance that an edited crop scores above an untouched one."""
    ranks = scores.argsort().argsort() + 1.0
    positive = int(labels.sum())
    negative = len(labels) - positive
    return float((ranks[labels].sum() - positive * (positive + 1) / 2) / max(positive * negative, 1))


def best_f1(probability: npt.NDArray[np.float32], truth: npt.NDArray[np.bool_]) -> float:
    """The highest F1 over 50 thresholds."""
    best = 0.0
    for threshold in np.linspace(0.02, 0.98, 49):
        said = probability > threshold
        hit = float((said & truth).sum())
        best = max(best, 2 * hit / max(float(said.sum() + truth.sum()), 1.0))
    return best


def train(folder: Path, minutes: float, threads: int, workers: int) -> None:
    """Train until so many minutes are spent in all, from where it was."""
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    folder.mkdir(parents=True, exist_ok=True)
    net = TamperNet(CHANNELS).to(memory_format=torch.channels_last)
    mean = copy.deepcopy(net)
    optimiser = torch.optim.AdamW(net.parameters(), RATE, weight_decay=1e-4)
    step, spent = 0, 0.0
    saved = folder / "state.pt"
    if saved.exists():
        state = torch.load(saved, weights_only=True)
        net.load_state_dict(state["net"])
        mean.load_state_dict(state["mean"])
        optimiser.load_state_dict(state["optimiser"])
        step, spent = state["step"], state["minutes"]
    held_out = list(_first(examples(0, "calibration"), VALIDATION))
    # A forked worker would hang in OpenCV's threads.
    spawn = processes.get_context("spawn")
    ready: processes.Queue[Example] = spawn.Queue(64)
    easy = spawn.Value("d", EASY)
    # Every start takes other seeds, so that going on is not training on the same crops again.
    hands = [
        spawn.Process(target=produce, args=(1000 * (step + 1) + n, "train", easy, ready), daemon=True)
        for n in range(workers)
    ]
    for hand in hands:
        hand.start()
    began, losses = time.monotonic(), []
    for cells, truth in batches(ready):
        now = spent + (time.monotonic() - began) / 60
        done = min(now / minutes, 1.0)
        easy.value = EASY * max(0.0, 1 - done / EASY_UNTIL)
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(1.0, (step + 1) / 500) * (0.02 + 0.98 * (1 + math.cos(math.pi * done)) / 2)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = net(cells)
        loss = loss_of(logits.float(), truth)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        step += 1
        losses.append(loss.item())
        _follow(mean, net, min(MEAN_OF, (step + 1) / (step + 10)))
        if step % 100 == 0 or done >= 1:
            area, f1 = scored(mean, held_out) if step % 500 == 0 or done >= 1 else (math.nan, math.nan)
            _note(folder / "curve.csv", step, now, float(np.mean(losses[-100:])), area, f1)
            torch.save(
                {
                    "net": net.state_dict(),
                    "mean": mean.state_dict(),
                    "optimiser": optimiser.state_dict(),
                    "step": step,
                    "minutes": now,
                },
                saved,
            )
        if done >= 1:
            break
    for hand in hands:
        hand.kill()
    export(mean, folder / "tamper.onnx")


def _first(source: Iterator[Example], count: int) -> Iterator[Example]:
    return (example for _, example in zip(range(count), source, strict=False))


def _follow(mean: TamperNet, net: TamperNet, share: float) -> None:
    with torch.no_grad():
        for old, new in zip(mean.state_dict().values(), net.state_dict().values(), strict=True):
            if old.dtype.is_floating_point:
                old.mul_(share).add_(new, alpha=1 - share)
            else:
                old.copy_(new)


def _note(path: Path, *values: float) -> None:
    fresh = not path.exists()
    with path.open("a", newline="") as file:
        writer = csv.writer(file)
        if fresh:
            writer.writerow(("step", "minutes", "loss", "crop_auc", "cell_f1"))
        writer.writerow([values[0], *(f"{value:.4f}" for value in values[1:])])


def export(net: TamperNet, path: Path) -> None:
    """Write the network as ONNX and compare the two; raises AssertionError where they differ by more than 1e-3."""
    import onnxruntime

    net = copy.deepcopy(net).to(memory_format=torch.contiguous_format).eval()
    torch.onnx.export(
        net,
        (torch.rand(1, CHANNELS, 64, 80),),
        str(path),
        input_names=["cells"],
        output_names=["logits"],
        dynamic_axes={"cells": {2: "h", 3: "w"}, "logits": {2: "h", 3: "w"}},
        opset_version=17,
        dynamo=False,
    )
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    cells = torch.rand(1, CHANNELS, 136, 104)
    with torch.inference_mode():
        expected = net(cells).numpy()
    got = session.run(None, {"cells": cells.numpy()})[0]
    assert got.shape[1] == len(CLASSES)
    assert float(np.abs(got - expected).max()) < 1e-3


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--workers", type=int, default=1)
    given = parser.parse_args()
    train(given.folder, given.minutes, given.threads, given.workers)
