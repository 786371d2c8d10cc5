"""The report as one page: self-contained, escaped, and complete."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from markup import Seen
from show.reports import LETTER, at, field, page, report

from forgecheck.evidence import Box
from forgecheck.finding import Finding, Says, Weighed
from forgecheck.show.html import as_html, parts

ATTACK = "<script>alert(1)</script>{{7*7}}{% raw %}\"'><img src=x onerror=alert(1)>\u202e\x1b[0m"


def attacked() -> str:
    bad = Weighed("law.x", Finding("strong", Says(ATTACK, ATTACK), None, {"quote": ATTACK, "quotes": [ATTACK]}), 1.0)
    given = report(ATTACK, (bad,), name=ATTACK, fields=(field("court", ATTACK),), texts={ATTACK: ATTACK})
    seals = tuple(replace(each, text=ATTACK, serial=ATTACK) for each in given.evidence.pages[0].seals)
    document = given.evidence.document
    first = replace(document.pages[0], seals=seals)
    return as_html(replace(given, evidence=replace(given.evidence, document=replace(document, pages=(first,)))))


def test_nothing_of_the_picture_becomes_markup():
    seen = Seen(attacked())
    assert "script" not in seen.tags
    assert not [name for name, _ in seen.attributes if name.startswith("on")]
    assert "<script>alert(1)</script>{{7*7}}" in seen.text
    assert "\u202e" not in seen.text
    assert "\x1b" not in seen.text


def test_nothing_is_loaded_and_nothing_runs():
    for source in (as_html(report(LETTER)), attacked()):
        seen = Seen(source)
        assert all(value.startswith("data:image/jpeg;base64,") for name, value in seen.attributes if name == "src")
        assert not {"script", "link", "iframe", "object", "form"} & set(seen.tags)
        assert "default-src 'none'" in source
        assert "url(" not in source
        assert "@import" not in source


def test_links_lead_to_official_channels_only():
    links = {value for name, value in Seen(as_html(report(LETTER, type="court_notice"))).attributes if name == "href"}
    assert all(re.match(r"#|tel:[\d-]+$|https://", each) for each in links)
    assert "tel:12368" in links
    assert "https://zxfw.court.gov.cn" in links


def test_all_parts_are_there():
    text = Seen(as_html(report())).text
    for part in ("有伪造迹象", "发现了什么", "印章", "没能检查的", "接下来怎么做", "识别出的文字", "技术数据"):
        assert part in text
    assert "《合同法》2021 年已废止" in text
    assert "The Contract Law was repealed in 2021." in text
    assert "不是 JPEG 原图" in text
    assert "广东测试律师事务所" in text


def test_every_placed_finding_and_every_seal_has_a_crop():
    sources = [value for name, value in Seen(as_html(report())).attributes if name == "src"]
    assert len(sources) == 1 + 2 + 1


def test_a_page_without_anything_found_says_so_and_calls_nothing_real():
    text = Seen(as_html(report(weighed=(), seals=(), label="no_forgery_found"))).text
    assert "没有发现伪造迹象。" in text
    assert "真" not in text.replace(LETTER, "")
    assert "genuine" not in text.lower()


def test_an_unread_page_says_so():
    assert "没有读到文字。" in Seen(as_html(report(None, (), seals=None, label="inconclusive"))).text


@pytest.mark.parametrize(("check", "maps"), [("pixel.edited_words", 1), ("pixel.foreign_grid", 0)])
def test_the_map_is_shown_folded_where_the_network_found_something_and_nowhere_else(check: str, maps: int):
    hot = page(1080, 1600, heat=np.full((200, 135), 200, np.uint8))
    found = at(Box(100, 100, 300, 200))._replace(check=check)
    source = as_html(report(weighed=(found,), pages=(hot,)))
    assert source.count("像素检查图") == maps
    assert source.count("data:image/jpeg") == 2 + maps


def test_the_same_report_gives_the_same_page():
    assert as_html(report()) == as_html(report())


@pytest.mark.parametrize(
    "box", [Box(0, 0, 1, 1), Box(0, 0, 1080, 1600), Box(1070, 1590, 1080, 1600), Box(2000, 2000, 3000, 3000)]
)
def test_a_crop_is_made_of_any_box(box):
    assert as_html(report(weighed=(at(box),))).count("data:image/jpeg") == 3


def test_a_tall_page_stays_small_enough_to_send():
    assert len(as_html(report(weighed=(at(Box(0, 0, 500, 100)),), pages=(page(1080, 10000),)))) < 2_000_000


def test_links_in_sources_are_found():
    assert parts("法释〔2020〕15号 https://www.court.gov.cn/a.html, in force") == [
        ("法释〔2020〕15号 ", None),
        ("https://www.court.gov.cn/a.html", "https://www.court.gov.cn/a.html"),
        (", in force", None),
    ]
    assert parts("javascript:alert(1)") == [("javascript:alert(1)", None)]
