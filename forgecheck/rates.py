"""How often each check speaks on forged and on genuine files, and what a sum of weights is worth: counts, all of them.

`models/rates.json` and `models/calibration.json` hold the counts and the command that made them; a check that was
not measured says "assumed".  A team may raise the thresholds (never lower them) with the file that
`forgecheck calibrate` writes, named by the environment variable `FORGECHECK_CALIBRATION`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from math import log10
from pathlib import Path
from typing import Literal, NamedTuple

import numpy as np

from forgecheck.errors import SetupError
from forgecheck.evidence import CaptureKind
from forgecheck.finding import Rates, Severity

PRIOR = 0.2
"""Share of forged pictures among those that people bring; assumed."""
TEAM = "FORGECHECK_CALIBRATION"
"""Environment variable that names a team's own calibration."""

State = Severity | Literal["fits"]
"""What a check said of a file: its gravest severity, or (besides that) that something fits."""


class Step(NamedTuple):
    """One step of the calibration curve: files whose weight lay about here."""

    bans: float
    """Mean weight of these files."""
    forged: int
    genuine: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """Thresholds in bans, two decimals, and the curve from bans to probability."""

    suspicious: float
    forged: float
    curve: tuple[Step, ...]
    """Rising in bans and in the share of forged files; empty where nothing was measured."""
    source: str


def bans(known: Rates) -> float:
    """log10 of the likelihood ratio, half a case added on either side.

    >>> round(bans(Rates((30, 100), (1, 1000), "assumed")), 2)
    2.3
    """
    hit = (known.forged[0] + 0.5) / (known.forged[1] + 1)
    false_alarm = (known.genuine[0] + 0.5) / (known.genuine[1] + 1)
    return log10(hit / false_alarm)


def rates(check: str, state: State, capture: CaptureKind | None = None) -> Rates:
    """How often a check says this: measured for this way of capture, else for all, else its family's, else assumed."""
    known, family = _tables(), check.split(".", 1)[0]
    wanted = ((check, state, capture), (check, state, None), (family, state, None))
    return next((known.measured[each] for each in wanted if each in known.measured), known.assumed[state])


def own(check: str, state: State) -> bool:
    """Whether the check itself was measured, with cases enough to speak for itself."""
    return (check, state, None) in _tables().measured


def shared(one: str, other: str) -> float:
    """Bans that two families count twice when both speak, because they are wrong together; 0 where independent."""
    return _tables().shared.get(frozenset((one, other)), 0.0)


def calibration() -> Calibration:
    """The thresholds and the curve in force."""
    return _calibration(os.environ.get(TEAM))


def probability(total: float) -> float:
    """Bans to the probability of forgery at the prior: straight between the steps of the curve, flat outside.

    >>> 0 < probability(0.0) <= probability(1.0) <= probability(9.0) < 1
    True
    """
    curve = calibration().curve
    weight = total if not curve else float(np.interp(total, [each.bans for each in curve], _weights(curve)))
    odds = PRIOR / (1 - PRIOR) * 10**weight
    return odds / (1 + odds)


def _weights(curve: tuple[Step, ...]) -> list[float]:
    forged, genuine = sum(each.forged for each in curve), sum(each.genuine for each in curve)
    return [bans(Rates((each.forged, forged), (each.genuine, genuine), "")) for each in curve]


class _Tables(NamedTuple):
    measured: Mapping[tuple[str, str, str | None], Rates]
    assumed: Mapping[str, Rates]
    shared: Mapping[frozenset[str], float]


@cache
def _tables() -> _Tables:
    loaded = json.loads(files("forgecheck_models").joinpath("rates.json").read_text("utf-8"))
    measured = {(each["check"], each["severity"], each.get("capture")): _rates(each) for each in loaded["measured"]}
    assumed = {each["severity"]: _rates(each) for each in loaded["assumed"]}
    return _Tables(measured, assumed, {frozenset(each["families"]): each["bans"] for each in loaded["together"]})


def _rates(row: Mapping[str, list[int]]) -> Rates:
    (hits, forged), (alarms, genuine) = row["forged"], row["genuine"]
    return Rates((hits, forged), (alarms, genuine), str(row["source"]))


@cache
def _calibration(team: str | None) -> Calibration:
    loaded = json.loads(files("forgecheck_models").joinpath("calibration.json").read_text("utf-8"))
    curve = tuple(Step(each["bans"], each["forged"], each["genuine"]) for each in loaded["curve"])
    shipped = Calibration(loaded["suspicious_bans"], loaded["forged_bans"], curve, loaded["source"])
    if not team:
        return shipped
    try:
        own = json.loads(Path(team).read_text("utf-8"))
        suspicious, forged = float(own["suspicious_bans"]), float(own["forged_bans"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SetupError(f"{TEAM} names {team}, which `forgecheck calibrate` did not write") from error
    return replace(shipped, suspicious=max(shipped.suspicious, suspicious), forged=max(shipped.forged, forged))
