"""Faces to draw with: the one that ships, those of the system, and a folder of the team's own.

Splits go by design, not by file: what `test` draws with, no page of `train` has shown.  Names are file names of
Debian's fonts-noto-cjk, fonts-arphic-ukai, fonts-arphic-uming, fonts-wqy-zenhei, fonts-wqy-microhei,
fonts-lxgw-wenkai, fonts-liberation and fonts-dejavu; whichever is missing is left out.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from PIL import ImageFont

Split = Literal["train", "calibration", "test"]
SPLITS: tuple[Split, ...] = ("train", "calibration", "test")
Look = Literal["sans", "song", "kai", "latin_sans", "latin_serif"]
SHIPPED = str(files("forgecheck.show") / "fonts" / "NotoSansSC-subset.otf")
FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", str(Path.home() / ".fonts"))
OWN = "FORGECHECK_FONTS"
"""Environment variable: a folder of further fonts (FangSong, XiaoBiaoSong ...), used for training only."""


@dataclass(frozen=True, slots=True)
class Face:
    """One typeface in one weight."""

    path: str
    index: int
    family: str
    """As browsers and fontconfig name it; empty for a font that is not installed."""
    look: Look
    weight: int = 400

    @property
    def name(self) -> str:
        """Short and stable, for labels."""
        return f"{Path(self.path).stem}#{self.index}" if self.index else Path(self.path).stem


KNOWN: tuple[tuple[Split, str, int, str, Look, int], ...] = (
    ("train", "NotoSansCJK-Regular.ttc", 2, "Noto Sans CJK SC", "sans", 400),
    ("train", "NotoSansCJK-Bold.ttc", 2, "Noto Sans CJK SC", "sans", 700),
    ("train", "NotoSerifCJK-Regular.ttc", 2, "Noto Serif CJK SC", "song", 400),
    ("train", "NotoSerifCJK-Bold.ttc", 2, "Noto Serif CJK SC", "song", 700),
    ("train", "ukai.ttc", 0, "AR PL UKai CN", "kai", 400),
    ("calibration", "wqy-zenhei.ttc", 0, "WenQuanYi Zen Hei", "sans", 400),
    ("test", "wqy-microhei.ttc", 0, "WenQuanYi Micro Hei", "sans", 400),
    ("test", "uming.ttc", 0, "AR PL UMing CN", "song", 400),
    ("test", "LXGWWenKai-Regular.ttf", 0, "LXGW WenKai", "kai", 400),
    ("test", "LXGWWenKai-Bold.ttf", 0, "LXGW WenKai", "kai", 700),
    ("train", "LiberationSerif-Regular.ttf", 0, "Liberation Serif", "latin_serif", 400),
    ("train", "DejaVuSans.ttf", 0, "DejaVu Sans", "latin_sans", 400),
    ("calibration", "DejaVuSerif.ttf", 0, "DejaVu Serif", "latin_serif", 400),
    ("test", "LiberationSans-Regular.ttf", 0, "Liberation Sans", "latin_sans", 400),
)


@cache
def installed() -> dict[str, str]:
    """File name to path of every font file of this machine."""
    roots = [Path(folder) for folder in FOLDERS if Path(folder).is_dir()]
    found = [file for root in roots for file in sorted(root.rglob("*")) if file.suffix in {".ttc", ".ttf", ".otf"}]
    return {file.name: str(file) for file in reversed(found)}


@cache
def faces(split: Split, latin: bool = False) -> tuple[Face, ...]:
    """The faces of a split; the shipped one where a split has none of its own on this machine."""
    here = installed()
    found = [
        Face(here[file], index, family, look, weight)
        for owner, file, index, family, look, weight in KNOWN
        if owner == split and file in here and look.startswith("latin") == latin
    ]
    if latin:
        return tuple(found)
    if split == "train":
        own = Path(os.environ.get(OWN, "/nonexistent"))
        found += [Face(str(file), 0, "", "song") for file in sorted(own.glob("*.[to]tf"))]
    if split == "train" or not found:
        found.append(Face(SHIPPED, 0, "", "sans"))
    return tuple(found)


@lru_cache(maxsize=96)  # each holds a file open
def opened(face: Face, size: float) -> ImageFont.FreeTypeFont:
    """The face at a size in pixels per em."""
    return ImageFont.truetype(face.path, size, index=face.index, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=200_000)
def advance(face: Face, size: float, char: str) -> float:
    """Width in pixels by which the pen moves."""
    return float(opened(face, size).getlength(char))


@cache
def has(face: Face, char: str) -> bool:
    """Whether the face draws this character, and not the box that stands for a missing one."""
    if char.isspace():
        return True
    font = opened(face, 20)
    drawn = font.getmask(char)
    missing = font.getmask("\U000fffff")
    return bool(drawn.size[0]) and (drawn.size, bytes(drawn)) != (missing.size, bytes(missing))


def drawable(face: Face, text: str) -> bool:
    """Whether the face has every glyph of the text."""
    return all(has(face, char) for char in text)
