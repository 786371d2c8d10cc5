"""Whole pages with seals, and the truth about each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from forgecheck_models.synth.seals.attacks import ATTACKS, cut_out, donor, erased, extracted, moved, overlay
from forgecheck_models.synth.seals.channels import Channel, through
from forgecheck_models.synth.seals.clutter import clutter
from forgecheck_models.synth.seals.design import Design, invent
from forgecheck_models.synth.seals.draw import draw_seal, letter_fields
from forgecheck_models.synth.seals.impress import Pixels, about, prepared, put
from forgecheck_models.synth.seals.ink import BLACK, BLUE, INKS, PURE, REDS, Colour, Ink
from forgecheck_models.synth.seals.names import Split
from forgecheck_models.synth.seals.pages import Sheet, sheet
from forgecheck_models.synth.seals.truth import (
    Truth,
    covered,
    finished,
    moved_along,
    shifted,
    texted,
    within,
    worst_kept,
)
from PIL import Image

from forgecheck.evidence import Origin, SealShape

Kinds = tuple[Origin | None, ...]
Designer = Callable[[np.random.Generator, SealShape, Split], Design]

LEAST_PX = 44  # narrower seals are not drawn
INK_STEP = 40  # grey levels: what changed more was covered by a seal
SHAPES: tuple[SealShape, ...] = ("round", "round", "round", "round", "round", "oval", "square")
BEFORE: tuple[Channel, ...] = ("scan", "scan", "photo", "gray_scan")
AFTER: tuple[Channel, ...] = ("none", "jpeg", "jpeg", "wechat", "resize", "screenshot", "nested")


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture and its truths."""

    image: Pixels
    truths: tuple[Truth, ...]
    channels: tuple[Channel, ...]
    """What it went through, in order; a forged seal came in after the first."""
    kind: Origin | None
    """Origin of its seals; None where there is none."""


def scene(seed: int, split: Split = "train", kinds: Kinds = ()) -> Scene:
    """A page with 0 to 3 seals; the same arguments give the same page.

    Parameters
    ----------
    seed, split
        Of chance; names, fonts and layouts are those of the split.
    kinds
        Origins to draw from on paper; where it is empty, all.  What stands on a screen was never stamped.

    Notes
    -----
    ink: stamped on paper, then scanned or photographed, then sent.  electronic: laid evenly on a page that was never
    on paper, then sent.  pasted: the page was scanned or photographed first.
    """
    rng = np.random.default_rng((seed, {"train": 1, "validate": 2, "test": 3}[split]))
    return on_sheet(sheet(rng, split), rng, split, kinds)


def on_sheet(
    page: Sheet, rng: np.random.Generator, split: Split, kinds: Kinds = (), designed: Designer = invent
) -> Scene:
    """A scene on this page; `designed` invents its seals."""
    image = page.image
    if rng.random() < 0.6:
        image = clutter(image, rng, split, int(rng.integers(1, 7 if page.screen else 4)))
    paper: Kinds = kinds or (None, "ink", "ink", "electronic", "pasted")
    kinds = (None, "electronic") if page.screen else paper
    kind = kinds[int(rng.integers(len(kinds)))]
    channels: list[Channel] = []
    truths: list[Truth] = []
    if kind in ("pasted", None) and not page.screen:
        image = _go(image, truths, channels, BEFORE[int(rng.integers(3))], rng)
    if kind is not None:
        base = image
        for _ in range(int(rng.choice((1, 1, 1, 2, 2, 3)))):
            design = designed(rng, SHAPES[int(rng.integers(len(SHAPES)))], split)
            image = _sealed(base, image, truths, page, kind, rng, design)
    if kind == "pasted" and rng.random() < 0.2 and truths:
        image = _again(image, truths, rng)
    if kind == "ink":
        image = _go(image, truths, channels, BEFORE[int(rng.integers(len(BEFORE)))], rng)
    if rng.random() < 0.25 and truths:
        image = _cropped(image, truths, rng)
    image = _go(image, truths, channels, AFTER[int(rng.integers(len(AFTER)))], rng)
    return Scene(image, tuple(finished(each, image) for each in truths), tuple(channels), kind)


def _go(
    image: Pixels, truths: list[Truth], channels: list[Channel], channel: Channel, rng: np.random.Generator
) -> Pixels:
    truths[:] = [within(each, image) for each in truths]
    done, matrix = through(image, channel, rng)
    channels.append(channel)
    gray = channel == "gray_scan"
    truths[:] = [replace(moved_along(each, matrix), **({"colour": "gray"} if gray else {})) for each in truths]
    return done


