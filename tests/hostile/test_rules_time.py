"""No check is slow on a text that repeats one thing: all of them, also those that nobody wrote a test of time for."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import cycle

import numpy as np
import pytest
from build import seal

from forgecheck.evidence import Capture, Container, Document, DocumentType, Evidence, Flow, Kind, Page, TextLine
from forgecheck.judge import all_checks
from forgecheck.judge.prose import forget
from forgecheck.look.fields import find_fields

BITS = (
    *("1", "2024年5月3日", "（2024）粤0305民初1号", "根据《民法典》第六百七十五条", "人民币5000元", "号第"),
    *("某某律师事务所\n", "账号：6222020200112233", "110101199003070000"),
)
LENGTH = 30_000  # characters; twenty pages hold about as many
LIMIT_S = 1.5  # of processor time on a slow machine; a linear check takes 0.02, a quadratic one 2.4
KINDS: tuple[DocumentType, ...] = ("court_notice", "collection_notice")


@pytest.mark.parametrize(("bit", "kind"), list(zip(BITS, cycle(KINDS))), ids=ascii)
def test_every_check_and_every_field_is_found_soon(bit: str, kind: DocumentType):
    text = (bit * (LENGTH // len(bit) + 1))[:LENGTH]
    line = TextLine(text, ((0, 0), (9, 0), (9, 9), (0, 9)), 0.9)
    page = Page(
        1, np.zeros((9, 9, 3), np.uint8), lines=(line,), seals=(seal(text[:40]),), patches=(), codes=(), traces=()
    )
    document = Document("x", "", 0, Container("PNG"), Capture("unknown", ()), (page,))
    flow = Flow(text, tuple((1, line, at) for at in range(len(text))))
    begun = time.process_time()
    given = Evidence(document, flow, find_fields(flow))
    assert time.process_time() - begun < LIMIT_S
    given, slow = replace(given, kind=Kind(kind, 1.0)), {}
    for name, check in all_checks().items():
        forget()
        begun = time.process_time()
        tuple(check.check(given))
        taken = time.process_time() - begun
        if taken > LIMIT_S:
            slow[name] = taken
    assert slow == {}
