"""No text that a hostile picture may hold makes a wording check slow."""

import time
from functools import cache

import numpy as np
import pytest
from build import seal

from forgecheck.evidence import Capture, Container, Document, Evidence, Flow, Kind, Page, TextLine
from forgecheck.finding import Check
from forgecheck.judge.language import broken_words, debt_relief_ad, false_discount, pressure, threat
from forgecheck.judge.law import article_beyond_end, jail_for_debt, not_the_issuers_power, repealed_statute
from forgecheck.judge.layout import bracket_form, court_paper_parts, date_form, signature_block
from forgecheck.judge.seal import issuer_mismatch, missing
from forgecheck.judge.sender import link_host, missing_signature, official_name_from_106, signature_and_voice

CHECKS = (
    article_beyond_end,
    jail_for_debt,
    not_the_issuers_power,
    repealed_statute,
    broken_words,
    debt_relief_ad,
    false_discount,
    pressure,
    threat,
    bracket_form,
    court_paper_parts,
    date_form,
    signature_block,
    link_host,
    missing_signature,
    official_name_from_106,
    signature_and_voice,
    issuer_mismatch,
    missing,
)
MEGABYTE = 1_000_000 // 3  # characters of three bytes each
LIMIT_S = 4.0  # seconds of one core on a slow machine; quadratic rules take minutes


BITS = ("（（（「", "《合同法", "一", "1、", "我司将", "否则 逾期不", "https://a.", "【", "逾 期", "法院 ")


@cache
def hostile(bit: str) -> Evidence:
    """A megabyte of one thing."""
    text = (bit * (MEGABYTE // len(bit) + 1))[:MEGABYTE]
    line = TextLine(text, ((0, 0), (9, 0), (9, 9), (0, 9)), 0.9)
    flow = Flow(text, tuple((1, line, at) for at in range(len(text))))
    page = Page(1, np.zeros((9, 9, 3), np.uint8), lines=(line,), seals=(seal("某某市某某区人民法院"),))
    document = Document("x", "", 0, Container("PNG"), Capture("unknown", ()), (page,))
    return Evidence(document, flow, (), Kind("collection_notice", 1.0))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__.rsplit(".", 1)[-1])
def test_a_megabyte_takes_less_than_a_second(check: Check):
    for bit in BITS:
        given = hostile(bit)
        started = time.process_time()
        spoken = tuple(check.check(given))
        assert time.process_time() - started < LIMIT_S, (bit, len(spoken))
