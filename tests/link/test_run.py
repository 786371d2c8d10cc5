"""A run: rows are taken in once, linked, and told; damaged rows cost nothing but themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from link.papers import OTHER, batch, fingerprint, row, stamp, text
from link.stores import DAY, store

from forgecheck.errors import SetupError
from forgecheck.link.run import link

SEAL = stamp(fingerprint(1, flaws=5))
FIRMS = ("云南正信律师事务所", "贵州明理律师事务所")
SCHEMA = json.loads(Path(__file__).parents[2].joinpath("forgecheck/show/report.schema.json").read_text("utf-8"))


def campaign(count: int, first: int = 0) -> list[dict]:
    return [row(text(number=at, firm=FIRMS[at % 2]), [SEAL], name=f"c/{at}.jpg") for at in range(first, first + count)]


def told(out: Path) -> list[dict]:
    return [json.loads(line) for line in (out / "links.jsonl").read_text("utf-8").splitlines()]


def test_rows_that_are_alike_are_told_and_others_are_not(tmp_path: Path):
    out = batch(tmp_path / "out", [*campaign(6), row(text(OTHER, 90, firm="广西守正律师事务所"), name="alone.jpg")])
    found = link(store(tmp_path), [out], DAY, own=False)
    assert (found.papers, found.new, found.clustered, found.clusters, found.stored) == (7, 7, 6, 1, 7)
    assert [each["input"]["path"] for each in told(out)] == [f"c/{at}.jpg" for at in range(6)]
    assert {each["cluster"]["papers"] for each in told(out)} == {6}


def test_findings_fit_the_report(tmp_path: Path):
    out = batch(tmp_path / "out", campaign(6))
    link(store(tmp_path), [out], DAY, own=False)
    schema = {**SCHEMA["$defs"]["report"]["properties"]["findings"], "$defs": SCHEMA["$defs"]}
    for each in told(out):
        Draft202012Validator(schema).validate(each["findings"])
        checks = {finding["check"]: finding for finding in each["findings"]}
        assert set(checks) == {"seal.seen_elsewhere", "layout.template_seen_elsewhere"}
        assert {finding["severity"] for finding in each["findings"]} == {"weak"}
        assert checks["seal.seen_elsewhere"]["evidence"] == {"papers": 5, "issuers": 2, "since": DAY}
        assert checks["seal.seen_elsewhere"]["box"] == list(SEAL.box)


def test_a_second_run_knows_the_first(tmp_path: Path):
    first, second = batch(tmp_path / "one", campaign(4)), batch(tmp_path / "two", campaign(2, first=10))
    link(store(tmp_path), [first], "2026-10-01", own=False)
    found = link(store(tmp_path), [second], DAY, own=False)
    assert (found.new, found.stored, found.clusters) == (2, 6, 1)
    assert {finding["evidence"]["since"] for each in told(second) for finding in each["findings"]} == {"2026-10-01"}


def test_a_run_done_twice_changes_nothing(tmp_path: Path):
    out = batch(tmp_path / "out", campaign(5))
    link(store(tmp_path), [out], DAY, own=False)
    before = told(out)
    found = link(store(tmp_path), [out], "2026-12-01", own=False)
    assert (found.new, found.stored) == (0, 5)
    assert told(out) == before


def test_two_folders_are_one_run(tmp_path: Path):
    outs = [batch(tmp_path / "one", campaign(3)), batch(tmp_path / "two", campaign(3, first=3))]
    assert link(store(tmp_path), outs, DAY, own=False).clusters == 1
    assert [len(told(out)) for out in outs] == [3, 3]


def test_one_file_in_many_rows_is_one_paper(tmp_path: Path):
    same = row(text(), name="a.jpg")
    found = link(store(tmp_path), [batch(tmp_path / "out", [same, same, same])], DAY, own=False)
    assert (found.papers, found.new, found.clusters) == (3, 1, 0)


def test_pages_of_a_pdf_are_papers_of_their_own(tmp_path: Path):
    pages = [row(text(number=at), name="a.pdf") for at in range(4)]
    for number, each in enumerate(pages, 1):
        each["input"]["page"] = number
    found = link(store(tmp_path), [batch(tmp_path / "out", pages)], DAY, own=False)
    assert (found.new, found.clustered) == (4, 4)
    assert [each["input"]["page"] for each in told(tmp_path / "out")] == [1, 2, 3, 4]


def test_what_could_not_be_judged_and_damaged_lines_are_skipped(tmp_path: Path):
    out = batch(tmp_path / "out", campaign(3))
    with (out / "results.jsonl").open("ab") as file:
        file.write(b'{"schema": "forgecheck.report/1", "input": {"path": "x"}, "error": {"code": "truncated"}}\n')
        file.write(b'{"input": {"sha256": "zz"}}\n[]\nnull\n{"inp\n\xff\xfe\n\n')
    found = link(store(tmp_path), [out], DAY, own=False)
    assert (found.papers, found.skipped, found.clustered) == (3, 6, 3)


def test_a_folder_without_results_is_told(tmp_path: Path):
    with pytest.raises(SetupError, match=r"holds no results\.jsonl"):
        link(store(tmp_path), [tmp_path], DAY, own=False)


def test_own_papers_are_no_news(tmp_path: Path):
    kept = store(tmp_path)
    link(kept, [batch(tmp_path / "own", campaign(3))], DAY, own=True)
    found = link(kept, [batch(tmp_path / "out", campaign(3, first=10))], DAY, own=False)
    assert found.clustered == 0
    assert told(tmp_path / "out") == []
