"""One server and one browser for all tests of the page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from browser import CHROMIUM, DRIVER, MISSING, Browser, browsing
from serving import Server, served
from webstub import picture

_ADDRESSES = count(1)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that believes its proxy, so that every test can come from an address of its own."""
    options = ("--workers", "2", "--proxies", "1", "--uploads", "5 per minute", "--at-once", "3")
    with served(tmp_path_factory.mktemp("server"), *options) as running:
        yield running


@pytest.fixture(scope="session")
def chromium(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """The browser itself; tests take `browser`."""
    if not (CHROMIUM and DRIVER):
        pytest.skip(MISSING)
    with browsing(server.url, tmp_path_factory.mktemp("chromium")) as running:
        yield running


@pytest.fixture
def browser(chromium: Browser) -> Browser:
    """The browser at an empty page, seen by the server as somebody new."""
    chromium.reset()
    chromium.cdp("Network.enable")
    number = next(_ADDRESSES)
    chromium.cdp("Network.setExtraHTTPHeaders", headers={"X-Forwarded-For": f"192.0.2.{number}"})
    return chromium


@pytest.fixture(scope="session")
def forged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A picture that the stub calls forged."""
    path = tmp_path_factory.mktemp("pictures") / "来函.png"
    path.write_bytes(picture(seconds=0.3))
    return path
