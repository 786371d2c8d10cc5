"""The way of a page from its author to the reader: what came before the forger, and what after.

A plan is drawn without knowing whether the page will be forged, and each step has random numbers of its own; so a
genuine and a forged page of one seed go through the very same steps.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from . import capture, jpeg
from .draw import PHONE
from .scene import Kind, Rng, Scene, generator, pick

Channel = Literal["native", "messenger", "scan", "camera", "screen", "rescreen", "crop", "resize"]
CHANNELS: tuple[Channel, ...] = ("native", "messenger", "scan", "camera", "screen", "rescreen", "crop", "resize")
StepName = Literal["jpeg", "jpeg_fine", "png", "webp", "scan", "camera", "screen", "resize", "crop", "frame", "stitch"]
ON_PAPER: tuple[Channel, ...] = ("scan", "camera")


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps before and after the place where a forger would come in."""

    channel: Channel
    capture: str
    """As `forgecheck.evidence.CaptureKind` names it."""
    before: tuple[StepName, ...]
    after: tuple[StepName, ...]
    ink_seal: bool
    """Stamped on paper, not laid over the file."""


def plan(rng: Rng, kind: Kind, channel: Channel | None = None) -> Plan:
    """How this page travels."""
    digital = kind in PHONE
    allowed = [each for each in CHANNELS if not (digital and each in ON_PAPER)]
    channel = channel or pick(rng, allowed)
    before: list[StepName] = []
    after: list[StepName] = []
    if digital and rng.random() < 0.12:
        before.append("stitch")
    paper = channel in ON_PAPER or (not digital and channel != "native" and rng.random() < 0.4)
    optics: StepName | None = None
    if channel == "scan" or channel == "camera" or channel == "screen":
        optics = channel
    elif paper:
        optics = pick(rng, ("scan", "camera"))
    if optics:
        early = rng.random() < 0.75  # forgers mostly work on what was scanned; else it was printed after the edit
        (before if early else after).append(optics)
    if rng.random() < (0.7 if optics in before else 0.35) and before != ["stitch"]:
        before.append(pick(rng, ("jpeg", "jpeg_fine")))
    if rng.random() < 0.15:
        before.append("crop")
    if channel == "resize":
        (before if rng.random() < 0.25 else after).append("resize")
    if channel == "rescreen":
        after += [("frame")]
    if channel == "crop" or rng.random() < 0.15:
        after.append("crop")
    after += _saves(rng, channel)
    return Plan(channel, _capture(kind, channel, optics), tuple(before), tuple(after), paper)


def _saves(rng: Rng, channel: Channel) -> list[StepName]:
    """The files it goes through; the last one is what the reader gets."""
    if channel == "native":
        return [pick(rng, ("png", "png", "png", "jpeg_fine"))]
    if channel == "messenger":
        return ["jpeg"] * int(rng.integers(1, 4))
    last = pick(rng, ("jpeg", "jpeg", "jpeg_fine", "png", "webp" if rng.random() < 0.3 else "jpeg"))
    return [*(["jpeg"] * int(rng.random() < 0.3)), last]  # type: ignore[list-item]


def _capture(kind: Kind, channel: Channel, optics: StepName | None) -> str:
    if optics:
        return {"scan": "scan", "camera": "photo", "screen": "screen_photo"}[optics]
    if kind not in PHONE and channel != "rescreen":
        return "render"
    return "messenger" if channel == "messenger" else "screenshot"


def shrink(steps: tuple[StepName, ...], *seeds: int | str) -> float:
    """By how much the steps of `walked` with these seeds make a picture smaller; at most 1."""
    factor = 1.0
    for at, step in enumerate(steps):
        if step in {"resize", "frame"}:
            tiny = Scene(np.zeros((400, 400, 3), np.uint8), np.zeros((400, 400), np.uint8), (), np.eye(3))
            factor *= taken(tiny, step, generator(*seeds, at)).scale
    return min(factor, 1.0)


def walked(scene: Scene, steps: tuple[StepName, ...], *seeds: int | str) -> Scene:
    """The scene after these steps; equal seeds give equal steps."""
    for at, step in enumerate(steps):
        scene = taken(scene, step, generator(*seeds, at))
    return scene


def taken(scene: Scene, step: StepName, rng: Rng) -> Scene:
    """The scene after one step."""
    if step == "jpeg":
        return jpeg.saved(scene, rng, 55, 95)
    if step == "jpeg_fine":
        return jpeg.saved(scene, rng, 85, 100)
    if step == "png":
        return replace(scene, data=None, format="PNG")  # without loss: the file is made when it is asked for
    if step == "webp":
        return jpeg.webp(scene, rng)
    works = {
        "scan": capture.scan,
        "camera": capture.camera,
        "screen": capture.screen,
        "resize": capture.resize,
        "crop": capture.crop,
        "frame": capture.frame,
        "stitch": capture.stitch,
    }
    return works[step](scene, rng)
