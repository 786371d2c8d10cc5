"""Draws many pages in one start of a headless Chromium, as an SVG text each over its ground."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path

import numpy as np
from PIL import Image

from .fonts import Face
from .scene import Pixels, Run, Sheet

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome-headless-shell")
WIDEST = 15_000  # px of one screenshot; its textures end at 16,384
SECONDS = 180  # for one start (assumed)


@cache
def program() -> str | None:
    """The browser of this machine."""
    return next((found for found in map(shutil.which, NAMES) if found), None)


def render(sheets: Sequence[Sheet]) -> list[Pixels]:
    """The pages in pixels, in the same order.

    Raises
    ------
    RuntimeError
        Where there is no browser, or it did not draw.
    """
    out: list[Pixels] = []
    while len(out) < len(sheets):
        count, wide = 0, 0
        for sheet in sheets[len(out) :]:
            wide += sheet.ground.shape[1]
            if count and wide > WIDEST:
                break
            count += 1
        out += _row(sheets[len(out) : len(out) + count])
    return out


def _row(sheets: Sequence[Sheet]) -> list[Pixels]:
    """Pages side by side in one screenshot."""
    found = program()
    if found is None:
        raise RuntimeError("no headless Chromium on this machine")
    lefts = np.cumsum([0, *(sheet.ground.shape[1] for sheet in sheets)])
    high = max(sheet.ground.shape[0] for sheet in sheets)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts = []
        for at, sheet in enumerate(sheets):
            Image.fromarray(sheet.ground).save(folder / f"{at}.png", compress_level=1)
            parts.append(_svg(sheet, int(lefts[at]), f"{at}.png"))
        faces = {run.face for sheet in sheets for run in sheet.runs if not run.face.family}
        style = "".join(f"@font-face{{font-family:'{_family(face)}';src:url('file://{face.path}')}}" for face in faces)
        style += "body{margin:0}svg{position:absolute;top:0}"
        page = f"<!doctype html><meta charset=utf-8><style>{style}</style>{''.join(parts)}"
        (folder / "page.html").write_text(page, "utf-8")
        shot = folder / "shot.png"
        command = [found, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--log-level=3"]
        command += ["--allow-file-access-from-files", "--force-device-scale-factor=1", "--virtual-time-budget=4000"]
        command += [
            f"--user-data-dir={folder / 'profile'}",
            f"--screenshot={shot}",
            f"--window-size={lefts[-1]},{high}",
        ]
        done = subprocess.run(
            [*command, f"file://{folder / 'page.html'}"], capture_output=True, timeout=SECONDS, check=False
        )
        if not shot.is_file():
            raise RuntimeError(f"Chromium drew nothing: {done.stderr.decode(errors='replace')[-300:]}")
        picture = np.asarray(Image.open(shot).convert("RGB"))
    if picture.shape[0] < high or picture.shape[1] < lefts[-1]:
        raise RuntimeError(f"Chromium drew {picture.shape[1]} x {picture.shape[0]} pixels only")
    return [
        np.ascontiguousarray(picture[: sheet.ground.shape[0], left : left + sheet.ground.shape[1]])
        for sheet, left in zip(sheets, lefts, strict=False)
    ]


def _family(face: Face) -> str:
    return face.family or face.name


def _svg(sheet: Sheet, left: int, ground: str) -> str:
    high, wide = sheet.ground.shape[:2]
    texts = "".join(_text(run) for run in sheet.runs)
    size = f"width={wide} height={high}"
    return f"<svg style='left:{left}px' {size}><image href='{ground}' {size} />{texts}</svg>"


def _text(run: Run) -> str:
    places = " ".join(f"{edge:.2f}" for edge in run.edges[:-1])
    red, green, blue = run.colour
    font = f"font-family='{_family(run.face)}' font-size='{run.size:.2f}' font-weight='{run.face.weight}'"
    return f"<text x='{places}' y='{run.y:.2f}' {font} fill='rgb({red},{green},{blue})'>{escape(run.text)}</text>"
