from __future__ import annotations

from dataclasses import replace

import pytest
from build import evidence, findings

from forgecheck.evidence import Container, Evidence
from forgecheck.judge.metadata import more_frames


def moving(frames: int) -> Evidence:
    given = evidence("律师函")
    return replace(given, document=replace(given.document, container=Container("GIF", frames=frames)))


def test_silent_on_a_still_picture():
    assert findings(more_frames, evidence("律师函")) == []
    assert findings(more_frames, moving(1)) == []


@pytest.mark.parametrize("frames", [2, 300])
def test_an_animation_is_only_a_note(frames: int):
    (found,) = findings(more_frames, moving(frames))
    assert (found.severity, found.evidence) == ("info", {"frames": frames})
    assert f"{frames} 帧" in found.says.zh
