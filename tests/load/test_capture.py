from __future__ import annotations

import numpy as np
import pytest
from files import picture

from forgecheck.evidence import CaptureKind, Container, Format, Image, Jpeg
from forgecheck.load.capture import tell_capture
from forgecheck.load.measure import measure
from forgecheck.load.sizes import is_paper_aspect, paper_at_dpi

FINE, COARSE = (2,) * 64, (20,) * 64


def text_page(width: int, height: int, paper: int = 255) -> Image:
    """Even paper with dark bars for lines of text."""
    image = np.full((height, width, 3), paper, np.uint8)
    for top in range(60, height - 60, 60):
        image[top : top + 20, 60:-60:3] = 30
    return image


def lit_page(width: int, height: int) -> Image:
    """Paper with grain, lit from one side."""
    light = np.linspace(110, 230, width)[None, :, None]
    grain = np.random.default_rng(0).normal(0, 4, (height, width, 1))
    return np.broadcast_to((light + grain).clip(0, 255), (height, width, 3)).astype(np.uint8)


def grainy_page(width: int, height: int) -> Image:
    """Evenly lit paper with grain: a flatbed scan."""
    grain = np.random.default_rng(0).normal(238, 3, (height, width, 3))
    return grain.clip(0, 255).astype(np.uint8)


def kind(image: Image, format: Format = "PNG", typeset: bool = False, **more: object) -> CaptureKind:
    capture = tell_capture(image, Container(format, **more), typeset)
    assert all(capture.reasons)
    return capture.kind


def jpeg(table: tuple[int, ...]) -> Jpeg:
    return Jpeg({0: table}, ((2, 2), (1, 1), (1, 1)), False)


@pytest.mark.parametrize("size", [(1080, 2340), (2340, 1080), (1170, 2532), (1440, 3200), (1080, 9000), (720, 1280)])
def test_a_flat_picture_of_screen_size_is_a_screenshot(size: tuple[int, int]):
    assert kind(text_page(*size)) == "screenshot"
    assert kind(text_page(*size, paper=20)) == "screenshot"
    assert kind(text_page(*size), "JPEG", jpeg=jpeg(FINE)) == "screenshot"


def test_a_screen_saved_coarsely_went_through_a_messenger():
    assert kind(text_page(1080, 2340), "JPEG", jpeg=jpeg(COARSE)) == "messenger"


def test_a_phones_make_in_a_screenshot_does_not_make_it_a_photo():
    texts = {"exif:Make": "Acme", "exif:Model": "Phone 1"}
    assert kind(text_page(1080, 2340), "JPEG", jpeg=jpeg(FINE), texts=texts) == "screenshot"


def test_a_photo_of_screen_size_is_not_a_screenshot():
    assert kind(lit_page(1080, 1920), "JPEG", jpeg=jpeg(FINE)) == "photo"


def test_a_note_in_exif_makes_a_screenshot_of_any_size():
    assert kind(lit_page(900, 700), texts={"exif:UserComment": "Screenshot"}) == "screenshot"


def test_exposure_data_make_a_photo():
    assert kind(grainy_page(900, 700), "JPEG", texts={"exif:ExposureTime": "1/50"}) == "photo"


def test_uneven_light_makes_a_photo():
    assert kind(lit_page(1200, 1600), "JPEG", jpeg=jpeg(FINE)) == "photo"


def test_even_grain_on_a_sheet_size_makes_a_scan():
    assert kind(grainy_page(1240, 1754), "JPEG", jpeg=jpeg(FINE)) == "scan"
    assert kind(grainy_page(1700, 2200), "JPEG", jpeg=jpeg(FINE)) == "scan"


def test_a_scanner_app_names_itself():
    assert kind(grainy_page(900, 1300), "JPEG", texts={"exif:Software": "CamScanner"}) == "scan"


def test_a_flat_page_of_paper_shape_is_drawn():
    assert kind(text_page(1075, 1521)) == "render"
    assert kind(text_page(1240, 1754), typeset=True) == "render"


def test_what_has_no_sign_stays_unknown():
    assert kind(text_page(700, 500)) == "unknown"
    assert kind(grainy_page(700, 500)) == "unknown"
    assert kind(text_page(1240, 1754), "JPEG", jpeg=jpeg(COARSE)) == "unknown"  # scan or drawn: cannot be told
    assert kind(np.zeros((16, 16, 3), np.uint8)) == "unknown"


def test_measures_have_the_ends_they_state():
    blank = measure(np.full((800, 800, 3), 255, np.uint8))
    assert (blank.flat, blank.speckled, blank.main_colours, blank.lighting) == (1, 0, 1, 0)
    noise = measure(np.random.default_rng(0).integers(0, 255, (800, 800, 3), np.uint8))
    assert noise.flat == 0
    assert noise.main_colours < 0.01
    speckle = np.full((800, 800, 3), 255, np.uint8)
    speckle[::8, ::8] = 251
    assert measure(speckle).speckled == 1


def test_more_light_from_one_side_is_a_larger_number():
    spread = [measure(np.uint8(255 - picture(400, 400) // weak)).lighting for weak in (8, 4, 2)]
    assert spread == sorted(spread)
    assert spread[0] > 5


def test_large_pages_measure_like_their_parts():
    part = text_page(1080, 1200)
    whole = np.concatenate([part] * 8)
    assert measure(whole).flat == pytest.approx(measure(part).flat, abs=0.03)


def test_tiny_pages_can_be_measured():
    assert measure(np.zeros((5, 300, 3), np.uint8)).flat == 1


def test_sheets_are_told_by_size_and_shape():
    assert paper_at_dpi(3508, 2480) == "A4 300 dpi"
    assert paper_at_dpi(1075, 1521) is None
    assert is_paper_aspect(1075, 1521)
    assert not is_paper_aspect(1080, 1920)
