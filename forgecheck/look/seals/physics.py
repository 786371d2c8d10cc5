"""How a seal lies on its page, in numbers: evenness, noise, sharpness, brightness, overlap, what surrounds it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from forgecheck.evidence import Box, Image, SealShape
from forgecheck.look.seals.ink import Colour, Inks, Mask, Plane, find_inks
from forgecheck.look.seals.physics_ground import borders
from forgecheck.look.seals.physics_overlap import overlap
from forgecheck.look.seals.physics_page import dark_edges, noise, ramp, sharpest

MARGIN = 0.35  # share of the seal's size that is cut out around it: paper and text to compare with
FULL = 0.6  # of the seal's usual chroma: above this a pixel is wholly ink
LEAST_INK = 120  # px of whole ink, below which nothing is measured
LEAST_DEEP = 60  # px of ink away from any edge, below which its noise is not measured
LEAST_PAPER = 60  # px of bare paper, likewise
MOST_SIDE = 420  # px; larger seals are looked at through a window of this size around their centre, at full resolution
CLIPPED = 253  # of 255
STRANGE = 18.0  # CIELAB units above the paper
LIGHT_CELLS, LEAST_CELL, LEAST_CELLS = 6, 12, 8  # cells along each side; px of ink and of paper in one; cells
LIGHT_NOISE = 0.01  # of the logarithm; differences of light below that are not believed
HALF_COVERED = (0.15, 0.6)  # share of full ink
BRIGHTEST = {"red": 0, "blue": 2}  # the channel (of RGB) that this ink hardly darkens
DARKEST = {"red": 1, "blue": 0}  # and the one that it darkens most


@dataclass(frozen=True, slots=True)
class Parts:
    """A seal taken apart; masks of shape (H, W)."""

    image: Image
    colour: Colour
    ink: Mask
    """Any of its ink."""
    solid: Mask
    """Wholly ink, no text."""
    dark: Mask
    """Black text, under, over and beside the seal."""
    paper: Mask
    """Neither, and some pixels away from both."""
    strange: Mask
    """Inside the outline, of strong colour that is not this ink's."""
    inside: Mask
    """Inside the seal's outline."""
    box: Box
    """Of the seal, in this picture."""
    round: bool


def parts(image: Image, box: Box, shape: SealShape) -> Parts | None:
    """Take the seal in this box of a page apart; None where there is too little coloured ink."""
    part, inner = _cut(image, box)
    inks = find_inks(part)
    inside = _inside(inks.light.shape, inner, shape)
    colour: Colour = "red" if _amount(inks, "red", inside) >= _amount(inks, "blue", inside) else "blue"
    chroma = np.where(inside, inks.chroma[colour], np.float32(0))
    ink = chroma > inks.level
    if np.count_nonzero(ink) < LEAST_INK:
        return None
    channel = part[..., BRIGHTEST[colour]]
    usual = float(np.percentile(chroma[ink], 70))
    whole = chroma > FULL * usual
    dark = _dark(channel, whole, ink | (inks.chroma[colour] > 2 * inks.level))
    paper = ~_grown(inks.chroma[colour] > inks.level, 3) & ~_grown(dark, 3) & ~inks.foreign
    solid = whole & _deep(part[..., DARKEST[colour]], whole, paper) & ~_grown(dark, 1)
    if np.count_nonzero(solid) < LEAST_INK:
        return None
    other = inks.chroma["blue" if colour == "red" else "red"]
    strange = inside & (inks.foreign | (other > STRANGE))
    return Parts(part, colour, ink, solid, dark, paper, strange, inside, inner, shape != "square")


