"""Text from a picture or a file name, made harmless to show."""

from __future__ import annotations

import unicodedata

SHOWN = 80  # characters of a file name that are shown; assumed
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}  # control, format (bidi, zero width), surrogate, private use, unassigned
_SPACES = {"Zl", "Zp"}
_MARKS = {"Mn", "Me"}
MARKS_MAX = 4  # of a character; Vietnamese needs two, Thai three; assumed


def clean(text: str) -> str:
    """The text on one line without control, bidirectional, zero-width and unassigned characters.

    Of the marks that are set above or below a character (ordinary accents and vowels) a few stay: hundreds of them
    would cover the lines around.  Markup is left as it is: escaping belongs to the renderer that knows its target.

    >>> clean("付款\\x1b[31m\\n到\\u202e账户")
    '付款[31m 到账户'
    """
    parts: list[str] = []
    marks = 0
    for each in map(_seen, text):
        if each:
            marks = marks + 1 if unicodedata.category(each) in _MARKS else 0
            parts += [each] if marks <= MARKS_MAX else []
    return unicodedata.normalize("NFC", "".join(parts)).strip()  # last: what goes may stand between two that join


def _seen(each: str) -> str:
    if each in "\n\r\t" or unicodedata.category(each) in _SPACES:
        return " "
    return "" if unicodedata.category(each) in _UNSEEN else each


def clean_name(name: str) -> str:
    """A file name to show: clean, and not longer than `SHOWN`; the end with its suffix is kept.

    >>> clean_name("律师函\\u202egnp.exe")
    '律师函gnp.exe'
    """
    name = clean(name)
    return name if len(name) <= SHOWN else f"{name[: SHOWN - 17]}…{name[-16:]}"


def file_name(path: str) -> str:
    """The last part of a path, clean and short: the folders above it are nobody's business.

    >>> file_name("/home/wang/债务/律师函.jpg"), file_name("C:\\\\Users\\\\wang\\\\a.png"), file_name("..")
    ('律师函.jpg', 'a.png', '..')
    """
    return clean_name(path.replace("\\", "/").rstrip("/").rpartition("/")[2])
