"""Reports: a page that loads nothing, tables that run nothing, a graph that can be read."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from link.papers import batch, fingerprint, row, stamp, text
from link.stores import DAY, store
from PIL import Image

from forgecheck.link.report import write
from forgecheck.link.report.clusters import Bond, Cluster, Member
from forgecheck.link.report.page import MOST_LISTED, as_html
from forgecheck.link.run import Linked, link

SEAL = stamp(fingerprint(1, flaws=5))
EVIL = '=HYPERLINK("x")<script>alert(1)</script>\u202e{{7*7}}.jpg'
NAMES = ["a.jpg", EVIL, "c&d.jpg", "e.jpg"]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    rows = [row(text(number=at), [SEAL], name=name, label="forged") for at, name in enumerate(NAMES)]
    out = batch(tmp_path / "out", rows)
    digest = rows[0]["input"]["sha256"]
    picture = out / "thumbnails" / digest[:2] / f"{digest}.jpg"
    picture.parent.mkdir(parents=True)
    Image.fromarray(np.full((300, 200, 3), 200, np.uint8)).save(picture, comment=b"secret comment")
    broken = rows[2]["input"]["sha256"]
    (out / "thumbnails" / broken[:2]).mkdir(parents=True, exist_ok=True)
    (out / "thumbnails" / broken[:2] / f"{broken}.jpg").write_bytes(b"\xff\xd8 no picture")
    kept = store(tmp_path)
    write(kept, link(kept, [out], DAY, own=False), [out], tmp_path / "links")
    return tmp_path / "links"


def test_the_page_escapes_what_strangers_wrote(reports: Path):
    page = (reports / "links.html").read_text("utf-8")
    assert "<script" not in page
    assert "{{7*7}}" in page
    assert "49.jpg" not in page
    assert "\u202e" not in page


def test_the_page_loads_nothing(reports: Path):
    page = (reports / "links.html").read_text("utf-8")
    assert "default-src 'none'" in page
    assert set(re.findall(r'(?:src|href)="([a-z]+):', page)) == {"data"}
    assert not re.search(r"https?://", page)


def test_pictures_are_encoded_anew_and_broken_ones_left_out(reports: Path):
    page = (reports / "links.html").read_text("utf-8")
    assert page.count("data:image/jpeg;base64,") == 1
    assert "secret comment" not in page


def test_the_page_says_that_likeness_is_no_forgery(reports: Path):
    page = (reports / "links.html").read_text("utf-8")
    assert "这只说明相似，不说明伪造" in page
    assert "This states likeness, not forgery" in page
    assert "genuine" not in page
    assert "真" not in page


@pytest.mark.parametrize(("count", "listed"), [(3, 0), (5, 5), (MOST_LISTED + 9, MOST_LISTED)])
def test_many_groups_are_listed_first(count: int, listed: int):
    member = Member(1, "a" * 64, 0, DAY, "lawyer_letter", "forged", 1)
    bond = Bond(1, 2, 3.2, {"template": 3.2})
    groups = [Cluster(at, (member, member._replace(ident=2, same=2)), (bond,)) for at in range(count)]
    page = as_html(groups, Linked(papers=2 * count), [])
    links = re.findall(r'href="#(g\d+)"', page)
    assert links == re.findall(r'id="(g\d+)"', page)[:listed]


def test_the_table_of_papers_runs_nothing_in_a_spreadsheet(reports: Path):
    raw = (reports / "links.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in raw
    rows = list(csv.DictReader((reports / "links.csv").open(encoding="utf-8-sig", newline="")))
    assert len(rows) == 4
    assert not any(cell.startswith(("=", "+", "-", "@")) for each in rows for cell in each.values())
    assert {each["papers_in_cluster"] for each in rows} == {"4"}


def test_the_table_of_pairs_names_the_grounds(reports: Path):
    rows = list(csv.DictReader((reports / "links_pairs.csv").open(encoding="utf-8-sig", newline="")))
    assert len(rows) == 6
    assert all(float(each["template"]) > 1 and float(each["impression"]) == 3.5 for each in rows)


def test_the_graph_is_well_formed(reports: Path):
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = ElementTree.parse(reports / "links.graphml").getroot()
    keys = {each.get("id") for each in root.findall(f"{space}key")}
    nodes = root.findall(f".//{space}node")
    edges = root.findall(f".//{space}edge")
    assert (len(nodes), len(edges)) == (4, 6)
    ids = {each.get("id") for each in nodes}
    assert all({each.get("source"), each.get("target")} <= ids for each in edges)
    assert {each.get("key") for each in root.iter(f"{space}data")} <= keys


def test_nothing_alike_is_told_in_words(tmp_path: Path):
    out = batch(tmp_path / "out", [row(text())])
    kept = store(tmp_path)
    write(kept, link(kept, [out], DAY, own=False), [out], tmp_path / "links")
    assert "没有找到相似的文书" in (tmp_path / "links" / "links.html").read_text("utf-8")
    assert len((tmp_path / "links" / "links.csv").read_text("utf-8-sig").splitlines()) == 1
