"""No genuine-style paper is accused: all as text, a sample as pictures that went through a messenger or a phone."""

from __future__ import annotations

import io

import numpy as np
import pytest
from build import evidence
from forgecheck_models.synth.sample import draw
from papers import papers
from PIL import Image

from forgecheck import inspect
from forgecheck.finding import Report
from forgecheck.judge import all_checks, judge
from forgecheck.show.advice import advice
from forgecheck.weigh import weigh

PAPERS = papers()
SAMPLE = (
    "court: summons, basic court",
    "court: enforcement notice",
    "court: consumption order",
    "court: judgment, contract of 2019",
    "court: supreme court ruling",
    "court: old case taken up again",
    "lawyers: branch office, bank, credit card, criminal law",
    "lawyers: reputation letter against a collector",
    "messages: service link of the courts",
    "messages: bailiff writes about enforcement",
    "messages: operator warns of numbers",
    "police: administrative penalty",
    "police: case opened, told to the reporter",
    "other: arbitration award on a loan",
    "other: textbook page",
)


def heard(outcomes):
    """What was found, without hints; a check that crashed counts too."""
    return [
        (each.name, each.error or finding.says.zh)
        for each in outcomes
        for finding in each.findings or (None,)
        if each.error or (finding and finding.severity in ("strong", "decisive"))
    ]


def test_there_are_many_papers_of_all_kinds():
    assert len(PAPERS) >= 120
    assert len(papers("court")) >= 35


@pytest.mark.parametrize("name", PAPERS)
def test_a_genuine_text_is_not_accused(name):
    assert heard(judge(evidence(PAPERS[name]), all_checks())) == []


@pytest.mark.parametrize("name", papers("court"))
def test_a_court_paper_must_not_be_ignored(name):
    given = evidence(PAPERS[name])
    outcomes = judge(given, all_checks())
    said = "".join(each.says.zh for each in advice(Report(given, outcomes, weigh(given, outcomes))))
    assert "不要不理会" in said or "检察院" in PAPERS[name]
    assert "举报" not in said


def photographed(picture: Image.Image) -> Image.Image:
    """Turned by 1 degree, with a camera's light noise."""
    turned = picture.rotate(1, resample=Image.Resampling.BICUBIC, fillcolor="white", expand=True)
    noise = np.random.default_rng(7).normal(0, 5, (turned.height, turned.width, 1))
    return Image.fromarray((np.asarray(turned) + noise).clip(0, 255).astype(np.uint8))


def shrunk(picture: Image.Image) -> Image.Image:
    """As a messenger sends it: 0.7 of the size."""
    return picture.resize((round(picture.width * 0.7), round(picture.height * 0.7)), Image.Resampling.LANCZOS)


@pytest.mark.reader
@pytest.mark.parametrize("at", range(len(SAMPLE)), ids=SAMPLE)
def test_a_genuine_picture_is_not_accused(models, at):
    spoil = (lambda picture: picture, shrunk, photographed)[at % 3]
    buffer = io.BytesIO()
    spoil(draw(PAPERS[SAMPLE[at]])).save(buffer, "JPEG", quality=60)
    report = inspect(buffer.getvalue(), "paper.jpg", models)
    assert heard(report.outcomes) == []
    assert report.verdict.label == "no_forgery_found"
