"""The commands that link papers: link and forget.  Everything but click is imported inside them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

_DB = click.option("--db", "place", required=True, help="SQLite file, or postgresql:// URL of a server.")
_KEY = click.option(
    "--key",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File with the store's secret.  [default: FORGECHECK_LINKS_KEY, else beside the SQLite file]",
)


@click.command("link")
@click.argument(
    "outs", metavar="OUT...", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@_DB
@_KEY
@click.option(
    "--report", type=click.Path(file_okay=False, path_type=Path), help="Folder of the reports.  [default: OUT/links]"
)
@click.option("--own", is_flag=True, help="OUT holds your own honest papers: what is like them is no news.")
def link(outs: tuple[Path, ...], place: str, key: Path | None, report: Path | None, own: bool) -> None:
    """Find papers made by the same hand in what batches wrote to OUT: same seal, template, account, number or host.

    Compares with all earlier runs that the store knows; it holds hashes, no pictures, text or file names.  Writes
    links.html, links.csv, links_pairs.csv and links.graphml, and OUT/links.jsonl with the findings of each row.
    States likeness, never forgery.
    """
    from rich.console import Console

    from forgecheck.link.opening import open_store
    from forgecheck.link.report import write
    from forgecheck.link.run import link as linked_rows
    from forgecheck.show.safe import clean

    store = open_store(place, key, make=True)
    try:
        with Console(stderr=True).status("") as status:
            done = {"read": 0, "link": 0}

            def told(step: str, count: int) -> None:
                done[step] += count
                status.update(f"读入 / read {done['read']}，比较 / compared {done['link']}")

            found = linked_rows(store, outs, date.today().isoformat(), own, told)
        folder = report or outs[0] / "links"
        write(store, found, outs, folder)
    finally:
        store.close()
    new, in_groups = f"{found.papers} 份文书（新 {found.new}）", f"{found.clustered} 份分属 {found.clusters} 组"
    click.echo(f"{new}，{in_groups}；库里共 {found.stored} 份；{found.skipped} 行没有参加比较。", err=True)
    new, in_groups = f"{found.papers} papers ({found.new} new)", f"{found.clustered} in {found.clusters} groups"
    click.echo(f"{new}, {in_groups}; {found.stored} in the store; {found.skipped} rows not compared.", err=True)
    click.echo(f"报告 / report: {clean(str(folder / 'links.html'))}", err=True)


@click.command("forget")
@click.argument("hashes", metavar="SHA256...", nargs=-1, required=True)
@_DB
@_KEY
def forget(hashes: tuple[str, ...], place: str, key: Path | None) -> int:
    """Remove all that a store of links knows of these files.  Exits with 3 where one was not in it.

    A file of SQLite is overwritten at once; a server's disk keeps what was removed until its next VACUUM.  What batches
    and reports hold in their folders stays.
    """
    import re

    from forgecheck.link.groups import regroup
    from forgecheck.link.match import Matcher
    from forgecheck.link.opening import open_store

    wanted = [each.lower() for each in hashes]
    if wrong := next((each for each in wanted if not re.fullmatch("[0-9a-f]{64}", each)), None):
        raise click.UsageError(f"{wrong!r} is no SHA-256: 64 hex digits")
    store = open_store(place, key)
    try:
        with store.writing():
            gone = [store.forget(each) for each in wanted]
        Matcher(store).link()
        regroup(store)
    finally:
        store.close()
    for each, count in zip(wanted, gone, strict=True):
        click.echo(f"{each}: {f'已删除 {count} 份 / removed' if count else '库里没有 / not in the store'}", err=True)
    return 0 if all(gone) else 3
