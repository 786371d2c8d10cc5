"""One run into one folder of results: lock it, examine, write the tables, say what became of it."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Literal

from forgecheck.batch.desk import Options
from forgecheck.batch.export import FORMATS, LINES, NAMES, THUMBNAILS, Format, digests, export, keep_edited
from forgecheck.batch.export.parquet import need_parquet
from forgecheck.batch.files import replaced, safe_path, write_whole
from forgecheck.batch.fingerprint import fingerprint
from forgecheck.batch.inspector import Open
from forgecheck.batch.papers import Paper, choose, make, read_lines
from forgecheck.batch.progress import watched
from forgecheck.batch.results import Line, lines
from forgecheck.batch.rows import all_columns
from forgecheck.batch.run import EngineName, Told, gather, map_path
from forgecheck.batch.source import Remote
from forgecheck.batch.state import PARTS, State, load_state, locked, save_state
from forgecheck.batch.store import Store
from forgecheck.batch.tally import Tally
from forgecheck.batch.walk import Entry, Input, as_input, walk
from forgecheck.batch.where import parse_condition
from forgecheck.batch.work import DEATHS_MAX
from forgecheck.errors import SetupError
from forgecheck.show.json import dumps

QUARANTINE, MAPS = "quarantine.jsonl", "maps"


def run_into(
    out: Path,
    inputs: Sequence[Input],
    entries: Sequence[Entry],
    open_inspector: Open,
    options: Options,
    formats: Sequence[Format],
    resume: bool,
    engine: EngineName = "local",
) -> tuple[Tally, list[str]]:
    """Examine all entries and write results.jsonl and the tables; gives the counts and the names of the files written.

    Raises
    ------
    SetupError
        A model or a library is missing, or another run writes to OUT.
    """
    begun = time.monotonic()
    formats = tuple(dict.fromkeys(("jsonl", *formats)))
    if "parquet" in formats:
        need_parquet()
    with locked(out):
        before = load_state(out)
        mark = fingerprint({"pdf": options.pdf})
        given = tuple(dict.fromkeys(column for each in entries for column in each.columns or ()))
        absolute = tuple(each.url if isinstance(each, Remote) else str(each.absolute()) for each in inputs)
        written = {} if before is None else before.written
        state = State(mark, absolute, options.pdf, formats, given, written=written)
        save_state(out, state)
        if not resume:
            shutil.rmtree(out / PARTS / mark, ignore_errors=True)
        store = Store(out / PARTS / mark)
        with watched(len(entries)) as told:
            gathered = gather(entries, store, out / THUMBNAILS, open_inspector, options, told, engine)
        tally = Tally(examined=gathered.examined, interrupted=gathered.interrupted)
        kept = keep_edited(out, formats, state.written)
        quarantined: list[str] = []
        found = lines(entries, gathered.read, gathered.unread, store)
        texts = _texts(found, store, out / MAPS if options.maps else None, quarantined)
        export(texts, out, formats, given, tally)
        _write_quarantine(out / QUARANTINE, quarantined)
        written = {**state.written, **digests(out, formats)}
        save_state(out, replace(state, finished=not tally.interrupted, written=written))
    tally.seconds = time.monotonic() - begun
    return tally, [str(out / NAMES[each]) for each in formats] + [str(each) for each in kept]


def report_into(
    out: Path,
    wheres: Sequence[str],
    papers: tuple[Paper, ...],
    lang: Literal["zh", "en"],
    sources: Sequence[Input],
    limit: int | None,
    open_inspector: Open,
    options: Options,
) -> Counter[bool]:
    """Make reports for chosen rows and link them from the tables; counts those that were made and those that were not.

    Raises
    ------
    WhereError
        A condition that is not understood.
    SetupError
        OUT holds no results, or those of another version or other rules.
    """
    with locked(out):
        state = load_state(out)
        if state is None or not (out / LINES).is_file():
            raise SetupError(f"{out} holds no {LINES}; run forgecheck batch first")
        if state.fingerprint != fingerprint({"pdf": state.pdf}):
            raise SetupError(f"{out} was made by another version of forgecheck or by other rules; run its batch again")
        names = [each.name for each in all_columns(state.given)]
        conditions = [parse_condition(each, names) for each in wheres]
        chosen = list(islice(choose(read_lines(out), conditions), limit))
        entries = walk([*sources] or [as_input(each) for each in state.inputs], out)
        made: Counter[bool] = Counter()
        with watched(len(chosen)) as told:
            for each in make(chosen, entries, out, papers, lang, open_inspector, options):
                made[each.error is None] += 1
                told(Told(each.path, each.error, 0))
        formats = [each for each in FORMATS if each in state.formats and each != "jsonl"]
        keep_edited(out, formats, state.written)
        export(read_lines(out), out, formats, state.given, Tally(interrupted=not state.finished))
        save_state(out, replace(state, written={**state.written, **digests(out, formats)}))
    return made


def _texts(found: Iterable[Line], store: Store, maps: Path | None, quarantined: list[str]) -> Iterator[str]:
    """The JSON of each line; on the way maps get the names of their rows, and files that kill are listed."""
    for line in found:
        known = None if line.key is None else store.get(line.key)
        if line.key is not None and known is not None:
            if known.deaths >= DEATHS_MAX:
                how = json.loads(store.body(known))["detail"]
                quarantined.append(dumps({"path": line.path, "sha256": line.key.sha256, "detail": how}))
            if maps is not None:
                _name_map(map_path(store, line.key), maps, line.path)
        yield line.text


def _name_map(map: Path, folder: Path, path: str) -> None:
    if not map.is_file():
        return
    name = safe_path(path)
    target = folder / name.with_name(f"{name.name}.png")
    target.parent.mkdir(parents=True, exist_ok=True)
    with replaced(target) as new:
        try:
            os.link(map, new)
        except OSError:  # a file system without links
            shutil.copyfile(map, new)


def _write_quarantine(path: Path, quarantined: Sequence[str]) -> None:
    """Which files killed their workers, and how; no file where there is none."""
    if quarantined:
        write_whole(path, "".join(f"{each}\n" for each in quarantined).encode())
    else:
        path.unlink(missing_ok=True)
