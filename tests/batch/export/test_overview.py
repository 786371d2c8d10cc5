from __future__ import annotations

import re
import shutil
import subprocess
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from forgecheck.batch.export.bars import Bar, bars
from forgecheck.batch.export.overview import overview_page
from forgecheck.batch.rows import Row
from forgecheck.batch.tally import Tally

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{7*7}}{% x %}</td>"


def cells(path: str, label: str = "forged", score: float = 0.9, **more: object) -> Row:
    known = {"path": path, "label": label, "score": score, "type": "lawyer_letter", "checks": "law.x", "ms": 1.0}
    return known | {"findings": "[law.x] 一。；[law.y] 二；三。", "page": None} | more


def page(tmp_path: Path, *rows: Row, given: tuple[str, ...] = (), tally: Tally | None = None) -> str:
    tally = tally or Tally()
    with overview_page(tmp_path / "index.html", given, tally, lambda row: None) as write:
        for row in rows:
            tally.add(row)
            write(row)
    return (tmp_path / "index.html").read_text("utf-8")


def body(html: str) -> list[str]:
    return re.findall(r"<tr data-label.*?</tr>", html, re.DOTALL)


def test_counts_charts_and_rows_are_there(tmp_path: Path) -> None:
    html = page(
        tmp_path, cells("a"), cells("b", "suspicious", 0.7), {"path": "c", "error": "truncated", "error_zh": "不完整"}
    )
    assert html.count("<svg") == 5
    assert len(body(html)) == 3
    assert "有伪造迹象" in html
    assert "不完整" in html


def test_the_gravest_rows_come_first_and_equals_keep_their_order(tmp_path: Path) -> None:
    rows = [cells("d", "no_forgery_found", 0.99), cells("b", score=0.8), cells("a", score=0.9), cells("c", score=0.8)]
    shown = [re.search(r'title="(\w)"', row).group(1) for row in body(page(tmp_path, *rows))]
    assert shown == ["a", "b", "c", "d"]


def test_a_large_run_shows_the_gravest_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("forgecheck.batch.export.overview.ROWS_MAX", 3)
    html = page(tmp_path, *(cells(str(number), score=number / 100) for number in range(50)))
    assert [re.search(r'title="(\d+)"', row).group(1) for row in body(html)] == ["49", "48", "47"]
    assert "其余 47 行" in html


def test_everything_a_stranger_wrote_is_escaped(tmp_path: Path) -> None:
    row = cells(
        EVIL, findings=EVIL, issuer=EVIL, case_numbers=EVIL, checks=EVIL.replace(" ", ""), own=EVIL, report=EVIL
    )
    html = page(tmp_path, row, {"path": EVIL, "error": EVIL, "error_zh": EVIL}, given=("own", EVIL))
    seen = Tags()
    seen.feed(html)
    assert seen.tags.count("script") == 1, "our own"
    assert "img" not in seen.tags
    assert not any(name.startswith("on") for name in seen.names)
    assert "{{7*7}}" in html


class Tags(HTMLParser):
    """Every tag, and the name of every attribute."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.names |= {name for name, _ in attrs}


def test_only_our_own_script_may_run_and_nothing_is_loaded(tmp_path: Path) -> None:
    html = page(tmp_path, cells("a"))
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html).group(1)
    script = re.search(r"<script>(.*?)</script>", html, re.DOTALL).group(1)
    assert f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in policy
    assert "default-src 'none'" in policy
    assert "http:" not in html.replace("http://www.w3.org", "")
    assert "https:" not in html


def test_it_never_says_genuine_and_says_what_nothing_found_means(tmp_path: Path) -> None:
    html = page(tmp_path, cells("a", "no_forgery_found", 0.1))
    assert "不等于真的" in html
    assert "genuine" not in html.replace("does not mean genuine", "")


def test_an_interrupted_run_says_how_to_go_on(tmp_path: Path) -> None:
    assert "还没有检查完" in page(tmp_path, cells("a"), tally=Tally(interrupted=True))
    assert "还没有检查完" not in page(tmp_path, cells("a"))


def test_own_columns_stand_in_the_table(tmp_path: Path) -> None:
    html = page(tmp_path, cells("a", 投诉编号="C-1001"), given=("投诉编号",))
    assert "投诉编号" in html
    assert "C-1001" in body(html)[0]


def test_findings_are_one_below_the_other(tmp_path: Path) -> None:
    assert "<p>[law.x] 一。</p><p>[law.y] 二；三。</p>" in page(tmp_path, cells("a"))


def test_bars_of_nothing_and_of_one_are_drawn() -> None:
    assert "<rect" not in bars("x", [])
    drawn = bars("x<", [Bar("<b>", 0), Bar("c", 1_234)])
    assert "1,234" in drawn
    assert "<b>" not in drawn
    assert "x&lt;" in drawn


CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


@pytest.mark.skipif(CHROMIUM is None, reason="needs a browser")
def test_a_browser_opens_it_from_disk_and_runs_our_script_alone(tmp_path: Path) -> None:
    rows = [cells("a", own="C-1"), cells(EVIL, "suspicious", own=EVIL)]
    page(tmp_path, *rows, given=("own",))
    address = f"{(tmp_path / 'index.html').as_uri()}"
    command = [CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    shown = subprocess.run(
        [*command, "--dump-dom", address], capture_output=True, text=True, timeout=120, check=True
    ).stdout
    assert '<form hidden=""' not in shown
    assert "<form>" in shown, "the script has run and shows the filters"
    assert '<span id="count">2</span>' in shown
    assert "Refused to" not in shown
