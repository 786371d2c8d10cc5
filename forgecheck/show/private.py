"""Where the private data of a letter's recipient stands: name, identity number, telephone, address, account."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from forgecheck.evidence import Box
from forgecheck.finding import Report, Says

Reason = Literal["name", "identity_number", "phone", "address", "account"]

REASONS: Mapping[Reason, Says] = {
    "name": Says("姓名", "name"),
    "identity_number": Says("身份证号", "identity number"),
    "phone": Says("电话", "phone"),
    "address": Says("地址", "address"),
    "account": Says("银行账号", "bank account"),
}
"""Why a place is covered, in front of people."""


class Private(NamedTuple):
    """One place to cover."""

    page: int
    """Counts from 1."""
    box: Box
    """Pixels of the page image."""
    reason: Reason


def private_places(report: Report) -> tuple[Private, ...]:
    """The places, in reading order; empty where no text was read."""
    names = {"addressee": "name", "identity_number": "identity_number"}
    return tuple(
        Private(each.place.page, each.place.box, names[each.name])  # type: ignore[arg-type]
        for each in report.evidence.fields or ()
        if each.name in names
    )
