"""Run over folders of real pictures and count what came out: `.venv/bin/python tests/benchmarks/corpora.py [DIR...]`.

One row a folder: files, verdicts, coded errors, the slowest file; then every picture that was accused.  Without DIR the
folders of FORGECHECK_DATA are taken, and pictures that are genuine by their origin are counted by source as well, since
those of one source are not independent.  Results are kept in out/corpora, so a run that was stopped goes on.  Exits
with 1 when a file got neither a report nor a coded error.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from forgecheck_models import figures

KEPT = Path(__file__).parents[2] / "out" / "corpora"
GENUINE = ("screens", "documents", "genuine")
FOLDERS = (*GENUINE, "seals/stamped_real", "seals/pasted_contract")
"""Inside FORGECHECK_DATA."""
WORSE = ("forged", "suspicious")

Row = dict[str, dict[str, object]]


def rows(folder: Path, name: str) -> list[Row]:
    """The batch's result rows of a folder."""
    out = KEPT / name.replace("/", "-")
    command = [sys.executable, "-m", "forgecheck", "batch", str(folder), "-o", str(out), "--fail-on", "never"]
    command += ["--format", "jsonl", "--no-thumbnails", "--pdf", "whole"]
    subprocess.run(command, check=False, stderr=subprocess.DEVNULL)
    return [json.loads(line) for line in (out / "results.jsonl").read_text("utf-8").splitlines()]


def label(row: Row) -> str:
    """The verdict, or the code of the error."""
    return str(row["verdict"]["label"] if "verdict" in row else row["error"]["code"])


def source(row: Row) -> str:
    """Where a picture comes from, as its name tells.

    >>> source({"input": {"path": "screens/kangdp__WanAndroid_007.png"}}), source({"input": {"path": "hail_1.png"}})
    ('kangdp__WanAndroid', 'hail')
    """
    stem = Path(str(row["input"]["path"])).stem
    return stem.rpartition("_")[0] if "__" in stem else stem.partition("_")[0]


def told(name: str, found: list[Row]) -> Iterator[str]:
    """A folder's row, and a row for each picture that was accused."""
    labels = Counter(map(label, found))
    slowest = max((float(each["timing"]["total_ms"]) for each in found if "timing" in each), default=0) / 1000
    counts = ", ".join(f"{name} {count}" for name, count in sorted(labels.items()))
    yield f"{name:22s} {len(found):4d} files  {counts}; slowest {slowest:.1f} s"
    for each in found:
        if label(each) in WORSE:
            heard = ", ".join(f"{f['check']}:{f['severity']}" for f in each["findings"])  # type: ignore[index]
            yield f"    {label(each):10s} {each['input']['path']}: {heard}"


def accused(what: str, found: Iterable[Row], *labels: str) -> figures.Figure:
    """How many of the pictures that could be read got one of these labels."""
    read = [each for each in found if "verdict" in each]
    return figures.count(what, sum(label(each) in labels for each in read), len(read))


def kept(found: dict[str, list[Row]]) -> dict[str, figures.Figure]:
    """What the texts may show."""
    genuine = [each for name in GENUINE for each in found.get(name, ())]
    stamps, pasted = found.get("seals/stamped_real", []), found.get("seals/pasted_contract", [])
    sources = sorted({source(each) for each in genuine if "verdict" in each})
    many = f"public genuine pictures of {len(sources)} sources"
    by_source = {
        f"source:{name}": accused(f"of these, {name.replace('__', '/')}", _of(genuine, name), *WORSE)
        for name in sources
    }
    return {
        "forged": accused(f"{many}: called forged", genuine, "forged"),
        "suspicious": accused(f"{many}: called suspicious or forged", genuine, *WORSE),
        "inconclusive": accused(f"{many}: cannot tell", genuine, "inconclusive"),
        "stamps": accused("photographs of real stamps: called suspicious or forged", stamps, *WORSE),
        "pasted": accused("photographed contracts with a pasted seal: called suspicious or forged", pasted, *WORSE),
        **by_source,
    }


def _of(found: Iterable[Row], name: str) -> list[Row]:
    return [each for each in found if source(each) == name]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="*", metavar="DIR")
    figures.option(parser)
    given = parser.parse_args()
    data = os.environ.get("FORGECHECK_DATA")
    if not given.folders and not data:
        parser.error("name a folder, or set FORGECHECK_DATA")
    asked = {each.name: each for each in given.folders} or {name: Path(str(data), name) for name in FOLDERS}
    found: dict[str, list[Row]] = {}
    lost = 0
    for name, folder in asked.items():
        found[name] = rows(folder, name)
        sys.stdout.write("\n".join(told(name, found[name])) + "\n")
        sys.stdout.flush()
        lost += sum(1 for each in folder.rglob("*") if each.is_file() and each.name[0] != ".") - len(found[name])
    known = kept(found)
    if given.folders:
        return 1 if lost else 0
    sys.stdout.writelines(f"{each.what}: {each.shown}\n" for each in known.values())
    if given.figures:
        figures.keep("corpora", "public pictures, not shipped; those of one source are not independent", known)
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
