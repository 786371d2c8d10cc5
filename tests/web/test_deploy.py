"""The examples of deployment ask for nothing that the command does not have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from forgecheck_web.command import serve

DEPLOY = Path(__file__).parents[2] / "web" / "deploy"
EXAMPLES = ("Dockerfile", "compose.yaml", "forgecheck.service")


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_uses_options_that_exist(name: str) -> None:
    known = {option for parameter in serve.params for option in parameter.opts}
    started = [
        line
        for line in (DEPLOY / name).read_text("utf-8").splitlines()
        if re.match(r"\s*(ENTRYPOINT|CMD|command|ExecStart)", line)
    ]
    used = set(re.findall(r"(?<![\w-])--[a-z-]+", "\n".join(started)))
    assert used
    assert used <= known


def test_the_service_keeps_what_the_page_promises() -> None:
    service = (DEPLOY / "forgecheck.service").read_text("utf-8")
    for line in ("MemorySwapMax=0", "LimitCORE=0", "IPAddressDeny=any", "ProtectSystem=strict", "DynamicUser=yes"):
        assert line in service.splitlines()


@pytest.mark.parametrize("wrong", [["--port", "0"], ["--workers", "0"], ["--keep", "901"], ["--proxies", "-1"]])
def test_settings_out_of_range_are_wrong_usage(wrong: list[str]) -> None:
    assert CliRunner().invoke(serve, wrong).exit_code == 2
