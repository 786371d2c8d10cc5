"""The command line: check, batch, serve, eval, calibrate, checks, explain, doctor.

Results go to stdout or to files, everything else to stderr.  Exit codes: 0 nothing at or above --fail-on, 1 something
is, 2 wrong usage, 3 some inputs unreadable (1 wins over 3), 4 set-up or results that cannot be written, 130
interrupted, 141 nobody reads our output.  Everything but click is imported inside the command that needs it.
"""

from __future__ import annotations

import io
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click
from forgecheck_web.command import serve

from forgecheck import __version__
from forgecheck.measure.commands import calibrate, evaluate

if TYPE_CHECKING:
    from forgecheck.batch.inspector import Inspect, Open
    from forgecheck.finding import Report
    from forgecheck.show.handout import Handout

NOTHING, FOUND, USAGE, UNREADABLE, SETUP, INTERRUPTED = 0, 1, 2, 3, 4, 130
BROKEN_PIPE = 141  # 128 + SIGPIPE, as a shell counts it

Language = Literal["zh", "en"]
FailOn = Literal["forged", "suspicious", "never"]
REACHED: dict[FailOn, tuple[str, ...]] = {
    "forged": ("forged",),
    "suspicious": ("forged", "suspicious"),
    "never": (),
}
"""Verdicts at or above --fail-on."""

_lang = click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Language.")
_file = click.Path(dir_okay=False, path_type=Path)
_fail_on = click.option(
    "--fail-on",
    type=click.Choice(list(REACHED)),
    default="suspicious",
    show_default=True,
    help="Exit with 1 when a verdict is this or graver.",
)


def main(arguments: Sequence[str] | None = None, open_inspector: Open | None = None) -> int:
    """Run one command and return its exit code; `open_inspector` stands in for the real one in tests."""
    from forgecheck.errors import SetupError

    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # a library's remarks about a picture help nobody here
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal without Chinese gets escapes, not a crash
    if open_inspector is None:
        from forgecheck.batch.inspector import open_inspector
    try:
        code = commands.main(arguments, "forgecheck", standalone_mode=False, obj=open_inspector)
    except click.ClickException as error:
        error.show()
        return USAGE
    except (SetupError, OSError) as error:
        click.echo(f"forgecheck: {error}", err=True)
        return SETUP
    except SystemExit:  # so click ends where stdout was closed, with a 1 that would mean "forged"
        return BROKEN_PIPE
    except (click.Abort, KeyboardInterrupt):
        click.echo("forgecheck: 已中断。 / Interrupted.", err=True)
        return INTERRUPTED
    return code if isinstance(code, int) else NOTHING


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def commands() -> None:
    """Read pictures of collection letters, court papers and text messages, and say what is wrong with them."""


@commands.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option("--json", "as_lines", is_flag=True, help="One JSON object a line (forgecheck.report/1).")
@_lang
@click.option("--annotate", type=click.Path(file_okay=False, path_type=Path), help="Folder for annotated pictures.")
@click.option("--report", type=_file, help="Report of the one FILE: NAME.html or NAME.pdf.")
@click.option("--pack", type=_file, help="Evidence pack of the one FILE to hand on: NAME.zip.")
@click.option("--masked", type=_file, help="Copy of the one FILE with private data covered: NAME.png.")
@_fail_on
@click.option("--threads", type=click.IntRange(1, 64), help="Threads of the text reader.  [default: cores, at most 2]")
@click.pass_obj
def check(
    open_inspector: Open,
    files: tuple[str, ...],
    as_lines: bool,
    lang: Language,
    annotate: Path | None,
    report: Path | None,
    pack: Path | None,
    masked: Path | None,
    fail_on: FailOn,
    threads: int | None,
) -> int:
    """Examine each FILE ("-" is stdin) and say what is wrong with it."""
    from forgecheck.batch.failure import complaint
    from forgecheck.errors import InputError
    from forgecheck.load.limits import BATCH
    from forgecheck.show.handout import Handout
    from forgecheck.show.json import as_json_error, dumps

    handout = Handout(None, report, pack, masked)
    if (wrong := handout.wrong(len(files))) is not None:
        raise click.UsageError(wrong)
    inspect = open_inspector(threads, BATCH)
    reached = unreadable = False
    for number, file in enumerate(files):
        try:
            data, found = _examine(inspect, file)
            reached |= found.verdict.label in REACHED[fail_on]
            if number and not as_lines:
                click.echo("─" * 40)
            twins = sum(Path(_name(each)).stem == Path(_name(file)).stem for each in files[:number])
            picture = f"{Path(_name(file)).stem}{f'-{twins + 1}' if twins else ''}.annotated.png"
            _deliver(found, data, as_lines, lang, handout._replace(picture=annotate / picture if annotate else None))
        except InputError as error:
            unreadable = True
            click.echo(complaint(_name(file), error), err=True)
            if as_lines:
                click.echo(dumps(as_json_error(_name(file), error)))
    return _code(reached, unreadable)


