"""The command line: check, batch, report, link, forget, serve, eval, calibrate, checks, explain, sbom, doctor.

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
from typing import TYPE_CHECKING

import click
from forgecheck_web.command import serve

from forgecheck import __version__
from forgecheck.batch import commands as batch_commands
from forgecheck.batch.options import INTERRUPTED, NOTHING, REACHED, SETUP, USAGE, FailOn, Language, code
from forgecheck.batch.options import fail_on as fail_on_option
from forgecheck.batch.options import lang as lang_option
from forgecheck.link.commands import forget, link
from forgecheck.measure.commands import calibrate, evaluate

if TYPE_CHECKING:
    from forgecheck.batch.inspector import Inspect, Open
    from forgecheck.finding import Report
    from forgecheck.link.archive import Archive
    from forgecheck.show.handout import Handout

BROKEN_PIPE = 141  # 128 + SIGPIPE, as a shell counts it

_file = click.Path(dir_okay=False, path_type=Path)


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
        ended = commands.main(arguments, "forgecheck", standalone_mode=False, obj=open_inspector)
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
    return ended if isinstance(ended, int) else NOTHING


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def commands() -> None:
    """Read pictures of collection letters, court papers and text messages, and say what is wrong with them."""


@commands.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option("--json", "as_lines", is_flag=True, help="One JSON object a line (forgecheck.report/1).")
@lang_option
@click.option("--annotate", type=click.Path(file_okay=False, path_type=Path), help="Folder for annotated pictures.")
@click.option("--report", type=_file, help="Report of the one FILE: NAME.html or NAME.pdf.")
@click.option("--pack", type=_file, help="Evidence pack of the one FILE to hand on: NAME.zip.")
@click.option("--masked", type=_file, help="Copy of the one FILE with private data covered: NAME.png.")
@fail_on_option
@click.option("--threads", type=click.IntRange(1, 64), help="Threads of the text reader.  [default: cores, at most 2]")
@click.option("--links", help="Store of `forgecheck link`: tell whether seal or template were seen before.")
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
    links: str | None,
) -> int:
    """Examine each FILE ("-" is stdin) and say what is wrong with it."""
    from forgecheck.batch.failure import complaint
    from forgecheck.batch.inspector import open_alone
    from forgecheck.errors import InputError
    from forgecheck.load.limits import BATCH
    from forgecheck.show.handout import Handout
    from forgecheck.show.json import as_json_error, dumps

    handout = Handout(None, report, pack, masked)
    if (wrong := handout.wrong(len(files))) is not None:
        raise click.UsageError(wrong)
    inspect = open_alone(open_inspector, threads, BATCH)
    archive = _archive(links) if links else None
    reached = unreadable = False
    for number, file in enumerate(files):
        try:
            data, found = _examine(inspect, file)
            found = archive.remembered(found) if archive else found
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
    return code(reached, unreadable)


def _archive(links: str) -> Archive:
    from forgecheck.link.archive import Archive
    from forgecheck.link.opening import open_store

    return Archive(open_store(links))


def _name(file: str) -> str:
    return "stdin" if file == "-" else file


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
def sbom() -> None:
    """Print the bill of materials of this installation (CycloneDX, JSON)."""
    import json

    from forgecheck.sbom import bill

    click.echo(json.dumps(bill(), indent=1))


@commands.command()
def doctor() -> int:
    """Tell whether everything is there that forgecheck needs."""
    from forgecheck.doctor import examine

    facts = tuple(examine())
    for fact in facts:
        click.echo(f"{fact.state:4}  {fact.name:22}  {fact.says}")
    return SETUP if any(fact.state == "FAIL" for fact in facts) else NOTHING


commands.add_command(batch_commands.batch)
commands.add_command(batch_commands.report)
commands.add_command(link)
commands.add_command(forget)
commands.add_command(serve)
commands.add_command(evaluate)
commands.add_command(calibrate)
