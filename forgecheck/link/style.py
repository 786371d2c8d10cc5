"""How a letter is set: widths, distances and places of its lines, measured in widths of its own letters.

What is measured so is the same in a scan, a screenshot and a photograph of one template, and differs between templates
even where the wording is the same.  Only letters and papers have a style of their own; messages are set by a telephone.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from forgecheck.link.paper import ON_SCREEN, Line, Paper

FEATURES = ("columns", "pitch", "title", "title_gap", "indent", "sign_gap", "margin", "seal")
"""columns: signs in a full line; pitch: distance of lines; title: size of its letters; title_gap: distance of the line
below it; indent: of a paragraph's first line; sign_gap: between the last line and the right edge; margin: at the left;
seal: its size.  Unit: the width of a letter of running text; the title's size is a ratio."""
LEAST_LINES = 5
LEAST_SIGNS = 8  # of a line by which the width of letters is measured

Style = npt.NDArray[np.float32]


def style(paper: Paper) -> Style | None:
    """(8,) float32 in the order of `FEATURES`, nan where unknown; None for messages and where too little was read."""
    if paper.kind in ON_SCREEN or len(paper.lines) < LEAST_LINES:
        return None
    lines = sorted(paper.lines, key=lambda line: (line.box.top, line.box.left))
    running = [line for line in lines if _signs(line.text) >= LEAST_SIGNS]
    if len(running) < 3:
        return None
    letter = float(np.median([_letter(line) for line in running]))
    body = [line for line in running if 0.8 < _letter(line) / letter < 1.25]
    left, right = _edges(body)
    seals = [max(seal.box.width, seal.box.height) for seal in paper.seals if seal.page == 1]
    title, below = _title(lines, letter, body)
    found = {
        "columns": (right - left) / letter,
        "pitch": _pitch(body, letter),
        "title": np.nan if title is None else _letter(title) / letter,
        "title_gap": np.nan if title is None or below is None else (below.box.top - title.box.bottom) / letter,
        "indent": _indent(body, left, letter),
        "sign_gap": (right - lines[-1].box.right) / letter,
        "margin": left / letter,
        "seal": max(seals) / letter if seals else np.nan,
    }
    return np.array([found[name] for name in FEATURES], np.float32)


def _signs(text: str) -> float:
    """Widths of a letter that the text takes: digits, Latin letters and ASCII stops take half of one."""
    return sum(0.5 if each.isascii() else 1.0 for each in text)


def _letter(line: Line) -> float:
    return line.box.width / max(_signs(line.text), 1.0)


def _edges(body: Sequence[Line]) -> tuple[float, float]:
    """Where the column begins and ends, whatever single lines do."""
    return float(np.quantile([b.left for _, b in body], 0.15)), float(np.quantile([b.right for _, b in body], 0.85))


def _pitch(body: Sequence[Line], letter: float) -> float:
    tops = np.array([(box.top + box.bottom) / 2 for _, box in body])
    steps = np.diff(tops) / letter
    near = steps[(steps > 0.9) & (steps < 4)]
    return float(np.median(near)) if len(near) >= 2 else np.nan


def _title(lines: Sequence[Line], letter: float, body: Sequence[Line]) -> tuple[Line | None, Line | None]:
    """The largest line before the running text, and the one below it."""
    end = body[0].box.top
    head = [at for at, line in enumerate(lines) if line.box.top < end and 2 <= len(line.text) <= 24]
    large = [at for at in head if _letter(lines[at]) > 1.15 * letter]
    if not large:
        return None, None
    at = max(large, key=lambda each: _letter(lines[each]))
    return lines[at], next((line for line in lines[at + 1 :] if line.box.top > lines[at].box.bottom), None)


def _indent(body: Sequence[Line], left: float, letter: float) -> float:
    """The commonest distance of a line that begins further in than the column."""
    steps = np.array([box.left - left for _, box in body]) / letter
    inner = steps[(steps > 0.7) & (steps < 5)]
    return float(np.median(inner)) if len(inner) else 0.0
