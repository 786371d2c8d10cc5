"""Folders and files to a list of inputs, in a fixed order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple


class Entry(NamedTuple):
    """One file of a batch."""

    path: Path
    """Where it is read."""
    name: str
    """How the results call it: relative to the folder when one folder was given, else as it was given."""


def walk(inputs: Sequence[Path], leave: Path) -> tuple[Entry, ...]:
    """Every regular file, sorted inside its folder.

    Parameters
    ----------
    inputs : sequence of Path
        Folders (searched to the bottom) and files.
    leave : Path
        The folder of results, left out when it lies inside an input.

    Notes
    -----
    Hidden files and folders are skipped and symbolic links inside a folder are not followed.  Nothing is chosen
    by its suffix: messengers save pictures without one.  A folder that cannot be listed becomes an entry itself, so
    that its error stands in the results.
    """
    return tuple(entry for each in inputs for entry in _entries(each, alone=len(inputs) == 1, leave=leave.resolve()))


def _entries(given: Path, alone: bool, leave: Path) -> Iterator[Entry]:
    if not given.is_dir():
        yield Entry(given, given.as_posix())
        return
    for path in sorted(_files(given, leave)):
        yield Entry(path, (path.relative_to(given) if alone else path).as_posix())


def _files(folder: Path, leave: Path) -> Iterator[Path]:
    unlisted: list[OSError] = []
    for root, folders, names in os.walk(folder, onerror=unlisted.append):
        here = Path(root)
        folders[:] = [each for each in _visible(folders) if (here / each).resolve() != leave]
        paths = (here / each for each in _visible(names))
        yield from (path for path in paths if path.is_file() and not path.is_symlink())
    yield from (Path(os.fsdecode(each.filename)) for each in unlisted)


def _visible(names: Iterable[str]) -> Iterator[str]:
    return (each for each in names if not each.startswith("."))
