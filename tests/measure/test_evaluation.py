from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from measure.made import failed, report, some, write
from PIL import Image

from forgecheck.cli import main
from forgecheck.measure.evaluation import evaluate, match
from forgecheck.measure.labels import Label, read_labels
from forgecheck.measure.page import as_data, as_html
from forgecheck.measure.pixels import f1, read_mask
from forgecheck.measure.plot import as_png, as_svg, found_plot, reliability_plot
from forgecheck.measure.results import read_results
from forgecheck.measure.table import as_text


@pytest.fixture
def found(tmp_path: Path):
    labels, results = some(tmp_path)
    cases, unmatched = match(read_labels(labels), read_results(results))
    return evaluate(cases, 0.2, unmatched)


def test_everything_is_counted_once(found):
    assert (found.files, found.forged, found.genuine) == (20, 10, 10)
    assert found.unreadable == {"truncated": 1}
    assert found.inconclusive[:2] == (1, 19)
    assert found.overall.called_forged[:2] == (8, 9)
    assert found.overall.alarms_forged[:2] == (0, 10)
    assert found.overall.alarms_suspicious[:2] == (1, 10)
    assert found.auc.value == pytest.approx((8 * 10 + 9 / 2) / 90)


def test_a_check_is_counted_by_file_and_context_is_no_hit(found):
    law, seal = found.checks
    assert (law.check, law.hits, law.alarms, law.gravest_alarm) == ("law.one", 8, 1, "weak")
    assert (seal.check, seal.hits, seal.alarms, seal.gravest_alarm) == ("seal.two", 0, 1, "strong")
    assert law.precision == pytest.approx(8 / 9)
    assert law.weight > 0 > seal.weight


def test_groups_have_their_own_rates(found):
    (attack,) = found.attacks
    assert (attack.name, attack.called_suspicious[:2], attack.alarms_forged.of) == ("A1", (8, 9), 0)
    assert attack.auc == found.auc.value
    assert [each.name for each in found.kinds] == ["letter", "sms"]
    assert [each.name for each in found.channels] == ["scan"]
    assert found.sources == ()


def test_a_file_is_found_by_its_name_where_only_one_has_it(tmp_path: Path):
    rows = [report("a/x.png", "forged", 3), report("a/y.png", "forged", 3), report("b/y.png", "forged", 3)]
    results = read_results(write(tmp_path / "r.jsonl", rows))
    labels = [Label("x.png", True), Label("y.png", True), Label("b/y.png", True)]
    cases, unmatched = match(labels, results)
    assert [each.result.path for each in cases] == ["a/x.png", "b/y.png"]
    assert unmatched == ("y.png",)


def test_the_last_row_of_a_file_counts(tmp_path: Path):
    (only,) = read_results(write(tmp_path / "r.jsonl", [failed("x.png"), report("x.png", "forged", 3)]))
    assert only.label == "forged"


@pytest.mark.parametrize("line", ["nothing", "{}", '{"input": {"path": "x"}, "verdict": {}}', "[]"])
def test_a_file_that_is_no_result_is_refused(tmp_path: Path, line: str):
    (tmp_path / "r.jsonl").write_text(line)
    with pytest.raises(ValueError, match="line 1"):
        read_results(tmp_path / "r.jsonl")


def test_genuine_files_alone_have_false_alarms_and_no_curve(tmp_path: Path):
    rows = [report(f"{n}.png", "no_forgery_found", 0) for n in range(5)]
    results = read_results(write(tmp_path / "r.jsonl", rows))
    found = evaluate(match([Label(f"{n}.png", False) for n in range(5)], results)[0], 0.2)
    assert found.overall.alarms_suspicious[:2] == (0, 5)
    assert (found.auc.value, found.calibration_error, found.reliability) == (None, None, ())
    assert "–" in as_text(found)
    assert "<svg" not in as_html(found)


