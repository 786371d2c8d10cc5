"""The ways in which forgers bring a seal onto a page that was already captured (`forensics.md` A7: S1 to S7)."""

from __future__ import annotations

from typing import Literal

import cv2
import numpy as np
from forgecheck_models.synth.seals.impress import Outline, Pixels, Print, put
from forgecheck_models.synth.seals.ink import Colour, Cover
from PIL import Image

Attack = Literal["opaque", "alpha", "multiply", "cut_out", "extracted", "moved", "erased"]
ATTACKS: tuple[Attack, ...] = ("opaque", "alpha", "multiply", "cut_out", "extracted", "moved", "erased")
CUT_LEVEL, CUT_RATIO, CUT_GAIN = 150, 1.5, 1.1  # what a cutting tool in use keeps as seal, and how it brightens it


def overlay(
    page: Pixels, seal: Print, centre: tuple[int, int], colour: Colour, attack: Attack, rng: np.random.Generator
) -> tuple[Pixels, Outline]:
    """Put a clean, electronically made seal on a captured page: opaque, alpha or multiply."""
    if attack == "opaque":
        return put(page, seal, centre, colour, "opaque")
    if attack == "alpha":
        return put(page, seal, centre, colour, "alpha", float(rng.uniform(0.6, 0.95)))
    return put(page, seal, centre, colour, "multiply", float(rng.uniform(0.8, 1.0)))


def donor(seal: Print, colour: Colour, rng: np.random.Generator) -> Pixels:
    """A real-looking impression, photographed or scanned from another page, with noise and JPEG traces."""
    high, wide = seal.cover.shape
    paper = np.full((high, wide, 3), int(rng.integers(215, 250)), np.uint8)
    done, _ = put(paper, seal, (wide // 2, high // 2), colour)
    soft = cv2.GaussianBlur(done.astype(np.float32), (0, 0), float(rng.uniform(0.4, 0.9)))
    noisy = np.clip(soft + rng.normal(0, 3, soft.shape), 0, 255).astype(np.uint8)
    _, coded = cv2.imencode(".jpg", noisy[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(70, 95))])
    return np.asarray(cv2.imdecode(coded, cv2.IMREAD_COLOR)[..., ::-1])


def cut_out(
    page: Pixels, picture: Pixels, seal: Print, centre: tuple[int, int], rng: np.random.Generator
) -> tuple[Pixels, Outline]:
    """Paste what a colour threshold keeps of a picture: hard edges, clipped red, often a white halo."""
    red = picture.astype(np.float32)
    level = CUT_LEVEL if red[..., 0].mean() > CUT_LEVEL else 90
    channel = 0 if red[..., 0].sum() >= red[..., 2].sum() else 2
    ratio = 1 + (CUT_RATIO - 1) * float(rng.uniform(0.3, 1.0))
    other = np.maximum(red[..., 1], red[..., 2 - channel])
    keep = (red[..., channel] > level * 0.6) & (red[..., channel] > ratio * other)
    bright = np.clip(red * CUT_GAIN, 0, 255)
    if rng.random() < 0.4:  # halo: a rim of the donor's paper comes along
        grown = cv2.dilate(keep.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(bool)
        bright[grown & ~keep] = 250
        keep = grown
    return _pasted(page, bright, keep.astype(np.float32), seal, centre)


def extracted(page: Pixels, picture: Pixels, seal: Print, centre: tuple[int, int]) -> tuple[Pixels, Outline]:
    """Multiply a picture whose paper was made white first: the most careful way."""
    paper = np.percentile(picture, 90, axis=(0, 1)).astype(np.float32)
    layer = np.clip(picture / np.maximum(paper, 1), 0, 1)
    layer[layer.min(2) > 0.93] = 1
    return _pasted(page, layer, None, seal, centre)


def _pasted(
    page: Pixels, picture: Cover, alpha: Cover | None, seal: Print, centre: tuple[int, int]
) -> tuple[Pixels, Outline]:
    """Lay the picture on the page: by its alpha, or multiplied (then 1 is no change)."""
    high, wide = seal.cover.shape
    left, top = centre[0] - wide // 2, centre[1] - high // 2
    rows, columns = (
        slice(max(top, 0), min(top + high, page.shape[0])),
        slice(max(left, 0), min(left + wide, page.shape[1])),
    )
    result = page.copy()
    if rows.start < rows.stop and columns.start < columns.stop:
        inner = (slice(rows.start - top, rows.stop - top), slice(columns.start - left, columns.stop - left))
        under = page[rows, columns].astype(np.float32)
        part = picture[inner].astype(np.float32)
        mixed = (
            under * part if alpha is None else under * (1 - alpha[inner][..., None]) + part * alpha[inner][..., None]
        )
        result[rows, columns] = np.clip(mixed, 0, 255).astype(np.uint8)
    return result, seal.outline + np.array((left, top))


def moved(page: Pixels, outline: Outline, shift: tuple[int, int]) -> tuple[Pixels, Outline]:
    """Copy what lies inside the outline, paper and all, to another place of the same page."""
    left, top = np.floor(outline.min(0)).astype(int) - 2
    right, bottom = np.ceil(outline.max(0)).astype(int) + 3
    left, top = max(left, 0), max(top, 0)
    part = page[top:bottom, left:right]
    to_x, to_y = left + shift[0], top + shift[1]
    image = Image.fromarray(page)
    image.paste(Image.fromarray(part), (int(to_x), int(to_y)))
    return np.asarray(image), outline + shift


def erased(page: Pixels, outline: Outline, rng: np.random.Generator) -> Pixels:
    """Take the seal away: filled from around it, or painted over with the paper's colour."""
    left, top = np.maximum(np.floor(outline.min(0)).astype(int) - 3, 0)
    right, bottom = np.ceil(outline.max(0)).astype(int) + 4
    result = page.copy()
    part = page[top:bottom, left:right]
    if part.size == 0:
        return result
    if rng.random() < 0.5:
        chroma = part.max(2).astype(int) - part.min(2)
        mask = cv2.dilate((chroma > 18).astype(np.uint8), np.ones((5, 5), np.uint8))
        result[top:bottom, left:right] = cv2.inpaint(np.ascontiguousarray(part), mask, 3, cv2.INPAINT_TELEA)
    else:
        result[top:bottom, left:right] = np.percentile(part, 85, axis=(0, 1)).astype(np.uint8)
    return result
