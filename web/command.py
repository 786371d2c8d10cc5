"""The command `forgecheck serve`; everything but click is imported when it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from forgecheck.batch.inspector import Open

INTERRUPTED = 130  # as after Ctrl-C in the other commands; there is no other way to end


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Pictures examined at once.")
@click.option("--waiting", type=click.IntRange(0, 200), default=20, show_default=True, help="Jobs that may wait.")
@click.option("--name", "names", multiple=True, help="Host name under which the page is reached; may be repeated.")
@click.option("--proxies", type=click.IntRange(0, 9), default=0, show_default=True, help="Reverse proxies in front.")
@click.option("--uploads", default="10 per minute; 100 per day", show_default=True, help="Limit of one address.")
@click.option(
    "--at-once", type=click.IntRange(1), default=2, show_default=True, help="Unfinished checks of one address."
)
@click.option(
    "--keep", "keep_s", type=click.FloatRange(1, 900), default=900, show_default=True, help="Seconds a result is kept."
)
@click.pass_obj
def serve(
    open_inspector: Open,
    /,
    host: str,
    port: int,
    workers: int,
    waiting: int,
    names: tuple[str, ...],
    proxies: int,
    uploads: str,
    at_once: int,
    keep_s: float,
) -> int:
    """Serve the page and the JSON API (POST /v1/checks, field "file"); nothing is kept but minutes in memory."""
    from forgecheck_web.serve import serve as listen
    from forgecheck_web.settings import Settings

    def ready() -> None:
        click.echo(f"http://{host}:{port}/  (Ctrl-C ends)", err=True)

    settings = Settings(
        names=(*names, host), proxies=proxies, waiting=waiting, uploads=uploads, at_once=at_once, keep_s=keep_s
    )
    listen(open_inspector, host, port, workers, settings, ready)
    return INTERRUPTED
