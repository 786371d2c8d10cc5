"""Reports for chosen rows: the file is read and examined once more, for rows hold no pictures."""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import Literal, NamedTuple, get_args

from forgecheck.batch.desk import Options
from forgecheck.batch.export import LINES, report_file
from forgecheck.batch.failure import as_input_error
from forgecheck.batch.files import write_whole
from forgecheck.batch.inspector import Inspect, Open
from forgecheck.batch.pool import results
from forgecheck.batch.rows import row
from forgecheck.batch.source import Source, at_hand, read
from forgecheck.batch.walk import Entry
from forgecheck.batch.where import Condition
from forgecheck.batch.worker import Worker
from forgecheck.errors import InputError
from forgecheck.load.limits import BATCH

Paper = Literal["html", "pdf", "pack"]
PAPERS: tuple[Paper, ...] = get_args(Paper)
SUFFIXES: Mapping[Paper, str] = {"html": ".html", "pdf": ".pdf", "pack": ".zip"}


class Chosen(NamedTuple):
    """A row that a report is wanted for."""

    path: str
    name: str
    """Of its file: the path without the page."""
    page: int
    sha256: str


class Order(NamedTuple):
    """What a worker is asked to make."""

    source: Source
    chosen: Chosen
    papers: tuple[Paper, ...]
    lang: Literal["zh", "en"]


class Made(NamedTuple):
    """What became of one row."""

    path: str
    error: InputError | None


def choose(lines: Iterable[str], conditions: Sequence[Condition]) -> Iterator[Chosen]:
    """The rows that meet all conditions, in order; those that could not be judged have no report."""
    for line in lines:
        data = json.loads(line)
        if "error" not in data and all(each.holds(row(data)) for each in conditions):
            given = data["input"]
            page = given.get("page", 0)
            path = given["path"]
            yield Chosen(path, path.removesuffix(f"#page={page}") if page else path, page, given["sha256"])


def make(
    chosen: Sequence[Chosen],
    entries: Sequence[Entry],
    out: Path,
    papers: tuple[Paper, ...],
    lang: Literal["zh", "en"],
    open_inspector: Open,
    options: Options,
) -> Iterator[Made]:
    """Write OUT/reports/PATH.html, PATH.pdf, PATH.zip, and tell of each row what became of it.

    Parameters
    ----------
    entries : sequence of Entry
        Where the files lie; their SHA-256 must be that of the rows.
    """
    sources = {each.name: each.source for each in entries}
    lost = [each for each in chosen if each.name not in sources]
    yield from (Made(each.path, InputError("internal", "the file is not there any more")) for each in lost)
    orders = (Order(sources[each.name], each, papers, lang) for each in chosen if each.name in sources)
    begin = partial(start, open_inspector)
    do = partial(_written, out)
    yield from results(orders, do, begin, options.workers, options.timeout_s, Event(), options.memory_bytes)


def start(open_inspector: Open) -> Callable[[Order], str]:
    """Runs in the worker, once."""
    return partial(answer, open_inspector(1, BATCH))


def answer(inspect: Inspect, order: Order) -> str:
    """Runs in the worker: a JSON object of papers in base64."""
    from forgecheck.show.html import as_html
    from forgecheck.show.pack import evidence_pack
    from forgecheck.show.pdf import as_pdf

    data = read(order.source, BATCH.file_bytes)
    if hashlib.sha256(data).hexdigest() != order.chosen.sha256:
        raise InputError("internal", "the file has changed since it was examined")
    page = order.chosen.page
    report = inspect(data, order.chosen.path, page=page) if page else inspect(data, order.chosen.path)
    makers: Mapping[Paper, Callable[[], bytes]] = {
        "html": lambda: as_html(report).encode(),
        "pdf": lambda: as_pdf(report, order.lang),
        "pack": lambda: evidence_pack(data, report, report.examined_at or datetime.now(UTC)),
    }
    return json.dumps({paper: b64encode(makers[paper]()).decode() for paper in order.papers})


def _written(out: Path, worker: Worker[Order], order: Order) -> tuple[Made, tuple[Order, ...]]:
    path = order.chosen.path
    try:
        told = json.loads(worker.ask(order._replace(source=at_hand(order.source, BATCH.file_bytes))))
        for paper in order.papers:
            write_whole(report_file(out, path, SUFFIXES[paper]), b64decode(told[paper], validate=True))
    except InputError as error:
        return Made(path, error), ()
    except (ValueError, KeyError, TypeError, OSError) as error:  # an answer without form, or a file that is gone
        return Made(path, as_input_error(error)), ()
    return Made(path, None), ()


def read_lines(out: Path) -> Iterator[str]:
    """The lines of results.jsonl; raises OSError where there is none."""
    with (out / LINES).open(encoding="utf-8") as file:
        yield from (line.rstrip("\n") for line in file)
