"""The number a message came from, and what sort of number that is."""

from __future__ import annotations

from typing import Literal, NamedTuple

from forgecheck.evidence import Evidence, Field, Place, Role

Sort = Literal["official", "port", "mobile", "virtual", "service", "overseas", "landline", "unknown"]

_SORTS: dict[Role, Sort] = {
    "court_12368": "official",
    "hotline": "official",
    "port_106": "port",
    "mobile": "mobile",
    "virtual": "virtual",
    "service_400": "service",
    "service_95": "service",
    "landline": "landline",
}


class Sender(NamedTuple):
    """Who sent a text message."""

    number: str
    sort: Sort
    place: Place


def sort(field: Field) -> Sort:
    """What sort of number a telephone number or a sender is."""
    return "overseas" if field.value.startswith(("+", "00")) else _SORTS.get(field.role, "unknown")


def sender(evidence: Evidence) -> Sender | None:
    """The sender's number as the screenshot shows it at its top; None where it shows none."""
    known = next(evidence.named("sms_sender"), None)
    return None if known is None else Sender(known.value, sort(known), known.place)
