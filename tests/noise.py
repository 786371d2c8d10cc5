"""What readers make of print: the confusions that a person reading along would hardly notice."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

RATE = 0.04
"""Share of the signs that can be mistaken which are; a poor photo, assumed."""

# Signs that look alike in the fonts of papers and screens, with other widths of the same sign.
ALIKE = {
    **{
        "0": "OoО０",
        "1": "lI１",
        "〇": "0O○零",
        "零": "〇",
        "日": "曰",
        "末": "未",
        "未": "末",
        "己": "已",
        "已": "己",
    },
    **{"（": "([〔", "）": ")]〕", "(": "（", ")": "）", "〔": "[（(【", "〕": "]）)】", "【": "[〔", "】": "]〕"},
    **{"，": ",", ",": "，", "：": ":", ":": "：", "；": ";", "。": ".", "．": ".", "、": ",", "-": "－—", "—": "一"},
    **{"￥": "¥", "¥": "￥", "号": "弓", "人": "入", "《": "〈", "》": "〉>", "“": '"', "”": '"', "*": "＊"},
    **{digit: chr(ord(digit) + 0xFEE0) for digit in "23456789"},
}
SPACED = 0.01
"""Share of the signs behind which a space is read that is none."""


def noisy(text: str, rng: Random, rate: float = RATE) -> str:
    """The text as a reader may give it: signs taken for others, spaces lost and won; lines stay lines."""
    return "".join(_noisy(text, rng, rate))


def _noisy(text: str, rng: Random, rate: float) -> Iterator[str]:
    for sign in text:
        if sign in " 　":
            yield "" if rng.random() < 0.5 else sign
        elif sign in ALIKE and rng.random() < rate:
            yield rng.choice(ALIKE[sign])
        else:
            yield sign
        if sign not in "\n0123456789" and rng.random() < SPACED:
            yield " "
