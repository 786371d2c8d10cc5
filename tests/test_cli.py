from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from batch.stub import folder, open_broken, open_stub

from forgecheck import __version__
from forgecheck.cli import main
from forgecheck.judge import all_checks


def ran(*arguments: str | Path, open_inspector=open_stub) -> int:
    return main([str(each) for each in arguments], open_inspector)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return folder(
        tmp_path, fine=b"fine", blurred=b"blurred", suspicious=b"suspicious", forged=b"forged", torn=b"error truncated"
    )


@pytest.mark.parametrize(
    ("names", "options", "code"),
    [
        (["fine"], [], 0),
        (["blurred"], [], 0),
        (["suspicious"], [], 1),
        (["suspicious"], ["--fail-on", "forged"], 0),
        (["forged"], ["--fail-on", "forged"], 1),
        (["forged"], ["--fail-on", "never"], 0),
        (["torn"], [], 3),
        (["torn", "fine"], [], 3),
        (["torn", "forged"], [], 1),
        (["torn", "forged"], ["--fail-on", "never"], 3),
        (["fine"], ["--fail-on", "genuine"], 2),
        (["missing"], [], 2),
        (["fine", "forged"], ["--report", "r.html"], 2),
        (["fine"], ["--report", "r.txt"], 2),
        (["fine"], ["--pack", "r.rar"], 2),
        (["fine", "forged"], ["--pack", "r.zip"], 2),
        (["fine"], ["--masked", "r.jpg"], 2),
        ([], [], 2),
    ],
)
def test_exit_codes_of_check(files: Path, names: list[str], options: list[str], code: int) -> None:
    assert ran("check", *(files / f"{name}.png" for name in names), *options) == code


