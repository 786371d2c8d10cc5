"""The shipped font holds every character that forgecheck itself can say."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

import forgecheck

ROOT = Path(forgecheck.__file__).parent
FONT = ROOT / "show/fonts/NotoSansSC-subset.otf"
MOST_BYTES = 3_000_000
SAYING = {"Says", "Finding", "Unable"}


def said(source: str) -> Iterator[str]:
    """The string constants inside calls that make messages."""
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in SAYING:
            for node in ast.walk(call):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value


def messages() -> set[str]:
    texts = (text for file in ROOT.rglob("*.py") for text in said(file.read_text("utf-8")))
    return {each for text in texts for each in text if each.isprintable()}


def chinese(pattern: str) -> set[str]:
    """Chinese characters in tables and templates; messages quote from these."""
    return {
        each for file in ROOT.rglob(pattern) for each in file.read_text("utf-8") if "一" <= each <= "龥" or each == "〇"
    }


@pytest.fixture(scope="module")
def missing() -> dict[str, bool]:
    """Tells for a character whether the font draws it as the empty box."""
    font = ImageFont.truetype(FONT, 24)

    def drawn(each: str) -> Image.Image:
        canvas = Image.new("L", (32, 40))
        ImageDraw.Draw(canvas).text((2, 2), each, fill=255, font=font)
        return canvas

    empty = drawn("\U0001f600")

    class Asked(dict[str, bool]):
        def __missing__(self, each: str) -> bool:
            self[each] = ImageChops.difference(drawn(each), empty).getbbox() is None
            return self[each]

    return Asked()


def test_a_character_outside_the_font_is_told_as_missing(missing):
    assert missing["\U0001f4a9"]
    assert not missing["信"]


def test_every_character_of_our_messages_is_in_the_font(missing):
    assert sorted(each for each in messages() if missing[each]) == []


@pytest.mark.parametrize("pattern", ["*.csv", "*.json", "*.html"])
def test_every_chinese_character_of_our_files_is_in_the_font(pattern, missing):
    assert sorted(each for each in chinese(pattern) if missing[each]) == []


def test_common_traditional_characters_are_in_the_font(missing):
    assert not [each for each in "貸款逾期債務執行律師銀行凍結財產" if missing[each]]


def test_the_numbers_of_the_legend_are_in_the_font(missing):
    assert not [each for each in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳" if missing[each]]


def test_the_font_is_small_and_named_as_its_licence_asks():
    assert FONT.stat().st_size <= MOST_BYTES
    assert ImageFont.truetype(FONT, 24).getname() == ("Forgecheck Sans SC", "Regular")
    licence = (FONT.parent / "OFL.txt").read_text("utf-8")
    assert "Copyright 2014-2021 Adobe" in licence
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
