"""The network's map over the paled page: the stronger the colour, the likelier it takes the place for edited."""

from __future__ import annotations

import numpy as np
from PIL import Image as Pictures
from PIL.Image import Image as Picture
from PIL.Image import Resampling

from forgecheck.evidence import Heat, Page
from forgecheck.place import HEAT_CELL
from forgecheck.show.turn import turned_image

PALED = 0.6  # how far the page is paled under the map
COLOUR = (194, 78, 0)  # as strong findings are drawn
FAINTEST = 160  # of 255; colder places are left out: text that the network cannot tell has 100 to 140 all over


def draw_heat(page: Page, heat: Heat, width: int) -> Picture:
    """The page, paled, turned upright and `width` pixels wide, with the map over it."""
    levels = np.repeat(np.repeat(heat, HEAT_CELL, axis=0), HEAT_CELL, axis=1)[: page.height, : page.width]
    levels = np.where(levels >= FAINTEST, levels, 0).astype(np.uint8)
    image = turned_image(page)
    paled = Pictures.fromarray(255 - ((255 - image) * (1 - PALED)).astype(np.uint8))
    cover = Pictures.fromarray(np.ascontiguousarray(np.rot90(levels, page.rotation // 90)))
    drawn = Pictures.composite(Pictures.new("RGB", paled.size, COLOUR), paled, cover)
    return drawn.resize((width, max(round(drawn.height * width / drawn.width), 1)), Resampling.LANCZOS)
