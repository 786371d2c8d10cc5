"""The network for edited pixels as it is trained and as it is shipped."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from forgecheck.look.pixels.network import EDITED
from forgecheck.look.pixels.planes import CHANNELS, PAD
from forgecheck.models import TAMPER_NET

TRAINING = Path(__file__).parents[2] / "models" / "training" / "tamper"


@pytest.fixture
def training(monkeypatch):
    """The training's modules; they need torch, which the project itself does not."""
    pytest.importorskip("torch", reason="torch trains the network and is no dependency of the project")
    monkeypatch.syspath_prepend(str(TRAINING))
    for name in ("net", "train"):
        monkeypatch.delitem(sys.modules, name, raising=False)  # other trainings have modules of these names
    import net
    import train

    return net, train


def test_the_shipped_file_takes_planes_and_gives_five_classes_a_cell():
    session = onnxruntime.InferenceSession(str(TAMPER_NET.locate()), providers=["CPUExecutionProvider"])
    cells = np.random.default_rng(0).normal(0, 1, (1, CHANNELS, 2 * PAD, 3 * PAD)).astype(np.float32)
    [logits] = session.run(None, {"cells": cells})
    assert logits.shape == (1, 5, 2 * PAD, 3 * PAD)
    assert np.isfinite(logits).all()


def test_classes_are_those_that_the_program_adds_up(training):
    net, _ = training
    assert tuple(range(EDITED.start, EDITED.stop)) == net.EDITED
    assert net.CLASSES[4] == "overlay"


def test_an_exported_network_gives_what_it_gave_before(training, tmp_path: Path):
    net, train = training
    train.export(net.TamperNet(CHANNELS), tmp_path / "tamper.onnx")  # raises where they differ by more than 1e-3
    assert (tmp_path / "tamper.onnx").stat().st_size == pytest.approx(TAMPER_NET.locate().stat().st_size, rel=0.01)


def test_counted_shares_fall_and_end_at_one_page_more_than_were_counted(monkeypatch):
    monkeypatch.syspath_prepend(str(TRAINING))
    from scores import rows

    told = rows([-6.0] * 170 + [float(at) for at in range(30)])
    shares, levels = zip(*told, strict=True)
    assert list(shares) == sorted(shares, reverse=True)
    assert list(levels) == sorted(set(levels))
    assert shares[-1] == 1 / 201
    assert levels[-1] > 29
    assert told[0] == (0.2, -6.0)  # not 0.5: half of the pages have nothing, and so have a fifth
