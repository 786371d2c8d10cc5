"""Text to typed, located values.

Each instrument beside this file searches the folded text for one sort of value; every search is linear.
Values are normalised (see the instruments), ``Field.text`` stays as it was read.
"""

from __future__ import annotations

from forgecheck.evidence import Field, Flow
from forgecheck.look.fields.account import accounts
from forgecheck.look.fields.amount import amounts
from forgecheck.look.fields.case_number import case_numbers
from forgecheck.look.fields.contact import contacts
from forgecheck.look.fields.credit_code import credit_codes
from forgecheck.look.fields.date import dates
from forgecheck.look.fields.deadline import deadlines
from forgecheck.look.fields.folded import Folded, Found, fold_flow
from forgecheck.look.fields.identity import identity
from forgecheck.look.fields.layout import layout
from forgecheck.look.fields.letter_number import letter_numbers
from forgecheck.look.fields.link import links
from forgecheck.look.fields.organisation import organisations
from forgecheck.look.fields.parcel import parcel_numbers
from forgecheck.look.fields.statute import statutes


def find_fields(text: Flow | None) -> tuple[Field, ...] | None:
    """All fields in reading order; None where no text was read."""
    if text is None:
        return None
    folded = fold_flow(text)
    named = [*organisations(folded), *dates(folded)]
    found = [
        *case_numbers(folded),
        *statutes(folded),
        *credit_codes(folded),
        *contacts(folded),
        *links(folded),
        *amounts(folded),
        *deadlines(folded, named),
        *letter_numbers(folded),
        *identity(folded),
        *accounts(folded),
        *parcel_numbers(folded),
        *named,
        *layout(folded, named),
    ]
    return tuple(_field(text, folded, each) for each in sorted(found, key=lambda f: (f.start, f.end, f.name)))


def _field(text: Flow, folded: Folded, found: Found) -> Field:
    start, end = folded.origin[found.start], folded.origin[found.end - 1] + 1
    return Field(found.name, text.text[start:end], found.value, text.place(start, end), start, end, found.role)
