"""One page about a run that opens from disk: counts, charts, and a table of the gravest rows that can be filtered.

Nothing is loaded from elsewhere but thumbnails that lie beside it; every text is escaped, and only the page's own
script may run (Content-Security-Policy with its hash).
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from heapq import heappush, heappushpop
from importlib.resources import files
from pathlib import Path
from typing import cast, get_args

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from forgecheck import __version__
from forgecheck.batch.export.bars import Bar, bars
from forgecheck.batch.export.write import Write
from forgecheck.batch.rows import BETWEEN, Row, own_name, shown
from forgecheck.batch.tally import BINS, Tally
from forgecheck.evidence import DocumentType
from forgecheck.finding import Label, Says
from forgecheck.show.safe import clean_name
from forgecheck.wording import KINDS, LABELS

ROWS_MAX = 2_000  # rows that the page holds, about 2 MB; the tables hold all
CHECKS_MAX = 15  # bars of findings
FORGED_FIRST = ("forged", "suspicious", "inconclusive", "no_forgery_found")

_FINDING = re.compile(f"{BETWEEN}(?=\\[)")  # between two findings in one cell

Graveness = tuple[int, float, int]
Thumbnail = Callable[[Row], "str | None"]
"""Path of a row's thumbnail, relative to the page."""


@contextmanager
def overview_page(path: Path, given: Sequence[str], tally: Tally, thumbnail: Thumbnail) -> Iterator[Write]:
    """A new page; gives the function that adds a row.  `tally` must hold all rows when the context ends."""
    gravest: list[tuple[Graveness, Row]] = []
    counter = iter(range(1 << 62))

    def write(row: Row) -> None:
        item = (_graveness(row, next(counter)), row)
        if len(gravest) < ROWS_MAX:
            heappush(gravest, item)
        else:
            heappushpop(gravest, item)

    yield write
    rows = [row for _, row in sorted(gravest, key=lambda each: each[0], reverse=True)]
    path.write_text(_page(rows, [own_name(each) for each in given], tally, thumbnail), "utf-8")


def _graveness(row: Row, number: int) -> Graveness:
    """Greater is graver; of equals the earlier one.  The number also keeps rows from being compared."""
    label, score = row.get("label"), row.get("score")
    rank = len(FORGED_FIRST) - FORGED_FIRST.index(str(label)) if label in FORGED_FIRST else 0
    return rank, score if isinstance(score, (int, float)) else 0.0, -number


def _page(rows: Sequence[Row], given: Sequence[str], tally: Tally, thumbnail: Thumbnail) -> str:
    script = _text("overview.js")
    return _template().render(
        version=__version__,
        script=Markup(script),  # our own file
        script_hash=b64encode(sha256(script.encode()).digest()).decode(),
        tally=tally,
        labels=LABELS,
        codes=get_args(Label),
        kinds=KINDS,
        charts=[(title, bars(title.zh, found)) for title, found in _charts(tally) if found],
        rows=[_row(each, given, thumbnail) for each in rows],
        given=[shown(each) for each in given],
        unshown=tally.files - len(rows),
    )


def _row(row: Row, given: Sequence[str], thumbnail: Thumbnail) -> dict[str, object]:
    kind = str(row.get("type") or "")
    return {
        "path": shown(row.get("path")),
        "name": clean_name(str(row.get("path"))),
        "given": [shown(row.get(each)) for each in given],
        "label": shown(row.get("label")),
        "score": row.get("score"),
        "kind": KINDS[cast(DocumentType, kind)].zh if kind in KINDS else "",
        "type": kind,
        "findings": [each for each in _FINDING.split(shown(row.get("findings"))) if each],
        "issuer": shown(row.get("issuer")),
        "case_numbers": shown(row.get("case_numbers")),
        "error": shown(row.get("error")),
        "error_zh": shown(row.get("error_zh")),
        "report": shown(row.get("report")),
        "thumbnail": thumbnail(row),
    }


def _charts(tally: Tally) -> Iterator[tuple[Says, list[Bar]]]:
    yield Says("结论", "verdicts"), [Bar(LABELS[each].zh, tally.labels[each], each) for each in get_args(Label)]
    known = ((KINDS[cast(DocumentType, each)].zh, count) for each, count in tally.types.most_common() if each in KINDS)
    yield Says("文件种类", "kinds of document"), [Bar(name, count) for name, count in known]
    yield (
        Says("发现最多的检查项", "checks that spoke most"),
        [Bar(*each) for each in tally.checks.most_common(CHECKS_MAX)],
    )
    if tally.labels:
        names = [f"{number / BINS:.1f}–{(number + 1) / BINS:.1f}" for number in range(BINS)]
        yield Says("可疑程度", "score"), [Bar(name, count) for name, count in zip(names, tally.scores, strict=True)]
    yield Says("无法检查", "not readable"), [Bar(code, count) for code, count in tally.errors.most_common()]


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_text("overview.html"))


def _text(name: str) -> str:
    return files("forgecheck.batch.export").joinpath(name).read_text("utf-8")
