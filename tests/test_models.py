import pytest

from forgecheck.errors import SetupError
from forgecheck.models import DETECTOR, RECOGNISER, Weights


@pytest.mark.parametrize("weights", [DETECTOR, RECOGNISER])
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
