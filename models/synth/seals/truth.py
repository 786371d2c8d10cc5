"""What is known about one seal of a scene: where it ended up, and whether its name can still be read at all."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
import numpy.typing as npt
from forgecheck_models.synth.seals.attacks import Attack
from forgecheck_models.synth.seals.channels import Matrix, carried
from forgecheck_models.synth.seals.design import Design
from forgecheck_models.synth.seals.impress import Outline, Pixels
from forgecheck_models.synth.seals.ink import Cover, Ink

from forgecheck.evidence import Box, Emblem, Origin, SealShape

# Where a letter can no longer be named by a person either; limits set by eye on impressions of the validation split.
LEAST_KEPT = 0.25  # of a letter's ink where it faded,
LEAST_UNBROKEN = 0.5  # and where a dry stamp left holes in it
MOST_CROSSED = 0.25  # of a letter's field under the ink of another seal that colour does not tell from it
MOST_OVERLAID = 0.45  # and of one of another colour
MOST_TEXT = 0.55  # of a letter's field under printed text, which colour tells from the seal's ink
MOST_TEXT_GRAY = 0.2  # and where it does not
TEXT_STEP = 70.0  # grey levels between a page and its text
INKED = 0.35  # coverage from which a pixel counts as ink
NOWHERE = Box(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Truth:
    """One seal of a scene."""

    design: Design
    origin: Origin
    attack: Attack | None
    """How it was brought onto the page, for "pasted"; "erased" seals are not there any more."""
    diameter: float
    """Width of the uncut seal, px."""
    colour: str
    """red, blue, black or gray."""
    turn: float
    """Degrees counter-clockwise, before any channel."""
    ink: Ink
    outline: Outline
    """(N, 2) points of its edge, also beyond the picture."""
    seen: Outline
    """(M, 2) corners of what of it lies on the picture; none where it is gone."""
    letters: npt.NDArray[np.float64]
    """(L, 4, 2) corners of each letter of its text."""
    kept: float = 1.0
    """Share of its ink that the worst letter has."""
    texted: float = 0.0
    """Share of the worst letter's field that lies over printed text."""
    crossed: float = 0.0
    """Share of the worst letter's field that other seals of this colour cover,"""
    overlaid: float = 0.0
    """and those of other colours."""
    box: Box = NOWHERE
    """What of it lies on the picture."""
    share: float = 1.0
    """Of its area that lies on the picture, 0..1."""

    @property
    def shape(self) -> SealShape:
        """As designed."""
        return self.design.shape

    @property
    def emblem(self) -> Emblem:
        """In its centre."""
        return self.design.emblem

    @property
    def text(self) -> str:
        """The name and the line below the centre."""
        return self.design.text

    @property
    def serial(self) -> str:
        """The number on its lower arc; empty where it has none."""
        return self.design.serial

    @property
    def legible(self) -> bool:
        """Whether every letter of the text is there: inked, on the picture, not under another seal."""
        coloured = self.colour in ("red", "blue")
        return (
            self.kept >= (LEAST_UNBROKEN if self.ink == "dry" else LEAST_KEPT)
            and self.texted <= (MOST_TEXT if coloured else MOST_TEXT_GRAY)
            and self.crossed <= MOST_CROSSED
            and self.overlaid <= (MOST_OVERLAID if coloured else MOST_CROSSED)
        )


def moved_along(truth: Truth, matrix: Matrix) -> Truth:
    """After a homography of the picture."""
    outline = carried(truth.outline, matrix)
    before, after = (float(np.ptp(each, axis=0).max()) for each in (truth.outline, outline))
    return replace(
        truth,
        outline=outline,
        seen=carried(truth.seen, matrix) if len(truth.seen) else truth.seen,
        letters=carried(truth.letters.reshape(-1, 2), matrix).reshape(-1, 4, 2),
        diameter=truth.diameter * after / before,
    )


