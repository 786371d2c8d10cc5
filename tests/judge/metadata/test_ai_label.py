from __future__ import annotations

import json
import time
from dataclasses import replace
from html import escape

import pytest
from build import evidence, findings, unable

from forgecheck.evidence import DocumentType, Evidence
from forgecheck.judge.metadata import ai_label
from forgecheck.judge.metadata._xmp import properties

HEAD = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
TAIL = "</rdf:RDF></x:xmpmeta>"
SPACE = 'xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"'


def label(value: object = "1", producer: str = "maker") -> str:
    return json.dumps({"Label": value, "ContentProducer": producer, "ProduceID": "7", "ReservedCode1": ""})


def element(body: str) -> str:
    return f"{HEAD}<rdf:Description {SPACE}><TC260:AIGC>{escape(body)}</TC260:AIGC></rdf:Description>{TAIL}"


def attribute(body: str) -> str:
    return f'{HEAD}<rdf:Description {SPACE} TC260:AIGC="{escape(body)}"/>{TAIL}'


def court(texts: dict[str, str] | None = None, xmp: str | None = None, type: DocumentType = "court_notice") -> Evidence:
    return evidence("传票", texts=texts, xmp=xmp, type=type)


@pytest.mark.parametrize(
    "texts",
    [
        {},
        {"exif:UserComment": "Screenshot"},
        {"exif:ImageDescription": "cof"},
        {"exif:ImageDescription": "Label: 1, a photo of the office"},
        {"exif:ImageDescription": '{"Label": "1", "room": "7"}'},
        {"exif:UserComment": '{"filter":"none","Label":"1"}'},
        {"png:Comment": "AIGC is a nice word"},
        {"png:Comment": "{AIGC}"},
        {"png:Title": 'the standard says AIGC {"Title": "1"}'},
        {"png:AIGC": "no label"},
        {"png:parameters": "a cat, Steps: 20, Label: 1"},
    ],
    ids=str,
)
def test_silent_without_a_label(texts: dict[str, str]):
    assert findings(ai_label, court(texts)) == []
    assert unable(ai_label, court(texts)) == []


@pytest.mark.parametrize(
    "packet",
    [
        # the colour label of photo programs
        f'{HEAD}<rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Label="1"/>{TAIL}',
        f'{HEAD}<rdf:Description xmlns:a="urn:a" a:AIGC="1"/>{TAIL}',
        element("value1"),
        f"{HEAD}<rdf:Description {SPACE}/>{TAIL}",
    ],
)
def test_silent_on_other_xmp(packet: str):
    assert findings(ai_label, court(xmp=packet)) == []
    assert unable(ai_label, court(xmp=packet)) == []


FORMS: dict[str, dict[str, object]] = {
    "xmp element": {"xmp": element(label())},
    "xmp attribute": {"xmp": attribute(label())},
    "xmp, escaped twice": {"xmp": element(escape(label()))},
    "xmp structure": {
        "xmp": f"{HEAD}<rdf:Description {SPACE}><TC260:AIGC><TC260:Label>1</TC260:Label>"
        f"<TC260:ContentProducer>maker</TC260:ContentProducer></TC260:AIGC></rdf:Description>{TAIL}"
    },
    "xmp packet with processing instructions": {
        "xmp": f'<?xpacket begin="\ufeff" id="W5M0"?>{element(label())}<?xpacket end="w"?>'
    },
    "png text": {"texts": {"png:AIGC": label()}},
    "png text, wrapped": {"texts": {"png:AIGC": f'{{"AIGC":{label()}}}'}},
    "exif comment": {"texts": {"exif:UserComment": f'{{"AIGC":{label()}}}'}},
    "exif comment, spaced": {"texts": {"exif:UserComment": f'{{"AIGC" : {label()}}}'}},
    "bare": {"texts": {"exif:UserComment": f"AIGC{label()}"}},
    "bare, application segment": {"texts": {"jpeg:AIGC": label()}},
    "number": {"texts": {"png:AIGC": label(1)}},
    "description": {"texts": {"exif:ImageDescription": label()}},
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_the_label_is_read(form: str):
    (found,) = findings(ai_label, court(**FORMS[form]))
    assert (found.severity, found.evidence["label"], found.evidence["producer"]) == ("strong", "1", "maker")
    assert "原图" in found.says.zh


def test_tencents_form_has_no_value_and_is_a_weak_hint():
    text = json.dumps({"ServiceProvider": "云", "ServiceUser": "7", "Time": "1", "ContentId": "9"})
    (found,) = findings(ai_label, court({"exif:ImageDescription": text}))
    assert (found.severity, found.evidence["label"]) == ("weak", None)


@pytest.mark.parametrize(
    ("type", "value", "severity"),
    [
        ("court_notice", "1", "strong"),
        ("dishonest_debtor_notice", "1", "strong"),
        ("consumption_restriction_order", "1", "strong"),
        ("police_notice", "1", "strong"),
        ("police_notice", "2", "weak"),
        ("court_notice", "3", "weak"),
        ("lawyer_letter", "1", "strong"),
        ("contract_cancellation", "2", "weak"),
        ("collection_notice", "3", "weak"),
        ("chat_screenshot", "1", "strong"),
        ("debt_relief_ad", "1", "weak"),
        ("other", "1", "weak"),
    ],
)
def test_the_severity_follows_the_claim(type: DocumentType, value: str, severity: str):
    (found,) = findings(ai_label, court({"png:AIGC": label(value)}, type=type))
    assert found.severity == severity


def test_a_picture_of_unknown_kind_gives_a_weak_hint():
    assert findings(ai_label, replace(court({"png:AIGC": label()}), kind=None))[0].severity == "weak"


def test_a_program_that_only_sharpens_is_a_weak_hint():
    assert findings(ai_label, court({"png:AIGC": label(producer="picwish")}))[0].severity == "weak"


def test_the_gravest_of_several_labels_is_said_once():
    given = court({"png:AIGC": label("3"), "exif:UserComment": f"AIGC{label('1')}"}, element(label("2")))
    assert [each.evidence["label"] for each in findings(ai_label, given)] == ["1"]


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
    + "]><x>&j;</x>"
)


@pytest.mark.parametrize("packet", [BOMB, "<x>", "", "no xml", "<x>" + "a" * 256_000 + "</x>"], ids=len)
def test_a_damaged_packet_is_said_and_is_no_pass(packet: str):
    started = time.perf_counter()
    assert properties(packet) is None
    assert findings(ai_label, court(xmp=packet)) == []
    assert len(unable(ai_label, court(xmp=packet))) == 1
    assert time.perf_counter() - started < 4


def test_a_deep_packet_is_read():
    assert properties("<a>" * 36_000 + "</a>" * 36_000) == ()


def test_a_damaged_packet_does_not_hide_a_label_elsewhere():
    assert findings(ai_label, court({"png:AIGC": label()}, BOMB))[0].severity == "strong"


@pytest.mark.parametrize(
    "text", ["AIGC{" * 100_000, "AIGC " + " " * 500_000, '"Label"' + " " * 500_000, "<a>" * 60_000]
)
def test_hostile_texts_cost_no_time(text: str):
    started = time.perf_counter()
    assert findings(ai_label, court({"png:Comment": text, "png:AIGC": text}, text)) == []
    assert time.perf_counter() - started < 4
