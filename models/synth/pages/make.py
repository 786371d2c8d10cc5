"""From a seed to a page, genuine or forged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import cv2
import numpy as np

from . import attacks, chain, jpeg, overlays
from .attacks import Attack
from .chain import Channel, Plan
from .draw import Drawn, draw, lay, rasteriser_of
from .fonts import Split
from .raster import Rasteriser
from .scene import ASCENT, DESCENT, KINDS, Kind, Pixels, Run, Scene, Sheet, generator, pick
from .tools import Shop

STREAM = {"train": 1, "calibration": 2, "test": 3}
"""Keeps equal seeds of two splits apart."""
FORGED = 0.5
OVERLAID = 0.5
"""Share of pages with something that people do themselves."""
FORGERS = np.isin(np.arange(256), (1, 2, 3)).astype(np.uint8)
"""By class of the mask: whether it is a forger's work."""
LEAST = 24
"""Pixels of a forger's work that must be left after cropping, or the sample counts as genuine."""


Corners = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Sample:
    """A picture with its truth."""

    image: Pixels
    """(H, W, 3) RGB, read-only by custom."""
    mask: Pixels
    """(H, W): 0 untouched, 1 text edited, 2 erased or patched, 3 pasted graphic or seal, 4 benign overlay."""
    forged: bool
    attack: str
    """"A1" .. "A12"; empty for a genuine one."""
    kind: Kind
    channel: Channel
    capture: str
    meta: Mapping[str, str | int | float]
    data: bytes | None = None
    format: str = ""
    lines: tuple[tuple[str, Corners], ...] = ()
    """What was written in each line before any attack, and its corners in the picture, clockwise from the upper left;
    those that lie wholly on it.  Empty for crops."""
    table: tuple[int, ...] | None = None
    """Of crops: the luma quantisation table, 64 values row by row, where the picture is a JPEG as it was decoded; it
    then starts on the JPEG's grid."""

    @property
    def bytes(self) -> bytes | None:
        """The file that the reader gets; `image` is what it holds.  None for crops."""
        return jpeg.png(self.image) if self.format == "PNG" else self.data


@dataclass(frozen=True)
class Start:
    """All that is decided before a pixel is drawn; equal for the genuine and the forged page of a seed."""

    seed: int
    split: Split
    channel: Channel | None = None
    kind: Kind | None = None
    ready: Pixels | None = None
    """The page as a browser drew it, where one did."""

    @cached_property
    def key(self) -> int:
        """Seeds every choice."""
        return self.seed * 4 + STREAM[self.split]

    @cached_property
    def chosen(self) -> Kind:
        """What kind of page it is."""
        return self.kind or pick(generator(self.key, "kind"), KINDS)

    @cached_property
    def plan(self) -> Plan:
        """How it travels."""
        return chain.plan(generator(self.key, "plan"), self.chosen, self.channel)

    @cached_property
    def sheet(self) -> Sheet:
        """What stands on it."""
        return lay(self.chosen, generator(self.key, "lay"), self.split, self.plan.ink_seal)

    @cached_property
    def rasteriser(self) -> Rasteriser:
        """What draws it."""
        if self.ready is not None:
            return "chromium"
        return rasteriser_of(self.chosen, generator(self.key, "raster"))

    @cached_property
    def drawn(self) -> Drawn:
        """The page as its author made it."""
        rng = generator(self.key, "gamma")
        return draw(
            self.sheet, self.rasteriser, float(rng.uniform(0.8, 1.2)) if rng.random() < 0.4 else 1.0, self.ready
        )

    @cached_property
    def early(self) -> Scene:
        """The page as the forger would get it."""
        return chain.walked(self.drawn.scene, self.plan.before, self.key, "before")

    @cached_property
    def donor(self) -> Scene | None:
        """Another page of the kind, at the same stage, cut to a part of it."""
        other = Start(self.seed + 7_000_003, self.split, self.channel, self.chosen)
        sheet = other.sheet
        high = sheet.ground.shape[0]
        top = int(generator(self.key, "donor").uniform(0.15, 0.45) * high)
        bottom = min(top + 700, high)
        runs = tuple(
            replace(run, y=run.y - top) for run in sheet.runs if top + run.size < run.y < bottom - 0.2 * run.size
        )
        part = replace(sheet, ground=np.ascontiguousarray(sheet.ground[top:bottom]), runs=runs, seals=())
        same = generator(self.key, "same").random() < 0.5 and self.rasteriser != "chromium"
        rasteriser = self.rasteriser if same else other.rasteriser
        steps = tuple(step for step in self.plan.before if step != "stitch")
        return chain.walked(draw(part, rasteriser).scene, steps, self.key, "donor")

    @property
    def shop(self) -> Shop:
        """What an attack may use."""
        optics = bool({"scan", "camera", "screen"} & set(self.plan.before))
        return Shop(self.split, self.rasteriser, optics, lambda: self.donor)


