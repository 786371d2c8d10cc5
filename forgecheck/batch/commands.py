"""The commands for many files: batch and report.  Everything but click is imported inside them."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click
from click.core import ParameterSource

from forgecheck.batch.options import INTERRUPTED, REACHED, FailOn, Language, code
from forgecheck.batch.options import fail_on as fail_on_option
from forgecheck.batch.options import lang as lang_option

if TYPE_CHECKING:
    from forgecheck.batch.export import Format
    from forgecheck.batch.inspector import Open
    from forgecheck.batch.papers import Paper
    from forgecheck.batch.run import EngineName
    from forgecheck.batch.walk import Input

_FOLDER = click.Path(file_okay=False, path_type=Path)
MB = 1_000_000
MEMORY_MB = 1_600  # growth over the loaded models (0.4 GB), so that no process passes 2 GB
_workers = click.option("--workers", type=click.IntRange(1, 256), help="Worker processes.  [default: cores]")
_timeout = click.option(
    "--timeout", "timeout_s", type=click.FloatRange(0.1), default=60.0, show_default=True, help="Seconds a page."
)


class Several(click.ParamType[tuple[str, ...]]):
    """Words separated by commas, each one of a few."""

    def __init__(self, *words: str) -> None:
        self._words = words
        self.name = ",".join(words)  # what help shows, in capitals

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The words, each once; raises click.BadParameter."""
        if isinstance(value, tuple):
            return value
        found = tuple(dict.fromkeys(str(value).split(",")))
        for each in found:
            if each not in self._words:
                self.fail(f"{each!r} is none of {', '.join(self._words)}", param, ctx)
        return found


class Given(click.ParamType["Input"]):
    """A path that exists, or an address of a shared store, such as s3://bucket/pictures."""

    name = "path"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Input:
        """The input; raises click.BadParameter."""
        from forgecheck.batch.walk import as_input

        found = as_input(str(value))
        return (
            click.Path(exists=True, path_type=Path).convert(str(value), param, ctx)
            if isinstance(found, Path)
            else found
        )


@click.command()
@click.argument("inputs", nargs=-1, required=True, type=Given())
@click.option("-o", "--out", required=True, type=_FOLDER, help="Folder of results.")
@_workers
@click.option(
    "--format",
    "formats",
    type=Several("jsonl", "csv", "xlsx", "parquet", "html"),
    default="jsonl,csv,xlsx,html",
    show_default=True,
    help="Tables to write; results.jsonl always is.",
)
@click.option(
    "--pdf",
    type=click.Choice(["pages", "whole"]),
    default="pages",
    show_default=True,
    help="A row for each page of a PDF, or one for the whole file.",
)
@click.option("--maps", is_flag=True, help="Write OUT/maps/PATH.png: how likely each 8 x 8 px were edited, 0 to 255.")
@click.option("--thumbnails/--no-thumbnails", default=True, show_default=True, help="Small pictures in the tables.")
@click.option("--resume/--no-resume", default=True, show_default=True, help="Use what an earlier run has in OUT.")
@click.option("--retry-failed", is_flag=True, help="Try every failed file again, also those that killed a worker.")
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="Where to work: this machine, or a Ray cluster (RAY_ADDRESS).",
)
@_timeout
@click.option(
    "--memory",
    "memory_mb",
    type=click.IntRange(100),
    default=MEMORY_MB,
    show_default=True,
    help="MB a worker may need.",
)
@lang_option
@fail_on_option
@click.pass_obj
def batch(
    open_inspector: Open,
    inputs: tuple[Input, ...],
    out: Path,
    workers: int | None,
    formats: tuple[Format, ...],
    pdf: Literal["pages", "whole"],
    maps: bool,
    thumbnails: bool,
    resume: bool,
    retry_failed: bool,
    engine: EngineName,
    timeout_s: float,
    memory_mb: int,
    lang: Language,
    fail_on: FailOn,
) -> int:
    """Examine all files of folders, ZIPs and manifests; writes tables, an overview and what is known so far to OUT.

    An INPUT is a folder, a ZIP, a file, or a manifest (CSV, TSV, JSONL) with a column "file" whose other columns are
    carried through; a shared store is named by its address, such as s3://bucket/folder.  Rows stand in the order of
    the inputs, paths are relative to the one INPUT.  Hidden files are skipped, links are not followed, and whatever a
    file does to its worker, the run goes on and the file gets an error row.

    The same command again goes on where the last one stopped: a file is known by its content, and examined anew only
    when it, forgecheck or its rules have changed.  Ctrl-C finishes the files in flight; a second one stops at once.
    """
    from forgecheck.batch.desk import Options
    from forgecheck.batch.folder import run_into
    from forgecheck.batch.manifest import ManifestError
    from forgecheck.batch.progress import cores, summary
    from forgecheck.batch.state import is_ours
    from forgecheck.batch.walk import walk

    if out.exists() and any(isinstance(each, Path) and each.is_dir() and each.samefile(out) for each in inputs):
        raise click.UsageError("OUT must not be the folder that is read")
    if not is_ours(out):
        raise click.UsageError(f"{out} is not empty and holds no results of forgecheck")
    try:
        entries = walk(inputs, out)
    except ManifestError as error:
        raise click.UsageError(str(error)) from error
    if not entries:
        raise click.UsageError("there is no file in " + ", ".join(map(str, inputs)))
    options = Options(workers or cores(), timeout_s, memory_mb * MB, pdf, maps, thumbnails, retry_failed)
    try:
        tally, files = run_into(out, inputs, entries, open_inspector, options, formats, resume, engine)
    except KeyboardInterrupt:
        click.echo(_go_on(lang), err=True)
        raise
    click.echo(summary(tally, files, lang), err=True)
    if tally.interrupted:
        click.echo(_go_on(lang), err=True)
        return INTERRUPTED
    return code(any(tally.labels[label] for label in REACHED[fail_on]), bool(tally.errors))