def physics(seal: Parts) -> dict[str, float]:
    """The numbers that could be measured, by name; units in the names, ratios without.

    Returns
    -------
    dict
        log_* : natural logarithm of a ratio seal by surroundings, 0 where they are alike.
        even_fine, even_coarse : spread of the ink's density over 7 px and over an eighth of the seal; 0 is even.
        brighter : how much brighter the ink is than its paper in the channel that ink hardly darkens, as a share;
        above 0 no ink can be under this light.
        soft_px : see `_softness`; sharpest_seal_px : width of the sharpest tenth of its edges.
        clipped : share of the ink at the sensor's end; strange : share of the seal's field in other strong colours.
        box_step : by how much the ground in the seal's box is lighter, 0..100; box_tint : and differs in colour.
        halo : grey levels by which the ground at the ink's edge is brighter than farther away.
        expected_px, shown : see `overlap`; border_* and text_cut : see `borders`; follows_light,
        light_range : see `_light`.
    """
    found: dict[str, float] = {}
    core = _shrunk(seal.solid, 1)
    core = core if np.count_nonzero(core) >= LEAST_INK else seal.solid
    deep = _shrunk(seal.solid, 2)
    luma = cv2.cvtColor(seal.image, cv2.COLOR_RGB2GRAY).astype(np.float32)
    found["ink_px"] = float(np.count_nonzero(seal.solid))
    found["strange"] = float(seal.strange.sum()) / max(float(seal.inside.sum()), 1.0)
    found["clipped"] = float((seal.image[..., BRIGHTEST[seal.colour]][core] >= CLIPPED).mean())
    dark = seal.image[..., DARKEST[seal.colour]].astype(np.float32)
    bright = seal.image[..., BRIGHTEST[seal.colour]].astype(np.float32)
    if np.count_nonzero(seal.paper) >= LEAST_PAPER:
        ground = float(np.median(dark[seal.paper]))
        paper = float(np.median(bright[seal.paper]))
        found["brighter"] = float(np.median(bright[core])) / max(paper, 1.0) - 1
        found["density"] = 1 - float(np.median(dark[core])) / max(ground, 1.0)
        found["paper_noise"] = noise(dark, seal.paper)
        if np.count_nonzero(deep) >= LEAST_DEEP:
            found["log_noise_dark"] = _log_ratio(noise(dark, deep), found["paper_noise"])
            found["log_noise_bright"] = _log_ratio(noise(bright, deep), noise(bright, seal.paper))
            found["log_noise_luma"] = _log_ratio(noise(luma, deep), noise(luma, seal.paper))
            found |= _evenness(dark / max(ground, 1.0), deep)
        found |= _surroundings(luma, seal)
    if np.count_nonzero(deep) >= LEAST_DEEP:
        found["ink_noise"] = noise(dark, deep)
    found |= _sharpness(luma, seal)
    found |= _softness(dark, seal)
    found |= borders(luma, ~_grown(seal.ink, 2) & ~_grown(seal.dark, 2), seal.dark, seal.box)
    found |= _light(bright, seal)
    return found | overlap(seal.solid, seal.dark, seal.box, seal.round)


def _cut(image: Image, box: Box) -> tuple[Image, Box]:
    height, width = image.shape[:2]
    margin = round(MARGIN * min(max(box.width, box.height), MOST_SIDE))
    x, y = (box.left + box.right) // 2, (box.top + box.bottom) // 2
    half_w, half_h = min(box.width, MOST_SIDE) // 2 + margin, min(box.height, MOST_SIDE) // 2 + margin
    left, top = max(x - half_w, 0), max(y - half_h, 0)
    part = np.ascontiguousarray(image[top : min(y + half_h + 1, height), left : min(x + half_w + 1, width)])
    return part, Box(box.left - left, box.top - top, box.right - left, box.bottom - top)


def _inside(shape: tuple[int, ...], box: Box, seal: SealShape) -> Mask:
    height, width = shape
    y, x = np.ogrid[:height, :width]
    grown = 0.02 * max(box.width, box.height) + 1
    cut = box.left <= 0 or box.top <= 0 or box.right >= width or box.bottom >= height
    u = np.abs(x - (box.left + box.right - 1) / 2) / (box.width / 2 + grown)
    v = np.abs(y - (box.top + box.bottom - 1) / 2) / (box.height / 2 + grown)
    return np.asarray(np.maximum(u, v) <= 1 if seal == "square" or cut else u * u + v * v <= 1)


def _amount(inks: Inks, colour: Colour, inside: Mask) -> float:
    return float(np.maximum(inks.chroma[colour] - inks.level, 0)[inside].sum())


def _dark(channel: Image, whole: Mask, coloured: Mask) -> Mask:
    """Text: darker than halfway from the ink to black, in the channel that ink hardly darkens."""
    bare = channel[~coloured]
    if not whole.any() or not len(bare):
        return np.zeros(whole.shape, bool)
    ink, black = float(np.percentile(channel[whole], 60)), float(np.percentile(bare, 1))
    if black > 0.6 * ink:
        return np.zeros(whole.shape, bool)
    return np.asarray(channel < (ink + black) / 2)


def _deep(channel: Image, whole: Mask, paper: Mask) -> Mask:
    """Where the channel that ink darkens is dark: colour alone is blurred by JPEG, and fills the letters."""
    ground = float(np.median(channel[paper])) if paper.any() else 255.0
    ink = float(np.percentile(channel[whole], 30))
    return np.asarray(channel < ground - FULL * (ground - ink))


def _grown(mask: Mask, by: int) -> Mask:
    return np.asarray(cv2.dilate(mask.astype(np.uint8), np.ones((2 * by + 1, 2 * by + 1), np.uint8)) > 0)


def _shrunk(mask: Mask, by: int) -> Mask:
    return np.asarray(cv2.erode(mask.astype(np.uint8), np.ones((2 * by + 1, 2 * by + 1), np.uint8)) > 0)


def _log_ratio(one: float, other: float) -> float:
    return float(np.log((one + 0.5) / (other + 0.5)))  # 0.5 grey levels: below that rounding is all there is


def _evenness(density: Plane, core: Mask) -> dict[str, float]:
    side = max(int(np.sqrt(np.count_nonzero(core)) / 4) * 2 + 1, 9)
    fine = _local_mean(density, core, 7)
    coarse = _local_mean(density, core, side)
    return {
        "even_fine": float(np.abs(density - fine)[core].mean()),
        "even_coarse": float(coarse[core].std()),
        "even_all": float(density[core].std()),
    }