def test_seals_are_compared_where_they_were_written_down(tmp_path: Path):
    rows = [
        report("a.png", "forged", 3, seals=[{"text": "甲公司"}]),
        report("b.png", "forged", 3, seals=[{"text": None}]),
    ]
    results = read_results(write(tmp_path / "r.jsonl", rows))
    labels = [Label("a.png", True, seal="甲公司"), Label("b.png", True, seal="乙公司")]
    seals = evaluate(match(labels, results)[0], 0.2).seals
    assert (seals.found[:2], seals.text_exact[:2]) == ((2, 2), (1, 2))


def test_maps_are_compared_with_masks(tmp_path: Path):
    mask = np.zeros((40, 40), np.uint8)
    mask[:10] = 1
    mask[20:30] = 4  # a bar that the sender put there
    given = np.where(mask == 1, 100, 5).astype(np.uint8)
    (tmp_path / "maps").mkdir()
    Image.fromarray(mask).save(tmp_path / "mask.png")
    Image.fromarray(given).save(tmp_path / "maps" / "a.jpg.png")
    Image.fromarray(given).save(tmp_path / "maps" / "b.jpg.png")
    rows = [report("a.jpg", "forged", 3), report("b.jpg", "no_forgery_found", 0)]
    cases, _ = match(
        [Label("a.jpg", True, mask="mask.png"), Label("b.jpg", False)], read_results(write(tmp_path / "r.jsonl", rows))
    )
    pixels = evaluate(cases, 0.2, (), tmp_path, tmp_path / "maps").pixels
    assert pixels == (1, 0.0, 1.0, 1, 0.0)


def test_masks_of_classes_and_of_black_and_white_are_told_apart(tmp_path: Path):
    Image.fromarray(np.array([[0, 1, 2, 3, 4]], np.uint8)).save(tmp_path / "classes.png")
    Image.fromarray(np.array([[0, 255, 0]], np.uint8)).save(tmp_path / "white.png")
    assert read_mask(tmp_path / "classes.png").tolist() == [[False, True, True, True, False]]
    assert read_mask(tmp_path / "white.png").tolist() == [[False, True, False]]
    assert f1(np.zeros(3, bool), np.zeros(3, bool)) == 1


def test_the_page_needs_nothing_from_outside_and_escapes_names(tmp_path: Path):
    rows = [report("a.png", "forged", 3, "<script>.x:strong"), report("b.png", "no_forgery_found", 0)]
    labels = [Label("a.png", True, attack="<b>"), Label("b.png", False), Label("<i>.png", False)]
    cases, unmatched = match(labels, read_results(write(tmp_path / "r.jsonl", rows)))
    page = as_html(evaluate(cases, 0.2, unmatched))
    assert page.count("<svg") == 2
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "").replace("http-equiv", "")
    assert not any(each in page for each in ("<script>", "<b>", "<i>"))


def test_the_data_is_json_and_the_plots_are_pictures(found):
    data = json.loads(json.dumps(as_data(found)))
    assert data["overall"]["called_forged"]["hits"] == 8
    assert as_png(reliability_plot(found.reliability)).startswith(b"\x89PNG")
    assert as_svg(found_plot(found.attacks)).startswith("<svg")


def test_the_command_prints_writes_and_refuses(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    labels, _ = some(tmp_path)
    given = ["eval", str(labels), str(tmp_path)]
    assert main([*given, "--html", str(tmp_path / "e.html"), "--plot", str(tmp_path / "e.png")]) == 0
    assert "genuine called forged" in capsys.readouterr().out
    assert "<svg" in (tmp_path / "e.html").read_text("utf-8")
    assert (tmp_path / "e.png").read_bytes().startswith(b"\x89PNG")
    assert main([*given, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["files"] == 20
    assert main(["eval", str(labels), str(labels)]) == 2
    (tmp_path / "other.csv").write_text("file,label\nz.png,forged\n")
    assert main(["eval", str(tmp_path / "other.csv"), str(tmp_path)]) == 2
    assert "none of 1 labelled files" in capsys.readouterr().err
