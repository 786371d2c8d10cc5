"""Which papers are sealed, and what is said where no seal was searched for."""

from __future__ import annotations

from forgecheck.evidence import DocumentType
from forgecheck.finding import Says

SEALED: tuple[DocumentType, ...] = (
    "lawyer_letter",
    "contract_cancellation",
    "court_notice",
    "dishonest_debtor_notice",
    "consumption_restriction_order",
    "police_notice",
)
"""Papers that carry a seal as a rule."""

NOT_SEARCHED = Says("没有找过印章，这一项没法查。", "Seals were not searched for, so this could not be examined.")
