from __future__ import annotations

import json
from base64 import b64decode
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from batch.stub import inspect, open_stub, report
from files import paper
from PIL import Image

from forgecheck.batch.pictures import SIDE, tampering_map, thumbnail
from forgecheck.batch.source import File
from forgecheck.batch.store import Key
from forgecheck.batch.work import PAGES_MAX, Job, answer, examined, start
from forgecheck.batch.worker import WorkerDiedError
from forgecheck.errors import InputError
from forgecheck.evidence import Page


class Fake:
    """A worker that gives prepared answers, or dies of them."""

    def __init__(self, *answers: str | Exception) -> None:
        self.answers = list(answers)

    def ask(self, job: Job) -> str:
        said = self.answers.pop(0)
        if isinstance(said, Exception):
            raise said
        return said


def job(path: Path, data: bytes, **more: object) -> Job:
    path.write_bytes(data)
    return Job(File(str(path)), 0, True, False, False)._replace(**more)


def hashed(data: bytes) -> str:
    return sha256(data).hexdigest()


def test_a_picture_is_answered_with_its_report(tmp_path: Path) -> None:
    given = job(tmp_path / "a", b"forged")
    said = answer(inspect, given)
    found = examined(Fake(said), given, hashed(b"forged"))
    assert found.record[:5] == (Key(hashed(b"forged"), 0), "report", "forged", False, 0)
    assert json.loads(found.record.body)["input"]["path"] == ""
    assert (found.thumbnail, found.map) == (None, None)


def test_a_pdf_of_several_pages_is_counted_and_each_page_examined_alone(tmp_path: Path) -> None:
    given = job(tmp_path / "a.pdf", paper(3))
    found = examined(Fake(answer(inspect, given)), given, hashed(paper(3)))
    assert (found.record.what, found.record.value) == ("pages", "3")
    second = given._replace(page=2)
    report = json.loads(json.loads(answer(inspect, second))["report"])
    assert report["text"][0]["page"] == 2


def test_a_pdf_of_one_page_or_as_a_whole_is_one_report(tmp_path: Path) -> None:
    assert "report" in json.loads(answer(inspect, job(tmp_path / "a.pdf", paper(1))))
    assert "report" in json.loads(answer(inspect, job(tmp_path / "b.pdf", paper(3), split=False)))


def test_a_pdf_of_too_many_pages_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("forgecheck.load.pdf.count_pages", lambda data: PAGES_MAX + 1)
    with pytest.raises(InputError, match="too_many_pages"):
        answer(inspect, job(tmp_path / "a.pdf", paper(2)))


def test_a_thumbnail_comes_with_the_report(tmp_path: Path) -> None:
    said = json.loads(answer(inspect, job(tmp_path / "a", b"forged", thumbnail=True)))
    picture = Image.open(BytesIO(b64decode(said["thumbnail"])))
    assert max(picture.size) == SIDE


def test_a_map_is_made_only_where_an_instrument_has_one(tmp_path: Path) -> None:
    assert json.loads(answer(inspect, job(tmp_path / "a", b"forged", map=True)))["map"] is None


def test_a_file_that_kills_its_worker_is_tried_twice_and_then_left_alone(tmp_path: Path) -> None:
    died = WorkerDiedError("internal", "worker ended by SIGSEGV")
    given = job(tmp_path / "a", b"forged")
    found = examined(Fake(died, died), given, hashed(b"forged")).record
    assert (found.what, found.value, found.deaths) == ("error", "internal", 2)
    assert json.loads(found.body) == {"detail": "worker ended by SIGSEGV"}


def test_a_worker_that_died_of_something_else_costs_nothing(tmp_path: Path) -> None:
    given = job(tmp_path / "a", b"forged")
    found = examined(Fake(WorkerDiedError("internal"), answer(inspect, given)), given, hashed(b"forged")).record
    assert (found.what, found.value) == ("report", "forged")


def test_a_file_that_changed_while_it_was_read_is_not_judged(tmp_path: Path) -> None:
    given = job(tmp_path / "a", b"forged")
    found = examined(Fake(answer(inspect, given)), given, hashed(b"fine")).record
    assert (found.what, found.value) == ("error", "internal")
    assert "changed" in found.body


