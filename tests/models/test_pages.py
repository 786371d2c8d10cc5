"""The generator of pages: what models are trained on must itself be right."""

import io
import json
import subprocess
import sys

import numpy as np
import pytest
from forgecheck_models.synth.pages import ATTACKS, CHANNELS, KINDS, SPLITS, crops, page
from forgecheck_models.synth.pages import __main__ as cli
from forgecheck_models.synth.pages.fonts import drawable
from forgecheck_models.synth.pages.make import Start
from PIL import Image

FORGERS = (1, 2, 3)


@pytest.mark.parametrize("seed", range(3))
def test_the_same_seed_gives_the_same_bytes(seed):
    one, two = page(seed, "train"), page(seed, "train")
    assert one.bytes == two.bytes
    assert np.array_equal(one.mask, two.mask)
    assert one.meta == two.meta


def test_another_process_gives_the_same_bytes():
    code = (
        "import hashlib; from forgecheck_models.synth.pages import page;"
        "print(hashlib.sha256(page(5, 'train', attack='A3').bytes).hexdigest())"
    )
    found = {subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout for _ in range(2)}
    assert len(found) == 1


def test_splits_and_seeds_give_other_pages():
    assert len({page(1, split).bytes for split in SPLITS} | {page(2, "train").bytes}) == 4


@pytest.mark.parametrize("kind", KINDS)
def test_a_genuine_page_bears_no_work_of_a_forger(kind):
    found = page(11, "train", forged=False, kind=kind)
    assert not found.forged
    assert found.attack == ""
    assert not np.isin(found.mask, FORGERS).any()


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_file_holds_the_image(channel):
    found = page(21, "calibration", channel=channel, kind="notice")
    assert found.channel == channel
    assert np.array_equal(np.asarray(Image.open(io.BytesIO(found.bytes)).convert("RGB")), found.image)
    assert Image.open(io.BytesIO(found.bytes)).format == found.format
    assert found.mask.shape == found.image.shape[:2]


@pytest.mark.parametrize("split", SPLITS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_written_character_has_a_glyph(split, kind):
    for seed in range(3):
        runs = Start(seed, split, None, kind).sheet.runs
        assert runs
        assert all(drawable(run.face, run.text) for run in runs)


def test_no_layout_and_no_font_of_the_test_is_seen_in_training():
    def seen(split):
        sheets = [Start(seed, split, None, kind).sheet for kind in KINDS for seed in range(6)]
        layouts = {sheet.layout.split("_", 1)[1].removesuffix("_dark") for sheet in sheets}
        return layouts, {run.face.path for sheet in sheets for run in sheet.runs if "subset" not in run.face.path}

    (train, train_fonts), (test, test_fonts) = seen("train"), seen("test")
    assert len(test) >= 5
    assert not train & test
    assert not train_fonts & test_fonts


@pytest.mark.parametrize("size", [256, 512])
def test_crops_have_their_size_and_their_truth(size):
    found = [crop for seed in range(4) for crop in crops(seed, "train", size, 8)]
    assert {crop.image.shape for crop in found} == {(size, size, 3)}
    assert all(crop.forged == bool(np.isin(crop.mask, FORGERS).any()) for crop in found)
    assert 0.25 < np.mean([crop.forged for crop in found]) < 0.8


def test_crops_of_one_seed_are_the_same_and_differ_among_each_other():
    one, two = list(crops(3, "test", 256, 6)), list(crops(3, "test", 256, 6))
    assert all(np.array_equal(a.image, b.image) for a, b in zip(one, two, strict=True))
    assert len({crop.image.tobytes() for crop in one}) == 6


def test_files_and_labels_are_written(tmp_path, monkeypatch):
    given = ["pages", str(tmp_path), "--count", "3", "--kind", "letter", "--sheet", str(tmp_path / "sheet.png")]
    monkeypatch.setattr(sys, "argv", given)
    cli.main()
    rows = [json.loads(line) for line in (tmp_path / "labels.jsonl").read_text("utf-8").splitlines()]
    assert len(rows) == 3
    for row in rows:
        mask = np.asarray(Image.open(tmp_path / row["mask"]))
        assert mask.shape[::-1] == Image.open(tmp_path / row["file"]).size
        assert (row["label"] == "forged") == bool(np.isin(mask, FORGERS).any()) == bool(row["attack"])
        assert row["type"] == "lawyer_letter"
    assert Image.open(tmp_path / "sheet.png").size == Image.open(tmp_path / "sheet.bare.png").size


def test_attacks_are_named_as_in_the_plan():
    assert [f"A{number}" for number in range(1, 13)] == list(ATTACKS)


def test_pages_are_drawn_without_fonts_cairo_and_browser():
    code = (
        "from forgecheck_models.synth.pages import cairo, fonts, page;"
        "fonts.FOLDERS = (); cairo._libraries = lambda: None;"
        "found = [page(seed, split) for split in fonts.SPLITS for seed in range(4)];"
        "print({each.meta['font'] for each in found}, {each.meta['rasteriser'] for each in found})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "{'NotoSansSC-subset'} {'freetype'}"


def test_a_crop_of_a_jpeg_starts_on_its_grid_and_has_its_table():
    found = [crop for seed in range(4) for crop in crops(seed, "train", 256, 6)]
    with_table = [crop for crop in found if crop.table]
    assert with_table
    assert all(len(crop.table) == 64 and min(crop.table) >= 1 for crop in with_table)


def test_worker_processes_write_the_same_files(tmp_path):
    for workers in ("1", "2"):
        command = [sys.executable, "-m", "forgecheck_models.synth.pages", str(tmp_path / workers)]
        subprocess.run([*command, "--count", "2", "--kind", "notice", "--workers", workers], check=True)
    names = sorted(path.relative_to(tmp_path / "1") for path in (tmp_path / "1").rglob("*.*"))
    assert len(names) == 5
    assert all((tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes() for name in names)
