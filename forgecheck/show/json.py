"""Report to the data of schema forgecheck.report/1; `report.schema.json` beside this file says what is allowed."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from math import isfinite

from forgecheck import __version__
from forgecheck.errors import InputError
from forgecheck.evidence import Box, Evidence, Page, Seal
from forgecheck.finding import Measured, Report, Says, Weighed
from forgecheck.show.advice import Advice, advice
from forgecheck.show.order import Numbered, families, fitting, numbered, sources
from forgecheck.show.safe import clean

SCHEMA = "forgecheck.report/1"
_MARKUP = "<>&"  # so that a line may stand inside a web page (OWASP, XSS prevention)
_ESCAPED = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}

Data = dict[str, object]


def as_json(report: Report) -> Data:
    """The whole report as plain data, in a fixed order.

    Coordinates are pixels of the upright page image, `page` counts from 1, scores and weights have 3 decimals.
    Only `timing` differs between two runs over the same bytes.
    """
    seen, verdict = facts(report.evidence), report.verdict
    return {
        "schema": SCHEMA,
        "version": __version__,
        "input": seen["input"],
        "verdict": {
            "label": verdict.label,
            "score": round(verdict.score, 3),
            "weight": round(verdict.weight, 3),
            "summary": _says(verdict.summary),
        },
        "document": seen["document"],
        "text": seen["text"],
        "seals": seen["seals"],
        "findings": [*map(finding, numbered(report)), *map(finding, fitting(report))],
        "coverage": _coverage(report),
        "advice": [_advice(each) for each in advice(report)],
        "timing": {
            "total_ms": round(sum(report.timing_ms.values()), 1),
            "stages": {stage: round(ms, 1) for stage, ms in report.timing_ms.items()},
        },
    }


def facts(evidence: Evidence) -> Data:
    """The part of the report that tells what was seen, as it stands before anything is judged."""
    return {
        "input": _input(evidence),
        "document": _document(evidence),
        "text": [each for page in evidence.pages for each in _text(page)],
        "seals": [_seal(each) for page in evidence.pages for each in page.seals or ()],
    }


def as_json_error(path: str, error: InputError) -> Data:
    """The data for a file that cannot be judged."""
    return {
        "schema": SCHEMA,
        "input": {"path": path},
        "error": {"code": error.code, "message": _says(error.says)},
    }


def dumps(data: Mapping[str, object]) -> str:
    """Data to one line of JSON: Chinese stays readable, whatever could steer a terminal or a web page is escaped.

    >>> dumps({"zh": "律师函", "path": "a\\u202eb"})
    '{"zh": "律师函", "path": "a\\\\u202eb"}'
    >>> dumps({"text": "</script>"})
    '{"text": "\\\\u003c/script\\\\u003e"}'
    """
    text = json.dumps(data, ensure_ascii=False, allow_nan=False)
    for each in _MARKUP:
        text = text.replace(each, f"\\u{ord(each):04x}")
    if text.isprintable():  # nearly always, and fifty times faster than looking at each character
        return text
    return "".join(_escaped(each) for each in text)


def _escaped(each: str) -> str:
    return json.dumps(each)[1:-1] if unicodedata.category(each) in _ESCAPED else each


def _says(said: Says) -> Data:
    return {"zh": clean(said.zh), "en": clean(said.en)}


def _input(evidence: Evidence) -> Data:
    document = evidence.document
    first = document.pages[0]
    return {
        "path": document.name,
        "sha256": document.sha256,
        "format": document.container.format,
        "width": first.width,
        "height": first.height,
        "bytes": document.size,
        "pages": len(document.pages),
        "capture": document.capture.kind,
        "capture_reasons": [clean(each) for each in document.capture.reasons],
    }


def _document(evidence: Evidence) -> Data:
    fields: dict[str, list[Data]] = {}
    for each in evidence.fields or ():
        fields.setdefault(each.name, []).append(
            {
                "value": clean(each.value),
                "text": clean(each.text),
                "page": each.place.page,
                "box": _box(each.place.box),
            }
        )
    return {
        "type": evidence.kind.type if evidence.kind else "other",
        "type_confidence": round(evidence.kind.confidence, 3) if evidence.kind else 0.0,
        "issuer": next((clean(each.value) for each in evidence.named("issuer")), None),
        "fields": fields,
    }


def _text(page: Page) -> list[Data]:
    return [
        {
            "text": clean(line.text),
            "confidence": round(float(line.confidence), 3),
            "polygon": [[round(float(x), 1), round(float(y), 1)] for x, y in line.polygon],
            "page": page.number,
        }
        for line in page.lines or ()
    ]


def _seal(seal: Seal) -> Data:
    return {
        "page": seal.page,
        "box": _box(seal.box),
        "shape": seal.shape,
        "emblem": seal.emblem,
        "text": None if seal.text is None else clean(seal.text),
        "serial": None if seal.serial is None else clean(seal.serial),
        "origin": seal.origin,
        "origin_why": list(seal.origin_why),
        "score": round(float(seal.score), 3),
        "hash": seal.hash,
    }


def finding(each: Numbered | Weighed) -> Data:
    """One finding as the report holds it."""
    place = each.finding.place
    return {
        "check": each.check,
        "family": each.check.split(".", 1)[0],
        "severity": each.finding.severity,
        "fits": each.finding.fits,
        "weight": round(each.weight, 3),
        "page": None if place is None else place.page,
        "box": None if place is None else _box(place.box),
        "message": _says(each.finding.says),
        "evidence": {key: _measured(value) for key, value in each.finding.evidence.items()},
        "sources": list(sources(each.check)),
    }


def _box(box: Box) -> list[int]:
    return [int(each) for each in box]


def _measured(value: Measured) -> object:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Sequence):
        return [_measured(each) for each in value]
    if isinstance(value, float):
        return round(float(value), 3) if isfinite(value) else None
    return value


def _coverage(report: Report) -> list[Data]:
    blind = dict(report.verdict.blind)
    return [
        {
            "family": name,
            "state": "could_not_look" if name in blind else "looked",
            "reason": _says(blind[name]) if name in blind else None,
        }
        for name in families(report)
    ]


def _advice(each: Advice) -> Data:
    contact = each.contact
    return {
        "zh": clean(each.says.zh),
        "en": clean(each.says.en),
        "contact": None if contact is None else {"name": contact.name.zh, "phone": contact.phone, "url": contact.url},
        "because": each.because,
    }
