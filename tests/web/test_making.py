"""What a worker makes of a file that was examined."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
from forgecheck_web.jobs import Make, Wanted
from forgecheck_web.making import make
from forgecheck_web.notes import written
from forgecheck_web.view import Pictures, view
from PIL import Image
from webstub import inspect, picture

from forgecheck.finding import Report
from forgecheck.show.turn import turned_image


def turned(rotation: int) -> tuple[bytes, Report]:
    """A small picture that must be turned to be read, and its report."""
    data = picture(size=(300, 200))
    report = inspect(data, "a.png")
    line = replace(report.evidence.pages[0].lines[0], polygon=((20, 30), (90, 30), (90, 50), (20, 50)))
    page = replace(report.evidence.pages[0], rotation=rotation, lines=(line,), seals=())
    evidence = replace(report.evidence, document=replace(report.evidence.document, pages=(page,)), fields=())
    return data, replace(report, evidence=evidence)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_what_is_tapped_on_the_upright_page_is_what_is_covered(rotation: int) -> None:
    data, report = turned(rotation)
    (shown,) = view(report, Pictures())["pages"]
    part = tuple(shown["places"][-1]["at"])
    made = make(Make(data, "a.png", written(report), Wanted("masked", masks=(part,))))
    black = np.asarray(Image.open(BytesIO(made)).convert("L")) < 60
    page = report.evidence.pages[0]
    expected = np.zeros((200, 300, 3), np.uint8)
    box = page.lines[0].box
    expected[box.top : box.bottom, box.left : box.right] = 255
    assert np.array_equal(black, turned_image(replace(page, image=expected))[:, :, 0] > 0)


def test_an_area_covers_every_pixel_that_it_touches() -> None:
    data, report = turned(0)
    made = make(Make(data, "a.png", written(report), Wanted("masked", masks=((0.5, 0.5, 0.501, 0.501),))))
    black = np.argwhere(np.asarray(Image.open(BytesIO(made)).convert("L")) < 60)
    assert {tuple(each) for each in black} == {(100, 150)}
