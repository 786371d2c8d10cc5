"""Text lines to one running text in which a sentence may cross the end of a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from forgecheck.evidence import Box, Flow, Page, TextLine

# A line that ends this close to the right edge of its column may go on in the next one; in line heights.
# One character is about one line height; punctuation may hang.  Assumed.
NEAR_EDGE = 1.6
# A first line is indented by two characters; a line that begins further in is a signature or a number. Line heights.
INDENT = 3.0
# A line of a form that begins with its label.
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,6}[:：]")
# Printers and telephones take a number, a link or a word to the next line rather than part it.
_WORD = re.compile(r"[\"'“‘(\[（【〔《]?[0-9A-Za-z.,:/_*×%-]+")
# No column of running text is narrower, chat bubbles included; assumed. Line heights.
SHORTEST = 8.0
# Numbers below each other are a table's column.
_NUMBER = re.compile(r"[0-9,.，．%％元¥￥ +-]+")
# A day alone in its line is the date of a letter, not the end of a sentence.
_DAY = re.compile(r"\s*[0-9一二三四五六七八九十〇○零]{4}\s*年[^年月日]{1,4}月[^年月日]{1,4}日\s*")


def flow(pages: Sequence[Page]) -> Flow | None:
    """Join the lines of all pages; None where no page was read.

    Two lines are joined without a newline when the first one reaches the right edge of its column, or leaves too
    little room for the number or word that begins the second, and the second begins no further right than a paragraph
    would, at nearly the same height of type.
    """
    if all(page.lines is None for page in pages):
        return None
    text: list[str] = []
    origin: list[tuple[int, TextLine, int] | None] = []
    for page in pages:
        previous: TextLine | None = None
        boxes = [line.box for line in page.lines or ()]
        for line in page.lines or ():
            if text and (previous is None or not _continues(previous, line, boxes)):
                text.append("\n")
                origin.append(None)
            text.extend(line.text)
            origin.extend((page.number, line, index) for index in range(len(line.text)))
            previous = line
    return Flow("".join(text), tuple(origin))


def _continues(above: TextLine, line: TextLine, boxes: Sequence[Box]) -> bool:
    """Whether a line goes on with the one above; `boxes` are those of all lines of the page."""
    if (_NUMBER.fullmatch(above.text) and _NUMBER.fullmatch(line.text)) or _DAY.fullmatch(line.text):
        return False
    if _LABEL.match(line.text):
        return False
    size = max(above.height, line.height)
    upper, lower = above.box, line.box
    if min(above.height, line.height) < 0.7 * size or not 0 < lower.top - upper.top < 3.5 * size:
        return False
    near = [box for box in boxes if abs(box.top - upper.top) < 12 * size]
    shared = [box for box in near if box.left < upper.right and box.right > upper.left]
    left, right = min(box.left for box in shared), max(box.right for box in shared)
    word = _WORD.match(line.text)
    needed = max(NEAR_EDGE * size, line.span(0, word.end()).width if word else 0)
    full = upper.right > right - needed and upper.left < left + INDENT * size
    return full and upper.width > SHORTEST * size and lower.left < upper.left + NEAR_EDGE * size
