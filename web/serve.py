"""The page behind a real server."""

from __future__ import annotations

import logging
import signal
from collections.abc import Callable
from functools import partial
from threading import Event, Thread

from forgecheck_web.app import create_page
from forgecheck_web.checks import Checks
from forgecheck_web.desk import Desk
from forgecheck_web.jobs import Job, opened
from forgecheck_web.receiving import BODY_BYTES
from forgecheck_web.settings import Settings
from waitress import create_server

from forgecheck.batch.inspector import Open
from forgecheck.batch.worker import Worker
from forgecheck.load.limits import WEB

SPARE_THREADS = 8  # for the page itself while every place at the desk is waited for
CONNECTIONS = 100  # each may hold one upload in memory, and a browser keeps up to six open for a while
IDLE_S = 30  # after which an idle one is closed
# Bodies a little over the limit still get our page instead of a cut connection.
REFUSED_BYTES = BODY_BYTES + 5_000_000
SWEEP_S = 5.0


def serve(
    open_inspector: Open, host: str, port: int, workers: int, settings: Settings, ready: Callable[[], None]
) -> None:
    """Listen until Ctrl-C or SIGTERM; calls `ready` when the models are loaded and the port is open.

    Raises SetupError where a model is missing and OSError where the port is taken.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # how services and containers are asked to end
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    threads = None if workers == 1 else 1  # one worker may use a second core; several share what there is
    crew = [Worker[Job](partial(opened, open_inspector, threads), WEB.seconds, folders=()) for _ in range(workers)]
    desk = Desk(crew, settings.waiting)
    checks, stop = Checks(desk, settings), Event()
    try:
        desk.open()
        server = create_server(
            create_page(checks, settings),
            host=host,
            port=port,
            threads=workers + settings.waiting + SPARE_THREADS,
            ident=None,
            max_request_body_size=REFUSED_BYTES,
            inbuf_overflow=REFUSED_BYTES + 1,  # uploads stay in memory: nothing is written to a disk
            outbuf_overflow=64_000_000,  # so do reports
            connection_limit=CONNECTIONS,
            channel_timeout=IDLE_S,
            cleanup_interval=IDLE_S // 3,
            clear_untrusted_proxy_headers=not settings.proxies,  # where there are proxies, ProxyFix counts them
        )
        Thread(target=_sweep, args=(checks, stop), daemon=True).start()
        ready()
        server.run()
    finally:
        stop.set()
        desk.close()


def _sweep(checks: Checks, stop: Event) -> None:
    """Forget what is old even while nobody asks."""
    while not stop.wait(SWEEP_S):
        checks.drop_old()
