"""The commands that measure: eval and calibrate.  Everything but click is imported inside them."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

if TYPE_CHECKING:
    from forgecheck.batch.inspector import Inspect, Open
    from forgecheck.batch.walk import Entry

_FILE = click.Path(dir_okay=False, path_type=Path)
_GIVEN = click.Path(exists=True, path_type=Path)
_LANG = click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Language.")


@click.command("eval")
@click.argument("labels", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("results", type=_GIVEN)
@click.option("--json", "as_lines", is_flag=True, help="Print JSON (forgecheck.evaluation/1) instead of tables.")
@click.option("--html", type=_FILE, help="Write one self-contained page.")
@click.option("--plot", type=_FILE, help="Write the reliability plot as PNG.")
@click.option("--prior", type=click.FloatRange(0.001, 0.999), help="Share of forged files for calibration.")
def evaluate(
    labels: Path, results: Path, as_lines: bool, html: Path | None, plot: Path | None, prior: float | None
) -> None:
    """Compare RESULTS (a batch's folder or results.jsonl) with LABELS (JSONL or CSV: file, genuine or forged)."""
    from forgecheck.measure.evaluation import evaluate as evaluated
    from forgecheck.measure.evaluation import match
    from forgecheck.measure.labels import read_labels
    from forgecheck.measure.page import as_data, as_html
    from forgecheck.measure.plot import as_png, reliability_plot
    from forgecheck.measure.results import read_results
    from forgecheck.measure.table import as_text
    from forgecheck.rates import PRIOR

    try:
        cases, unmatched = match(read_labels(labels), read_results(results))
    except (ValueError, OSError) as error:
        raise click.UsageError(str(error)) from error
    if not cases:
        raise click.UsageError(f"none of {len(unmatched)} labelled files has a result in {results}")
    maps = (results if results.is_dir() else results.parent) / "maps"
    found = evaluated(cases, prior or PRIOR, unmatched, labels.parent, maps)
    click.echo(json.dumps(as_data(found), ensure_ascii=False) if as_lines else as_text(found), nl=as_lines)
    if html:
        _write(html, as_html(found).encode())
    if plot:
        _write(plot, as_png(reliability_plot(found.reliability)))


@click.command()
@click.option("--genuine", required=True, type=_GIVEN, help="Folder of files that you know to be genuine.")
@click.option("--out", type=_FILE, help="Where the scores go.  [default: forgecheck's folder of settings]")
@_LANG
@click.pass_obj
def calibrate(open_inspector: Open, genuine: Path, out: Path | None, lang: Literal["zh", "en"]) -> None:
    """Examine files that you know to be genuine, and keep their scores (nothing else) for your own thresholds.

    Thresholds are raised where your files ask for it, never lowered; FORGECHECK_CALIBRATION=FILE puts them in force.
    """
    from rich.progress import track

    from forgecheck import __version__
    from forgecheck.batch.walk import walk
    from forgecheck.load.limits import BATCH
    from forgecheck.measure.promise import SCHEMA, promise, thresholds
    from forgecheck.rates import TEAM, calibration
    from forgecheck.show.safe import clean

    os.environ.pop(TEAM, None)  # the scores are to be those of the thresholds that ship
    out = out or Path(click.get_app_dir("forgecheck")) / "calibration.json"
    entries = walk([genuine], out)
    inspect = open_inspector(None, BATCH)
    shown = track(entries, description="", transient=True, disable=not sys.stderr.isatty())
    weights = sorted(each for each in (_weight(inspect, entry) for entry in shown) if each is not None)
    if not weights:
        raise click.UsageError(f"no file in {genuine} could be examined")
    raised = thresholds(weights, calibration())
    accused = [sum(each >= threshold for each in weights) for threshold in raised]
    kept = {"schema": SCHEMA, "version": __version__, "files": len(weights)}
    own = {"suspicious_bans": raised.suspicious, "forged_bans": raised.forged, "weights": weights}
    _write(out, json.dumps(kept | own, indent=1).encode())
    words = promise(len(weights), accused[0], accused[1])
    click.echo(words.zh if lang == "zh" else words.en)
    use = "启用 / in force with" if lang == "zh" else "In force with"
    click.echo(f"{use}: {TEAM}={clean(str(out))}")


def _weight(inspect: Inspect, entry: Entry) -> float | None:
    """Bans of one file; None where it could not be examined."""
    from forgecheck.batch.failure import as_input_error, complaint
    from forgecheck.batch.source import read
    from forgecheck.errors import SetupError
    from forgecheck.load.limits import BATCH

    try:
        return inspect(read(entry.source, BATCH.file_bytes), entry.name).verdict.weight
    except SetupError:
        raise
    except Exception as error:  # one file never ends the others
        click.echo(complaint(entry.name, as_input_error(error)), err=True)
        return None


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
