"""Seals that only the network sees: black, faint, over text, on a dark page.  Kept where a frame can be fitted."""

from __future__ import annotations

import cv2
import numpy as np

from forgecheck.evidence import Box, Image
from forgecheck.look.seals.ink import Colour, find_inks
from forgecheck.look.seals.network import Hint
from forgecheck.look.seals.outline import Ellipse
from forgecheck.look.seals.refine import colours, darkness, fitted

SIDE = 200.0  # px to which the place is shrunk before its frame is looked for
MARGIN = 0.25  # share of the box's size that is looked at around it
# Two opinions must agree.  On 57 real pages and screens without a seal the surest place that passed neither had
# chance + line 1.26 at line 0.46, or line 0.49 at chance 0.55.
LEAST_CHANCE, LEAST_LINE, LEAST_SUM = 0.3, 0.5, 1.1
LEAST_BLACK_SUM = 1.25  # icons and dials are more often black than red
SQUARE_CHANCE = 0.75  # a square has no outline to fit here


def outlined(image: Image, hint: Hint) -> tuple[Colour, Ellipse] | None:
    """The ink and the outline of what the network saw, in pixels of the page; None where no frame is there."""
    if hint.chance < LEAST_CHANCE or (hint.shape == "square" and hint.chance < SQUARE_CHANCE):
        return None
    box = hint.box
    factor = min(1.0, SIDE / max(box.width, box.height))
    margin = round(MARGIN * max(box.width, box.height))
    left, top = max(box.left - margin, 0), max(box.top - margin, 0)
    part = np.ascontiguousarray(image[top : box.bottom + margin, left : box.right + margin])
    if factor < 1:
        part = cv2.resize(part, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    if min(part.shape[:2]) < 8:
        return None
    sides = (box.left - left, box.top - top, box.right - left, box.bottom - top)
    inner = Box(*(round(each * factor) for each in sides))
    inks = find_inks(part)
    best: tuple[Colour, Ellipse] | None = None
    most = -1.0
    for colour in colours(inks, inner):
        ellipse, line = fitted(darkness(inks.light) if colour == "black" else inks.chroma[colour], inner)
        if line > most:
            scaled = ellipse.scaled(1 / factor)
            best, most = (colour, scaled._replace(x=scaled.x + left, y=scaled.y + top)), line
    if best is None or hint.shape == "square":
        return best
    least = LEAST_BLACK_SUM if best[0] == "black" else LEAST_SUM
    return best if most >= LEAST_LINE and most + hint.chance >= least else None
