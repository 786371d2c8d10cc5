"""From a seed to a drawn page: layout, then one of the rasterisers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pypdfium2

from . import cairo, documents, phones
from .fonts import Split
from .raster import Rasteriser, choices, write
from .scene import Kind, Pixels, Rng, Scene, Sheet

PHONE: tuple[Kind, ...] = ("sms", "chat", "web")


@dataclass(frozen=True)
class Drawn:
    """A page as its author made it."""

    scene: Scene
    sheet: Sheet
    rasteriser: Rasteriser
    gamma: float


def lay(kind: Kind, rng: Rng, split: Split, ink_seal: bool) -> Sheet:
    """What is to be drawn."""
    return (phones if kind in PHONE else documents).lay(kind, rng, split, ink_seal)


def rasteriser_of(kind: Kind, rng: Rng) -> Rasteriser:
    """One that fits: documents often come out of a PDF viewer, no phone shows coloured fringes."""
    found: list[Rasteriser] = [each for each in choices() if kind not in PHONE or each != "cairo_lcd"]
    if cairo.available() and kind not in PHONE:
        found += ["pdf", "pdf"]
    return found[int(rng.integers(len(found)))]


def draw(sheet: Sheet, rasteriser: Rasteriser, gamma: float = 1.0, ready: Pixels | None = None) -> Drawn:
    """The page in pixels; `ready` is the picture where another program has drawn it already."""
    if ready is not None:
        image = ready
    elif rasteriser == "pdf":
        image = _pdf(sheet)
    else:
        image = write(sheet.ground, sheet.runs, rasteriser, gamma)
    mask = np.zeros(image.shape[:2], np.uint8)
    return Drawn(Scene(image, mask, sheet.runs, np.eye(3), sheet.seals), sheet, rasteriser, gamma)


def _pdf(sheet: Sheet) -> Pixels:
    """The runs go through a PDF and PDFium; the ground lies below them."""
    high, wide = sheet.ground.shape[:2]
    document = pypdfium2.PdfDocument(cairo.pdf(sheet.runs, (wide, high)))
    drawn = document[0].render(scale=1, fill_color=(0, 0, 0, 0), rev_byteorder=True, maybe_alpha=True).to_numpy()
    document.close()
    out, drawn = sheet.ground.reshape(-1, 3).copy(), drawn[:high, :wide].reshape(-1, 4)
    inked = np.flatnonzero(drawn[:, 3])
    share = drawn[inked, 3:].astype(np.float32) / 255
    out[inked] = np.rint(out[inked] * (1 - share) + drawn[inked, :3] * share).astype(np.uint8)
    return out.reshape(high, wide, 3)
