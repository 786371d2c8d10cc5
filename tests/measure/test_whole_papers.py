"""Whole papers for measuring: models/training/rates/papers.py."""

from __future__ import annotations

import io
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from forgecheck_models.synth.letters.templates import templates
from PIL import Image

from forgecheck.evidence import Evidence

FOLDER = Path(__file__).parents[2] / "models" / "training" / "rates"


@pytest.fixture(scope="module")
def papers():
    sys.path.insert(0, str(FOLDER))
    try:
        import whole_papers as papers

        yield papers
    finally:
        sys.path.remove(str(FOLDER))


def test_the_same_seed_gives_the_same_paper(papers):
    one, again = papers.paper(3, "calibration"), papers.paper(3, "calibration")
    assert one.sample.bytes == again.sample.bytes
    assert (one.attack, one.seal, one.letter) == (again.attack, again.seal, again.letter)


def test_a_paper_is_what_it_says(papers):
    kinds = Counter()
    for seed in range(14):
        made = papers.paper(seed, "calibration")
        kinds[made.forgery] += 1
        worked = bool(np.isin(made.sample.mask, (1, 2, 3)).any())
        assert made.sample.forged == (made.forgery == "pixels")
        assert worked == (made.forgery == "pixels")
        assert bool(made.letter.plant) == (made.forgery == "words")
        assert bool(made.attack) == bool(made.forgery)
        if made.forgery in ("", "words") and made.seal:
            assert made.seal in made.letter.text
        if made.forgery == "seal":
            assert made.seal not in made.letter.text
        assert Image.open(io.BytesIO(made.sample.bytes)).size == made.sample.image.shape[1::-1]
    assert kinds[""] >= 3
    assert kinds["words"] >= 1


@pytest.mark.parametrize(("split", "wanted"), [("calibration", "dev"), ("test", "test")])
def test_no_template_is_used_for_both_splits(papers, split: str, wanted: str):
    of = {each.name: each.split for truth in ("genuine", "forged") for each in templates(truth)}
    rng = np.random.default_rng(1)
    drawn = [papers._letter(truth, split, rng, False).template for truth in ("genuine", "forged") for _ in range(30)]
    assert {of[name] for name in drawn} == {wanted}


def test_rows_say_what_eval_reads(papers, tmp_path: Path):
    for folder in ("pictures", "masks"):
        (tmp_path / folder).mkdir()
    row = json.loads(papers.write(tmp_path, "test", 2))
    assert {"file", "label", "attack", "type", "channel", "seal", "mask", "document"} <= set(row)
    assert (tmp_path / "pictures" / row["file"]).is_file()
    assert (tmp_path / row["mask"]).is_file()


def test_evidence_of_a_text_has_its_words_and_nothing_else(papers):
    import evidence

    given: Evidence = evidence.of_text("深圳市南山区人民法院\n传票\n（2023）粤0305民初12345号\n2023年10月8日")
    assert given.pages[0].seals is None
    assert given.pages[0].patches is None
    assert [each.value for each in given.named("case_number")] == ["（2023）粤0305民初12345号"]


def test_pictures_are_kept_without_pixels_and_read_again_alike(papers, tmp_path: Path, models):
    import evidence

    made = papers.paper(2, "calibration")
    kept = tmp_path / "deeper" / "2.gz"
    first = evidence.of_picture(made.sample.bytes, "2.jpg", kept)
    again = evidence.of_picture(b"never opened", "2.jpg", kept)
    assert first.flow.text == again.flow.text
    assert first.fields == again.fields
    assert first.pages[0].image.shape == made.sample.image.shape
    assert kept.stat().st_size < 200_000
