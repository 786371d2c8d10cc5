"""What clutter is drawn on, and its colours and words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from forgecheck_models.synth.seals.design import face, installed
from forgecheck_models.synth.seals.names import Split
from PIL import Image, ImageDraw, ImageFont

Tone = tuple[int, int, int]
Point = tuple[float, float]
Thing = Callable[["Canvas", Point, int], None]
TONES: tuple[Tone, ...] = (
    (222, 40, 40), (250, 80, 60), (200, 20, 30), (24, 90, 200), (30, 160, 240), (250, 150, 30), (20, 20, 20),
)  # fmt: skip
LETTERS = "贷借还款额度官方客服信用宝福喜春到家购惠券新品抢"


@dataclass(frozen=True, slots=True)
class Canvas:
    """What is drawn on, and chance."""

    image: Image.Image
    draw: ImageDraw.ImageDraw
    rng: np.random.Generator
    split: Split

    def font(self, px: float) -> ImageFont.FreeTypeFont:
        """One of the split's fonts."""
        fonts = installed(self.split)
        return face(fonts[int(self.rng.integers(len(fonts)))], max(int(px), 6))

    def reddish(self) -> Tone:
        """A colour of logos and buttons, more often red."""
        tones = (
            (222, 40, 40),
            (250, 80, 60),
            (200, 20, 30),
            (24, 90, 200),
            (30, 160, 240),
            (250, 150, 30),
            (20, 20, 20),
        )
        return tones[int(self.rng.integers(len(tones)))] if self.rng.random() < 0.8 else self.tone()

    def tone(self) -> Tone:
        """Any colour."""
        red, green, blue = (int(each) for each in self.rng.integers(0, 256, 3))
        return red, green, blue

    def words(self, count: int) -> str:
        """So many signs of advertisements."""
        return "".join(LETTERS[int(each)] for each in self.rng.integers(0, len(LETTERS), count))
