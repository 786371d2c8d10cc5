"""Words that missed a compression; what it shares with other traces is in test__traces.py."""

from build import BOX, findings, traced, unable

from forgecheck.evidence import Trace
from forgecheck.judge.pixel import other_compression

TRACE = Trace(1, BOX, "requantised", -30.0)


def test_silent_and_unable_on_what_is_no_jpeg():
    (said,) = unable(other_compression, traced(TRACE, jpeg=False))
    assert "JPEG" in said.reason.zh
    assert findings(other_compression, traced(TRACE, jpeg=False)) == []


def test_one_hint_for_each_place():
    assert len(findings(other_compression, traced(TRACE, TRACE))) == 2
