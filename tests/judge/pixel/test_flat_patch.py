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


def drawn(capture: str, patch: Patch = CUT, round_by: int = 0) -> Evidence:
    """A page that really shows the patch, its corners cut off by so many pixels."""
    given = evidence(TEXT, patches=[patch], capture=capture)
    (page,) = given.pages
    image = page.image.copy()
    left, top, right, bottom = patch.box
    image[top:bottom, left:right] = 252
    for y in (top, bottom - round_by):
        for x in (left, right - round_by):
            image[y : y + round_by, x : x + round_by] = 255
    return replace(given, document=replace(given.document, pages=(replace(page, image=image),)))


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


@pytest.mark.parametrize("capture", ["screenshot", "messenger", "unknown"])
def test_could_not_look_at_a_coarse_jpeg_and_asks_for_the_original(capture: str):
    (said,) = unable(flat_patch, jpeg(evidence(TEXT, capture=capture), 10))
    assert "原图" in said.reason.zh


@pytest.mark.parametrize("capture", ["screenshot", "messenger"])
def test_a_jpeg_of_fair_quality_was_looked_at(capture: str):
    assert unable(flat_patch, jpeg(evidence(TEXT, capture=capture), 8)) == []


def test_could_not_look_where_pixels_or_words_were_not_read():
    assert len(unable(flat_patch, evidence(TEXT, patches=None, capture="screenshot"))) == 1
    assert len(unable(flat_patch, evidence(None, capture="screenshot"))) == 1


@pytest.mark.parametrize("capture", ["screenshot", "render"])
def test_strong_on_part_of_a_line_of_an_original(capture: str):
    (found,) = findings(flat_patch, drawn(capture))
    assert found.severity == "strong"
    assert found.box == CUT.box
    assert found.evidence == {"level": 3, "log10_nfa": -40.0, "width_px": 160, "height_px": 44}
    assert "160×44" in found.says.zh
    assert "160×44" in found.says.en


@pytest.mark.parametrize("patch", [BESIDE, WHOLE])
def test_only_weak_where_no_line_is_cut(patch: Patch):
    (found,) = findings(flat_patch, drawn("screenshot", patch))
    assert found.severity == "weak"


@pytest.mark.parametrize("capture", ["messenger", "unknown"])
def test_only_weak_where_the_picture_may_not_be_the_original(capture: str):
    assert [each.severity for each in findings(flat_patch, drawn(capture))] == ["weak"]


def test_only_weak_where_the_outline_is_not_exact():
    unseen = evidence(TEXT, patches=[CUT], capture="screenshot")
    assert [each.severity for each in findings(flat_patch, unseen)] == ["weak"]
    assert [each.severity for each in findings(flat_patch, drawn("screenshot", round_by=3))] == ["weak"]


def test_only_weak_at_the_rim_of_the_page():
    rim = Patch(1, Box(0, 0, 60, 30), 3, -9.0)
    assert [each.severity for each in findings(flat_patch, evidence(TEXT, patches=[rim], capture="render"))] == ["weak"]


def test_each_patch_is_its_own_finding():
    assert len(findings(flat_patch, evidence(TEXT, patches=[CUT, BESIDE], capture="screenshot"))) == 2
