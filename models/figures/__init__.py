"""Figures that texts show: each is measured by a command, kept in a small file here, and never typed by hand.

A benchmark that is run with ``--figures`` writes NAME.json beside this file: the command, the day, what was looked at,
and each value with its words.  ``python -m forgecheck_models.figures`` then fills the tables of README.md and of
models/*.md: between ``<!-- figures: seals.find content.* -->`` and ``<!-- /figures -->`` stands a row for each value
that the patterns name.  A test fails where a text says something else.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import shlex
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from forgecheck.measure.statistics import Estimate, bootstrap
from forgecheck.measure.statistics import share as exact

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]
FLAG = "--figures"
_BLOCK = re.compile(r"(<!-- figures: ([^>]+?) -->\n).*?(<!-- /figures -->)", re.DOTALL)
_CODE = ("forgecheck/**/*", "models/*.onnx", "models/*.json", "models/synth/**/*")
"""What a figure may depend on, besides the script that measures it."""
_SUFFIXES = (".py", ".csv", ".json", ".txt", ".onnx")


class Figure(NamedTuple):
    """One value in words and numbers; None for what does not apply."""

    what: str
    value: float | None
    """None where nothing could be counted.  Shares are 0..1 and of unit "%"."""
    unit: str = ""
    digits: int = 2
    low: float | None = None
    """With `high`: the 95 % interval."""
    high: float | None = None
    hits: int | None = None
    of: int | None = None

    @property
    def shown(self) -> str:
        """As a text shows it.

        >>> count("found", 3, 60).shown, number("median time", 12.34, "ms", 1).shown, count("none", 0, 0).shown
        ('5.0 % (3 of 60; 1.0 to 13.9 %)', '12.3 ms', '–')
        """
        if self.value is None:
            return "–"
        counted = [] if self.of is None else [f"{self.hits:,} of {self.of:,}"]
        if self.low is not None and self.high is not None:
            counted.append(f"{self._text(self.low)} to {self._text(self.high)}{self._unit}")
        return f"{self._text(self.value)}{self._unit}" + (f" ({'; '.join(counted)})" if counted else "")

    @property
    def _unit(self) -> str:
        return f" {self.unit}" if self.unit else ""

    def _text(self, value: float) -> str:
        return f"{100 * value if self.unit == '%' else value:,.{self.digits}f}"


def count(what: str, hits: int, of: int) -> Figure:
    """A share of independent files, with its exact interval."""
    known = exact(hits, of)
    return Figure(what, known.rate, "%", 1, *(known[2:] if of else (None, None)), hits, of)


def share(what: str, truths: Sequence[bool], documents: Sequence[str]) -> Figure:
    """A share of files of which several come from one document: the interval is that of resampled documents."""
    if not truths:
        return count(what, 0, 0)
    known = bootstrap(lambda _, held: float(held.mean()), np.zeros(len(truths)), np.array(truths, bool), documents)
    return Figure(what, known.value, "%", 1, known.low, known.high, sum(truths), len(truths))


def number(what: str, value: float | None, unit: str = "", digits: int = 2) -> Figure:
    """A measured number, or a count of things without a whole."""
    return Figure(what, value, unit, digits)


def estimate(what: str, known: Estimate, unit: str = "", digits: int = 3) -> Figure:
    """A value with its interval."""
    return Figure(what, known.value, unit, digits, known.low, known.high)


def option(parser: argparse.ArgumentParser) -> None:
    """Give a benchmark the option that keeps its figures."""
    parser.add_argument(FLAG, action="store_true", help="keep the figures for README and models/*.md")


def keep(name: str, data: str, figures: Mapping[str, Figure], folder: Path = FOLDER) -> None:
    """Write NAME.json.

    Parameters
    ----------
    data
        What was looked at, and how much of it.
    figures
        By a short key; "group:key" for the rows of one table.
    """
    script, values = Path(sys.argv[0]).resolve(), {key: _rounded(each) for key, each in figures.items()}
    about = {"command": command(), "date": f"{datetime.now(UTC):%Y-%m-%d}", "state": state(script), "data": data}
    rows = ",\n".join(f"  {json.dumps(key)}: {json.dumps(row, ensure_ascii=False)}" for key, row in values.items())
    head = json.dumps(about, ensure_ascii=False, indent=1)[:-2]
    (folder / f"{name}.json").write_text(f'{head},\n "values": {{\n{rows}\n }}\n}}\n', "utf-8")


def _rounded(figure: Figure) -> dict[str, object]:
    row = {key: value for key, value in figure._asdict().items() if value is not None or key == "value"}
    return {key: round(value, 6) if isinstance(value, float) else value for key, value in row.items()}


def command(arguments: Sequence[str] | None = None) -> str:
    """The command that runs now, without this option and without places of this machine.

    >>> command([str(ROOT / "tests/benchmarks/seals.py"), "--silent", "/data/of/mine", "--figures"])
    'tests/benchmarks/seals.py --silent DIR'
    """
    script, *others = sys.argv if arguments is None else arguments
    path = Path(script).resolve()
    named = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
    told = ["DIR" if Path(each).is_absolute() else each for each in others if each != FLAG]
    return shlex.join([named, *told])


def state(script: Path) -> str:
    """A name for all that a figure of this script depends on; another one once any of it changed."""
    whole = hashlib.sha256(_code().encode())
    if script.is_file():
        whole.update(script.read_bytes())
    return whole.hexdigest()[:12]


@cache
def _code() -> str:
    whole = hashlib.sha256()
    for path in sorted({path for pattern in _CODE for path in ROOT.glob(pattern) if path.suffix in _SUFFIXES}):
        whole.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return whole.hexdigest()


def is_stale(name: str, folder: Path = FOLDER) -> bool:
    """Whether NAME.json is not there, or something changed since it was measured."""
    file = folder / f"{name}.json"
    if not file.is_file():
        return True
    known = json.loads(file.read_text("utf-8"))
    return bool(known["state"] != state(ROOT / shlex.split(known["command"])[0]))


def names(folder: Path = FOLDER) -> tuple[str, ...]:
    """All files of figures."""
    return tuple(sorted(path.stem for path in folder.glob("*.json")))


def texts() -> tuple[Path, ...]:
    """The texts that show figures."""
    return (ROOT / "README.md", *sorted((ROOT / "models").glob("*.md")))


def rendered(text: str, folder: Path = FOLDER) -> str:
    """The text with its tables filled anew; raises ValueError for a pattern that names nothing."""

    def filled(block: re.Match[str]) -> str:
        return block[1] + "\n".join(_table(block[2].split(), folder)) + "\n" + block[3]

    return _BLOCK.sub(filled, text)


def _table(patterns: Iterable[str], folder: Path) -> Iterator[str]:
    yield "| what | figure | measured by |"
    yield "|---|---|---|"
    last = ""
    for pattern in patterns:
        for name, figure in _named(pattern, folder):
            by = "same" if name == last else _measured_by(name, folder)
            last = name
            yield f"| {figure.what} | {figure.shown} | {by} |"


def _named(pattern: str, folder: Path) -> Iterator[tuple[str, Figure]]:
    name, _, keys = pattern.partition(".")
    if name not in names(folder):
        raise ValueError(f"there are no figures {name!r}; run the benchmark that makes them with {FLAG}")
    rows = json.loads((folder / f"{name}.json").read_text("utf-8"))["values"]
    chosen = [key for key in rows if fnmatchcase(key, keys)]
    if not chosen:
        raise ValueError(f"no figure is called {pattern!r}")
    yield from ((name, Figure(**rows[key])) for key in chosen)


def _measured_by(name: str, folder: Path) -> str:
    known = json.loads((folder / f"{name}.json").read_text("utf-8"))
    return f"`{known['command']}`, {known['date']}: {known['data']}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Fill the tables of all texts; name the figures that are older than what they measure."""
    parser = argparse.ArgumentParser(prog="python -m forgecheck_models.figures", description=main.__doc__)
    parser.parse_args(arguments)
    for path in texts():
        path.write_text(rendered(path.read_text("utf-8")), "utf-8")
    for name in filter(is_stale, names()):
        sys.stdout.write(f"{name}: something changed since it was measured\n")
    return 0
