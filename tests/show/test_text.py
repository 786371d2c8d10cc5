"""The report as text: verdict first, numbered as in the picture, nothing that could steer a terminal."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from show.reports import REPEALED, field, report

from forgecheck.finding import Finding, Says, Weighed
from forgecheck.show.text import as_text


def test_the_verdict_comes_first():
    assert as_text(report(type="lawyer_letter")).startswith("结论：有伪造迹象\n这份律师函有明显的伪造迹象。")


def test_findings_are_numbered_with_severity_and_place():
    text = as_text(report())
    assert "1. [决定性] 《合同法》2021 年已废止" in text
    assert "2. [明显] 印章边缘" in text
    assert "3. [轻微] 文件信息" in text
    assert "law.repealed_statute" in text


def test_nothing_found_is_said():
    assert "没有发现伪造迹象。" in as_text(report(weighed=(), label="no_forgery_found"))


def test_what_could_not_be_looked_at_is_said():
    assert "图像痕迹：不是 JPEG 原图" in as_text(report())


def test_the_page_is_named_where_there_are_several():
    given = report()
    first = given.evidence.pages[0]
    document = replace(given.evidence.document, pages=(first, replace(first, number=2)))
    given = replace(given, evidence=replace(given.evidence, document=document))
    assert "第 1 页" in as_text(given)
    assert "第 1 页" not in as_text(report())


def test_english_has_no_chinese_words_of_ours():
    text = as_text(report(seals=(), name="letter.png", weighed=(REPEALED,), type="lawyer_letter"), "en")
    assert text.startswith("Verdict: Signs of forgery\n")
    assert "决定性" not in text
    assert "先不要" not in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_steers_the_terminal(lang):
    nasty = "\x1b[2J\u202e\u2066\x9b\x00攻击"
    bad = Weighed("law.x", Finding("strong", Says(f"写着{nasty}", nasty)), 1.0)
    text = as_text(report(nasty, (bad,), name=nasty, fields=(field("court", nasty),)), lang)
    assert {unicodedata.category(each) for each in text.replace("\n", "")}.isdisjoint({"Cc", "Cf", "Cs", "Co"})


def test_a_quoted_newline_cannot_forge_a_line():
    bad = Weighed("law.x", Finding("strong", Says("写着\n结论：没有问题", "x")), 1.0)
    assert "\n结论：没有问题" not in as_text(report(weighed=(bad,)))
