"""A patch is strong only where the picture still has its original pixels and the patch cuts a read line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from build import evidence, findings, unable

from forgecheck.evidence import Box, Evidence, Jpeg, Patch
from forgecheck.judge.pixel import flat_patch

TEXT = "您的账单逾期金额为九千元整请尽快处理"
CUT = Patch(1, Box(300, 98, 460, 142), 3, -40.0)  # the builder's first line: x 100 to 820, y 100 to 140
BESIDE = Patch(1, Box(300, 400, 460, 444), 3, -40.0)
WHOLE = Patch(1, Box(90, 98, 830, 142), 3, -40.0)


def jpeg(given: Evidence, step: int) -> Evidence:
    """The same, from a JPEG whose tables have this first step."""
    container = replace(given.document.container, format="JPEG", jpeg=Jpeg({0: (step,) * 64}, ((2, 2),), False))
    return replace(given, document=replace(given.document, container=container))


@pytest.mark.parametrize("capture", ["screenshot", "render", "unknown", "messenger"])
def test_silent_without_patches(capture: str):
    assert findings(flat_patch, evidence(TEXT, capture=capture)) == []


@pytest.mark.parametrize("capture", ["screenshot", "render", "unknown"])
def test_an_exact_page_without_patches_was_looked_at(capture: str):
    assert unable(flat_patch, evidence(TEXT, capture=capture)) == []


@pytest.mark.parametrize("capture", ["photo", "scan", "screen_photo"])
def test_silent_on_paper_and_photos_which_were_never_flat(capture: str):
    given = evidence(TEXT, patches=[CUT], capture=capture)
    assert findings(flat_patch, given) == []
    assert len(unable(flat_patch, given)) == 1


def test_could_not_look_at_a_re_compressed_picture_and_asks_for_the_original():
    for given in (evidence(TEXT, capture="messenger"), jpeg(evidence(TEXT, capture="screenshot"), 8)):
        (said,) = unable(flat_patch, given)
        assert "原图" in said.reason.zh


def test_a_jpeg_of_high_quality_was_looked_at():
    assert unable(flat_patch, jpeg(evidence(TEXT, capture="screenshot"), 2)) == []


def test_could_not_look_where_pixels_or_words_were_not_read():
    assert len(unable(flat_patch, evidence(TEXT, patches=None, capture="screenshot"))) == 1
    assert len(unable(flat_patch, evidence(None, capture="screenshot"))) == 1


@pytest.mark.parametrize("capture", ["screenshot", "render"])
def test_strong_on_part_of_a_line_of_an_original(capture: str):
    (found,) = findings(flat_patch, evidence(TEXT, patches=[CUT], capture=capture))
    assert found.severity == "strong"
    assert found.box == CUT.box
    assert found.evidence == {"level": 3, "log10_nfa": -40.0, "width_px": 160, "height_px": 44}
    assert "160×44" in found.says.zh
    assert "160×44" in found.says.en


@pytest.mark.parametrize("patch", [BESIDE, WHOLE])
def test_only_weak_where_no_line_is_cut(patch: Patch):
    (found,) = findings(flat_patch, evidence(TEXT, patches=[patch], capture="screenshot"))
    assert found.severity == "weak"


def test_only_weak_where_the_pixels_are_not_the_original_ones():
    doubtful = (
        evidence(TEXT, patches=[CUT], capture="messenger"),
        evidence(TEXT, patches=[CUT], capture="unknown"),
        jpeg(evidence(TEXT, patches=[CUT], capture="screenshot"), 8),
    )
    assert [found.severity for given in doubtful for found in findings(flat_patch, given)] == ["weak"] * 3


def test_each_patch_is_its_own_finding():
    assert len(findings(flat_patch, evidence(TEXT, patches=[CUT, BESIDE], capture="screenshot"))) == 2
