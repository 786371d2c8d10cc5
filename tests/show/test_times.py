"""Beijing time and UTC, whatever clock the machine has."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from show.reports import report

from forgecheck.show.times import examined, told

LATE = datetime(2026, 12, 31, 20, 30, tzinfo=UTC)


def test_a_moment_is_told_in_beijing_time():
    given = replace(report(), examined_at=LATE)
    assert told(given) == "2027-01-01 04:30:00 UTC+8"
    assert examined(given) == LATE


def test_without_a_moment_the_day_is_told_and_no_hour():
    given = report()
    day = given.evidence.today
    assert told(given) == day.isoformat()
    assert examined(given).date() == day
    assert examined(given).utcoffset() == timedelta(hours=8)
