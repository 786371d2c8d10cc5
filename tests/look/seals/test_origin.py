"""How a seal was applied: genuine ways first."""

import cv2
import numpy as np
import pytest
from forgecheck_models.synth.seals import Design, draw_seal
from forgecheck_models.synth.seals.attacks import moved
from forgecheck_models.synth.seals.channels import jpeg
from forgecheck_models.synth.seals.impress import Pixels, Print, prepared, put
from PIL import Image, ImageDraw
from render import font

from forgecheck.evidence import Box, Page, Seal
from forgecheck.look.seals.origin import BRIGHTER, with_origins

LETTER = "关于逾期款项的通知请于收到之日起七日内与我方联系办理清偿事宜特此函告"
RED = (208, 32, 38)
SIDE = 260
FIRM = Design("清河口明衡律师事务所")


def letter() -> Pixels:
    page = Image.new("RGB", (900, 1200), (248, 248, 248))
    for row in range(80, 1120, 60):
        ImageDraw.Draw(page).text((70, row), LETTER[:25], fill=(25, 25, 25), font=font(30))
    return np.asarray(page)


def scanned(page: Pixels, seed: int = 0) -> Pixels:
    rng = np.random.default_rng(seed)
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), 0.8, 1)
    done = cv2.warpAffine(page, turn, (width, height), borderValue=(248, 248, 248)).astype(np.float32)
    done = cv2.GaussianBlur(done, (0, 0), 0.8) - 12 + rng.normal(0, 2.5, done.shape)
    return jpeg(np.clip(done, 0, 255).astype(np.uint8), 92)


def inked(ink="flat", turn: float = 0.0, seed: int = 1) -> Print:
    return prepared(draw_seal(FIRM, SIDE), ink, np.random.default_rng(seed), turn)


def box(outline: np.ndarray) -> Box:
    left, top = np.floor(outline.min(0)).astype(int)
    right, bottom = np.ceil(outline.max(0)).astype(int)
    return Box(int(left), int(top), int(right), int(bottom))


def seen(image: Pixels, *boxes: Box) -> tuple[Seal, ...]:
    image = image.copy()
    image.flags.writeable = False
    return with_origins(Page(1, image), tuple(Seal(1, each, "round", 0.9) for each in boxes))


def stamped(ink: str, seed: int = 1) -> tuple[Pixels, Box]:
    page, outline = put(letter(), inked(ink, 6.0, seed), (560, 640), RED)
    return scanned(page, seed), box(outline)


@pytest.mark.parametrize("ink", ["rubber", "dry", "uneven", "ink"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_never_calls_a_stamped_and_scanned_seal_pasted_or_electronic(ink: str, seed: int):
    (seal,) = seen(*stamped(ink, seed))
    assert seal.origin in ("ink", "unclear")


def test_most_stamped_and_scanned_seals_are_ink():
    found = [seen(*stamped(ink, seed))[0].origin for ink in ("rubber", "dry", "uneven", "ink") for seed in (1, 2)]
    assert found.count("ink") >= 5


@pytest.mark.parametrize("quality", [None, 90, 70])
@pytest.mark.parametrize("blend", ["multiply", "alpha", "opaque"])
def test_never_accuses_an_overlay_on_a_page_that_was_never_paper(quality: int | None, blend: str):
    page, outline = put(letter(), inked(), (560, 640), (230, 0, 18), blend)
    (seal,) = seen(page if quality is None else jpeg(page, quality), box(outline))
    assert seal.origin in ("electronic", "unclear")


def test_an_even_overlay_on_a_rendered_page_is_electronic():
    page, outline = put(letter(), inked(), (560, 640), (230, 0, 18))
    (seal,) = seen(jpeg(page, 85), box(outline))
    assert seal.origin == "electronic"
    assert seal.origin_why == ("page_was_never_paper",)


def test_says_why_where_there_is_no_coloured_ink():
    page, outline = put(letter(), inked("ink"), (560, 640), RED)
    gray = np.repeat(cv2.cvtColor(scanned(page), cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2)
    (seal,) = seen(gray, box(outline))
    assert (seal.origin, seal.origin_why) == ("unclear", ("no_coloured_ink",))


def test_says_why_where_the_seal_is_too_small():
    page, outline = put(letter(), prepared(draw_seal(FIRM, 76), "ink", np.random.default_rng(0)), (560, 640), RED)
    (seal,) = seen(scanned(page), box(outline))
    assert (seal.origin, seal.origin_why) == ("unclear", ("too_small",))


def test_silent_on_a_picture_of_a_seal_without_a_page():
    page, outline = put(letter(), inked(), (560, 640), (255, 30, 30), "alpha")
    place = box(outline)
    picture = np.ascontiguousarray(page[place.top - 8 : place.bottom + 8, place.left - 8 : place.right + 8])
    (seal,) = seen(picture, Box(8, 8, 8 + place.width, 8 + place.height))
    assert (seal.origin, seal.origin_why) == ("unclear", ("no_page_around",))


@pytest.mark.parametrize(("blend", "fact"), [("opaque", "other_ground"), ("alpha", "hides_text")])
def test_a_seal_painted_over_a_scanned_text_is_pasted(blend: str, fact: str):
    page, outline = put(scanned(letter()), inked(), (560, 640), RED, blend, 0.9)
    (seal,) = seen(jpeg(page, 90), box(outline))
    assert seal.origin == "pasted"
    assert fact in seal.origin_why


def test_red_that_is_brighter_than_its_paper_is_pasted():
    dim = (scanned(letter()) * 0.7).astype(np.uint8)
    page, outline = put(dim, inked(), (560, 640), (255, 30, 30), "alpha")
    (seal,) = seen(jpeg(page, 90), box(outline))
    assert seal.origin == "pasted"
    assert "brighter_than_paper" in seal.origin_why
    assert seal.measured["brighter"] > BRIGHTER


def test_more_text_shows_on_a_stamped_seal_than_on_a_painted_one():
    ink, (alpha, outline) = stamped("ink"), put(scanned(letter()), inked(), (560, 640), RED, "alpha", 0.95)
    shown = [seen(*each)[0].measured["shown"] for each in (ink, (alpha, box(outline)))]
    assert shown[0] > 2 * shown[1]


def test_a_moved_copy_agrees_in_its_flaws_and_a_second_impression_does_not():
    page, first = put(letter(), inked("uneven", 4.0, 1), (250, 350), RED)
    page, second = put(page, inked("uneven", 4.0, 2), (620, 350), RED)
    page = scanned(page)
    _, third = moved(page, first, (0, 450))
    page, _ = moved(page, first, (0, 450))
    found = seen(jpeg(page, 92), box(first), box(second), box(third))
    flaws = [each.measured.get("twin_flaws", 0.0) for each in found]
    assert min(flaws[0], flaws[2]) > 0.9
    assert flaws[1] < 0.7


def test_leaves_the_page_alone_and_is_silent_without_seals():
    image, place = stamped("ink")
    before = image.copy()
    seen(image, place)
    assert np.array_equal(image, before)
    assert seen(image) == ()
