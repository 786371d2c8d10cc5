"""What a stranger writes into a picture, its name or its metadata stays text."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from clients import client, post
from flask.testing import FlaskClient
from markup import Seen
from show.reports import field, report
from webstub import picture

from forgecheck.evidence import Box, Code, Seal
from forgecheck.finding import Finding, Report, Says, Weighed

ATTACKS = (
    "<script>alert(1)</script>",
    "{{7*7}}{% for x in config %}",
    "\"'><svg onload=alert(1)>",
    "</style><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "</template></textarea><base href=//evil.example>",
    "\u202e\x1b[31m\x00",
)
ATTACK = "".join(ATTACKS)


def attacked(data: bytes, name: str) -> Report:
    """A report in which every word that a picture can bring in is an attack."""
    bad = Weighed("law.x", Finding("strong", Says(ATTACK, ATTACK), None, {"quote": ATTACK, "all": [ATTACK]}), 1.0)
    agree = Weighed("seal.agrees", Finding("info", Says(ATTACK, ATTACK), fits=True), 0.1)
    names = ("court", "signature", "addressee", "phone", "identity_number")
    given = report(ATTACK, (bad, agree), name=name, fields=tuple(field(each, ATTACK) for each in names))
    seal = Seal(1, Box(600, 900, 800, 1100), "round", 0.9, text=ATTACK, serial=ATTACK, origin_why=(ATTACK,))
    document = given.evidence.document
    codes = (Code(1, Box(0, 0, 50, 50), ATTACK),)
    first = replace(document.pages[0], seals=(seal,), codes=codes)
    container = replace(document.container, texts={ATTACK: ATTACK, "exif:Software": ATTACK}, xmp=ATTACK)
    document = replace(document, pages=(first,), container=container)
    blind = (("pixel", Says(ATTACK, ATTACK)),)
    return replace(
        given, evidence=replace(given.evidence, document=document), verdict=replace(given.verdict, blind=blind)
    )


@pytest.fixture
def to() -> FlaskClient:
    return client(attacked)


def test_no_word_of_a_picture_becomes_markup(to: FlaskClient) -> None:
    place = post(to, b"any", name=f"{ATTACK}.png").headers["Location"].removeprefix("/v1")
    plain = Seen(client().get("/").text)
    for tail in ("", "?lang=en", "/mask"):
        seen = Seen(to.get(place + tail).text)
        assert "<script>alert(1)</script>" in seen.text
        assert "49{%" not in seen.text
        assert not {"base", "iframe", "object", "embed"} & set(seen.tags)
        assert not [name for name, _ in seen.attributes if name.startswith("on")]
        scripts = [value for name, value in seen.attributes if name == "src" and value.endswith(".js")]
        assert all(value.startswith("/static/") for value in scripts)
        assert seen.tags.count("script") == len(scripts) == plain.tags.count("script")
        links = [value for name, value in seen.attributes if name in ("href", "action", "src")]
        assert all(re.match(r"/|#|tel:[\d-]+$|https://[\w./-]+$", link) for link in links)
        assert not re.search("[\u202e\x1b\x00]", seen.text)


def test_the_style_sheet_of_a_result_holds_nothing_but_numbers(to: FlaskClient) -> None:
    place = post(to, b"any").headers["Location"].removeprefix("/v1")
    style = to.get(f"{place}/places.css").text
    assert re.fullmatch(r"(?:\s*\.(?:sheet|place|tab|mask)-[\d-]+\{(?:[a-z-]+:[\d./%-]+;?)+\})*\s*", style)


def test_the_json_is_json_whatever_the_picture_says(to: FlaskClient) -> None:
    answer = post(to, b"any", name=f"{ATTACK}.png")
    assert answer.mimetype == "application/json"
    assert json.loads(answer.data)["findings"][0]["message"]["zh"].startswith("<script>")
    assert "\u202e" not in answer.text


def test_files_to_save_never_take_the_name_that_was_sent(to: FlaskClient) -> None:
    place = post(to, picture(), name='a";filename="evil.html').headers["Location"]
    assert to.get(place).json["input"]["path"].endswith("evil.html")
    to = client()
    place = post(to, picture(), name="../../etc/passwd").headers["Location"]
    for name in ("report.pdf", "evidence.zip"):
        disposition = to.get(f"{place}/{name}").headers["Content-Disposition"]
        assert disposition == f'attachment; filename="forgecheck-{name}"'
