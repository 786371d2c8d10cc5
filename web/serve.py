"""The page behind a real server."""

from __future__ import annotations

from collections.abc import Callable

from forgecheck_web.app import BODY_BYTES, create_page
from forgecheck_web.desk import WAITING, Desk
from waitress import create_server

from forgecheck.batch.inspector import Open

SPARE_THREADS = 3  # for the page itself while every worker is busy
# Bodies a little over the limit still get our page instead of a cut connection.
REFUSED_BYTES = 2 * BODY_BYTES


def serve(open_inspector: Open, host: str, port: int, workers: int, ready: Callable[[], None]) -> None:
    """Listen until Ctrl-C; calls `ready` when the models are loaded and the port is open.

    Raises SetupError where a model is missing and OSError where the port is taken.
    """
    desk = Desk(open_inspector, workers)
    try:
        desk.open()
        server = create_server(
            create_page(desk),
            host=host,
            port=port,
            threads=workers + WAITING + SPARE_THREADS,
            ident=None,
            max_request_body_size=REFUSED_BYTES,
            inbuf_overflow=REFUSED_BYTES + 1,  # uploads stay in memory: nothing is written to a disk
            outbuf_overflow=64_000_000,  # so do reports
            connection_limit=50,
        )
        ready()
        server.run()
    finally:
        desk.close()
