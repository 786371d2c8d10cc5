"""Fuzz targets that take a request."""

from __future__ import annotations

from functools import cache

from batch.stub import inspect
from flask.testing import FlaskClient
from forgecheck_web.app import create_app
from forgecheck_web.settings import Settings
from fuzz.dice import ODD, Dice

PATHS = ("/", "/v1/checks", "/v1/", "/healthz", "/static/style.css", "/static/../app.py", "/nothing")
METHODS = ("POST", "GET", "HEAD", "PUT", "DELETE", "OPTIONS")
BOUNDARY = b"line"
LINES = (
    b"--line\r\n",
    b"--line--\r\n",
    b'Content-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n',
    b"Content-Disposition: form-data; name=\"file\"; filename*=UTF-8''%e5%be%8b%0d%0a.png\r\n\r\n",
    b'Content-Disposition: form-data; name="url"\r\n\r\nhttp://169.254.169.254/',
    b"Content-Type: image/png\r\n",
    b"Content-Transfer-Encoding: base64\r\n",
    b"\r\n",
    b"forged",
)
TYPES = (
    "multipart/form-data; boundary=line",
    "multipart/form-data",
    'multipart/form-data; boundary="' + "x" * 300 + '"',
    "application/x-www-form-urlencoded",
    "application/json",
    "text/plain; charset=utf-7",
)


@cache
def client() -> FlaskClient:
    """The page around an inspector that never fails."""
    return create_app(inspect, Settings(uploads="1000000 per second", at_once=None)).test_client()


def asked(data: bytes) -> None:
    """Any request gets an answer of ours: no crash, no cookie, never without its headers."""
    dice = Dice(data)
    path, method, kind = dice.one(PATHS), dice.one(METHODS), dice.one(TYPES)
    origin = dice.one((None, "null", "http://localhost", "https://evil.example", "http://["))
    body = bytearray()
    while dice.left > 0:
        body += dice.one(LINES) if dice.below(2) else dice.one(ODD).encode("utf-8", "replace") + dice.take(4)
    headers = {"Content-Type": kind} | ({"Origin": origin} if origin else {})
    answer = client().open(path, method=method, data=bytes(body), headers=headers)
    assert answer.status_code < 500 or answer.status_code == 503, answer.status_code  # 503: enough are waiting
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "Set-Cookie" not in answer.headers
