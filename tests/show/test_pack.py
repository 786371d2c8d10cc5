"""The evidence pack: complete, unchanged, checkable, and the same each time it is made."""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from zipfile import ZIP_STORED, ZipFile

import numpy as np
import pytest
from PIL import Image
from show.reports import page, report
from show.test_json import VALIDATOR
from show.test_pdf import squeezed, texts

from forgecheck.finding import Report
from forgecheck.show.channels import channels
from forgecheck.show.mask import INK
from forgecheck.show.pack import MANIFEST, README, evidence_pack
from forgecheck.versions import versions

DATA = bytes(range(256)) * 50
NOON = datetime(2026, 11, 28, 4, 0, 0, tzinfo=UTC)
LETTER = "律师函\n张小明：\n您的贷款已逾期，请于三日内还款。\n广东测试律师事务所"
NAMES = [
    "README.txt",
    "SHA256SUMS",
    "annotated.png",
    "masked.png",
    "original.png",
    "report.json",
    "report.pdf",
    "versions.json",
]


def given(name: str = "来函.png", **more: object) -> Report:
    made = report(LETTER, name=name, **more)
    document = replace(made.evidence.document, sha256=hashlib.sha256(DATA).hexdigest())
    return replace(made, evidence=replace(made.evidence, document=document))


@cache
def packed() -> bytes:
    return evidence_pack(DATA, given(), NOON)


def opened(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_everything_is_inside_under_plain_names_in_order():
    assert list(opened(packed())) == NAMES


def test_the_original_is_unchanged():
    assert opened(packed())["original.png"] == DATA


def test_the_manifest_holds_the_hash_of_every_other_file():
    parts = opened(packed())
    listed = dict(reversed(line.split("  ")) for line in parts.pop(MANIFEST).decode().splitlines())
    assert listed == {name: hashlib.sha256(data).hexdigest() for name, data in parts.items()}


def test_made_again_it_is_the_same_to_the_byte():
    again = replace(
        given("/home/wang/来函.png"), timing_ms={"load": 99.0}, examined_at=datetime(2001, 1, 1, tzinfo=UTC)
    )
    assert evidence_pack(DATA, again, NOON.astimezone(timezone(timedelta(hours=-5)))) == packed()


def test_another_time_gives_another_pack():
    assert evidence_pack(DATA, given(), NOON + timedelta(seconds=1)) != packed()


def test_the_archive_tells_nothing_of_the_machine():
    with ZipFile(io.BytesIO(packed())) as archive:
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert entry.compress_type == ZIP_STORED
            assert (entry.create_system, entry.external_attr, entry.extra, entry.comment) == (
                3,
                0o100644 << 16,
                b"",
                b"",
            )
        assert archive.comment == b""


@pytest.mark.parametrize(
    "name", ["/home/wang/欠债/来函.png", "C:\\Users\\wang\\来函.png", "../../etc/wang/../a\u202egnp"]
)
def test_no_folder_of_the_user_is_told(name: str):
    assert all(b"wang" not in data for data in opened(evidence_pack(DATA, given(name), NOON)).values())


def test_the_report_is_the_one_that_programs_know():
    told = json.loads(opened(packed())["report.json"])
    VALIDATOR.validate(told)
    assert told["input"]["path"] == "来函.png"
    assert told["input"]["sha256"] == hashlib.sha256(DATA).hexdigest()
    assert told["timing"]["stages"] == {}


def test_time_and_versions_are_told():
    told = json.loads(opened(packed())["versions.json"])
    assert told["examined_at"] == {"utc": "2026-11-28T04:00:00Z", "local": "2026-11-28 12:00:00 UTC+8"}
    assert {name: told[name] for name in versions()} == dict(versions())


def test_the_paper_shows_time_and_hash():
    whole = "".join(texts(opened(packed())["report.pdf"]))
    assert squeezed("2026-11-28 12:00:00 UTC+8") in whole
    assert hashlib.sha256(DATA).hexdigest() in whole


def test_the_name_is_covered_on_the_masked_copy_only():
    parts = opened(packed())
    shown = np.asarray(Image.open(io.BytesIO(parts["masked.png"])))
    assert (shown[160:200, 100:220] == INK).all()
    assert (shown[220:] == 255).all()
    assert Image.open(io.BytesIO(parts["annotated.png"])).size[0] >= 720


def test_the_leaflet_says_what_it_is_whom_to_give_it_to_and_what_it_does_not_prove():
    raw = opened(packed())[README]
    text = raw.decode("utf-8-sig")
    assert raw.startswith(b"\xef\xbb\xbf")
    assert "\r\n" in text
    for key in ("finance", "spam", "police"):
        assert channels()[key].phone in text
    for part in ("有伪造迹象", "一个字节也没有改", "不是司法鉴定意见", "It is no forensic expert opinion", "平台"):
        assert part in text
    assert all(name in text for name in NAMES if name != README)
    assert "真" not in text


def test_a_document_of_several_pages_has_a_masked_copy_of_each():
    pages = tuple(replace(page(200, 300), number=number) for number in (1, 2))
    names = list(opened(evidence_pack(DATA, given(weighed=(), pages=pages), NOON)))
    assert [name for name in names if name.startswith("masked")] == ["masked-1.png", "masked-2.png"]


def test_a_report_of_another_file_is_refused():
    with pytest.raises(ValueError, match="another file"):
        evidence_pack(DATA + b"x", given(), NOON)


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="without a zone"):
        evidence_pack(DATA, given(), datetime(2026, 11, 28))