def shifted(truth: Truth, by: tuple[float, float]) -> Truth:
    """After the picture's origin moved by so much."""
    seen = truth.seen - by if len(truth.seen) else truth.seen
    return replace(truth, outline=truth.outline - by, seen=seen, letters=truth.letters - by)


def within(truth: Truth, image: Pixels) -> Truth:
    """Cut at the picture's edges: what goes beyond them does not come back."""
    height, width = image.shape[:2]
    if len(truth.seen) < 3:
        return truth
    frame = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    area, seen = cv2.intersectConvexConvex(truth.seen.astype(np.float32), frame)
    known = np.zeros((0, 2)) if seen is None or area <= 0 else seen.reshape(-1, 2).astype(np.float64)
    middle = truth.letters.mean(1)
    lost = bool(len(middle)) and not ((middle >= 0) & (middle < (width, height))).all()
    return replace(truth, seen=known, kept=0.0 if lost else truth.kept)


def finished(truth: Truth, image: Pixels) -> Truth:
    """With its box and share on the finished picture."""
    truth = within(truth, image)
    if truth.attack == "erased" or len(truth.seen) < 3:
        return replace(truth, box=NOWHERE, share=0.0)
    height, width = image.shape[:2]
    low, high = np.floor(truth.seen.min(0)).astype(int), np.ceil(truth.seen.max(0)).astype(int)
    box = Box(max(int(low[0]), 0), max(int(low[1]), 0), min(int(high[0]), width), min(int(high[1]), height))
    whole = max(float(cv2.contourArea(truth.outline.astype(np.float32))), 1e-6)
    return replace(truth, box=box, share=min(float(cv2.contourArea(truth.seen.astype(np.float32))) / whole, 1.0))


def shares(letters: npt.NDArray[np.float64], plane: Cover, left: int = 0, top: int = 0) -> npt.NDArray[np.float64]:
    """Mean of a plane (H, W), whose corner lies at (left, top), over each letter's field; 0 beyond it."""
    found = np.zeros(len(letters))
    for at, quad in enumerate(letters):
        low, high = np.floor(quad.min(0)).astype(int), np.ceil(quad.max(0)).astype(int) + 1
        field = np.zeros((high[1] - low[1], high[0] - low[0]), np.uint8)
        cv2.fillConvexPoly(field, np.round(quad - low).astype(np.int32), 1)
        x, y = low[0] - left, low[1] - top
        part = plane[max(y, 0) : max(y + field.shape[0], 0), max(x, 0) : max(x + field.shape[1], 0)]
        inner = field[max(-y, 0) :, max(-x, 0) :][: part.shape[0], : part.shape[1]]
        found[at] = float((part * inner).sum()) / max(int(field.sum()), 1)
    return found


def worst_kept(letters: npt.NDArray[np.float64], bare: Cover, soaked: Cover) -> float:
    """The least share of a letter's ink that an impression (H, W) has of the clean seal's."""
    if not len(letters):
        return 1.0
    return float((shares(letters, soaked) / np.maximum(shares(letters, bare), 1e-3)).min())


def texted(letters: npt.NDArray[np.float64], page: Pixels) -> float:
    """The largest share of a letter's field that is darker (on a dark page brighter) than the page."""
    luma = cv2.cvtColor(page, cv2.COLOR_RGB2GRAY).astype(np.float32)
    text = (np.abs(luma - float(np.median(luma[::4, ::4]))) > TEXT_STEP).astype(np.float32)
    return float(shares(letters, text).max(initial=0.0))


def covered(truth: Truth, plane: Cover, left: int, top: int, colour: str) -> Truth:
    """After another seal's ink of this colour came to lie on or under it."""
    inked = (plane > INKED).astype(np.float32)
    share = float(shares(truth.letters, inked, left, top).max(initial=0))
    if colour == truth.colour:
        return replace(truth, crossed=max(truth.crossed, share))
    return replace(truth, overlaid=max(truth.overlaid, share))
