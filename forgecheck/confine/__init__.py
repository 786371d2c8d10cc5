"""Takes away from a process what reading a picture does not need, before it sees the first stranger's byte.

Decoders have bugs that let a picture run code (Pillow 13 closes one).  A worker is therefore locked in twice: before it
loads any library (`before_models`: what it may see and write), and once its models are open (`before_files`: what it
may still ask of the kernel, and how much of everything).  A lock that the system does not have is left out and told by
`forgecheck doctor`; what holds where stands in SECURITY.md.  FORGECHECK_CONFINE=off leaves out all but the limits.
"""

from __future__ import annotations

import os
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from forgecheck.confine import landlock, rlimits, seccomp
from forgecheck.confine.linux import allow_no_new_rights, is_linux
from forgecheck.load.limits import Bounds

SWITCH = "FORGECHECK_CONFINE"
_PACKAGES = ("forgecheck", "forgecheck_web", "forgecheck_models", "rapidocr")
"""Ours and those that hold weights: an installation for developers keeps them outside the folders of Python."""


class Lock(NamedTuple):
    """One of the locks, and whether it holds."""

    name: str
    holds: bool
    says: str


def before_models(folders: Sequence[Path] | None, own: Path) -> Lock:
    """Lock the files: call it before any library is loaded.

    Parameters
    ----------
    folders : sequence of Path or None
        Where inputs lie that the process reads by itself; None: it may read everything that its user may.
    own : Path
        The one folder that may be written, for libraries that need one while they load; whoever made it removes it.
    """
    tempfile.tempdir = str(own)
    os.environ["PADDLE_PDX_CACHE_HOME"] = str(own)  # else it makes folders in the home of the user
    readable = None if folders is None else (*_program(), *folders, own)
    return _lock("landlock", lambda: landlock.restrict(readable, (own,)))


def before_files(bounds: Bounds) -> Lock:
    """Lock the rest: call it when the models are open, before the first file."""
    rlimits.bound(bounds)
    return _lock("seccomp", seccomp.install)


def before_own_files(bounds: Bounds) -> Lock:
    """The same for the command line, which also writes where its user says: no network, no programs, bounded memory."""
    rlimits.bound_memory(bounds)
    return _lock("seccomp", lambda: seccomp.install(frozenset({"files"})))


def _lock(name: str, close: Callable[[], None]) -> Lock:
    if os.environ.get(SWITCH) == "off":
        return Lock(name, False, f"{SWITCH}=off")
    if not is_linux():
        return Lock(name, False, f"{sys.platform} has none")
    try:
        allow_no_new_rights()
        close()
    except (OSError, AttributeError) as error:
        return Lock(name, False, str(error))
    return Lock(name, True, "")


def _program() -> Iterator[Path]:
    """Where Python, the packages and the libraries named by the environment lie."""
    here = {str(Path.cwd()), str(Path.home())}  # on the path by accident, when a module is run from there
    entries = [each for each in sys.path if each not in here]
    entries += [*sysconfig.get_paths().values(), sys.prefix, sys.base_prefix, sys.executable]
    entries += os.environ.get("LD_LIBRARY_PATH", "").split(":")
    for name in _PACKAGES:
        spec = find_spec(name)
        entries += [] if spec is None else list(spec.submodule_search_locations or ())
    yield from landlock.program_folders(entries)
