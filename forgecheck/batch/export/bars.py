"""Bar charts as inline SVG: no library, no script, and text that can be selected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from forgecheck.show.safe import clean

WIDTH, LINE, LABEL, NUMBER = 500, 26, 235, 60  # CSS pixels: whole, a bar with its gap, room for names and for numbers


class Bar(NamedTuple):
    """One bar."""

    name: str
    rows: int
    tone: str = "plain"
    """A class of the page's style sheet."""


_BAR = Markup(
    '<text x="{name_at}" y="{text_at}" text-anchor="end">{name}</text>'
    '<rect class="{tone}" x="{left}" y="{top}" width="{length}" height="18" rx="3"/>'
    '<text class="count" x="{count_at}" y="{text_at}">{count}</text>'
)
_CHART = Markup('<svg viewBox="0 0 {width} {height}" role="img" aria-label="{title}">{bars}</svg>')


def bars(title: str, given: Sequence[Bar]) -> Markup:
    """Horizontal bars, one below the other, each with its number; every text is escaped."""
    most = max((each.rows for each in given), default=0) or 1
    lines = []
    for number, each in enumerate(given):
        top, length = number * LINE, round((WIDTH - LABEL - NUMBER) * each.rows / most, 1)
        lines.append(
            _BAR.format(
                name=clean(each.name),
                name_at=LABEL - 8,
                text_at=top + 17,
                tone=each.tone,
                left=LABEL,
                top=top + 4,
                length=max(length, 1),
                count=f"{each.rows:,}",
                count_at=LABEL + length + 6,
            )
        )
    return _CHART.format(width=WIDTH, height=max(len(given), 1) * LINE, title=title, bars=Markup().join(lines))
