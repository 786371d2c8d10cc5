"""The report on paper: complete, searchable, the same each time, and harmless whatever the picture holds."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pypdfium2
import pytest
from build import seal
from show.reports import BLIND, EDITOR, LETTER, PASTED, REPEALED, at, field, page, report

from forgecheck.evidence import Box
from forgecheck.finding import Finding, Report, Says, Weighed
from forgecheck.show.advice import advice
from forgecheck.show.pdf import as_pdf
from forgecheck.show.pdf.record import LIMITS
from forgecheck.versions import versions
from forgecheck.wording import BETTER

NOON = datetime(2026, 11, 28, 16, 5, 9, tzinfo=UTC)
MOST_BYTES = 1_500_000


def given(**more: object) -> Report:
    return replace(report(fields=(field("signature", "广东测试律师事务所"),), **more), examined_at=NOON)


def texts(data: bytes) -> list[str]:
    """The text of each page, without line ends."""
    with pypdfium2.PdfDocument(data) as document:
        return [re.sub(r"\s", "", each.get_textpage().get_text_range()) for each in document]


@cache
def made(lang: str = "zh", picture: bool = True) -> bytes:
    return as_pdf(given(), lang, picture)


@cache
def read(lang: str = "zh") -> tuple[str, ...]:
    return tuple(texts(made(lang)))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_the_first_page_tells_the_verdict_why_and_what_to_do():
    first = read()[0]
    for part in ("有伪造迹象", "Signs of forgery", given().verdict.summary.zh, REPEALED.finding.says.zh):
        assert squeezed(part) in first
    assert all(squeezed(step.says.zh) in first for step in advice(given()))


def test_each_grave_finding_has_a_page_of_its_own():
    for number, each in ((1, REPEALED), (2, PASTED)):
        page = read()[number]
        assert squeezed(each.finding.says.zh + each.finding.says.en) in page
        assert "依据Sources" in page
        assert each.check in page


def test_lighter_findings_share_a_list():
    (listed,) = (each for each in read() if "其他发现" in each)
    assert squeezed(EDITOR.finding.says.zh) in listed
    assert squeezed(REPEALED.finding.says.zh) not in listed


def test_a_seal_stands_beside_its_signature():
    (paired,) = (each for each in read() if "印章写的是" in each)
    assert paired.count("广东测试律师事务所") == 2
    assert "落款写的是" in paired


def test_what_could_not_be_seen_and_what_is_not_proven_is_told():
    whole = "".join(read())
    for part in (BLIND[0][1].zh, BETTER["unknown"].zh, *(each.zh + each.en for each in LIMITS)):
        assert squeezed(part) in whole


def test_the_file_the_time_and_the_versions_are_told():
    whole = "".join(read())
    for part in ("0" * 64, "2026-11-29 00:05:09 UTC+8", "2026-11-28T16:05:09Z", *versions().values()):
        assert squeezed(part) in whole


def test_all_that_was_read_can_be_searched():
    assert squeezed(LETTER) in "".join(read())


def test_the_english_report_says_english_first():
    first = read("en")[0]
    assert first.index("Signsofforgery") < first.index("有伪造迹象")
    assert squeezed(REPEALED.finding.says.en + REPEALED.finding.says.zh) in read("en")[1]


def test_the_font_is_embedded_and_cut():
    fonts = re.findall(rb"/BaseFont /(\S+)", made())
    assert fonts
    assert all(re.fullmatch(rb"[A-Z]{6}\+ForgecheckSansSC", each) for each in fonts)
    assert b"/FontFile3" in made()


def test_without_pictures_it_is_small_and_has_none():
    long = "本通知仅作提醒，不代表任何机关的意见。堃喆" * 900
    data = as_pdf(given(text=long), picture=False)
    assert len(data) <= MOST_BYTES
    assert b"/Subtype /Image" not in data
    assert "".join(texts(data)).count("堃") == 900
    assert made().count(b"/Subtype /Image") == 4  # the marked page, two findings (one of them the seal), the signature


def test_the_same_report_gives_the_same_bytes():
    assert as_pdf(given()) == made()


def test_the_bytes_depend_on_no_machine():
    code = (
        "import sys, hashlib; sys.path.insert(0, 'tests')\n"
        "from show.test_pdf import as_pdf, given; print(hashlib.sha256(as_pdf(given())).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "2", "TZ": "America/New_York"}
    shown = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == hashlib.sha256(made()).hexdigest()


def test_another_time_gives_other_bytes_and_no_time_gives_the_day():
    untimed = replace(given(), examined_at=None)
    assert as_pdf(untimed, picture=False) != made("zh", False)
    assert f"{untimed.evidence.today:%Y-%m-%d}" in texts(as_pdf(untimed, picture=False))[0]


STRANGE = "付款😀龘到\u202e账户\x1b[31m\ud800 \u0301ﷺ 𠮷 <b>&amp;</b> **粗** {nb} --下划--"


def test_what_the_font_lacks_is_shown_as_a_box_and_listed():
    hurt = Weighed("law.x", Finding("strong", Says(STRANGE, STRANGE), None, {STRANGE: STRANGE, "many": [STRANGE]}), 1.0)
    strange = given(text=STRANGE, weighed=(hurt,), name=STRANGE, texts={STRANGE: STRANGE}, seals=(seal(STRANGE),))
    whole = "".join(texts(as_pdf(strange, picture=False)))
    assert "付款□□到账户" in whole
    assert "U+1F600" in whole
    assert "U+9F98" in whole
    assert "<b>&amp;</b>**粗**" in whole
    assert "--下划--" in whole


def test_the_folders_of_the_file_are_not_told():
    for name in ("/home/wang/欠债/来函.png", "C:\\Users\\wang\\欠债\\来函.png"):
        data = as_pdf(given(name=name), picture=False)
        assert "来函.png" in "".join(texts(data))
        assert "wang" not in "".join(texts(data))
        assert b"wang" not in data


def test_nothing_found_calls_nothing_real():
    data = as_pdf(given(weighed=(), seals=(), label="no_forgery_found"), picture=False)
    whole = "".join(texts(data)).replace(squeezed(LETTER), "")
    assert "没有发现伪造迹象。" in whole
    assert "真" not in whole
    assert "genuine" not in whole.lower()


def test_an_unread_page_says_so():
    whole = "".join(texts(as_pdf(given(text=None, weighed=(), seals=None, label="inconclusive"), picture=False)))
    assert "没有读到文字。" in whole


def test_links_lead_to_official_channels_and_sources_only():
    data = as_pdf(given(text="请登录 https://evil.example/pay 还款", type="court_notice"), picture=False)
    links = set(re.findall(rb"/URI \((.*?)\)", data))
    assert b"https://zxfw.court.gov.cn" in links
    assert not any(b"evil" in each for each in links)


@pytest.mark.parametrize(
    ("pages", "box"),
    [
        ((page(1080, 10_000),), Box(0, 9000, 500, 9100)),
        ((page(16, 16),), Box(0, 0, 1, 1)),
        ((replace(page(1600, 900), rotation=270),), Box(1500, 800, 1600, 900)),
        ((page(3000, 100),), Box(2000, 2000, 3000, 3000)),
        (tuple(replace(page(300, 400), number=number) for number in range(1, 10)), Box(10, 10, 90, 90)),
    ],
)
def test_any_page_and_any_place_can_be_shown(pages, box):
    several = tuple(at(box, page=number) for number in (1, 9))
    data = as_pdf(given(pages=pages, weighed=several))
    assert len(texts(data)) >= 5
    assert len(data) < 2_000_000