def page(
    seed: int,
    split: Split,
    forged: bool | None = None,
    attack: Attack | None = None,
    channel: Channel | None = None,
    kind: Kind | None = None,
    ready: Pixels | None = None,
) -> Sample:
    """A whole page.

    Parameters
    ----------
    seed
        Equal arguments give equal bytes; genuine and forged page of one seed differ in the attack only.
    forged
        By the seed where omitted, one half each; `attack` implies it.
    attack, channel, kind
        By the seed where omitted.  Where the page offers no place for the attack another is made, and said.
    ready
        The same page (`Start(...).sheet`) in pixels, where a browser has drawn it.
    """
    start = Start(seed, split, channel, kind, ready)
    wanted = attack is not None or (
        forged if forged is not None else bool(generator(start.key, "coin").random() < FORGED)
    )
    name = attack or attacks.choose(generator(start.key, "choice"), start.chosen)
    return finished(start, start.early, name if wanted else None, 3, start.key)


def finished(start: Start, scene: Scene, attack: Attack | None, most: int, *seeds: int) -> Sample:
    """Overlays, the attack, and the rest of the way."""
    rng = generator(*seeds, "overlay")
    names = (
        [pick(rng, tuple(overlays.OVERLAYS)) for _ in range(int(rng.integers(1, 3)))] if rng.random() < OVERLAID else []
    )
    first = rng.random() < 0.4  # somebody had put it on before the forger came
    if first:
        scene = _overlaid(scene, names, start.split, *seeds)
    made, count = "", 0
    if attack:
        result = attacks.attacked(scene, attack, start.shop, most, *seeds)
        if result:
            scene, made, count = result
    if not first:
        scene = _overlaid(scene, names, start.split, *seeds)
    scene = chain.walked(scene, start.plan.after, *seeds, "after")
    return _sample(start, scene, made, count, names)


def work_of(mask: Pixels) -> int:
    """How many pixels a forger touched."""
    return int(cv2.countNonZero(cv2.LUT(mask, FORGERS)))


def _overlaid(scene: Scene, names: list[str], split: Split, *seeds: int) -> Scene:
    for at, name in enumerate(names):
        scene = overlays.OVERLAYS[name](scene, generator(*seeds, "draw", at), split)
    return scene


def _sample(start: Start, scene: Scene, made: str, count: int, names: list[str]) -> Sample:
    work = work_of(scene.mask)
    forged = work >= LEAST
    meta: dict[str, str | int | float] = {
        "seed": start.seed,
        "split": start.split,
        "layout": start.sheet.layout,
        "rasteriser": start.rasteriser,
        "font": start.sheet.runs[0].face.name if start.sheet.runs else "",
        "before": " ".join(start.plan.before),
        "after": " ".join(start.plan.after),
        "overlays": " ".join(names),
        "edits": count if forged else 0,
        "share": round(work / scene.mask.size, 6),
    }
    attack = made if forged else ""
    plan = start.plan
    return Sample(
        scene.image,
        scene.mask,
        forged,
        attack,
        start.chosen,
        plan.channel,
        plan.capture,
        meta,
        scene.data,
        scene.format,
        _lines(scene),
    )


def _lines(scene: Scene) -> tuple[tuple[str, Corners], ...]:
    """Runs that stand on one baseline, hardly apart, make a line."""
    lines: list[list[Run]] = []
    for run in sorted((each for each in scene.runs if each.text.strip()), key=lambda each: (round(each.y), each.x)):
        last = lines[-1][-1] if lines else run
        gap = (run.x - last.edges[-1]) / run.size
        if lines and abs(last.y - run.y) < 0.2 * run.size and -0.5 < gap < 1.5:
            lines[-1].append(run)
        else:
            lines.append([run])
    found = []
    for line in lines:
        size, y = max(run.size for run in line), line[0].y
        left, top, right, bottom = line[0].x, y - ASCENT * size, line[-1].edges[-1], y + DESCENT * size
        corners = scene.placed([(left, top), (right, top), (right, bottom), (left, bottom)])
        if (corners >= 0).all() and (corners <= (scene.width, scene.height)).all():
            found.append(("".join(run.text for run in line), tuple((float(x), float(y)) for x, y in corners)))
    return tuple(found)
