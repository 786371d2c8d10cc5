"""The QR codes of a document, and what they open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from forgecheck.evidence import Code, Evidence, Place
from forgecheck.finding import Says, Unable
from forgecheck.tables import table

NOT_LOOKED = Unable(Says("没有查找二维码，这一项没法查。", "No QR codes were looked for."))
"""What a check yields that needs them."""

_SCHEME = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)
# The user part is a trick: the host stands behind the @.
_LINK = re.compile(r"https?://(?:[^/@\s?#]{1,80}@)?(?P<host>[A-Za-z0-9.-]{3,253})(?=[/:?#]|$)", re.IGNORECASE)


class Target(NamedTuple):
    """What a code opens, from the table `code_targets`."""

    sort: str
    says: Says


def codes(evidence: Evidence) -> tuple[Code, ...] | None:
    """All codes, page by page; None where no page was searched."""
    searched = [page.codes for page in evidence.pages if page.codes is not None]
    return tuple(code for each in searched for code in each) if searched else None


def target(code: Code) -> Target | None:
    """The payment or contact a code opens; None for anything else."""
    text = _SCHEME.sub("", code.text.strip())
    for row in table("code_targets"):
        if text.lower().startswith(row["begins"]):
            return Target(row["sort"], Says(row["zh"], row["en"]))
    return None


def host(code: Code) -> str | None:
    """The host of a code that holds a link, in lower case."""
    match = _LINK.match(code.text.strip())
    return match["host"].lower().rstrip(".") if match else None


def place(code: Code) -> Place:
    """Where a code stands; what decoded was read beyond doubt, since codes carry their own check."""
    return Place(code.page, code.box, 1.0)


def unlike(found: tuple[Code, ...]) -> Iterator[Code]:
    """The codes without those that repeat a text."""
    return iter({code.text: code for code in reversed(found)}.values())