def test_a_missing_model_is_a_setup_error(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran("check", files / "fine.png", open_inspector=open_broken) == 4
    assert ran("batch", files, "-o", files / "out", open_inspector=open_broken) == 4
    assert "x.onnx is missing" in capsys.readouterr().err


def test_results_that_cannot_be_written_are_no_verdict(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran("check", files / "forged.png", "--report", files / "fine.png/r.html") == 4
    assert ran("check", files / "forged.png", "--annotate", files / "fine.png/marked") == 4
    assert "fine.png" in capsys.readouterr().err


def test_a_reader_that_leaves_is_no_verdict() -> None:
    script = "forgecheck = __import__('forgecheck.cli').cli; raise SystemExit(forgecheck.main(['checks']))"
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    assert process.wait(60) == 141


def test_ctrl_c_is_130(files: Path) -> None:
    def interrupted(threads: int | None, limits: object):
        raise KeyboardInterrupt

    assert ran("check", files / "fine.png", open_inspector=interrupted) == 130


def test_text_is_chinese_unless_english_is_asked_for(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran("check", files / "forged.png")
    assert "有伪造迹象" in capsys.readouterr().out
    ran("check", files / "forged.png", "--lang", "en")
    assert "Signs of forgery" in capsys.readouterr().out


def test_json_is_one_object_a_line_and_nothing_else(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran("check", "--json", files / "torn.png", files / "forged.png", files / "fine.png")
    told = capsys.readouterr()
    first, second, third = map(json.loads, told.out.splitlines())
    assert first["error"]["code"] == "truncated"
    assert (second["verdict"]["label"], third["verdict"]["label"]) == ("forged", "no_forgery_found")
    assert "torn.png: [truncated] 文件不完整" in told.err


def test_an_error_goes_to_stderr_and_the_other_files_go_on(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (files / "bug.png").write_bytes(b"bug")
    assert ran("check", files / "bug.png", files / "torn.png", files / "fine.png") == 3
    told = capsys.readouterr()
    assert "没有发现明显的伪造迹象" in told.out
    assert "[truncated]" not in told.out
    assert "[internal]" in told.err
    assert "付款" not in told.err


def test_a_dash_is_stdin(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"forged")))
    assert ran("check", "--json", "-") == 1
    assert json.loads(capsys.readouterr().out)["input"]["path"] == "stdin"


def test_an_oversize_file_is_refused_before_it_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (tmp_path / "huge.png").open("wb") as file:
        file.truncate(40_000_000)
    assert ran("check", tmp_path / "huge.png") == 3
    assert "[file_too_large]" in capsys.readouterr().err


def test_annotated_pictures_are_written_beside_each_other(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    twin = folder(files / "deeper", forged=b"fine")
    ran("check", files / "forged.png", twin / "forged.png", "--annotate", files / "marked")
    assert {each.name for each in (files / "marked").iterdir()} == {"forged.annotated.png", "forged-2.annotated.png"}
    assert (files / "marked/forged.annotated.png").read_bytes().startswith(b"\x89PNG")
    assert "forged.annotated.png" in capsys.readouterr().err


def test_the_html_report_is_written(files: Path) -> None:
    ran("check", files / "forged.png", "--report", files / "r.html")
    assert "有伪造迹象" in (files / "r.html").read_text("utf-8")


def test_the_papers_to_hand_on_are_written(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = files / "out"
    options = ["--report", out / "r.pdf", "--pack", out / "p.zip", "--masked", out / "m.png"]
    assert ran("check", files / "forged.png", *options) == 1
    assert (out / "r.pdf").read_bytes().startswith(b"%PDF")
    assert (out / "m.png").read_bytes().startswith(b"\x89PNG")
    assert hashlib.sha256((out / "p.zip").read_bytes()).hexdigest() in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "code"), [([], 1), (["--fail-on", "never"], 3), (["--lang", "en", "--workers", "1"], 1)]
)
def test_exit_codes_of_batch(files: Path, options: list[str], code: int) -> None:
    assert ran("batch", files, "-o", files / "out", *options) == code
    assert len((files / "out/results.jsonl").read_text("utf-8").splitlines()) == 5


def test_batch_sums_up_on_stderr(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran("batch", files, "-o", files / "out")
    told = capsys.readouterr()
    assert told.out == ""
    assert "共 5 行：有伪造迹象 1，可疑，请先核实 1" in told.err
    assert "truncated 1" in told.err


def test_batch_refuses_to_write_into_what_it_reads_or_to_read_nothing(tmp_path: Path) -> None:
    assert ran("batch", tmp_path, "-o", tmp_path / "out") == 2
    folder(tmp_path, a=b"fine")
    assert ran("batch", tmp_path, "-o", tmp_path) == 2


def test_checks_lists_every_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran("checks") == 0
    listed = capsys.readouterr().out
    assert all(name in listed for name in all_checks())


def test_the_readme_lists_the_checks_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    ran("checks", "--markdown")
    readme = Path(__file__).parents[1].joinpath("README.md").read_text("utf-8")
    listed = readme.partition("<!-- checks -->")[2].partition("<!-- /checks -->")[0]
    assert listed.strip() == capsys.readouterr().out.strip(), "paste the output of `forgecheck checks --markdown`"


def test_explain_prints_the_manual(capsys: pytest.CaptureFixture[str]) -> None:
    name = next(iter(all_checks()))
    assert ran("explain", name) == 0
    assert "Sources" in capsys.readouterr().out
    assert ran("explain", "law.nothing") == 2


@pytest.mark.reader
def test_doctor_finds_everything_here(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran("doctor") == 0
    assert "sha256 as expected" in capsys.readouterr().out


def test_doctor_names_what_is_missing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("forgecheck.doctor.PACKAGES", ("nosuchpackage",))
    assert ran("doctor") == 4
    assert "FAIL  nosuchpackage" in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran("--version") == 0
    assert capsys.readouterr().out == f"forgecheck {__version__}\n"


def test_importing_the_command_line_loads_nothing_heavy() -> None:
    heavy = ("numpy", "cv2", "PIL", "onnxruntime", "paddleocr", "skimage", "flask", "waitress", "rich", "jinja2")
    code = f"import sys, forgecheck.cli; print([each for each in {heavy} if each in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_python_dash_m_works() -> None:
    ran = subprocess.run([sys.executable, "-m", "forgecheck", "--version"], capture_output=True, text=True)
    assert (ran.returncode, ran.stdout) == (0, f"forgecheck {__version__}\n")
