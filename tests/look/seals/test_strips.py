"""Strips: what lies on the ring comes to lie straight."""

import numpy as np
import pytest
from forgecheck_models.synth.seals import Design, draw_seal
from PIL import Image

from forgecheck.look.seals.outline import Ellipse
from forgecheck.look.seals.strips import (
    AROUND,
    BAND,
    DEGREES,
    HEIGHT,
    LINE,
    TURN,
    Band,
    band_of_picture,
    band_of_strip,
    line_strip,
    ring_strip,
)  # fmt: skip

SIDE = 240
WHOLE = Ellipse(SIDE / 2 + 20, SIDE / 2 + 30, SIDE / 2, SIDE / 2, 0.0)


def seal(design: Design, turn: float = 0.0, aspect: float = 1.0) -> np.ndarray:
    page = Image.new("RGB", (300, 320), "white")
    cut = draw_seal(design, SIDE).rotate(turn, Image.Resampling.BICUBIC)
    cut = cut.resize((SIDE, round(aspect * SIDE)), Image.Resampling.LANCZOS)
    page.paste((200, 30, 40), (20, 30), cut)
    return np.asarray(page)


def ink(strip: np.ndarray) -> np.ndarray:
    return strip[..., 1] < 120


FIRM = Design("清河口明衡律师事务所")


def test_they_have_the_size_that_the_cleaner_knows():
    assert ring_strip(seal(FIRM), WHOLE, 90.0).shape == (HEIGHT, AROUND, 3)
    assert line_strip(seal(FIRM), WHOLE, 90.0).shape == (HEIGHT, LINE, 3)


def test_the_frame_is_a_straight_line_above_the_letters():
    strip = ink(ring_strip(seal(FIRM), WHOLE, 90.0))
    assert strip[8:10].mean() > 0.95
    assert 0.02 < strip[16:44].mean() < 0.5


def test_a_turn_of_the_seal_is_a_shift_of_the_strip():
    upright, turned = (ring_strip(seal(FIRM, turn), WHOLE, 90.0) for turn in (0, 30))
    shift = round(30 / DEGREES)
    agree = np.corrcoef(ink(upright)[16:44, shift:400].ravel(), ink(turned)[16:44, : 400 - shift].ravel())[0, 1]
    assert agree > 0.7


def test_a_flattened_seal_gives_the_same_strip():
    flat = Ellipse(WHOLE.x, 30 + 0.75 * SIDE / 2, SIDE / 2, 0.75 * SIDE / 2, 0.0)
    one, other = ring_strip(seal(FIRM), WHOLE, 90.0), ring_strip(seal(FIRM, aspect=0.75), flat, 90.0)
    assert np.corrcoef(ink(one).ravel(), ink(other).ravel())[0, 1] > 0.8


@pytest.mark.parametrize("turn", [0, 40])
def test_the_bottom_line_lies_in_the_middle_of_its_strip(turn: int):
    design = Design("清河口明衡律师事务所", emblem="none", bottom="合同专用章", span=200)
    strip = ink(line_strip(seal(design, turn), WHOLE, 90.0 - turn))
    rows = np.flatnonzero(strip[:, 60:196].any(1))
    assert 10 < rows[0] < rows[-1] < 54


def test_beyond_the_picture_the_edge_goes_on():
    strip = ring_strip(seal(FIRM)[:, 60:], WHOLE._replace(x=WHOLE.x - 60), 90.0)
    assert strip.min() > 0


def test_a_name_is_cut_alike_from_its_strip_and_from_the_picture():
    plane = (seal(FIRM)[..., 1] < 120).astype(np.float32)
    strip = ring_strip(seal(FIRM), WHOLE)[:, :TURN, 1] < 120
    band = Band(12.0, 44.0, 120, 520)
    one = band_of_strip(strip.astype(np.float32), band)
    other = band_of_picture(plane, WHOLE, band)
    assert one.shape == other.shape
    assert one.shape[0] == BAND
    assert np.corrcoef(one.ravel(), other.ravel())[0, 1] > 0.8


def test_a_name_may_go_on_beyond_one_turn():
    plane = np.tile(np.arange(TURN, dtype=np.float32), (HEIGHT, 1))
    cut = band_of_strip(plane, Band(10.0, 40.0, TURN - 50, TURN + 50))
    assert cut[0, 0] > TURN - 52
    assert cut[0, -1] == pytest.approx(50, abs=1)
