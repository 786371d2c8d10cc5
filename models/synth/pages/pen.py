"""Sets text on a page: lines, paragraphs, columns; every piece of a line becomes a `Run`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np
from PIL import Image, ImageDraw

from .fonts import SHIPPED, Face, Split, advance, drawable, faces, has
from .scene import Box, Colour, Kind, Pixels, Rng, Role, Run, Sheet, pick
from .texts import roles

CLOSING = "，。、；：！？）》”】％%"
SHIPPED_FACE = Face(SHIPPED, 0, "", "sans")
FILLED: tuple[Role, ...] = ("amount", "date", "number", "name")


@dataclass
class Pen:
    """A page that is being laid out."""

    rng: Rng
    split: Split
    kind: Kind
    width: int
    height: int
    paper: Colour = (255, 255, 255)
    ink: Colour = (20, 20, 20)
    body: Face = SHIPPED_FACE
    latin: Face | None = None
    """Draws ASCII, where the page mixes faces."""
    typed: Face | None = None
    """Draws names, sums and dates, where a merge program or a clerk filled a form in."""
    spacing: float = 0.0
    runs: list[Run] = field(default_factory=list)
    seals: list[Box] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.image = Image.new("RGB", (self.width, self.height), self.paper)
        self.draw = ImageDraw.Draw(self.image)

    def face_of(self, char: str, role: Role, face: Face | None) -> Face:
        """The face that draws this character; never one that lacks it."""
        wanted = face or (self.typed if self.typed and role in FILLED else self.body)
        if self.latin and char.isascii() and char != " " and face is None:
            wanted = self.latin
        return next((each for each in (wanted, self.body, SHIPPED_FACE) if has(each, char)), SHIPPED_FACE)

    def text(
        self,
        text: str,
        left: float,
        baseline: float,
        size: float,
        *,
        right: float = np.inf,
        pitch: float = 1.6,
        indent: float = 0.0,
        colour: Colour | None = None,
        face: Face | None = None,
        role: Role | None = None,
        align: str = "left",
    ) -> float:
        """Write text, broken at the right edge; the baseline of the next line."""
        line: list[tuple[str, Role, Face, float]] = []
        owners: list[Role] = [role] * len(text) if role else roles(text)
        at, x, y = 0, left + indent, baseline
        for token in re.findall(r"[A-Za-z0-9.,\-:/]+|.", text):
            parts = []
            for char, owner in zip(token, owners[at : at + len(token)], strict=True):
                drawn = self.face_of(char, owner, face)
                parts.append((char, owner, drawn, advance(drawn, size, char) + self.spacing))
            at += len(token)
            wide = sum(part[3] for part in parts)
            if line and x + wide > right and token not in CLOSING:
                self._set(line, left + indent, y, size, colour, "left", right)
                line, x, y, indent = [], left, y + pitch * size, 0.0
            line += parts
            x += wide
        self._set(line, left + indent, y, size, colour, align, right)
        return y + pitch * size

    def _set(
        self,
        line: list[tuple[str, Role, Face, float]],
        left: float,
        baseline: float,
        size: float,
        colour: Colour | None,
        align: str,
        right: float,
    ) -> None:
        wide = sum(each[3] for each in line)
        x = left if align == "left" else right - wide if align == "right" else (left + right - wide) / 2
        at = 0
        while at < len(line):
            _, role, face, _ = line[at]
            end = at
            while end < len(line) and line[end][1:3] == (role, face):
                end += 1
            text = "".join(each[0] for each in line[at:end])
            if text.strip():
                self.runs.append(Run(text, face, size, x, baseline, colour or self.ink, role, self.spacing))
            x += sum(each[3] for each in line[at:end])
            at = end

    def rounded(self, box: tuple[float, float, float, float], radius: float, colour: Colour) -> None:
        """A smooth-edged rectangle, as screens show it."""
        left, top, right, bottom = (round(each) for each in box)
        wide, high = right - left, bottom - top
        radius = min(radius, wide / 2, high / 2)
        cover = np.full((max(high, 1), max(wide, 1)), 255, np.uint8)
        reach = int(np.ceil(radius))
        if reach > 0:
            away = radius - 0.5 - np.arange(reach)
            corner = np.clip(radius + 0.5 - np.hypot(away[None], away[:, None]), 0, 1) * 255
            quarter = corner.astype(np.uint8)
            cover[:reach, :reach], cover[:reach, -reach:] = quarter, quarter[:, ::-1]
            cover[-reach:, :reach], cover[-reach:, -reach:] = quarter[::-1], quarter[::-1, ::-1]
        self.image.paste(colour, (left, top), Image.fromarray(cover))

    def sheet(self, layout: str, fresh: Pixels | None = None) -> Sheet:
        """What was laid out."""
        runs = tuple(run for run in self.runs if drawable(run.face, run.text))
        return Sheet(np.asarray(self.image), runs, self.kind, layout, tuple(self.seals), fresh)


def shades(rng: Rng) -> Colour:
    """A dark ink."""
    base = int(rng.integers(0, 50))
    return (base, base, base) if rng.random() < 0.8 else (base, base, base + int(rng.integers(0, 40)))


def body_face(rng: Rng, split: Split, looks: tuple[str, ...] = ()) -> Face:
    """A face of the split, of one of these looks where there is one."""
    fitting = [face for face in faces(split) if not looks or face.look in looks]
    return pick(rng, fitting or list(faces(split)))


def latin_face(rng: Rng, split: Split, share: float) -> Face | None:
    """A face for ASCII, on this share of the pages."""
    found = faces(split, latin=True)
    return pick(rng, found) if found and rng.random() < share else None
