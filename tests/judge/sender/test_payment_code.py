"""Codes that are in order first; build a page with codes from facts."""

from dataclasses import replace

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.evidence import Box, Code, Evidence
from forgecheck.judge.sender import payment_code

COURT = "某某市某某区人民法院\n传 票\n（2024）粤0305民初1号\n被传唤人 张某某\n审判员 李某某\n2024年5月6日"
FEES = "某某市某某区人民法院\n缴费通知书\n（2024）粤0305民初1号\n请扫描二维码缴纳诉讼费50元。\n2024年5月6日"
LETTER = "广东某某律师事务所\n律师函\n致：张某某\n请于七日内归还欠款。\n广东某某律师事务所\n2024年5月6日"
PERSONAL = "wxp://f2f0abcdefghijk"


def with_code(text: str, *codes: str) -> Evidence:
    given = evidence(text)
    found = tuple(Code(1, Box(100, 200 * at, 300, 200 * at + 200), code) for at, code in enumerate(codes))
    page = replace(given.pages[0], codes=found)
    return replace(given, document=replace(given.document, pages=(page,)))


IN_ORDER = (
    (COURT, "https://zxfw.court.gov.cn/a"),
    (COURT, "（2024）粤0305民初1号"),
    (COURT, "https://www.gsxt.gov.cn/a"),
    (COURT, "https://mp.weixin.qq.com/s/abc"),
    (LETTER, "https://credit.acla.org.cn/a"),
    (LETTER, "https://work.weixin.qq.com/kfid/kfc1"),
    (LETTER, "https://weixin.qq.com/r/abc"),
    (LETTER, "BEGIN:VCARD\nFN:某某\nEND:VCARD"),
    ("明天聚餐，扫码付款", PERSONAL),
    ("12368\n【某某区人民法院】请查收文书 https://zxfw.court.gov.cn/a", PERSONAL),
)


@pytest.mark.parametrize("text", GENUINE)
def test_silent_on_genuine(text: str):
    assert findings(payment_code, with_code(text)) == []


@pytest.mark.parametrize(("text", "code"), IN_ORDER)
def test_silent_on_codes_that_are_in_order(text: str, code: str):
    assert findings(payment_code, with_code(text, code)) == []


@pytest.mark.parametrize(
    "code", [PERSONAL, "https://u.wechat.com/MAbc", "HTTPS://U.WECHAT.COM/MAbc", "https://qm.qq.com/q/abc"]
)
def test_strong_on_a_courts_paper(code: str):
    [found] = findings(payment_code, with_code(COURT, code))
    assert found.severity == "strong"
    assert found.place is not None
    assert found.place.box == Box(100, 0, 300, 200)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (LETTER, PERSONAL),
        (LETTER, "https://qr.alipay.com/fkx1"),
        (LETTER, "https://u.wechat.com/MAbc"),
        (COURT, "https://qr.alipay.com/fkx1"),
        (FEES, PERSONAL),
    ],
)
def test_a_hint_elsewhere(text: str, code: str):
    assert [each.severity for each in findings(payment_code, with_code(text, code))] == ["weak"]


def test_each_code_is_said_once():
    assert len(findings(payment_code, with_code(COURT, PERSONAL, PERSONAL))) == 1


def test_says_when_no_codes_were_looked_for():
    assert unable(payment_code, evidence(COURT))
    assert not unable(payment_code, with_code(COURT))
