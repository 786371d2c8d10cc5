"""What both networks' training shares: steps until the time is over, kept on the way, exported at the end.

One thread is enough; it computes in bfloat16, which is twice as fast where the processor has it.  Every 250 steps the
state is kept beside the weights, and the same command goes on from there; the minutes are those of the processor, of
all runs together, so that a busy machine or a pause changes nothing but the wait.
"""

from __future__ import annotations

import argparse
import copy
import math
import random
import time
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import Tensor, nn

BATCH, SEED, KEEP = 16, 7, 250
Sample = Callable[[Path, random.Random], tuple[np.ndarray, np.ndarray]]


def asked(description: str | None, out: str) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("samples", type=Path)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--pause", type=float, default=1e9, help="minutes by the clock after which to stop for now")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[2] / out)
    return parser.parse_args()


def train(
    net: nn.Module,
    files: list[Path],
    sample: Sample,
    loss: Callable[[Tensor, Tensor], Tensor],
    given: argparse.Namespace,
    rate: float,
) -> nn.Module:
    """The network with averaged weights; AdamW, the rate falls as a cosine of the time spent."""
    torch.set_num_threads(given.threads)
    cv2.setNumThreads(1)
    net = net.to(memory_format=torch.channels_last)
    smooth = torch.optim.swa_utils.AveragedModel(net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.995))
    best = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=1e-3)
    parts = {"net": net, "smooth": smooth, "best": best}
    step, spent, mean, state = 0, 0.0, 0.0, given.out.with_suffix(".state")
    if state.exists():
        kept = torch.load(state)
        step, spent = kept["step"], kept["spent"]
        for name, each in parts.items():
            each.load_state_dict(kept[name])
    rng, began, clock = random.Random(SEED + step), time.process_time(), time.monotonic()
    while (done := (spent + time.process_time() - began) / 60 / given.minutes) < 1:
        for group in best.param_groups:
            group["lr"] = rate * min(step / 100, 1.0) * (0.5 + 0.5 * math.cos(math.pi * done)) + 1e-5
        batch = [sample(each, rng) for each in rng.sample(files, BATCH)]
        images, wanted = (torch.from_numpy(np.stack(each)) for each in zip(*batch, strict=True))
        with torch.autocast("cpu", torch.bfloat16):
            out = net(images.to(memory_format=torch.channels_last))
        value = loss(out.float(), wanted)
        best.zero_grad()
        value.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        best.step()
        smooth.update_parameters(net)
        step, mean = step + 1, 0.98 * mean + 0.02 * float(value.detach())
        if step % 100 == 0:
            print(f"{step} steps, {done:.0%} of the time, loss {mean / (1 - 0.98 ** min(step, 400)):.3f}", flush=True)
        paused = time.monotonic() - clock > 60 * given.pause
        if step % KEEP == 0 or paused:
            kept = {name: each.state_dict() for name, each in parts.items()}
            torch.save({**kept, "step": step, "spent": spent + time.process_time() - began}, state)
        if paused:
            break
    print(f"{step} steps, {done:.0%} of the time", flush=True)
    return averaged(smooth.module, net)


def averaged(smooth: nn.Module, net: nn.Module) -> nn.Module:
    """The averaged weights, with batch statistics of the plain ones."""
    done = copy.deepcopy(smooth)
    for mine, theirs in zip(done.buffers(), net.buffers(), strict=True):
        mine.copy_(theirs)
    return done.eval()


def export(net: nn.Module, shape: tuple[int, ...], out: Path, answer: str, free: dict[str, dict[int, str]]) -> None:
    """Write the ONNX file; `free` names the sides that may vary."""
    torch.onnx.export(
        net, (torch.zeros(*shape),), str(out), input_names=["image"], output_names=[answer],
        dynamic_axes=free, opset_version=17, dynamo=False,
    )  # fmt: skip
