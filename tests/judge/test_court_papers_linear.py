"""Checks of court and police papers stay fast on a hostile paper that has a court's head, title, numbers and dates."""

import time

import numpy as np
import pytest

from forgecheck.evidence import Box, Capture, Container, Document, Evidence, Field, Flow, Kind, Page, Place, TextLine
from forgecheck.finding import Check
from forgecheck.judge import all_checks

CHECKS = (
    *("identifier.case_number", "identifier.case_numbers_disagree", "identifier.court_name", "layout.two_organs"),
    *("law.cause_of_action", "law.criminal_number_in_demand", "law.enforcement_without_judgment", "law.hearing_day"),
    *("law.mediation_as_case", "law.mediation_voluntary", "law.police_paper_invented", "law.wrong_addressee"),
    *("law.wrong_signer", "law.private_order", "law.arbitration_enforces", "law.fees_in_advance", "law.lpr_value"),
    *("law.freezing_term", "law.public_notice_term", "law.litigation_fee", "law.beyond_the_courts_power"),
)
BITS = (
    "（（（「",
    "不参加调解将被",
    "案由：",
    "你涉嫌",
    "法院",
    "拘捕令\n",
    "逾期不还",
    "（2024）粤0305诉前调12号",
    "法务：\n",
    "还款您名下",
    "冻结期限",
    "自公告",
    "LPR的四倍",
    "欠款仲裁委将",
)
LENGTH = 200_000  # characters
PLACE = Place(1, Box(0, 0, 9, 9), 0.99)
HEAD = (("letterhead", "某某法院"), ("title", "传票"), ("letter_date", "2024-05-06"))
BODY = (("case_number", "（2024）粤0305诉前调{}号"), ("case_number", "（2024）粤0305刑初{}号"), ("date", "2024-06-08"))


def hostile(bit: str) -> Evidence:
    text = (bit * (LENGTH // len(bit) + 1))[:LENGTH]
    line = TextLine(text, ((0, 0), (9, 0), (9, 9), (0, 9)), 0.9)
    page = Page(1, np.zeros((9, 9, 3), np.uint8), lines=(line,), seals=())
    document = Document("x", "", 0, Container("PNG"), Capture("unknown", ()), (page,))
    values = [*HEAD, *((name, value.format(at)) for at in range(30) for name, value in BODY)]
    fields = tuple(Field(name, v, v, PLACE, 30 * at, 30 * at + len(v)) for at, (name, v) in enumerate(values))
    return Evidence(
        document, Flow(text, tuple((1, line, at) for at in range(len(text)))), fields, Kind("court_notice", 1.0)
    )


EVIDENCE = tuple(hostile(bit) for bit in BITS)


@pytest.mark.parametrize("name", CHECKS)
def test_a_long_hostile_court_paper_takes_less_than_a_second(name: str):
    check: Check = all_checks()[name]
    for bit, given in zip(BITS, EVIDENCE, strict=True):
        started = time.process_time()
        spoken = tuple(check.check(given))
        assert time.process_time() - started < 4.0, (bit, len(spoken))
