"""The shipped network: cold on flat pages, hot on an edited word, the same on any number of threads."""

from __future__ import annotations

import time

import numpy as np
import pytest
from look.pixels.pages import EDITED, compressed, drawn, grained, pasted

from forgecheck.evidence import Jpeg
from forgecheck.look.pixels import network as module
from forgecheck.look.pixels.network import TamperNet
from forgecheck.look.pixels.statistics import QUANTITIES
from forgecheck.models import TAMPER_NET, Models

FEW_MB = 8.0


@pytest.fixture(scope="module")
def net(models: Models) -> TamperNet:
    return models.tamper_net


@pytest.fixture(scope="module")
def edited() -> np.ndarray:
    """A page sent as JPEG, a word of it typed anew, saved without loss."""
    return pasted(compressed(drawn(), 75)[0], drawn(7))


@pytest.mark.parametrize("level", [0, 127, 255])
@pytest.mark.parametrize("size", [(1, 1), (8, 8), (16, 4000), (300, 211)], ids=str)
def test_cold_on_flat_pages_of_any_shape(net: TamperNet, level: int, size: tuple[int, int]):
    seen = net.look(np.full((*size, 3), level, np.uint8), None)
    assert seen.heat.shape == (-(-size[0] // 8), -(-size[1] // 8))
    assert seen.unlike.shape == (len(QUANTITIES), *seen.heat.shape)
    assert seen.heat.max() < 64


def test_cold_on_pages_that_nobody_edited(net: TamperNet):
    for page, jpeg in ((drawn(), None), compressed(drawn(), 75), (grained(drawn()), None)):
        assert (net.look(page, jpeg).heat >= 128).mean() < 0.002


def test_hot_on_a_word_that_was_typed_anew(net: TamperNet, edited: np.ndarray):
    heat = net.look(edited, None).heat
    inside = np.s_[EDITED.top // 8 : EDITED.bottom // 8, EDITED.left // 8 : EDITED.right // 8]
    assert np.median(heat[inside]) > 128
    heat[inside] = 0
    assert (heat >= 128).mean() < 0.01


@pytest.mark.parametrize(("across", "down"), [(1, 7), (5, 3), (7, 1)])
def test_the_map_lies_on_the_page_wherever_the_grid_begins(net: TamperNet, edited: np.ndarray, across: int, down: int):
    cut = np.ascontiguousarray(edited[down : down + 633, across:])
    heat = net.look(cut, None).heat
    assert heat.shape == (80, -(-cut.shape[1] // 8))
    hot = np.argwhere(heat >= 128).mean(axis=0) * 8 + 4
    middle = ((EDITED.top + EDITED.bottom) / 2 - down, (EDITED.left + EDITED.right) / 2 - across)
    assert np.abs(hot - middle).max() < 16


def test_threads_change_nothing(edited: np.ndarray):
    path = TAMPER_NET.locate()
    one, two, again = (TamperNet(path, threads).look(edited, None) for threads in (1, 2, 2))
    assert np.array_equal(two.heat, again.heat)
    assert np.array_equal(one.heat, two.heat)


def test_a_table_that_is_missing_is_no_error(net: TamperNet, edited: np.ndarray):
    assert net.look(edited, Jpeg({}, (), False)).heat.shape == net.look(edited, None).heat.shape


def test_long_pages_are_looked_at_in_bands_as_in_one_piece(net: TamperNet, edited: np.ndarray, monkeypatch):
    long = np.concatenate([edited, edited])
    whole = net.look(long, None).heat.astype(int)
    monkeypatch.setattr(module, "BAND", 64)
    banded = net.look(long, None).heat
    # What lies further away than the bands share reaches a cell only faintly.
    assert np.abs(banded - whole).max() <= 8


def test_time_grows_with_the_page_and_hardly_faster(net: TamperNet, edited: np.ndarray):
    taken = []
    for page in (edited, np.tile(edited, (2, 2, 1))):
        began = time.process_time()
        net.look(page, None)
        taken.append(time.process_time() - began)
    assert taken[1] < 12 * taken[0]


def test_the_file_is_small():
    assert TAMPER_NET.locate().stat().st_size < FEW_MB * 1e6
