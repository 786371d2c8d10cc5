"""The loader in a worker, which imports it."""

from __future__ import annotations

from collections.abc import Callable

from forgecheck.load import load
from forgecheck.load.limits import BATCH


def opener() -> Callable[[bytes], str]:
    """Answers with the format of a file that could be read."""
    import forgecheck.load.capture
    import forgecheck.load.pdf
    import forgecheck.load.raster  # noqa: F401 - all libraries are loaded before the first file

    return lambda data: load(data, "a", BATCH).container.format
