"""A check's docstring is its manual; here it is taken apart."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass

from forgecheck.finding import Check

_HEADING = re.compile(r"^(Innocent causes|Limits|Sources)\n-+\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Manual:
    """What a check's docstring says."""

    title: str
    """First line."""
    text: str
    """The whole docstring."""
    sections: dict[str, str]
    """By heading: Innocent causes, Limits, Sources."""

    @property
    def sources(self) -> tuple[str, ...]:
        """One entry for each "* " line of *Sources*."""
        joined = re.sub(r"\n\s+", " ", self.sections.get("Sources", ""))
        return tuple(line.removeprefix("* ").strip() for line in joined.splitlines() if line.startswith("* "))


def manual(check: Check) -> Manual:
    """Take a check's docstring apart; raises ValueError where it has none."""
    text = inspect.cleandoc(check.__doc__ or "")
    if not text:
        raise ValueError(f"{check!r} has no docstring")
    parts = _HEADING.split(text)
    sections = {heading: body.strip() for heading, body in zip(parts[1::2], parts[2::2], strict=True)}
    return Manual(text.splitlines()[0], text, sections)
