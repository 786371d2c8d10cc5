"""The shape of a text: what the lengths, ends and sides of its lines say, as a few words.

Screens and papers differ in shape where their words are alike: a chat is short lines from two sides with times
between them, a letter has an addressee, sentences and a date at its end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from forgecheck.evidence import Box, Page

FEW, MANY = 7, 22
"""Lines; assumed."""
SHORT = 14
"""Characters of a short line; assumed."""
SWITCHES = 3
"""Changes of side in a talk, at the least; a letter has one at its end. Assumed."""
KEPT_OFF = 0.18
"""Share of the page's width that a bubble keeps off the other speaker's side; assumed."""

_SENTENCE_END = re.compile("[。;!]$")
_TIME = re.compile(r"^.{0,14}(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d$")
_TALK = re.compile(
    "(?:[?吗呢吧啊呀哦哈啦嘛~]|好的|谢谢|收到|可以|没钱|知道了)[。!]?$|^(?:好的|嗯|哦|行|在|你好|您好|谢谢|我)"
)
_DATE = re.compile(r"(?:\d{4}|[二〇零○一三四五六七八九O0]{4})[年./-].{1,10}$")
_ADDRESSEE = re.compile(r"^[^\d,。;:]{2,14}:$|^(?:尊敬的|致:?)[^,。]{1,16}[:,]")
_SPEAKER = re.compile(r"^([^\d,。;:【]{1,10}):(?=.)")
_LISTED = re.compile(r"^(?:[(（]?[一二三四五六七八九十\d]{1,2}[、.)]|[·✓●◆★※-])")


def shape(lines: Sequence[str], pages: Sequence[Page]) -> str:
    """Words for what is true of these folded lines and of where the pages' lines stand, parted by spaces.

    few_lines, many_lines, short_lines (half and more), sentences (a third and more end one), one_message, talk (two
    and more short lines as people talk), talk_most (a third of the lines), speakers (one name with a colon twice),
    times (two and more), dated_end, addressed, listed, two_sides, centred_title.
    """
    if not lines:
        return ""
    talk = sum(len(line) <= 2 * SHORT and bool(_TALK.search(line)) for line in lines)
    told = {
        "few_lines": len(lines) <= FEW,
        "many_lines": len(lines) >= MANY,
        "short_lines": 2 * sum(len(line) <= SHORT for line in lines) >= len(lines),
        "sentences": 3 * sum(bool(_SENTENCE_END.search(line)) for line in lines) >= len(lines),
        "one_message": len(lines) <= 3 and any(len(line) > 2 * SHORT for line in lines),
        "talk": talk >= 2,
        "talk_most": 3 * talk >= len(lines) and talk >= 2,
        "speakers": _speakers(lines) >= 2,
        "times": sum(bool(_TIME.search(line)) for line in lines) >= 2,
        "dated_end": any(_DATE.search(line) for line in lines[-4:]),
        "addressed": any(_ADDRESSEE.search(line) for line in lines[:8]),
        "listed": sum(bool(_LISTED.search(line)) for line in lines) >= 2,
        "two_sides": any(_switches(page) >= SWITCHES for page in pages),
        "centred_title": any(_centred_title(page) for page in pages),
    }
    return " ".join(word for word, true in told.items() if true)


def _speakers(lines: Sequence[str]) -> int:
    """How many lines the one who speaks most often has, where lines begin with a name and a colon."""
    names = Counter(match[1] for line in lines if (match := _SPEAKER.match(line)))
    return max(names.values(), default=0)


def _switches(page: Page) -> int:
    """How often the lines go from one side of the page to the other, bars at top and bottom left out."""
    sides = [side for line in page.lines or () if (side := _side(line.box, page))]
    return sum(a != b for a, b in pairwise(sides))


def _side(box: Box, page: Page) -> str:
    """Left or right where a line hugs one side of the page and keeps off the other; nothing elsewhere."""
    if not 0.06 * page.height < box.top < 0.94 * page.height:
        return ""
    left, right = box.left / page.width, 1 - box.right / page.width
    if 0 <= left < KEPT_OFF < right:
        return "left"
    return "right" if 0 <= right < KEPT_OFF < left else ""


def _centred_title(page: Page) -> bool:
    """Whether a line of the upper part is larger than the body and stands in the middle."""
    lines = page.lines or ()
    if len(lines) < 4:
        return False
    size = sorted(line.height for line in lines)[len(lines) // 2]
    return any(
        line.height > 1.25 * size and abs(line.box.left + line.box.right - page.width) < 0.1 * page.width
        for line in lines[:5]
    )
