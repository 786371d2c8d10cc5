"""The counts that ship, and what is made of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from forgecheck import rates as tables
from forgecheck.errors import SetupError
from forgecheck.judge import all_checks
from forgecheck.rates import TEAM, calibration, probability
from forgecheck.weigh import SPEAKS_BANS


def test_the_shipped_counts_are_whole():
    known = tables._tables()
    for rate in [*known.measured.values(), *known.assumed.values()]:
        assert 0 <= rate.forged[0] <= rate.forged[1]
        assert 0 <= rate.genuine[0] <= rate.genuine[1]
        assert rate.source
    families = {name.split(".")[0] for name in all_checks()}
    assert {check for check, *_ in known.measured} <= families.union(all_checks())
    assert all(discount > 0 for discount in known.shared.values())


def test_the_shipped_thresholds_keep_their_order_and_the_curve_rises():
    now = calibration()
    assert SPEAKS_BANS <= now.suspicious < now.forged
    steps = [each.bans for each in now.curve]
    assert steps == sorted(steps)


def test_the_score_rises_with_the_weight():
    scores = [probability(total / 10) for total in range(-5, 60)]
    assert scores == sorted(scores)
    assert 0 < scores[0] < scores[-1] < 1


@pytest.mark.parametrize("text", [None, "[]", "{}", "no JSON"])
def test_a_team_file_that_is_none_stops_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | None):
    file = tmp_path / "own.json"
    monkeypatch.setenv(TEAM, str(file))
    if text is not None:
        file.write_text(text)
    with pytest.raises(SetupError, match="calibrate"):
        calibration()


def test_a_team_raises_thresholds_and_never_lowers_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    shipped, file = calibration(), tmp_path / "own.json"
    file.write_text(json.dumps({"suspicious_bans": 9.8, "forged_bans": 0.1}))
    monkeypatch.setenv(TEAM, str(file))
    assert (calibration().suspicious, calibration().forged) == (9.8, shipped.forged)
