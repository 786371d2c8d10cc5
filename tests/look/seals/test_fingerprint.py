"""Fingerprints: other designs apart, other impressions apart, one picture found again."""

import numpy as np
import pytest
from forgecheck_models.synth.seals import Design, draw_seal
from forgecheck_models.synth.seals.channels import jpeg, resized
from forgecheck_models.synth.seals.impress import prepared, put

from forgecheck.evidence import Page
from forgecheck.look.seals import find_seals
from forgecheck.look.seals.fingerprint import is_uneven, same_design, same_picture, square_fingerprint

RED = (208, 32, 38)
FIRM, OTHER = Design("清河口明衡律师事务所"), Design("临溪嘉诺科技有限公司")


def page(design: Design, ink: str = "flat", seed: int = 0, turn: float = 0.0) -> np.ndarray:
    paper = np.full((420, 420, 3), 248, np.uint8)
    done = prepared(draw_seal(design, 260), ink, np.random.default_rng(seed), turn)
    return put(paper, done, (210, 210), RED)[0]


@pytest.fixture(scope="module")
def mark(models):
    def marked(image: np.ndarray) -> str:
        (seal,) = find_seals(Page(1, np.ascontiguousarray(image)), models)
        return seal.hash

    return marked


@pytest.mark.reader
def test_two_names_are_two_designs(mark):
    assert not same_design(mark(page(FIRM)), mark(page(OTHER)))


@pytest.mark.reader
def test_two_impressions_of_a_stamp_are_one_design_and_two_pictures(mark):
    one, other = mark(page(FIRM, "uneven", 1)), mark(page(FIRM, "uneven", 2))
    assert is_uneven(one)
    assert same_design(one, other)
    assert not same_picture(one, other)


@pytest.mark.reader
@pytest.mark.parametrize("ink", ["flat", "uneven"])
def test_one_picture_is_known_after_compression_scaling_and_turning(ink, mark):
    first = mark(page(FIRM, ink, 1))
    small, _ = resized(jpeg(page(FIRM, ink, 1), 75), 0.7)
    assert same_picture(first, mark(small))
    assert same_picture(first, mark(np.rot90(jpeg(page(FIRM, ink, 1), 75))))


@pytest.mark.reader
def test_an_even_seal_has_no_flaws(mark):
    assert not is_uneven(mark(page(FIRM)))


@pytest.mark.parametrize("pair", [("", ""), ("", "0" * 48), ("0" * 16, "0" * 16)], ids=["none", "one", "square"])
def test_what_has_no_long_fingerprint_is_never_the_same(pair):
    assert not same_picture(*pair)
    assert not is_uneven(pair[0])


def test_a_square_fingerprint_survives_scaling():
    one = np.asarray(draw_seal(Design("周明衡印", "square", "none"), 128), np.float32) / 255
    small = np.asarray(draw_seal(Design("周明衡印", "square", "none"), 90), np.float32) / 255
    assert (int(square_fingerprint(one), 16) ^ int(square_fingerprint(small), 16)).bit_count() <= 8
