from __future__ import annotations

import json
from pathlib import Path

import pytest
from batch.stub import folder, open_stub

from forgecheck.cli import main
from forgecheck.measure.fit import curve
from forgecheck.measure.promise import needed, promise, thresholds
from forgecheck.rates import TEAM, Calibration

LEAST = Calibration(1.0, 2.5, (), "test")


def test_the_numbers_are_those_of_the_tables():
    assert [needed(0.01, alarms) for alarms in range(5)] == [299, 473, 628, 773, 913]


def test_few_files_promise_little_and_say_how_many_more_are_needed():
    assert "259 more" in promise(40, 0, 0).en
    assert "7.2%" in promise(40, 0, 0).en
    assert "more" not in promise(299, 0, 0).en.replace("or more", "").splitlines()[1]
    assert "还需要" not in promise(473, 3, 1).zh


def test_thresholds_are_raised_where_genuine_files_ask_for_it_and_never_lowered():
    assert thresholds([0.0] * 300, LEAST) == (1.0, 2.5)
    loud = [0.0] * 90 + [1.4] * 10
    assert thresholds(loud, LEAST) == (1.41, 2.5)
    louder = [0.0] * 90 + [3.1] * 10
    assert thresholds(louder, LEAST) == (3.11, 3.12)


@pytest.mark.parametrize("alarms", range(12))
def test_no_more_files_than_allowed_reach_a_threshold(alarms: int):
    weights = [0.0] * (100 - alarms) + [2.0 + each / 10 for each in range(alarms)]
    found = thresholds(weights, LEAST)
    assert sum(each >= found.suspicious for each in weights) <= 5
    assert sum(each >= found.forged for each in weights) <= 1


def test_the_curve_rises_and_keeps_every_file():
    cases = [(round(weight / 10, 1), weight % 7 > 3 or weight > 40) for weight in range(60)] * 5
    steps = curve(cases)
    assert sum(each.forged + each.genuine for each in steps) == len(cases)
    shares = [(each.forged + 0.5) / (each.genuine + 0.5) for each in steps]
    assert shares == sorted(shares)
    assert [each.bans for each in steps] == sorted({each.bans for each in steps})


def test_files_of_one_weight_make_one_step():
    assert len(curve([(0.0, True), (0.0, False)] * 10)) == 1
    assert curve([]) == ()


def test_calibrate_keeps_scores_only_and_says_what_they_promise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(TEAM, str(tmp_path / "missing.json"))
    files = folder(tmp_path / "own", letter=b"fine", court=b"fine", loud=b"suspicious", torn=b"error truncated")
    out = tmp_path / "scores" / "own.json"
    assert main(["calibrate", "--genuine", str(files), "--out", str(out), "--lang", "en"], open_stub) == 0
    told = capsys.readouterr()
    kept = json.loads(out.read_text())
    assert kept["files"] == 3
    assert len(kept["weights"]) == 3
    assert not any(word in out.read_text() for word in ("letter", "court", "png", "律师"))
    assert "Of 3 genuine files" in told.out
    assert "296 more" in told.out
    assert "truncated" in told.err


def test_calibrate_without_a_file_that_can_be_read_is_wrong_usage(tmp_path: Path):
    files = folder(tmp_path / "own", torn=b"error truncated")
    assert main(["calibrate", "--genuine", str(files), "--out", str(tmp_path / "o.json")], open_stub) == 2
    assert not (tmp_path / "o.json").exists()
