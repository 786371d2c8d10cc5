"""Attacks: masks that fit, and nothing else that tells a forged page from a genuine one."""

import io

import numpy as np
import pytest
from forgecheck_models.synth.pages import ATTACKS, attacks, jpeg, overlays, page
from forgecheck_models.synth.pages.make import Start
from forgecheck_models.synth.pages.scene import BENIGN, ERASED, GRAPHIC, TEXT, generator
from PIL import Image

FORGERS = (1, 2, 3)
CLASSES = {"A4": {ERASED}, "A7": {GRAPHIC, ERASED}, "A8": {GRAPHIC}}


def start(seed, kind="letter"):
    return Start(seed, "train", "native", kind)


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("kind", ["letter", "chat"])
def test_an_attack_changes_what_its_mask_says_and_nothing_else(attack, kind):
    made = 0
    for seed in range(4):
        begun = start(seed, kind)
        result = attacks.attacked(begun.early, attack, begun.shop, 3, seed)
        assert result is not None
        after, name, edits = result
        differs = (after.image != begun.early.image).any(axis=2)
        assert not differs[after.mask == 0].any()
        assert differs[after.mask > 0].any()
        assert edits >= 1
        if name == attack:
            assert set(np.unique(after.mask)) - {0} <= CLASSES.get(attack, {TEXT})
            made += 1
    assert made >= 1 or (attack, kind) == ("A7", "chat")


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_forged_page_differs_from_its_genuine_twin_by_the_attack_alone(attack):
    forged, genuine = page(31, "train", attack=attack), page(31, "train", forged=False)
    assert forged.forged
    assert not genuine.forged
    assert forged.image.shape == genuine.image.shape
    assert forged.format == genuine.format
    same = ("layout", "rasteriser", "font", "before", "after", "overlays")
    assert [forged.meta[key] for key in same] == [genuine.meta[key] for key in same]
    if forged.format == "JPEG":
        tables = [Image.open(_file(each)).quantization for each in (forged, genuine)]
        assert tables[0] == tables[1]


def _file(sample):
    return io.BytesIO(sample.bytes)


@pytest.mark.parametrize("seed", range(6))
def test_an_edit_that_changes_nothing_stays_genuine(seed):
    begun = start(seed)
    after = attacks.idle(begun.early, generator(seed))
    assert np.array_equal(after.image, begun.early.image)
    assert not attacks.tampered(after)


def test_an_attack_without_effect_is_not_counted(monkeypatch):
    def nothing(scene, rng, shop):
        mask = scene.mask.copy()
        mask[10:30, 10:60] = TEXT
        return scene.with_image(scene.image.copy(), mask)

    monkeypatch.setattr(attacks, "WORKS", dict.fromkeys(ATTACKS, nothing))
    begun = start(2)
    assert attacks.attacked(begun.early, "A3", begun.shop, 2, 2) is None


@pytest.mark.parametrize("name", overlays.OVERLAYS)
def test_what_people_do_themselves_is_benign(name):
    made = 0
    for seed in range(5):
        begun = start(seed)
        after = overlays.OVERLAYS[name](begun.early, generator(seed), "train")
        assert set(np.unique(after.mask)) <= {0, BENIGN}
        differs = (after.image != begun.early.image).any(axis=2)
        assert not differs[after.mask == 0].any()
        made += differs.any()
    assert made


def test_a_bar_over_an_edit_hides_it():
    begun = start(1)
    after, _, _ = attacks.attacked(begun.early, "A3", begun.shop, 1, 1)
    assert attacks.tampered(after)
    box = overlays.Box(0, 0, after.width, after.height)
    assert not attacks.tampered(overlays.changed(after, 255 - after.image, box, hides=True))


@pytest.mark.parametrize("sampling", [0, 1, 2])
def test_pictures_are_read_back_as_pillow_reads_them(sampling):
    image = start(3).early.image
    data = jpeg.encode(image, jpeg.Setting(80, None, sampling, progressive=sampling == 1))
    assert np.array_equal(jpeg.decode(data), np.asarray(Image.open(io.BytesIO(data)).convert("RGB")))


def test_half_of_the_tables_are_not_the_standard_ones():
    names = [jpeg.setting(generator(seed)).name for seed in range(200)]
    assert 0.35 < np.mean([name != "ijg" for name in names]) < 0.65
    tables = {jpeg.setting(generator(seed)).tables for seed in range(200)}
    assert len(tables) > 50


def auc(score, forged):
    """Share of pairs (forged, genuine) in which the forged one scores higher."""
    ahead = score[forged][:, None] - score[~forged][None]
    return float(np.mean((ahead > 0) + 0.5 * (ahead == 0)))


def test_size_quality_and_dimensions_tell_nothing():
    rows, truth = [], []
    for seed in range(100, 172):
        sample = page(seed, "train")
        high, wide = sample.mask.shape
        tables = getattr(Image.open(_file(sample)), "quantization", {0: [0]})
        rows.append((np.log(len(sample.bytes)), np.mean(tables[0]), wide * high, wide))
        truth.append(sample.forged)
    features, forged = np.array(rows, float), np.array(truth)
    assert 0.3 < forged.mean() < 0.65
    features = (features - features.mean(0)) / features.std(0)
    for feature in features.T:
        assert abs(auc(feature, forged) - 0.5) < 0.22  # three standard errors at this number of pages
    halves = np.arange(len(forged)) % 2 == 0
    design = np.column_stack((features, np.ones(len(features))))
    for half in (halves, ~halves):
        weights = np.linalg.lstsq(design[half], forged[half].astype(float), rcond=None)[0]
        assert abs(auc(design[~half] @ weights, forged[~half]) - 0.5) < 0.3
