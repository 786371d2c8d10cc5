"""Figures in texts are those that were measured."""

from __future__ import annotations

import json
import re
import shlex
import sys
from datetime import date
from pathlib import Path

import content
import pytest
from forgecheck_models import figures
from forgecheck_models.figures import ROOT, Figure, count, keep, names, number, rendered, share, texts

BY_HAND = re.compile(
    r"\d\s?%|\b(?:recall|precision|AUC|F1|CER|accuracy|error rate)\b\D{0,24}\d|\b\d[\d,]* of \d", re.IGNORECASE
)
"""What reads like a measured figure."""
BLOCK = re.compile(r"<!-- figures: .*?<!-- /figures -->", re.DOTALL)


@pytest.mark.parametrize("path", texts(), ids=lambda path: path.name)
def test_a_text_shows_the_figures_that_were_measured(path: Path):
    text = path.read_text("utf-8")
    assert rendered(text) == text, "run `make figures`"


@pytest.mark.parametrize("path", texts(), ids=lambda path: path.name)
def test_no_figure_is_typed_by_hand(path: Path):
    typed = [line for line in BLOCK.sub("", path.read_text("utf-8")).splitlines() if BY_HAND.search(line)]
    assert not typed


@pytest.mark.parametrize("line", ["recall 0.97 on 40", "finds 62.2 %", "AUC: 0.63", "43 of 72 public seals"])
def test_what_reads_like_a_figure_is_noticed(line: str):
    assert BY_HAND.search(line)


@pytest.mark.parametrize("name", names())
def test_every_file_of_figures_names_its_command_its_day_and_what_was_looked_at(name: str):
    known = json.loads((figures.FOLDER / f"{name}.json").read_text("utf-8"))
    script = ROOT / shlex.split(known["command"])[0]
    assert script.suffix == ".py"
    assert script.is_file()
    assert figures.FLAG in script.read_text("utf-8") or "figures.option(" in script.read_text("utf-8")
    assert date.fromisoformat(known["date"]) <= date.today()
    assert known["data"]
    assert known["values"]
    for row in known["values"].values():
        figure = Figure(**row)
        assert figure.what
        assert figure.low is None or figure.low <= figure.value <= figure.high
        assert figure.hits is None or 0 <= figure.hits <= figure.of


def test_no_text_names_a_place_of_this_machine():
    told = "".join(path.read_text("utf-8") for path in [*texts(), *figures.FOLDER.glob("*.json")])
    assert not re.search(r"/(work|home|tmp|root|mnt|Users)/", told)


def test_what_is_kept_is_shown_and_changes_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    script = ROOT / "tests" / "benchmarks" / "seals.py"
    monkeypatch.setattr(sys, "argv", [str(script), "--scenes", "9", "--figures", "--silent", "/data/mine"])
    keep("some", "nine scenes", {"find": count("found", 3, 60), "time": number("time", 12.34, "ms", 1)}, tmp_path)
    text = "a\n<!-- figures: some.find some.t* -->\nold\n<!-- /figures -->\nb\n"
    table = rendered(text, tmp_path).splitlines()[2:-2]
    measured = "| found | 5.0 % (3 of 60; 1.0 to 13.9 %) | `tests/benchmarks/seals.py --scenes 9 --silent DIR`"
    assert table[2].startswith(measured)
    assert table[3] == "| time | 12.3 ms | same |"
    assert rendered(rendered(text, tmp_path), tmp_path) == rendered(text, tmp_path)
    assert not figures.is_stale("some", tmp_path)
    known = json.loads((tmp_path / "some.json").read_text("utf-8"))
    (tmp_path / "some.json").write_text(json.dumps(known | {"state": "another"}))
    assert figures.is_stale("some", tmp_path)
    assert figures.is_stale("none", tmp_path)


@pytest.mark.parametrize("pattern", ["nothing.at_all", "reading.no_such_key"])
def test_a_pattern_that_names_nothing_is_refused(pattern: str):
    with pytest.raises(ValueError, match=r"nothing|no_such_key"):
        rendered(f"<!-- figures: {pattern} -->\n<!-- /figures -->")


def test_files_of_one_document_widen_the_range():
    truths = [at % 40 < 20 for at in range(400)]
    alone = share("x", truths, [str(at) for at in range(400)])
    together = share("x", truths, [str(at % 40) for at in range(400)])
    assert (alone.hits, alone.of, alone.value) == (together.hits, together.of, 0.5)
    assert together.high - together.low > 2 * (alone.high - alone.low)
    assert share("x", [], []).shown == "–"


def test_a_benchmark_keeps_what_it_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    kept: dict[str, object] = {}
    monkeypatch.setattr(figures, "keep", lambda name, data, values: kept.update({name: values}))
    monkeypatch.setattr(content, "SPEED_LETTERS", 20)
    monkeypatch.setattr(sys, "argv", ["content.py", "--split", "dev", "--count", "5", "--figures"])
    content.main()
    printed, values = capsys.readouterr().out, kept["content_dev"]
    spoke, found = (100 * values[each].value for each in ("spoke", "found"))
    assert f"forged: 5 letters, spoke {spoke:.2f}%, found {found:.2f}%" in printed
    assert f"kind_genuine: macro-F1 {values['kinds'].value}" in printed