@pytest.mark.parametrize(
    "said",
    [
        *('{"pages": 1000000000}', '{"pages": 1}', '{"pages": -1}', '{"pages": 2.5}', "[" * 100_000),
        *("", "[]", "1", "null", "{}", '{"report": "{}"}', '{"pages": "x"}', '{"report": "[1]", "thumbnail": null}'),
        '{"report": "{\\"input\\": {\\"sha256\\": 1}}", "thumbnail": null, "map": null}',
    ],
)
def test_an_answer_without_form_is_an_error_of_that_file(tmp_path: Path, said: str) -> None:
    found = examined(Fake(said), job(tmp_path / "a", b"forged"), hashed(b"forged")).record
    assert (found.what, found.value) == ("error", "internal")


def test_a_report_that_brings_its_own_path_is_not_believed(tmp_path: Path) -> None:
    given = job(tmp_path / "a", b"forged")
    said = answer(inspect, given).replace('\\"path\\": \\"\\"', '\\"path\\": \\"other.png\\"')
    assert examined(Fake(said), given, hashed(b"forged")).record.what == "error"


def test_numbers_that_are_none_and_endless_pictures_are_not_believed(tmp_path: Path) -> None:
    given = job(tmp_path / "a", b"forged", thumbnail=True)
    said = answer(inspect, given)
    assert examined(Fake(said), given, hashed(b"forged")).record.what == "report"
    endless = said.replace('"thumbnail": "', '"thumbnail": "' + "AAAA" * 50_000)
    for evil in (said.replace('\\"score\\": 0.9', '\\"score\\": NaN'), endless):
        assert evil != said
        assert examined(Fake(evil), given, hashed(b"forged")).record.what == "error"


def test_a_label_that_is_none_of_ours_is_not_believed(tmp_path: Path) -> None:
    given = job(tmp_path / "a", b"forged")
    said = answer(inspect, given).replace('\\"label\\": \\"forged\\"', '\\"label\\": \\"genuine\\"')
    assert examined(Fake(said), given, hashed(b"forged")).record.what == "error"


def test_the_worker_starts_with_one_thread() -> None:
    asked = []
    start(lambda threads, limits: asked.append(threads) or open_stub(threads, limits))
    assert asked == [1]


@pytest.mark.parametrize(("height", "width"), [(2400, 1080), (40, 30), (20, 900), (9000, 300), (16, 16)])
def test_thumbnails_of_any_shape_are_small_jpegs(height: int, width: int) -> None:
    data = thumbnail(Page(1, np.full((height, width, 3), 200, np.uint8)))
    picture = Image.open(BytesIO(data))
    assert picture.format == "JPEG"
    assert max(picture.size) <= SIDE
    assert len(data) < 10_000


def test_a_thumbnail_stands_upright() -> None:
    picture = Image.open(BytesIO(thumbnail(Page(1, np.zeros((100, 300, 3), np.uint8), rotation=90))))
    assert picture.height > picture.width


def test_a_map_has_the_size_of_its_page_and_a_level_for_each_cell() -> None:
    heat = np.array([[0, 128, 255], [7, 8, 9]], np.uint8)
    levels = np.asarray(Image.open(BytesIO(tampering_map(Page(1, np.zeros((12, 17, 3), np.uint8), heat=heat)) or b"")))
    assert levels.shape == (12, 17)
    assert (levels[:8, 8:16] == 128).all()
    assert (levels[8:, 16:] == 9).all()


def test_a_page_that_no_network_saw_has_no_map() -> None:
    assert tampering_map(Page(1, np.zeros((16, 16, 3), np.uint8))) is None


def test_the_report_of_a_page_with_a_map_brings_it(tmp_path: Path) -> None:
    from dataclasses import replace

    def mapped(data: bytes, name: str):
        found = report("forged", name)
        page = found.evidence.pages[0]
        page = replace(page, heat=np.full((200, 135), 255, np.uint8))
        return replace(
            found, evidence=replace(found.evidence, document=replace(found.evidence.document, pages=(page,)))
        )

    said = json.loads(answer(mapped, job(tmp_path / "a", b"forged", map=True)))
    picture = Image.open(BytesIO(b64decode(said["map"])))
    assert (picture.mode, picture.size) == ("L", (1080, 1600))
