"""Verdicts on whole generated papers of the untouched split: `tests/benchmarks/verdicts.py [--count 300]`.

Writes the papers (models/training/rates/whole_papers.py), examines them as a batch does, and counts as `forgecheck
eval` does.  What is done lies under out/verdicts and is not done again while forgecheck is the same.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from forgecheck_models import figures
from forgecheck_models.figures import Figure

from forgecheck.measure.evaluation import Case, Evaluation, evaluate, match
from forgecheck.measure.labels import read_labels
from forgecheck.measure.results import read_results
from forgecheck.measure.statistics import Share
from forgecheck.measure.table import as_text
from forgecheck.rates import PRIOR

ROOT = Path(__file__).parents[2]
FIRST = 700_000  # seed; nothing else begins here


def examined(out: Path, count: int, workers: int) -> list[Case]:
    """Every paper with what forgecheck says of it."""
    tools = ROOT / "models" / "training" / "rates" / "whole_papers.py"
    asked = ("--count", str(count), "--start", str(FIRST), "--split", "test", "--workers", str(workers))
    subprocess.run([sys.executable, str(tools), str(out), *asked], check=True)
    options = ("--workers", str(workers), "--fail-on", "never", "--format", "jsonl", "--no-thumbnails")
    command = [sys.executable, "-m", "forgecheck", "batch", str(out / "pictures"), "-o", str(out / "results"), *options]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return match(read_labels(out / "labels.jsonl"), read_results(out / "results"))[0]


def told(found: Evaluation, cases: list[Case]) -> dict[str, Figure]:
    """What a text shows."""
    every = found.overall
    figures_ = {
        "auc": figures.estimate("verdicts on whole papers: AUC", found.auc),
        "hits_at_1": _share_of(found.hits_at_1, "forged papers found where 1 % of genuine ones are accused"),
        "alarms_forged": _counted("genuine papers called forged", every.alarms_forged),
        "alarms": _counted("genuine papers called suspicious or forged", every.alarms_suspicious),
        "forged": _counted("forged papers called forged", every.called_forged),
        "found": _counted("forged papers called suspicious or forged", every.called_suspicious),
        "inconclusive": _counted("papers called inconclusive", found.inconclusive),
        "ece": figures.number("calibration error at the stated prior", found.calibration_error, digits=3),
    }
    for name, begins in (("words", "words"), ("pixels", "A"), ("seal", "seal")):
        here = [each for each in cases if each.label.forged and (each.label.attack or "").startswith(begins)]
        hits = sum(each.result.label in ("suspicious", "forged") for each in here)
        figures_[f"by:{name}"] = figures.count(f"forged by its {name}: called suspicious or forged", hits, len(here))
    return figures_


def _counted(what: str, known: Share) -> Figure:
    return figures.count(what, known.hits, known.of)


def _share_of(known: figures.Estimate, what: str) -> Figure:
    return Figure(what, known.value, "%", 1, known.low, known.high)


def main() -> None:
    """Examine, count and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--workers", type=int, default=2)
    figures.option(parser)
    given = parser.parse_args()
    cases = examined(ROOT / "out" / "verdicts", given.count, given.workers)
    found = evaluate(cases, PRIOR)
    sys.stdout.write(as_text(found))
    if given.figures:
        data = f"{found.genuine} genuine and {found.forged} forged generated papers, split test, all channels"
        figures.keep("verdicts", data, told(found, cases))


if __name__ == "__main__":
    main()
