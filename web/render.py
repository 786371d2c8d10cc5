"""From a file to what is sent back; runs where the file is examined."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal, NamedTuple

from forgecheck.batch.inspector import Inspect, Open
from forgecheck.load.limits import WEB

Form = Literal["html", "json"]


class Upload(NamedTuple):
    """One file to examine."""

    data: bytes
    name: str
    """As the browser gave it; shown in the report, never used on a disk."""
    form: Form


def opened(open_inspector: Open) -> Callable[[Upload], str]:
    """The work of one worker, its models loaded; runs in the worker, once."""
    return partial(examined, open_inspector(1, WEB))


def examined(inspect: Inspect, upload: Upload) -> str:
    """The report as one HTML page or as JSON; raises InputError."""
    report = inspect(upload.data, upload.name)
    if upload.form == "json":
        from forgecheck.show.json import as_json, dumps

        return dumps(as_json(report))
    from forgecheck.show.html import as_html

    return as_html(report)
