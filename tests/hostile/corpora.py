"""Hostile files, all made here: name and bytes of each, by corpus.

`tests/benchmarks/threats.py` counts what becomes of them, and of the public ones where FORGECHECK_DATA names them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

import numpy as np
from files import exif, paper, picture, saved
from hostile.bombs import bombs
from hostile.worst import WORST
from PIL import Image

Named = Iterator[tuple[str, bytes]]
BUSY_BYTES = 3_000_000
FLIPS = 60
SUFFIXES = ("jpg", "png", "webp", "pdf", "exe", "svg", "")
MODES = "1 L LA La P PA RGB RGBA RGBa RGBX CMYK YCbCr I;16 I F HSV LAB".split()  # noqa: SIM905

NAMES = (
    *("../../etc/passwd", "..\\..\\boot.ini", "/dev/null", "CON", "nul.png", "a\0.png", "\x1b]52;c;aGk=\x07.png"),
    *("a\nb.png", "律师函\u202egnp.exe", "<img src=x onerror=alert(1)>.png", "=HYPERLINK(1).png", "＝1+1.png"),
    *("长" * 4000 + ".png", "\ud800.png", "a\u0301\u200b.png", "{{7*7}}.png", "%s%n.png", " .png", "", "\u2028.png"),
)
"""Names that have broken programs."""


@cache
def samples() -> Mapping[str, bytes]:
    """A good file of every form; noise, so that a cut anywhere loses something."""
    noise = np.random.default_rng(0).integers(0, 255, (64, 96, 3), np.uint8)
    return {
        "jpeg": saved(noise, "JPEG"),
        "progressive jpeg": saved(noise, "JPEG", progressive=True),
        "restarting jpeg": saved(noise, "JPEG", restart_marker_blocks=2),
        "png": saved(noise, "PNG"),
        "webp": saved(noise, "WEBP"),
        "lossless webp": saved(noise, "WEBP", lossless=True),
        "gif": saved(noise, "GIF"),
        "bmp": saved(noise, "BMP"),
        "pdf": paper(3),
        "letter": _letter(),
    }


def _letter() -> bytes:
    small = Image.fromarray(picture(300, 420))
    return saved(small, "JPEG", quality=80, exif=exif({0x0131: "Acme", 0x0112: 6}), comment=b"note")


def cut() -> Named:
    """Every sample cut at 1 to 99 percent."""
    for name, data in samples().items():
        for percent in range(1, 100):
            yield f"{name} at {percent} %", data[: len(data) * percent // 100]


def flipped() -> Named:
    """Every sample with one to eight bits turned."""
    for name, data in samples().items():
        dice = np.random.default_rng(len(data))
        for number in range(FLIPS):
            changed = bytearray(data)
            for _ in range(1 + number % 8):
                changed[dice.integers(len(data))] ^= 1 << int(dice.integers(8))
            yield f"{name}, {number}", bytes(changed)


def renamed() -> Named:
    """Every sample under every wrong suffix, and under names that have broken programs."""
    for data in samples().values():
        yield from ((f"a.{suffix}", data) for suffix in SUFFIXES)
    yield from ((name, samples()["png"]) for name in NAMES)


def polyglots() -> Named:
    """Pictures that are something else as well."""
    known = samples()
    archive, page = b"PK\3\4" + bytes(200) + b"PK\5\6" + bytes(18), b"<html><script>alert(1)</script></html>"
    for name in ("jpeg", "png", "gif", "webp", "bmp"):
        yield f"{name} and zip", known[name] + archive
        yield f"{name} and html", known[name] + page
        yield f"{name} and pdf", known[name] + known["pdf"]
    yield "gif and script", b"GIF89a/*" + known["gif"][8:] + b"*/=alert(1)"
    yield "jpeg with php", saved(picture(), "JPEG", comment=b"<?php system($_GET[0]); ?>")
    yield "pdf and jpeg", b"%PDF-1.7\n" + known["jpeg"] + known["pdf"]
    yield "zip and pdf", archive + known["pdf"]
    yield "html and pdf", page + known["pdf"]
    yield "two jpegs", known["jpeg"] + known["letter"]


def modes() -> Named:
    """Every mode of Pillow in every format that takes it."""
    for mode in MODES:
        for kind in ("JPEG", "PNG", "WEBP", "GIF", "BMP"):
            with suppress(OSError, ValueError, KeyError):
                yield f"{kind} {mode}", saved(_in_mode(mode), kind)


def _in_mode(mode: str) -> Image.Image:
    if mode == "I;16":
        return Image.fromarray(picture()[..., 0].astype(np.uint16) << 8)
    if mode == "LAB":
        return Image.new("LAB", (96, 64), (50, 30, 30))
    if mode in ("La", "RGBa"):
        return Image.fromarray(picture()).convert("LA" if mode == "La" else "RGBA").convert(mode)
    return Image.fromarray(picture()).convert(mode)


def orientations() -> Named:
    """The eight of EXIF and some that do not exist, in every format that carries EXIF."""
    for kind in ("JPEG", "PNG", "WEBP"):
        for number in (*range(1, 9), 0, 9, 65_535):
            yield f"{kind} {number}", saved(picture(), kind, exif=exif({0x0112: number}))


def animations() -> Named:
    """Moving pictures, and several in one file."""
    frames = [Image.fromarray(np.full((64, 96, 3), level, np.uint8)) for level in range(0, 250, 5)]
    for kind in ("GIF", "WEBP", "PNG", "MPO"):
        yield kind, saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=20)
    moving = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    yield "GIF, cut", moving[: len(moving) // 2]


def busy() -> Named:
    """Files made to keep a reader busy."""
    yield from ((name, make(BUSY_BYTES)) for name, make in WORST.items())


CORPORA: Mapping[str, Callable[[], Named]] = {
    each.__name__: each for each in (cut, flipped, renamed, polyglots, bombs, modes, orientations, animations, busy)
}


def public() -> Mapping[str, tuple[Path, ...]]:
    """Files of public collections, by collection; none where FORGECHECK_DATA names no folder."""
    root = Path(os.environ.get("FORGECHECK_DATA", "")) / "hostile"
    folders = sorted(root.iterdir()) if os.environ.get("FORGECHECK_DATA") and root.is_dir() else []
    return {each.name: tuple(sorted(path for path in each.rglob("*") if path.is_file())) for each in folders}
