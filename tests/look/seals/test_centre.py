"""The centre: nothing and the unknown first, then star and emblem."""

import numpy as np
import pytest
from forgecheck_models.synth.seals import Design, draw_seal
from PIL import Image, ImageDraw

from forgecheck.look.seals.centre import emblem
from forgecheck.look.seals.outline import Ellipse

SIDE = 240
WHOLE = Ellipse((SIDE - 1) / 2, (SIDE - 1) / 2, SIDE / 2, SIDE / 2, 0.0)


def ink(centre: str, turn: float = 0.0) -> np.ndarray:
    seal = draw_seal(Design("清河口明衡律师事务所", emblem=centre), SIDE).rotate(turn, Image.Resampling.BICUBIC)
    return np.asarray(seal, np.float32) / 255


def with_drawn(draw_on) -> np.ndarray:
    seal = draw_seal(Design("清河口明衡律师事务所", emblem="none"), SIDE)
    draw_on(ImageDraw.Draw(seal))
    return np.asarray(seal, np.float32) / 255


def test_an_empty_centre_is_none():
    assert emblem(ink("none"), WHOLE) == "none"


@pytest.mark.parametrize(
    "draw_on",
    [
        lambda draw: draw.ellipse((80, 80, 160, 160), fill=255),
        lambda draw: draw.rectangle((85, 85, 155, 155), fill=255),
        lambda draw: draw.ellipse((80, 80, 160, 160), outline=255, width=4),
        lambda draw: draw.line((60, 120, 180, 120), fill=255, width=20),
        lambda draw: draw.polygon([(120, 70), (165, 150), (75, 150)], fill=255),
    ],
    ids=["disc", "block", "ring", "bar", "triangle"],
)
def test_other_signs_are_not_named(draw_on):
    assert emblem(with_drawn(draw_on), WHOLE) is None


@pytest.mark.parametrize("turn", [0, 17, 90, 200])
@pytest.mark.parametrize("centre", ["star", "national_emblem"])
def test_star_and_emblem_are_named_at_any_angle(centre, turn):
    assert emblem(ink(centre, turn), WHOLE) == centre


def test_a_faint_uneven_star_is_never_an_emblem():
    slope = np.linspace(0.1, 1.0, SIDE, dtype=np.float32)
    assert emblem(ink("star") * slope, WHOLE) in ("star", None)
