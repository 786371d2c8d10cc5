"""How the page is run: what an operator may choose."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, with defaults for one small server."""

    names: tuple[str, ...] = ()
    """Host names under which the page is reached; numeric addresses and localhost always pass."""
    proxies: int = 0
    """Reverse proxies in front that set X-Forwarded-For, -Proto and -Host; 0 believes no such header."""
    waiting: int = 20
    """Jobs that may wait for a worker; more are answered 503."""
    uploads: str = "10 per minute; 100 per day"
    """Uploads from one address; peers allow 5 a second to 30 a day, so assumed."""
    makings: str = "30 per minute"
    """PDF reports, packs and masked copies for one address; assumed."""
    at_once: int | None = 2
    """Unfinished checks of one address; assumed.  None for no limit."""
    keep_s: float = 900.0
    """Seconds from the upload to the end of its result: PIPL art. 19, the shortest time that serves the purpose."""
    most_kept: int = 500
    """Results held at a time; the oldest finished one gives way."""
    most_bytes: int = 400_000_000
    """What all uploads and results held may weigh together; assumed, for a server of 4 GB."""
    answer_s: float = 10.0
    """How long POST /v1/checks waits for the report before it answers 202."""
