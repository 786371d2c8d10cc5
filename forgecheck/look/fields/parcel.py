"""Numbers of registered parcels and letters: international ones (UPU S10) and those of EMS inside China."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.look.fields.folded import DIGITS, Folded, Found

# Two letters, eight digits and a check digit, the country's two letters.
_S10 = re.compile(r"(?<![0-9A-Za-z])(?P<no>[A-Z]{2} ?(?:[0-9Ool] ?){9}(?:CN|[A-Z]{2}))(?![0-9A-Za-z])")
# Domestic: thirteen digits, the first a 1; nothing but the label tells them from other numbers.
_DOMESTIC = re.compile(
    r"(?:邮件号码?|邮件编号|运单号码?|快递单号|单号|EMS|特快专递|法院专递|专递邮件|邮件|挂号信)[^0-9A-Za-z\n]{0,6}"
    r"(?P<no>1(?: ?[0-9]){12})(?![0-9A-Za-z])"
)


def parcel_numbers(folded: Folded) -> Iterator[Found]:
    """Fields parcel_number: 13 signs, upper case, without spaces."""
    for pattern in (_S10, _DOMESTIC):
        for match in pattern.finditer(folded.text):
            sign = match["no"].replace(" ", "")
            value = sign[:2] + sign[2:11].translate(DIGITS) + sign[11:]
            yield Found("parcel_number", *match.span("no"), value)
