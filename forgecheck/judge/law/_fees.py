"""The court's fees in property matters, by the official table."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from forgecheck.tables import table

Fee = Literal["acceptance", "preservation", "enforcement"]
"""案件受理费, 保全申请费, 执行申请费."""


def court_fee(fee: Fee, cents: int) -> int:
    """What is due on a claim, in cents; fees of preservation end at 5 000 yuan.

    >>> [court_fee("acceptance", yuan * 100) / 100 for yuan in (10_000, 50_000, 150_000)]
    [50.0, 1050.0, 3300.0]
    >>> court_fee("preservation", 50_000_00) / 100, court_fee("enforcement", 100_000_00) / 100
    (520.0, 1400.0)
    """
    claim = Decimal(cents) / 100
    due = Decimal(0)
    for row in table("court_fees"):
        above = Decimal(row["above"])
        if row["fee"] == fee and (claim > above or above == 0):
            part = min(claim, Decimal(row["upto"] or claim)) - above
            due += Decimal(row["fixed"]) if row["fixed"] else part * Decimal(row["rate"])
    return round(due * 100)
