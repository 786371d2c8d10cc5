"""One place for limits, and every refusal said in words."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from forgecheck.batch.commands import MEMORY_MB, batch
from forgecheck.errors import CODES, MESSAGES
from forgecheck.load.limits import BATCH, MB, MEMORY_BYTES, WEB, Bounds

ROOT = Path(__file__).parents[2]


def test_the_web_takes_no_more_than_the_batch():
    for name in ("file_bytes", "pixels", "side_max", "pages", "aspect_max", "document_pixels", "seconds"):
        assert getattr(WEB, name) <= getattr(BATCH, name)
    assert WEB.side_min >= BATCH.side_min
    assert set(WEB.formats) < set(BATCH.formats)


def test_the_command_line_has_the_limits_of_the_batch():
    (option,) = (each for each in batch.params if each.name == "timeout_s")
    assert option.default == BATCH.seconds
    assert MEMORY_MB * MB == MEMORY_BYTES


def test_a_job_may_use_all_its_cores_until_its_time_is_over():
    assert Bounds(20.0, cores=2).cpu_seconds == 40
    assert Bounds(0.1).cpu_seconds == 1


@pytest.mark.parametrize("code", CODES)
def test_every_refusal_is_said_in_both_languages(code: str):
    said = MESSAGES[code]
    assert any("\u4e00" <= each <= "\u9fff" for each in said.zh)
    assert said.zh.endswith("。")
    assert said.en.isascii()
    assert said.en.endswith(".")


def test_every_code_that_is_raised_is_known():
    raised = set()
    for path in (*(ROOT / "forgecheck").rglob("*.py"), *(ROOT / "web").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "InputError":
                raised |= {each.value for each in ast.walk(node.args[0]) if isinstance(each, ast.Constant)}
    assert {each for each in raised if isinstance(each, str)} <= set(CODES)
    assert len(raised) > 8
