from dataclasses import replace
from pathlib import Path

import pytest

from forgecheck.errors import SetupError
from forgecheck.models import DETECTOR, WEIGHTS, Weights


@pytest.mark.parametrize("weights", WEIGHTS.values())
def test_installed_weights_are_the_expected_ones(weights):
    assert weights.locate().is_file()


def test_a_missing_package_says_how_to_install_it():
    with pytest.raises(SetupError, match="pip install"):
        Weights("no_such_package", "a.onnx", "0" * 64).locate()


def test_a_missing_file_says_how_to_install_it():
    with pytest.raises(SetupError, match="missing"):
        Weights("rapidocr", "models/none.onnx", "0" * 64).locate()


def test_a_changed_file_is_refused():
    with pytest.raises(SetupError, match="damaged"):
        Weights(DETECTOR.package, DETECTOR.path, "0" * 64).locate()


@pytest.mark.parametrize("name", WEIGHTS)
def test_one_turned_bit_is_refused(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    weights = WEIGHTS[name]
    data = bytearray(weights.locate().read_bytes())
    data[len(data) // 2] ^= 1
    package = tmp_path / "turned"
    (package / weights.path).parent.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / weights.path).write_bytes(data)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(SetupError, match="damaged"):
        replace(weights, package="turned").locate()
    data[len(data) // 2] ^= 1
    (package / weights.path).write_bytes(data)
    assert replace(weights, package="turned").locate() == package / weights.path
