"""Fixtures shared by all tests."""

from __future__ import annotations

import pytest

from forgecheck.look.reader import Reader
from forgecheck.models import Models


@pytest.fixture(scope="session")
def models() -> Models:
    """All readers, opened once."""
    return Models(threads=2)


@pytest.fixture(scope="session")
def reader(models: Models) -> Reader:
    """The text reader."""
    return models.reader
