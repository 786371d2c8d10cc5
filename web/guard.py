"""Who may ask for what: host names, other sites, how often; and the headers of every answer."""

from __future__ import annotations

import logging
import secrets
import time
from ipaddress import IPv6Address, ip_address

from flask import Flask, Response, g, request
from flask_limiter import Limiter
from flask_limiter.errors import RateLimitExceeded
from forgecheck_web.problems import FOREIGN, WRONG_HOST, Problem, Refused, too_often
from forgecheck_web.settings import Settings
from werkzeug.middleware.proxy_fix import ProxyFix

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; img-src 'self' blob:; style-src 'self'; script-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": with it browsers send "Origin: null" with our own form. Other sites learn nothing from either.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",  # a file input may still open the camera
    "X-Robots-Tag": "noindex",
}


def guarded(app: Flask, settings: Settings) -> Limiter:
    """Watch over every request of this app; the limiter is for the routes that cost something."""
    if settings.proxies:
        hops = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]

    @app.before_request
    def admit() -> None:
        g.request_id = secrets.token_hex(4)
        if not is_our_host(request.host, settings.names):
            raise Refused(WRONG_HOST)
        if request.method not in SAFE_METHODS and _is_foreign():
            raise Refused(FOREIGN)

    @app.after_request
    def harden(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers["X-Request-Id"] = g.get("request_id", "-")
        if request.endpoint != "static":
            response.headers["Cache-Control"] = "no-store"
        return response

    logging.getLogger("flask-limiter").setLevel(logging.WARNING)  # it would write down addresses
    return Limiter(client, app=app, storage_uri="memory://", strategy="moving-window")


def client() -> str:
    """Whom a limit counts: an IPv4 address, or the network of 64 bits that one IPv6 customer has."""
    return network(request.remote_addr or "")


def network(address: str) -> str:
    """What stands for one customer.

    >>> network("203.0.113.9"), network("2001:db8:1:2:3:4:5:6")
    ('203.0.113.9', '2001:db8:1:2::')
    """
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return ""
    return str(IPv6Address(int(parsed) >> 64 << 64)) if isinstance(parsed, IPv6Address) else str(parsed)


def is_our_host(host: str, names: tuple[str, ...]) -> bool:
    """Whether a Host header is ours: a name we were given, localhost, or a bare address.

    Addresses may pass because no foreign name can be made to point at one; that is what DNS rebinding needs.

    >>> [is_our_host(host, ("check.example.org",)) for host in ("check.example.org:8443", "127.0.0.1:8000", "[::1]")]
    [True, True, True]
    >>> is_our_host("evil.example", ("check.example.org",)), is_our_host("", ())
    (False, False)
    """
    name, colon, port = host.rpartition(":")
    name = name if colon and port.isdecimal() else host
    if name.lower() in ("localhost", *(each.lower() for each in names)):
        return True
    try:
        ip_address(name.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True


def _is_foreign() -> bool:
    """Whether another site sent this request; programs send neither header and may pass."""
    origin = request.headers.get("Origin")
    if origin is not None:
        return origin.partition("://")[2] != request.host
    return request.headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none")


def limited(_: RateLimitExceeded, limiter: Limiter) -> Problem:
    """What to say to somebody who came too often."""
    current = limiter.current_limit
    return too_often(60 if current is None else int(current.reset_at - time.time()) + 1)
