from __future__ import annotations

from dataclasses import replace

import pytest
from build import evidence, findings

from forgecheck.evidence import Container, Evidence
from forgecheck.judge.metadata import trailing_data


def followed_by(count: int) -> Evidence:
    given = evidence("律师函")
    return replace(given, document=replace(given.document, container=Container("JPEG", trailing_bytes=count)))


@pytest.mark.parametrize("count", [0, 2, 24, 320, 1024])
def test_silent_on_a_clean_end_and_on_padding(count: int):
    assert findings(trailing_data, followed_by(count)) == []


@pytest.mark.parametrize("count", [1025, 60_191, 5_000_000])
def test_more_data_are_only_a_note(count: int):
    (found,) = findings(trailing_data, followed_by(count))
    assert (found.severity, found.evidence) == ("info", {"trailing_bytes": count})
    assert str(count) in found.says.zh