@click.command()
@click.argument("out", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--where", "wheres", multiple=True, help="Such as label=forged,suspicious or score>=0.9 or issuer~法院.")
@click.option(
    "--format",
    "papers",
    type=Several("html", "pdf", "pack"),
    default="html",
    show_default=True,
    help="What to make; a pack holds the original and all evidence.",
)
@click.option("--source", "sources", multiple=True, type=Given(), help="Where the files lie now, if they were moved.")
@click.option("--limit", type=click.IntRange(1), help="The first so many rows only.")
@_workers
@_timeout
@lang_option
@click.pass_obj
def report(
    open_inspector: Open,
    out: Path,
    wheres: tuple[str, ...],
    papers: tuple[Paper, ...],
    sources: tuple[Input, ...],
    limit: int | None,
    workers: int | None,
    timeout_s: float,
    lang: Language,
) -> int:
    """Make a report for each row of OUT that meets all --where, and link it from the tables.

    Reports lie in OUT/reports: PATH.html, PATH.pdf, and as an evidence pack PATH.zip.  Each file is read again, must
    have the same SHA-256 as its row, and is examined once more by the same forgecheck and rules as the batch.
    """
    from forgecheck.batch.desk import Options
    from forgecheck.batch.folder import report_into
    from forgecheck.batch.progress import cores
    from forgecheck.batch.where import WhereError

    options = Options(workers or cores(), timeout_s)
    try:
        made = report_into(out, wheres, papers, lang, sources, limit, open_inspector, options)
    except WhereError as error:
        raise click.UsageError(str(error)) from error
    good, bad = made[True], made[False]
    if lang == "zh":
        click.echo(f"做了 {good} 份报告" + (f"，{bad} 份没有做成" if bad else ""), err=True)
    else:
        click.echo(f"reports made: {good}" + (f", not made: {bad}" if bad else ""), err=True)
    return code(False, bad > 0)


def _go_on(lang: Language) -> str:
    """The command that goes on from here, as it was given."""
    context = click.get_current_context()
    words = ["forgecheck", str(context.info_name)]
    for parameter in context.command.params:
        value = context.params[str(parameter.name)]
        if context.get_parameter_source(str(parameter.name)) is not ParameterSource.COMMANDLINE or parameter.name in (
            "resume",
            "retry_failed",
        ):
            continue
        if isinstance(parameter, click.Argument):
            words += map(str, value)
        elif isinstance(value, bool):
            words.append(parameter.opts[0] if value else parameter.secondary_opts[0])
        else:
            words += [parameter.opts[0], ",".join(value) if isinstance(value, tuple) else str(value)]
    said = "接着做" if lang == "zh" else "Go on with"
    from forgecheck.show.safe import clean

    return f"{said}: {clean(shlex.join(words))}"
