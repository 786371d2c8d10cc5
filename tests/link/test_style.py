"""Style: the same at any scale and place, other for another layout."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from link.papers import fingerprint, read, stamp, text

from forgecheck.link.likeness import OTHERS, SAME
from forgecheck.link.paper import Paper
from forgecheck.link.style import FEATURES, style
from forgecheck.place import Box


def moved(paper: Paper, scale: float, dx: float = 0, dy: float = 0) -> Paper:
    def box(given: Box) -> Box:
        return Box(*(round(at * scale + shift) for at, shift in zip(given, (dx, dy, dx, dy), strict=True)))

    lines = tuple(line._replace(box=box(line.box)) for line in paper.lines)
    return replace(paper, lines=lines, seals=tuple(each._replace(box=box(each.box)) for each in paper.seals))


def letter(number: int = 1) -> Paper:
    return read(text(number=number), [stamp(fingerprint(1))])


def test_every_feature_has_its_spreads():
    assert len(FEATURES) == len(SAME) == len(OTHERS)


@pytest.mark.parametrize("scale", [0.4, 0.7, 1.6])
def test_scale_changes_nothing(scale: float):
    np.testing.assert_allclose(style(letter()), style(moved(letter(), scale)), atol=0.25)


def test_a_shift_changes_the_margin_alone():
    one, other = style(letter()), style(moved(letter(), 1, dx=200, dy=90))
    changed = ~np.isclose(one, other, atol=0.05, equal_nan=True)
    assert [name for name, each in zip(FEATURES, changed, strict=True) if each] == ["margin"]


def test_lines_further_apart_are_told():
    one = letter()
    lower = [line.box._replace(top=line.box.top * 3 // 2, bottom=line.box.top * 3 // 2 + 40) for line in one.lines]
    wide = replace(one, lines=tuple(line._replace(box=box) for line, box in zip(one.lines, lower, strict=True)))
    pitch = FEATURES.index("pitch")
    assert style(wide)[pitch] == pytest.approx(1.5 * style(one)[pitch], rel=0.02)


def test_no_seal_leaves_its_size_unknown():
    assert np.isnan(style(read(text()))[FEATURES.index("seal")])


@pytest.mark.parametrize("type", ["sms_screenshot", "chat_screenshot"])
def test_messages_have_none(type):
    assert style(read(text(), type=type)) is None


@pytest.mark.parametrize("words", ["", "律师函", "律师函\n张三\n您好"])
def test_too_few_lines_have_none(words: str):
    assert style(read(words)) is None
