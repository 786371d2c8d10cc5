"""No heap of numbers, names or codes that a hostile picture may hold makes a check of them slow."""

import time
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from forgecheck.evidence import Box, Capture, Code, Container, Document, Evidence, Flow, Kind, Page, TextLine
from forgecheck.finding import Check
from forgecheck.judge.identifier import (
    bank_card,
    credit_code,
    firm_name,
    identity_number,
    letter_number,
    licence_number,
    organisation_code,
    parcel_number,
)
from forgecheck.judge.sender import code_host, payment_code, phone_of_claimed_sender, private_payee
from forgecheck.look.fields import find_fields

CHECKS = (
    bank_card,
    credit_code,
    firm_name,
    identity_number,
    letter_number,
    licence_number,
    organisation_code,
    parcel_number,
    code_host,
    payment_code,
    phone_of_claimed_sender,
    private_payee,
)
BITS = (
    "身份证号：{}990105194913{:06}\n",
    "律师执业证号：{}4403201510{:06}\n",
    "组织机构代码：{}2345{:04}1\n",
    "户名：王{}某\n账号：62220202000{:08}\n还款转账个人账户",
    "律师事务所有限公司",
    "EA{}{:08}CN\n",
    "承办法官138{}{:07}\n",
    "统一社会信用代码：9144{}300{:010}\n",
    "转" * 9 + "个人",
)
CHARACTERS = 333_000
LIMIT_S = 4.0  # seconds of one core on a slow machine; quadratic rules take minutes


@cache
def hostile(bit: str) -> Evidence:
    """A megabyte of one thing, each with another number."""
    count = CHARACTERS // len(bit.format(1, 1)) + 1
    text = "".join(bit.format(at % 10, at) for at in range(count))
    lines = [TextLine(text[at : at + 50], ((0, 0), (9, 0), (9, 9), (0, 9)), 0.99) for at in range(0, len(text), 50)]
    flow = Flow(text, tuple((1, lines[at // 50], at % 50) for at in range(len(text))))
    codes = tuple(Code(1, Box(0, 0, 9, 9), f"https://{'a.' * 2000}{at}") for at in range(8))
    page = Page(1, np.zeros((9, 9, 3), np.uint8), lines=tuple(lines), codes=codes)
    document = Document("x", "", 0, Container("PNG"), Capture("unknown", ()), (page,))
    return Evidence(document, flow, find_fields(flow))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__.rsplit(".", 1)[-1])
def test_a_megabyte_takes_less_than_a_second(check: Check):
    for bit in BITS:
        for kind in ("lawyer_letter", "court_notice", "other"):
            given = replace(hostile(bit), kind=Kind(kind, 1.0))
            started = time.process_time()
            spoken = tuple(check.check(given))
            assert time.process_time() - started < LIMIT_S, (bit, kind, len(spoken))
