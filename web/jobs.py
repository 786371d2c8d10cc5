"""What a worker is asked for, and how it answers; all of this but the two jobs runs where the file is examined.

The page never decodes a file nor what was made of one: it passes the worker's notes (`seen`) back with the file when a
PDF or a masked copy is wanted, and only a worker opens them.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from functools import partial
from typing import Literal, NamedTuple

from forgecheck.batch.inspector import Inspect, Open
from forgecheck.load.limits import WEB

Lang = Literal["zh", "en"]
Artefact = Literal["pdf", "pack", "annotated", "masked"]
Part = tuple[float, float, float, float]
"""A rectangle of a page as it is shown: left, top, right, bottom as parts (0..1) of its width and height."""


class Examine(NamedTuple):
    """One file to examine."""

    data: bytes
    name: str


class Wanted(NamedTuple):
    """What to make of a file that was examined."""

    what: Artefact
    lang: Lang = "zh"
    page: int = 1
    """The page to mask."""
    masks: tuple[Part, ...] = ()


class Make(NamedTuple):
    """Something to make of a file that was examined."""

    data: bytes
    name: str
    seen: bytes
    wanted: Wanted


Job = Examine | Make


def opened(open_inspector: Open, threads: int | None) -> Callable[[Job], str]:
    """The work of one worker, its models loaded; runs in the worker, once."""
    return partial(done, open_inspector(threads, WEB))


def done(inspect: Inspect, job: Job) -> str:
    """Whatever the job asks for: JSON for an examination, base64 for a file; raises InputError."""
    if isinstance(job, Examine):
        from forgecheck_web.view import answer

        return answer(inspect(job.data, job.name))
    from forgecheck_web.making import make

    return b64encode(make(job)).decode("ascii")
