"""Fuzz targets that take what a picture says: fields, rules, and everything that shows a text."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files

import jsonschema
import numpy as np
from build import lines, seal
from fuzz.dice import Dice

from forgecheck import numerals
from forgecheck.batch.export.csv import cell
from forgecheck.batch.failure import complaint
from forgecheck.batch.rows import columns, row
from forgecheck.errors import InputError
from forgecheck.evidence import Capture, Container, Document, Evidence, Field, Page
from forgecheck.finding import Report
from forgecheck.judge import all_checks, judge
from forgecheck.look.fields import find_fields
from forgecheck.look.fields.folded import fold_flow
from forgecheck.look.flow import flow
from forgecheck.look.kind import classify
from forgecheck.show.html import as_html
from forgecheck.show.json import as_json, dumps
from forgecheck.show.safe import SHOWN, clean, clean_name
from forgecheck.show.text import as_text
from forgecheck.weigh import weigh

UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
FORMULA = tuple("=+-@＝＋－＠")
TAGS = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "header",
        "h1",
        "h2",
        "h3",
        "p",
        "ol",
        "ul",
        "li",
        "a",
        "b",
        "strong",
        "em",
        "span",
        "div",
        "section",
        "article",
        "figure",
        "img",
        "figcaption",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "dl",
        "dt",
        "dd",
        "details",
        "summary",
        "code",
        "small",
        "br",
        "footer",
        "hr",
        "nav",
    ]
)
"""All that our own template uses, and a little more."""


@cache
def schema() -> jsonschema.Draft202012Validator:
    """The published form of a report."""
    published = (files("forgecheck.show") / "report.schema.json").read_text("utf-8")
    return jsonschema.Draft202012Validator(json.loads(published))


def read(data: bytes) -> Evidence:
    """Evidence of a small page that says what the bytes decide, under a name and a seal of the same sort."""
    dice = Dice(data)
    said = dice.text()
    half = len(said) // 2
    seals = (seal(said[:30]),) if len(said) % 2 else ()
    image = np.full((160, 120, 3), 255, np.uint8)
    page = Page(1, image, lines=lines(said), seals=seals, patches=(), codes=(), traces=())
    container = Container("PNG", texts={said[half : half + 20]: said[half:]})
    document = Document(said[:200], "0" * 64, 1, container, Capture("unknown", ()), (page,))
    joined = flow((page,))
    fields = find_fields(joined)
    return Evidence(document, joined, fields, classify(joined, fields, (page,)))


def fields(data: bytes) -> None:
    """Fields lie inside the text, fold or no fold; numerals are read or are none."""
    given = read(data)
    assert given.flow is not None
    folded = fold_flow(given.flow)
    assert len(folded.text) == len(folded.origin)
    for each in given.fields or ():
        _inside(each, given)
    for line in given.pages[0].lines or ():
        numerals.number(line.text)
        numerals.capitals(line.text)


def _inside(each: Field, given: Evidence) -> None:
    assert given.flow is not None
    assert 0 <= each.start < each.end <= len(given.flow.text), each
    assert each.text
    assert each.value


def judged(data: bytes) -> Report:
    """No check fails, whatever is written; the verdict never says genuine."""
    given = read(data)
    outcomes = judge(given, all_checks())
    assert {each.name: each.error for each in outcomes if each.error} == {}
    verdict = weigh(given, outcomes)
    assert 0 <= verdict.score <= 1
    for said in (verdict.summary, *(each.finding.says for each in verdict.weighed)):
        assert said.zh
        assert said.en
    return Report(given, outcomes, verdict, {"load": 1.0})


class _Seen(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.handlers: set[str] = set()
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.handlers |= {name for name, value in attrs if name.startswith("on") or "script:" in (value or "")}


def shown(data: bytes) -> None:
    """Every way to show a report keeps a stranger's text a text."""
    report = judged(data)
    line = dumps(as_json(report))
    _visible(line)
    assert not set("\n<>&") & set(line)
    schema().validate(json.loads(line))
    _visible(as_text(report).replace("\n", ""))
    seen = _Seen(as_html(report))
    assert seen.tags <= TAGS, seen.tags - TAGS
    assert not seen.handlers
    _in_a_table(json.loads(line))


def _in_a_table(data: dict[str, object]) -> None:
    cells = row(data)
    assert set(cells) <= {each.name for each in columns()}
    for each in map(cell, cells.values()):
        assert not each.startswith(FORMULA) or re.fullmatch(r"-[\d.e-]+", each)
        _visible(each)


def names(data: bytes) -> None:
    """File names and cells, from any characters at all."""
    text = data.decode("utf-8", "surrogateescape") + Dice(data).text()
    assert clean(clean(text)) == clean(text)
    for each in (clean(text), clean_name(text), complaint(text, InputError("truncated", text)), cell(text)):
        _visible(each)
    assert len(clean_name(text)) <= SHOWN
    assert not cell(text).startswith(FORMULA)
    _visible(dumps({"path": text, text: [text]}))
    dumps({"path": text}).encode()


def _visible(text: str) -> None:
    unseen = {each for each in text if unicodedata.category(each) in UNSEEN}
    assert not unseen, unseen
