"""What a number of genuine files can promise, in words; and the thresholds that a team's own files ask for.

Only scores are kept: no picture, no text, no name of a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from forgecheck.finding import Says
from forgecheck.measure.statistics import at_most
from forgecheck.rates import Calibration
from forgecheck.weigh import SPEAKS_BANS, STEP

SUSPICIOUS_ALARMS = 0.05
"""Share of genuine files that may be called suspicious or worse."""
FORGED_ALARMS = 0.01
"""Share of genuine files that may be called forged."""
SCHEMA = "forgecheck.calibration/1"


class Thresholds(NamedTuple):
    """In bans, two decimals."""

    suspicious: float
    forged: float


def needed(rate: float, alarms: int = 0) -> int:
    """Genuine files needed to promise this rate (0..1) with 95 % confidence when so many of them were accused.

    >>> [needed(0.01, alarms) for alarms in range(5)]
    [299, 473, 628, 773, 913]
    """
    files = alarms + 1
    while at_most(alarms, files) > rate:
        files += 1
    return files


def thresholds(weights: Sequence[float], least: Calibration) -> Thresholds:
    """The lowest thresholds, not below those of `least`, that so many genuine files (bans) allow.

    Notes
    -----
    The rates are those seen among these files.  What they say about other files is told by `promise`.
    """
    suspicious = max(least.suspicious, _threshold(weights, SUSPICIOUS_ALARMS))
    return Thresholds(suspicious, max(least.forged, round(suspicious + STEP, 2), _threshold(weights, FORGED_ALARMS)))


def _threshold(weights: Sequence[float], rate: float) -> float:
    """The lowest weight, in steps, that at most this share reaches; at least what one family needs to speak.

    >>> _threshold([0.0] * 95 + [1.2, 1.3, 1.4, 1.5, 1.6], 0.02)
    1.41
    """
    allowed = int(rate * len(weights))
    ranked = sorted(weights, reverse=True)
    highest = ranked[allowed] if allowed < len(ranked) else -inf
    return round(max(highest + STEP, SPEAKS_BANS), 2)


def promise(files: int, suspicious: int, forged: int) -> Says:
    """What these files show: how many were accused wrongly, and what that promises for others of their kind.

    >>> promise(40, 0, 0).en.splitlines()[0]
    'Of 40 genuine files 0 are called suspicious or worse and 0 forged.'
    """
    most = at_most(forged, files)
    more = max(0, needed(FORGED_ALARMS, forged) - files)
    zh = [
        f"{files} 个真实文件中，{suspicious} 个被判为可疑或更重，其中 {forged} 个被判为有伪造迹象。",
        f"对同一来源、同样情况的文件，可以说（把握 95%）：被误判为有伪造迹象的不超过 {most:.1%}，"
        f"被误判为可疑或更重的不超过 {at_most(suspicious, files):.1%}。",
    ]
    en = [
        f"Of {files} genuine files {suspicious} are called suspicious or worse and {forged} forged.",
        f"For files like these one may say, with 95 % confidence: at most {most:.1%} are wrongly called forged and "
        f"at most {at_most(suspicious, files):.1%} wrongly called suspicious or worse.",
    ]
    if more:
        zh.append(
            f"要说“不超过 1%”，还需要 {more} 个真实文件（一个误判都没有时共需 299 个，一个时 473 个，两个时 628 个）。"
        )
        en.append(f"To promise 1 % it takes {more} more (299 in all with none accused, 473 with one, 628 with two).")
    zh.append("这只对和这些文件同类的文件有效，不保证其他来源。")
    en.append("This holds for files of this kind only, not for others.")
    return Says("\n".join(zh), "\n".join(en))
