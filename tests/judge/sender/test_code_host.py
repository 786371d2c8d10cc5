from dataclasses import replace

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.evidence import Box, Code, Evidence
from forgecheck.judge.sender import code_host

COURT = "某某市某某区人民法院\n传 票\n（2024）粤0305民初1号\n被传唤人 张某某\n审判员 李某某\n2024年5月6日"
POLICE = "某某市公安局某某分局\n立案告知书\n张某某：你报称的诈骗案我局已立案侦查。\n某某市公安局某某分局\n2024年5月6日"
LETTER = "广东某某律师事务所\n律师函\n致：张某某\n请于七日内归还欠款。\n广东某某律师事务所\n2024年5月6日"


def with_code(text: str, code: str | None) -> Evidence:
    given = evidence(text)
    found = () if code is None else (Code(1, Box(100, 100, 300, 300), code),)
    page = replace(given.pages[0], codes=found)
    return replace(given, document=replace(given.document, pages=(page,)))


IN_ORDER = (
    (COURT, "https://zxfw.court.gov.cn/zxfw/#/a?b=1"),
    (COURT, "http://dzsd.hbfy.gov.cn/sd/a"),
    (COURT, "https://jysd.10102368.com/sd?key=a"),
    (COURT, "https://mp.weixin.qq.com/s/abc"),
    (COURT, "https://weixin.qq.com/r/abc"),
    (COURT, "0123456789ABCDEF"),
    (COURT, "（2024）粤0305民初1号"),
    (COURT, "wxp://f2f0abc"),
    (POLICE, "https://www.gd.gov.cn/a"),
    (LETTER, "https://m.example-loan.com/a"),
    ("12368\n【某某区人民法院】请查收文书 https://zxfw.court.gov.cn/a", "https://example.com"),
)


@pytest.mark.parametrize("text", GENUINE)
def test_silent_on_genuine(text: str):
    assert findings(code_host, with_code(text, None)) == []


@pytest.mark.parametrize(("text", "code"), IN_ORDER)
def test_silent_on_codes_that_are_in_order(text: str, code: str):
    assert findings(code_host, with_code(text, code)) == []


@pytest.mark.parametrize(
    ("text", "code", "host"),
    [
        (COURT, "https://zxfw-court.top/a", "zxfw-court.top"),
        (COURT, "https://zxfw.court.gov.cn.vip8.top/a", "zxfw.court.gov.cn.vip8.top"),
        (COURT, "https://zxfw.court.gov.cn@fayuan8.top/a", "fayuan8.top"),
        (POLICE, "http://gongan.abc.cn/a", "gongan.abc.cn"),
    ],
)
def test_strong_on_a_host_that_imitates_an_official_one(text: str, code: str, host: str):
    [found] = findings(code_host, with_code(text, code))
    assert (found.severity, found.evidence["host"]) == ("strong", host)
    assert found.place is not None


@pytest.mark.parametrize("code", ["https://susong99.com/a", "http://45.12.34.56/a", "https://dwz.cn/abc"])
def test_a_hint_on_any_other_host(code: str):
    assert [each.severity for each in findings(code_host, with_code(COURT, code))] == ["weak"]


def test_says_when_no_codes_were_looked_for():
    assert unable(code_host, evidence(COURT))
