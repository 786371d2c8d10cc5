"""What is cut into a seal: its name, shape, proportions and font.

Proportions follow what public rules and makers print (a 42 mm seal: frame 1.2 mm, name about 5 mm high on the
upper arc, star 14 mm, number on the lower arc); each is varied, since real seals vary.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

import numpy as np
from forgecheck_models.synth.seals.names import ORGANS, Emblem, Split, name_of, person, pick
from PIL import ImageFont

Shape = Literal["round", "oval", "square"]

SHIPPED = str(files("forgecheck.show") / "fonts" / "NotoSansSC-subset.otf")
"""The font that is on every machine with forgecheck; a wheel is always installed unpacked."""
# Looked up by file name in the system's font folders (Debian: fonts-noto-cjk, fonts-arphic-uming, fonts-arphic-ukai,
# fonts-wqy-zenhei, fonts-wqy-microhei, fonts-lxgw-wenkai).  A font of one split is not used in another, save the
# shipped one.
FONTS: dict[Split, tuple[str, ...]] = {
    "train": ("NotoSerifCJK-Bold.ttc", "NotoSansCJK-Bold.ttc", "wqy-zenhei.ttc", "LXGWWenKai-Regular.ttf"),
    "validate": ("NotoSerifCJK-Bold.ttc", "wqy-microhei.ttc"),
    "test": ("NotoSerifCJK-Regular.ttc", "uming.ttc", "uming.ttc", "ukai.ttc", "LXGWWenKai-Bold.ttf"),
}
SIMPLIFIED = 2  # index of the mainland face in the Noto collections; the others have it at 0


@dataclass(frozen=True, slots=True)
class Design:
    """What is cut into the seal."""

    name: str
    shape: Shape = "round"
    emblem: Emblem = "star"
    bottom: str = ""
    serial: str = ""
    font: str = SHIPPED
    height: float = 0.25
    """Height of the name's characters, as a share of the radius."""
    frame: float = 0.05
    """Width of the frame, as a share of the radius."""
    span: float = 250.0
    """Degrees that the name covers on the ring."""
    gap: float = 0.04
    """Paper between frame and name, as a share of the radius."""
    arched: bool = False
    """The bottom line follows the lower arc, its letters upright."""
    middle: str = ""
    """A number across the centre, as on invoice seals."""
    rim: float = 0.0
    """Radius of a second, thin ring, as a share of the radius; 0 for none."""
    negative: bool = False
    """The letters stay bare in a field of ink."""
    diameter_mm: float = 42.0

    @property
    def text(self) -> str:
        """What a reader should say: the name and the line below the centre."""
        return self.name + self.bottom

    @property
    def aspect(self) -> float:
        """Height by width."""
        return 0.75 if self.shape == "oval" else 1.0


@lru_cache(256)
def face(name: str, size: int) -> ImageFont.FreeTypeFont:
    """A font by its file name; raises OSError where it is not installed."""
    return ImageFont.truetype(name, size, index=SIMPLIFIED if name.startswith("Noto") and name != SHIPPED else 0)


@cache
def installed(split: Split) -> tuple[str, ...]:
    """The fonts of this split that the machine has, the shipped one always."""
    return (*(each for each in FONTS[split] if _is_there(each)), SHIPPED)


def _is_there(name: str) -> bool:
    try:
        face(name, 12)
    except OSError:
        return False
    return True


def invent(rng: np.random.Generator, shape: Shape = "round", split: Split = "train") -> Design:
    """A design with an invented name; the same generator state gives the same design."""
    fonts = installed(split)
    if shape == "square":
        return _name_seal(rng, split, fonts)
    organ = ORGANS[int(rng.integers(len(ORGANS)))]
    if shape == "oval":
        organ = next(each for each in ORGANS if "{l}" in each.pattern)
    name = name_of(organ, rng, split)
    bottom = pick(rng, organ.bottoms) if organ.bottoms else ""
    emblem = organ.emblem
    if bottom.endswith(("章", ")")) and rng.random() < 0.5:
        emblem = "none"
    state = organ.emblem == "national_emblem"
    serial = "" if state or rng.random() < 0.45 else _digits(rng, 13 if rng.random() < 0.8 else 14)
    middle = ""
    if shape == "oval":
        emblem, bottom, serial = "none", "发票专用章", ""
        middle = "91" + _digits(rng, 15) + "X" if rng.random() < 0.8 else ""
    arched = shape == "round" and 4 <= len(bottom) <= 6 and rng.random() < 0.35
    span = min(290.0, (20.5 if len(name) > 9 else 23.0) * len(name) * float(rng.uniform(0.92, 1.1)))
    if serial or bottom:
        span = min(span, 178.0 if shape == "oval" else 228.0 if bottom else 262.0)  # the lower part stays free
    return Design(
        name,
        shape,
        emblem,
        bottom,
        "" if arched else serial,
        pick(rng, fonts),
        float(rng.uniform(0.19, 0.31)) * (1.15 if len(name) < 10 else 1.0),
        float(rng.uniform(0.03, 0.075)),
        span,
        float(rng.uniform(0.025, 0.09)),
        arched,
        middle,
        float(rng.uniform(0.9, 0.93)) if rng.random() < 0.05 else 0.0,
        diameter_mm=organ.diameter_mm * float(rng.uniform(0.96, 1.04)),
    )


def _name_seal(rng: np.random.Generator, split: Split, fonts: tuple[str, ...]) -> Design:
    name = person(rng, split) + ("印" if rng.random() < 0.7 else "")
    if len(name) == 3 and rng.random() < 0.5:
        name = name[:3] + "印"
    return Design(
        name,
        "square",
        "none",
        font=pick(rng, fonts),
        frame=float(rng.uniform(0.03, 0.07)),
        negative=bool(rng.random() < 0.15),
        diameter_mm=float(rng.uniform(18, 25)),
    )


def _digits(rng: np.random.Generator, count: int) -> str:
    return "".join(str(each) for each in rng.integers(0, 10, count))
