"""A report, written down without its pixels and read again."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
from forgecheck_web.notes import read, written
from webstub import inspect, picture


def test_what_is_read_is_what_was_written_with_the_pixels_of_the_file() -> None:
    data = picture()
    report = inspect(data, "a.png")
    again = read(written(report), data, "a.png")
    assert again.verdict == report.verdict
    assert again.outcomes == report.outcomes
    assert again.evidence.fields == report.evidence.fields
    assert again.evidence.pages[0].seals == report.evidence.pages[0].seals
    assert np.array_equal(again.evidence.pages[0].image, report.evidence.pages[0].image)


def test_notes_are_small_since_they_hold_no_pixels() -> None:
    report = inspect(picture(size=(3000, 4000)), "a.png")
    assert len(written(report)) < 100_000 < len(pickle.dumps(report))


def test_notes_of_another_file_do_not_fit() -> None:
    one = inspect(picture(), "a.png")
    with pytest.raises(Exception, match="unsupported_format"):
        read(written(one), b"something else", "a.png")
