"""The time of an examination, in words that need no clock and no time zone of this machine."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from forgecheck.finding import Report

BEIJING = timezone(timedelta(hours=8), "UTC+8")
"""The one legal time of China, the same all year; a server's own zone would tell its readers nothing."""


def examined(report: Report) -> datetime:
    """When the report was made, in Beijing time; the first moment of the day where only the day is known."""
    if report.examined_at is None:
        return datetime.combine(report.evidence.today, datetime.min.time(), BEIJING)
    return report.examined_at.astimezone(BEIJING)


def told(report: Report) -> str:
    """Beijing time of the examination; only the day where the time was not noted."""
    return local(report.examined_at) if report.examined_at else f"{report.evidence.today:%Y-%m-%d}"


def local(moment: datetime) -> str:
    """Beijing time to the second.

    >>> local(datetime(2026, 11, 28, 16, 5, 9, tzinfo=UTC))
    '2026-11-29 00:05:09 UTC+8'
    """
    return f"{moment.astimezone(BEIJING):%Y-%m-%d %H:%M:%S} UTC+8"


def utc(moment: datetime) -> str:
    """The same in UTC, as RFC 3339.

    >>> utc(datetime(2026, 11, 29, 0, 5, 9, tzinfo=BEIJING))
    '2026-11-28T16:05:09Z'
    """
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