def _sealed(
    base: Pixels,
    image: Pixels,
    truths: list[Truth],
    page: Sheet,
    kind: Origin,
    rng: np.random.Generator,
    design: Design,
) -> Pixels:
    """One seal more on the picture; `base` is the picture before the first."""
    diameter = round(design.diameter_mm * page.mm * float(rng.uniform(0.75, 1.35)))
    diameter = int(np.clip(diameter, LEAST_PX, 0.6 * min(image.shape[:2])))
    turn = float(np.clip(rng.normal(0, 12), -40, 40)) if kind != "electronic" and rng.random() < 0.8 else 0.0
    seal = draw_seal(design, diameter)
    ink: Ink = INKS[int(rng.integers(len(INKS)))] if kind == "ink" else "flat"
    attack = ATTACKS[int(rng.integers(len(ATTACKS) - 2))] if kind == "pasted" else None
    if attack == "opaque" and truths:
        attack = "multiply"  # its white ground would hide the other seal
    if attack in ("cut_out", "extracted"):
        ink = INKS[int(rng.integers(len(INKS)))]
    print_ = prepared(seal, ink, rng, turn, design.shape == "square")
    colour, name = _colour(kind, page.dark, rng)
    centre = _place(image, truths, page, diameter, rng)
    before = image
    if attack in ("cut_out", "extracted"):
        picture = donor(print_, colour, rng)
        paste = (
            cut_out(image, picture, print_, centre, rng)
            if attack == "cut_out"
            else extracted(image, picture, print_, centre)
        )
        image, outline = paste
    elif attack is not None:
        image, outline = overlay(image, print_, centre, colour, attack, rng)
    elif kind == "electronic" and (page.dark or rng.random() < 0.4):
        image, outline = put(image, print_, centre, colour, "alpha", float(rng.uniform(0.7, 1.0)))
    else:
        strength = float(rng.uniform(0.25, 0.55)) if rng.random() < 0.2 else float(rng.uniform(0.75, 1.0))
        image, outline = put(image, print_, centre, colour, "multiply", strength)
    high, wide = print_.cover.shape
    left, top = centre[0] - wide // 2, centre[1] - high // 2
    fields = about(letter_fields(design, diameter).reshape(-1, 2), seal.size, (wide, high), turn).reshape(-1, 4, 2)
    letters = fields + np.array((left, top))
    bare = np.asarray(seal.rotate(turn, Image.Resampling.BICUBIC, expand=True), np.float32) / 255
    new = Truth(
        design, kind, attack, float(diameter), name, turn, ink, outline, outline, letters,
        worst_kept(fields, bare, print_.cover), 0.0 if attack == "opaque" else texted(letters, base),
    )  # fmt: skip
    if truths:
        earlier = (np.abs(before.astype(np.int16) - base).max(2) > INK_STEP).astype(np.float32)
        for at, other in enumerate(truths):
            truths[at] = covered(other, print_.cover, left, top, name)
            new = covered(new, earlier, 0, 0, other.colour)
    truths.append(new)
    return image


def _colour(kind: Origin, dark: bool, rng: np.random.Generator) -> tuple[Colour, str]:
    chance = rng.random()
    if kind == "ink" and chance < 0.14:
        return BLACK, "black"
    if chance < 0.24:
        return ((110, 140, 240) if dark else BLUE), "blue"
    options = PURE if kind == "electronic" or (kind == "pasted" and rng.random() < 0.5) else REDS
    base = np.array(options[int(rng.integers(len(options)))]) + rng.integers(-12, 13, 3)
    red, green, blue = (int(each) for each in np.clip(base, 0, 255))
    return (red, green, blue), "red"


def _place(image: Pixels, truths: list[Truth], page: Sheet, diameter: int, rng: np.random.Generator) -> tuple[int, int]:
    """By the signature, anywhere, over the edge (a page's share of a cross-page seal), or overlapping another."""
    height, width = image.shape[:2]
    chance = rng.random()
    if truths and chance < 0.4:
        other = truths[-1].outline.mean(0)
        angle, far = rng.uniform(0, 2 * np.pi), diameter * rng.uniform(0.55, 0.95)
        return round(other[0] + far * np.cos(angle)), round(other[1] + far * np.sin(angle))
    if chance < 0.12:
        beyond = round(diameter * rng.uniform(-0.2, 0.3))
        side = int(rng.integers(4))
        x, y = int(rng.integers(0, width)), int(rng.integers(0, height))
        return ((beyond, y), (width - beyond, y), (x, beyond), (x, height - beyond))[side]
    if chance < 0.65 and not truths:
        return page.foot[0] + round(rng.normal(0, 0.06 * width)), page.foot[1] + round(rng.normal(0, 0.03 * height))
    half = diameter // 2
    return (
        int(rng.integers(half, max(width - half, half + 1))),
        int(rng.integers(half, max(height - half, half + 1))),
    )


def _again(image: Pixels, truths: list[Truth], rng: np.random.Generator) -> Pixels:
    """Move a copy of a seal to another place, or take the seal away."""
    first = within(truths[0], image)
    if rng.random() < 0.4 or len(first.seen) < 3:
        truths[0] = replace(first, attack="erased")
        return erased(image, first.outline, rng)
    shift = (int(rng.integers(-1, 2)) * round(1.3 * first.diameter), -round(1.4 * first.diameter))
    image, outline = moved(image, first.outline, shift)
    low, high = np.floor(outline.min(0)).astype(int), np.ceil(outline.max(0)).astype(int)
    hidden = np.ones((high[1] - low[1], high[0] - low[0]), np.float32)
    truths[1:] = [covered(each, hidden, int(low[0]), int(low[1]), each.colour) for each in truths[1:]]
    truths.append(replace(shifted(first, (-shift[0], -shift[1])), attack="moved"))
    return image


def _cropped(image: Pixels, truths: list[Truth], rng: np.random.Generator) -> Pixels:
    """A part around one seal, as people photograph and send it."""
    height, width = image.shape[:2]
    seal = truths[int(rng.integers(len(truths)))]
    middle = seal.outline.mean(0)
    wide = min(width, max(round(seal.diameter * rng.uniform(1.4, 4)), 240))
    high = min(height, max(round(wide * rng.uniform(0.6, 1.4)), 240))
    left = int(np.clip(middle[0] - wide * rng.uniform(0.3, 0.7), 0, width - wide))
    top = int(np.clip(middle[1] - high * rng.uniform(0.3, 0.7), 0, height - high))
    truths[:] = [shifted(within(each, image), (left, top)) for each in truths]
    return np.ascontiguousarray(image[top : top + high, left : left + wide])
