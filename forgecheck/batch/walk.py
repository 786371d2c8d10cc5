"""Folders, archives, manifests and files to a list of inputs, in a fixed order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from forgecheck.batch.archive import is_zip, members
from forgecheck.batch.manifest import SUFFIXES, read_manifest
from forgecheck.batch.source import File, Refused, Remote, Source
from forgecheck.errors import InputError, SetupError


class Entry(NamedTuple):
    """One file of a batch."""

    source: Source
    """Where it is read."""
    name: str
    """How the results call it: relative to the folder, archive or manifest when one was given, else as given."""
    columns: Mapping[str, str] | None = None
    """A manifest's own columns."""


Input = Path | Remote
"""What a run is given."""


def as_input(given: str) -> Input:
    """A path, or an address of a shared store.

    >>> as_input("s3://bucket/pictures"), as_input("pictures").name
    (Remote(url='s3://bucket/pictures'), 'pictures')
    """
    return Remote(given) if "://" in given else Path(given)


def walk(inputs: Sequence[Input], leave: Path) -> tuple[Entry, ...]:
    """Every regular file, sorted inside its folder.

    Parameters
    ----------
    inputs : sequence of Path or Remote
        Folders (searched to the bottom), ZIP files, manifests and files; of a shared store folders and files.
    leave : Path
        The folder of results, left out when it lies inside an input.

    Raises
    ------
    ManifestError
        A manifest that does not name its files.
    SetupError
        A shared store that cannot be reached.

    Notes
    -----
    Hidden files and folders are skipped and symbolic links inside a folder are not followed.  Nothing is chosen
    by its suffix, for messengers save pictures without one; only a ZIP inside a folder is opened when it has both
    the suffix and the first bytes of one.  What cannot be listed becomes an entry itself, so that its error stands in
    the results.
    """
    return tuple(entry for each in inputs for entry in _entries(each, alone=len(inputs) == 1, leave=leave.resolve()))


def _entries(given: Input, alone: bool, leave: Path) -> Iterator[Entry]:
    if isinstance(given, Remote):
        yield from _remote(given, alone)
    elif given.is_dir():
        for path in sorted(_files(given, leave)):
            name = (path.relative_to(given) if alone else path).as_posix()
            yield from _opened(path, name) if path.suffix.lower() == ".zip" else (Entry(File(str(path)), name),)
    elif given.suffix.lower() in SUFFIXES:
        for file, columns in read_manifest(given):
            path = given.parent / file.replace("\\", "/")  # as Windows writes it
            yield Entry(File(str(path)), file if alone else path.as_posix(), columns)
    else:
        yield from _opened(given, given.as_posix(), alone)


def _opened(path: Path, name: str, alone: bool = False) -> Iterator[Entry]:
    """The members of a ZIP, or the file itself where it is none."""
    try:
        if not is_zip(path):
            yield Entry(File(str(path)), name)
            return
        found = members(path)
    except InputError as error:
        yield Entry(Refused(error.code, error.detail), name)
    except OSError:  # whoever reads it will find the same
        yield Entry(File(str(path)), name)
    else:
        for inner, source in found:
            yield Entry(source, inner if alone else f"{name}/{inner}")


def _remote(given: Remote, alone: bool) -> Iterator[Entry]:
    try:
        import fsspec

        store, root = fsspec.url_to_fs(given.url)
        found = sorted(store.find(root)) if store.isdir(root) else [root]
    except Exception as error:  # each kind of store has its own ways to fail
        needed = "; it needs fsspec and the store's own package, such as s3fs" if isinstance(error, ImportError) else ""
        raise SetupError(f"{given.url} cannot be listed: {error}{needed}") from error
    for path in found:
        inner = path.removeprefix(root).lstrip("/") or path.rpartition("/")[2]
        if not any(part.startswith(".") for part in inner.split("/")):
            address = store.unstrip_protocol(path)
            yield Entry(Remote(address), inner if alone else address)


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
