"""The inspector: models opened once, then one call a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import IO, TYPE_CHECKING, Protocol

from forgecheck.errors import InputError, SetupError

if TYPE_CHECKING:
    from forgecheck.finding import Report
    from forgecheck.load.limits import Limits


class Inspect(Protocol):
    """Bytes and name of a file, or the one page of a PDF, to a report; raises InputError."""

    def __call__(self, data: bytes, name: str, /, *, page: int | None = None) -> Report:
        """Examine one file."""


Open = Callable[["int | None", "Limits"], Inspect]
"""Threads and limits to an inspector; slow, and raises SetupError where a model is missing."""


def open_inspector(threads: int | None, limits: Limits) -> Inspect:
    """Open every model now, so that a missing one shows before the first file; raises SetupError."""
    try:
        import cv2
    except ImportError as error:
        raise SetupError(f"OpenCV cannot be loaded ({error}); `forgecheck doctor` tells what to install") from error
    from forgecheck import Models, inspect

    models = Models(threads)
    cv2.setNumThreads(models.threads)  # OpenCV's own pool would take every core in every worker
    _ = models.reader, models.seal_net
    return partial(inspect, models=models, limits=limits)


def open_alone(open_with: Open, threads: int | None, limits: Limits) -> Inspect:
    """For a command that examines in its own process: with the real inspector it gives up network and programs.

    A stand-in opens nothing, and its process goes on to other things: it keeps its rights.
    """
    from forgecheck.confine import before_own_files
    from forgecheck.load.limits import Bounds

    inspect = open_with(threads, limits)
    if open_with is open_inspector:
        before_own_files(Bounds(limits.seconds))
    return inspect


def read(file: IO[bytes], limits: Limits) -> bytes:
    """The file's bytes; raises InputError (file_too_large) before the rest of an oversize one is read."""
    data = file.read(limits.file_bytes + 1)
    if len(data) > limits.file_bytes:
        raise InputError("file_too_large", f"more than {limits.file_bytes} bytes")
    return data