def _name(file: str) -> str:
    return "stdin" if file == "-" else file


def _code(reached: bool, unreadable: bool) -> int:
    return FOUND if reached else UNREADABLE if unreadable else NOTHING


def _examine(inspect: Inspect, file: str) -> tuple[bytes, Report]:
    from forgecheck.batch.failure import as_input_error
    from forgecheck.batch.inspector import read
    from forgecheck.errors import SetupError
    from forgecheck.load.limits import BATCH

    try:
        with click.open_file(file, "rb") as stream:
            data = read(stream, BATCH)
            return data, inspect(data, _name(file))
    except SetupError:
        raise
    except Exception as error:  # one file never ends the others
        raise as_input_error(error) from error


def _deliver(found: Report, data: bytes, as_lines: bool, lang: Language, handout: Handout) -> None:
    from forgecheck.batch.failure import as_input_error
    from forgecheck.show.json import as_json, dumps
    from forgecheck.show.text import as_text

    try:
        click.echo(dumps(as_json(found)) if as_lines else as_text(found, lang).rstrip("\n"))
        for path, content, what in handout.made(found, data, lang):
            _write(path, content, what)
    except OSError:  # the disk's or the terminal's, and so everybody's
        raise
    except Exception as error:
        raise as_input_error(error) from error


def _write(path: Path, data: bytes, what: str) -> None:
    from forgecheck.show.safe import clean

    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    click.echo(f"{what}: {clean(str(path))}", err=True)


@commands.command()
@click.argument("inputs", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("-o", "--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder of results.")
@click.option("--workers", type=click.IntRange(1, 256), help="Worker processes.  [default: cores]")
@click.option(
    "--timeout", "timeout_s", type=click.FloatRange(0.1), default=60.0, show_default=True, help="Seconds a file."
)
@_lang
@_fail_on
@click.pass_obj
def batch(
    open_inspector: Open,
    inputs: tuple[Path, ...],
    out: Path,
    workers: int | None,
    timeout_s: float,
    lang: Language,
    fail_on: FailOn,
) -> int:
    """Examine all files of folders; writes OUT/results.jsonl and OUT/results.csv.

    Rows come in the order in which files are done.  Their path is relative to the folder when one folder is given,
    else as given.  Hidden files are skipped, links are not followed, and whatever a file does to its worker, the run
    goes on and the file gets an error row.
    """
    from forgecheck.batch.progress import cores, summary, watched
    from forgecheck.batch.run import run
    from forgecheck.batch.walk import walk

    if out.exists() and any(each.is_dir() and each.samefile(out) for each in inputs):
        raise click.UsageError("OUT must not be the folder that is read")
    entries = walk(inputs, out)
    if not entries:
        raise click.UsageError("there is no file in " + ", ".join(map(str, inputs)))
    with watched(len(entries)) as told:
        tally = run(entries, out, open_inspector, workers or cores(), timeout_s, told)
    click.echo(summary(tally, out, lang), err=True)
    if tally.interrupted:
        return INTERRUPTED
    return _code(any(tally.labels[label] for label in REACHED[fail_on]), bool(tally.errors))


@commands.command()
@click.option("--markdown", is_flag=True, help="As a table for the README.")
def checks(markdown: bool) -> None:
    """List every check with what it finds."""
    from forgecheck.judge import all_checks
    from forgecheck.judge.manual import manual

    titles = {name: manual(check).title for name, check in all_checks().items()}
    if markdown:
        click.echo("| check | what it finds |\n|---|---|")
    width = max(map(len, titles), default=0)
    for name, title in titles.items():
        click.echo(f"| `{name}` | {title} |" if markdown else f"{name:{width}}  {title}")


@commands.command()
@click.argument("name")
def explain(name: str) -> None:
    """Print the manual of the check NAME."""
    from forgecheck.judge import all_checks
    from forgecheck.judge.manual import manual

    if name not in all_checks():
        raise click.UsageError(f"there is no check {name!r}; `forgecheck checks` lists them")
    click.echo(f"{name}\n\n{manual(all_checks()[name]).text}")


@commands.command()
def doctor() -> int:
    """Tell whether everything is there that forgecheck needs."""
    from forgecheck.doctor import examine

    facts = tuple(examine())
    for fact in facts:
        click.echo(f"{'ok  ' if fact.ok else 'FAIL'}  {fact.name:22}  {fact.says}")
    return NOTHING if all(fact.ok for fact in facts) else SETUP


commands.add_command(serve)
commands.add_command(evaluate)
commands.add_command(calibrate)
