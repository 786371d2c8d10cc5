"""Every report and every error is data of the published schema, and the same each time."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import get_args

import jsonschema
import pytest
from show.reports import EDITOR, PASTED, REPEALED, field, page, report

from forgecheck import evidence, finding
from forgecheck.errors import CODES, InputError
from forgecheck.finding import Finding, Says, Weighed
from forgecheck.show.json import as_json, as_json_error, dumps

SCHEMA = json.loads((files("forgecheck.show") / "report.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
REPORT = SCHEMA["$defs"]["report"]["properties"]


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("label", get_args(finding.Label))
def test_a_report_is_valid(label):
    given = report(label=label, fields=(field("case_number", "（2024）粤0305民初1号"), field("issuer", "某法院")))
    VALIDATOR.validate(as_json(given))


@pytest.mark.parametrize("kind", get_args(evidence.DocumentType))
def test_a_report_on_every_kind_of_document_is_valid(kind):
    VALIDATOR.validate(as_json(report(type=kind)))


def test_a_report_on_an_unreadable_page_is_valid():
    VALIDATOR.validate(as_json(report(None, (), seals=None, label="inconclusive")))


@pytest.mark.parametrize("code", CODES)
def test_an_error_is_valid_and_says_what_to_do(code):
    data = as_json_error("a/b.png", InputError(code))
    VALIDATOR.validate(data)
    assert data["error"]["code"] == code
    assert data["error"]["message"]["zh"]


@pytest.mark.parametrize("place", [(), ("verdict",), ("input",), ("findings", 0), ("seals", 0), ("document",)])
def test_an_unknown_key_is_refused(place):
    data = as_json(report())
    inner = data
    for step in place:
        inner = inner[step]
    inner["surprise"] = 1
    assert not VALIDATOR.is_valid(data)


def test_the_schema_knows_the_words_of_the_nouns():
    def words(properties, name):
        return tuple(properties[name]["enum"])

    assert words(REPORT["verdict"]["properties"], "label") == get_args(finding.Label)
    assert words(REPORT["document"]["properties"], "type") == get_args(evidence.DocumentType)
    assert words(REPORT["input"]["properties"], "format") == get_args(evidence.Format)
    assert words(REPORT["input"]["properties"], "capture") == get_args(evidence.CaptureKind)
    assert words(REPORT["findings"]["items"]["properties"], "severity") == get_args(finding.Severity)
    assert words(REPORT["seals"]["items"]["properties"], "origin") == get_args(evidence.Origin)
    assert words(REPORT["seals"]["items"]["properties"], "emblem") == (*get_args(evidence.Emblem), None)
    assert tuple(REPORT["document"]["properties"]["fields"]["propertyNames"]["enum"]) == get_args(evidence.FieldName)
    assert tuple(SCHEMA["$defs"]["error"]["properties"]["error"]["properties"]["code"]["enum"]) == CODES


def test_numbers_have_three_decimals():
    data = as_json(report())
    assert data["verdict"]["score"] == 0.988
    assert data["verdict"]["weight"] == 4.568
    assert data["findings"][1]["weight"] == 1.235
    assert data["findings"][1]["evidence"] == {"sharpness_ratio": 3.142}


def test_the_gravest_finding_comes_first_whatever_the_order():
    names = ["law.repealed_statute", "seal.pasted", "metadata.editor_named"]
    assert [each["check"] for each in as_json(report(weighed=(EDITOR, PASTED, REPEALED)))["findings"]] == names
    assert [each["family"] for each in as_json(report())["findings"]] == ["law", "seal", "metadata"]


def test_a_finding_without_a_place_has_no_box():
    assert [each["box"] is None for each in as_json(report())["findings"]] == [False, False, True]


def test_coverage_tells_who_could_not_look():
    states = {each["family"]: each["state"] for each in as_json(report())["coverage"]}
    assert states == {"law": "looked", "seal": "looked", "metadata": "looked", "pixel": "could_not_look"}


def test_only_timing_differs_between_two_runs():
    first, second = as_json(report()), as_json(report())
    second.pop("timing")
    assert first.pop("timing") == {"total_ms": 801.3, "stages": {"load": 1.3, "look": 800.0}}
    assert dumps(first) == dumps(second)


def test_fields_are_grouped_by_name():
    fields = as_json(report(fields=(field("court", "甲法院"), field("phone", "1"), field("court", "乙法院"))))[
        "document"
    ]["fields"]
    assert [each["value"] for each in fields["court"]] == ["甲法院", "乙法院"]
    assert fields["phone"][0]["box"] == [100, 220, 500, 260]


def test_a_value_that_is_no_number_becomes_null():
    odd = Weighed("law.x", Finding("weak", Says("奇怪", "odd"), None, {"ratio": float("nan")}), 0.1)
    assert as_json(report(weighed=(odd,)))["findings"][0]["evidence"] == {"ratio": None}


def test_a_line_of_json_keeps_the_path_and_escapes_what_steers_a_terminal():
    name = "a\u202e\x1b[2J\x9b\ud83d.png"
    text = dumps(as_json(report(name=name)))
    assert "律师" in text
    assert not set("\u202e\x1b\x9b\ud83d") & set(text)
    assert json.loads(text)["input"]["path"] == name


def test_text_that_was_read_is_cleaned():
    data = as_json(report("<script>alert(1)</script>\u202e{{7*7}}\x07"))
    assert [each["text"] for each in data["text"]] == ["<script>alert(1)</script>{{7*7}}"]


def test_a_line_of_json_may_stand_inside_a_page():
    text = dumps(as_json(report("</script><!-- & -->", name="</script>.png")))
    assert not set("<>&") & set(text)
    assert json.loads(text)["input"]["path"] == "</script>.png"


def test_a_page_count_and_a_size_are_given():
    given = as_json(report(pages=(page(300, 200),)))["input"]
    assert (given["width"], given["height"], given["pages"]) == (300, 200, 1)


def test_advice_is_never_empty():
    assert as_json(report(None, (), type="other"))["advice"]