def _light(bright: Plane, seal: Parts) -> dict[str, float]:
    """Whether the ink grows brighter where its paper does, as a share: 1 for ink under the same light, 0 for paint.

    follows_light : slope of the logarithm of the ink on that of the paper, over the cells of a grid;
    light_range : spread of the paper's logarithm over these cells; without light that differs the slope says nothing.
    """
    cells = []
    box = seal.box
    edges = [np.linspace(low, high, LIGHT_CELLS + 1).astype(int) for low, high in (box[::2], box[1::2])]
    for left, right in zip(edges[0][:-1], edges[0][1:], strict=True):
        for top, bottom in zip(edges[1][:-1], edges[1][1:], strict=True):
            part = (slice(max(top, 0), max(bottom, 0)), slice(max(left, 0), max(right, 0)))
            ink, paper = (bright[part][mask[part]] for mask in (seal.solid, seal.paper))
            if min(len(ink), len(paper)) >= LEAST_CELL:
                cells.append((np.log(max(float(ink.mean()), 1)), np.log(max(float(paper.mean()), 1))))
    if len(cells) < LEAST_CELLS:
        return {}
    inks, papers = np.array(cells).T
    spread = float(papers.var())
    slope = float(((inks - inks.mean()) * (papers - papers.mean())).mean()) / (spread + LIGHT_NOISE**2)
    return {"follows_light": float(np.clip(slope, -2, 3)), "light_range": float(np.sqrt(spread))}


def _softness(dark: Plane, seal: Parts) -> dict[str, float]:
    """soft_px : pixels half covered by ink for each pixel of the solid ink's edge; a hard cut leaves few."""
    if not seal.paper.any():
        return {}
    ground, ink = float(np.median(dark[seal.paper])), float(np.percentile(dark[seal.solid], 30))
    cover = (ground - dark) / max(ground - ink, 1.0)
    near = _grown(seal.solid, 3) & ~_grown(seal.dark, 3)
    edge = near & seal.solid & ~_shrunk(seal.solid, 1)
    half = near & (cover > HALF_COVERED[0]) & (cover < HALF_COVERED[1])
    return {"soft_px": float(np.count_nonzero(half)) / max(int(np.count_nonzero(edge)), 1)}


def _local_mean(plane: Plane, mask: Mask, side: int) -> Plane:
    weight = mask.astype(np.float32)
    return np.asarray(cv2.blur(plane * weight, (side, side)) / np.maximum(cv2.blur(weight, (side, side)), 1e-4))


def _surroundings(luma: Plane, seal: Parts) -> dict[str, float]:
    """The ground in the seal's box against the ground beyond it, and at the ink's edge against farther away."""
    found: dict[str, float] = {}
    framed = np.zeros(seal.paper.shape, bool)
    box = seal.box
    framed[max(box.top, 0) : max(box.bottom, 0), max(box.left, 0) : max(box.right, 0)] = True
    beyond = ~_grown(framed, 4)
    if np.count_nonzero(seal.paper & framed) >= LEAST_PAPER and np.count_nonzero(seal.paper & beyond) >= LEAST_PAPER:
        found["log_noise_box"] = _log_ratio(noise(luma, seal.paper & framed), noise(luma, seal.paper & beyond))
    if framed.any() and beyond.any():
        lab = cv2.cvtColor(seal.image, cv2.COLOR_RGB2LAB)
        within, without = (_ground(lab, where) for where in (framed, beyond))
        found["box_step"] = (within[0] - without[0]) * 100 / 255
        found["box_tint"] = float(np.hypot(within[1] - without[1], within[2] - without[2]))
    away = cv2.distanceTransform((~seal.ink).astype(np.uint8), cv2.DIST_L2, 3)
    ground = ~_grown(seal.dark, 3) & (away > 0)
    edge, far = ground & (away > 1.5) & (away < 3.1), ground & (away > 4.5) & (away < 9)
    if np.count_nonzero(edge) >= LEAST_PAPER and np.count_nonzero(far) >= LEAST_PAPER:
        found["halo"] = float(np.median(luma[edge]) - np.median(luma[far]))
    return found


def _ground(lab: Image, where: Mask) -> tuple[float, float, float]:
    """Usual L, a and b (8 bit) of the lightest third in a region: its paper, whatever its colour."""
    light = lab[..., 0][where]
    ground = lab[where][light >= np.percentile(light, 67)]
    low, green, blue = np.median(ground, axis=0)
    return float(low), float(green), float(blue)


def _sharpness(luma: Plane, seal: Parts) -> dict[str, float]:
    """Width of the seal's edges by that of the text's."""
    own = dark_edges(luma, _grown(seal.ink, 2) & ~_grown(seal.dark, 4))
    text = dark_edges(luma, _grown(seal.dark, 2) & ~_grown(seal.ink, 4))
    found: dict[str, float] = {}
    if (width := ramp(own)) is not None:
        found["ramp_seal_px"] = width
        found["sharpest_seal_px"] = sharpest(own)
        if (other := ramp(text)) is not None:
            found["ramp_text_px"] = other
            found["log_ramp"] = float(np.log(width / other))
    return found
