"""Test clients of the page around the stub, and uploads to them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from flask.testing import FlaskClient
from forgecheck_web.app import create_app
from forgecheck_web.settings import Settings
from webstub import inspect
from werkzeug.test import TestResponse

FREE = {"uploads": "10000 per minute", "makings": "10000 per minute", "at_once": None}
"""Settings without limits on one address."""


def client(inspector: Callable[..., Any] = inspect, **settings: Any) -> FlaskClient:
    """A client of a page that examines in this process."""
    return create_app(inspector, Settings(**{**FREE, **settings})).test_client()


def post(
    to: FlaskClient, data: bytes, path: str = "/v1/checks", name: str = "letter.png", **headers: str
) -> TestResponse:
    """Upload one file."""
    return to.post(path, data={"file": (BytesIO(data), name)}, headers=headers)


def page(to: FlaskClient, data: bytes, name: str = "letter.png") -> str:
    """Upload one file and wait for it; the path of its page."""
    return post(to, data, name=name).headers["Location"].removeprefix("/v1")
