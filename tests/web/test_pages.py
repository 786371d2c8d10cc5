"""The pages as a browser without scripts gets them."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.resources import files
from io import BytesIO

import pytest
from clients import client, page, post
from flask.testing import FlaskClient
from PIL import Image
from show.reports import at, report
from show.reports import page as blank
from webstub import PRIVATE, picture

from forgecheck.errors import InputError
from forgecheck.evidence import Box
from forgecheck.finding import Report
from forgecheck.wording import LABELS

NEVER = re.compile(r"(?<!当)真[实的]?(?!假|伪)|\bgenuine\b|\bauthentic\b", re.IGNORECASE)


@pytest.fixture
def to() -> FlaskClient:
    return client()


def test_the_first_page_is_a_plain_form_that_needs_no_script(to: FlaskClient) -> None:
    text = to.get("/").text
    assert 'method="post" action="/" enctype="multipart/form-data"' in text
    assert text.count('type="file"') == 2, "photo library and files, and the camera"
    assert "最大 10 MB" in text
    assert "隐私说明" in text
    assert "第十七条" in text


def test_an_upload_leads_to_a_page_that_waits_and_then_tells(to: FlaskClient) -> None:
    answer = post(to, picture(seconds=0.2), "/")
    assert answer.status_code == 303
    place = answer.headers["Location"]
    waiting = to.get(place).text
    assert '<noscript><meta http-equiv="refresh"' in waiting
    assert all(words in waiting for words in ("读图上的文字", "看印章和像素", "核对上面的说法", "取消并删除"))
    while "正在检查" in (told := to.get(place).text):
        pass
    for words in ("有伪造迹象", "接下来怎么做", "主要原因", "已废止", "12348", "印章写的是", "落款是", "对不上"):
        assert words in told


def test_the_map_of_pixels_is_folded_away_and_only_there_where_they_told_something(to: FlaskClient) -> None:
    told = to.get(page(to, picture("suspicious"))).text
    (shown,) = re.findall(r'class="map" src="([^"]+)"', told)
    assert to.get(shown).data.startswith(b"\xff\xd8")
    assert 'class="map"' not in to.get(page(to, picture("forged"))).text


@pytest.mark.parametrize("label", LABELS)
def test_every_verdict_is_told_in_both_languages_and_none_is_too_bold(to: FlaskClient, label: str) -> None:
    place = page(to, picture(label))
    for lang, index in (("zh", 0), ("en", 1)):
        text = to.get(f"{place}?lang={lang}").text
        assert f'<h1 id="verdict">{LABELS[label][index]}</h1>' in text
        assert not NEVER.search(re.sub(r"<details.*?</details>|<[^>]*>", "", text, flags=re.DOTALL))
        assert "tel:" in text


def test_a_page_speaks_one_language_and_its_links_keep_it(to: FlaskClient) -> None:
    place = page(to, picture())
    english = to.get(f"{place}?lang=en").text
    assert '<html lang="en">' in english
    outside = re.sub(r'<(\w+)[^>]* lang="zh[^"]*".*?</\1>', "", english, flags=re.DOTALL)
    outside = re.sub(r"<(dl|details).*?</\1>|<[^>]*>", "", outside, flags=re.DOTALL)
    assert not re.search(r"[一-龥]", outside)
    assert f'href="/v1{place}/report.pdf?lang=en"' in english
    assert f'href="{place}/mask?lang=en"' in english
    assert f'class="language" href="{place}"' in english
    assert f'class="language" href="{place}?lang=en"' in to.get(place).text


def test_each_reason_and_its_place_on_the_picture_point_at_each_other(to: FlaskClient) -> None:
    place = page(to, picture())
    text, style = to.get(place).text, to.get(f"{place}/places.css").text
    targets = re.findall(r'id="([\w-]+)"', text)
    for link in re.findall(r'href="#([\w-]+)"', text):
        assert link in targets
    assert 'href="#place-1"' in text
    assert 'href="#finding-1"' in text
    for each in re.findall(
        r"(?:place|tab|sheet)-\d+(?:-\d+)?", text.split('class="picture"')[1].split("</section>")[0]
    ):
        assert f".{each}{{" in style or (each.startswith("place-") and f'id="{each}"' in text)


def test_pictures_are_drawn_anew_and_never_the_senders_bytes(to: FlaskClient) -> None:
    sent = picture()
    place = page(to, sent)
    numbers = set(re.findall(rf'src="{place}/(\d+)\.jpg"', to.get(place).text))
    assert numbers
    for number in numbers:
        answer = to.get(f"{place}/{number}.jpg")
        assert answer.mimetype == "image/jpeg"
        with Image.open(BytesIO(answer.data)) as shown:
            assert shown.format == "JPEG"
            assert not shown.info.get("exif")
    assert to.get(f"{place}/999.jpg").status_code == 404


@pytest.mark.parametrize("code", ["unsupported_format", "truncated", "timeout", "internal"])
def test_a_file_that_cannot_be_judged_leads_back_to_the_form_with_words(to: FlaskClient, code: str) -> None:
    place = post(to, f"error {code}".encode(), "/").headers["Location"]
    while (answer := to.get(place)).status_code == 200:
        pass
    assert answer.status_code >= 400
    assert InputError(code).says.zh in answer.text
    assert 'type="file"' in answer.text
    assert InputError(code).says.en in to.get(f"{place}?lang=en").text


@pytest.mark.parametrize("size", [10_000_001, 12_000_000])
def test_an_oversize_file_is_refused_with_words(to: FlaskClient, size: int) -> None:
    answer = post(to, bytes(size), "/")
    assert answer.status_code == 413
    assert "最多 10 MB" in answer.text


def test_a_form_of_many_parts_is_refused(to: FlaskClient) -> None:
    parts = {f"file{number}": (BytesIO(b"fine"), "a.png") for number in range(20)}
    assert to.post("/", data=parts).status_code == 413


def test_of_the_two_file_inputs_the_one_that_was_used_counts(to: FlaskClient) -> None:
    for files_ in ([(b"", ""), (picture(), "photo.png")], [(picture(), "a.png"), (b"", "")]):
        data = {"file": [(BytesIO(data), name) for data, name in files_]}
        assert to.post("/", data=data).status_code == 303
    assert "没有收到图片" in to.post("/", data={"file": (BytesIO(b""), "")}).text


def test_delete_now_deletes_now(to: FlaskClient) -> None:
    place = page(to, picture())
    assert f'action="{place}/delete"' in to.get(place).text
    assert "已删除" in to.post(f"{place}/delete").text
    for tail in ("", "/mask", "/places.css", "/1.jpg"):
        assert to.get(place + tail).status_code == 404
    assert "结果最多保留 15 分钟" in to.get(place).text


def test_a_link_to_a_file_that_is_gone_tells_people_so_in_a_page(to: FlaskClient) -> None:
    answer = to.get("/v1/checks/gone/report.pdf", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert (answer.status_code, answer.mimetype) == (404, "text/html")


def test_private_places_are_ticked_and_what_is_ticked_is_burnt_into_the_pixels(to: FlaskClient) -> None:
    place = page(to, picture())
    form = to.get(f"{place}/mask").text
    assert re.search(r'name="mask" value="0" checked', form)
    assert "姓名" in form

    def darkened(**ticked: object) -> Image.Image:
        answer = to.post(f"{place}/masked.png", data={"page": "1", **ticked})
        assert (answer.status_code, answer.mimetype) == (200, "image/png")
        assert "attachment" in answer.headers["Content-Disposition"]
        return Image.open(BytesIO(answer.data)).convert("RGB")

    middle = ((PRIVATE.place.box.left + PRIVATE.place.box.right) // 2, PRIVATE.place.box.top + 5)
    assert sum(darkened(mask=["0"]).getpixel(middle)) < 150
    assert sum(darkened().getpixel(middle)) > 150
    assert darkened().size == (1080, 1600)
    assert sum(darkened(area="0.9,0.9,1,1").getpixel((1079, 1599))) < 150


def test_a_document_of_two_pages_shows_both_to_mask_and_marks_the_right_one() -> None:
    def two_pages(data: bytes, name: str) -> Report:
        pages = tuple(replace(blank(800, 1000), number=number) for number in (1, 2))
        return report(pages=pages, weighed=(at(Box(100, 100, 300, 140), page=2),))

    to = client(two_pages)
    place = page(to, b"any")
    shown, masks, style = to.get(place).text, to.get(f"{place}/mask").text, to.get(f"{place}/places.css").text
    assert "（第 2 页）" in shown
    assert 'class="sheet sheet-2"' in shown
    assert 'class="sheet sheet-1"' not in shown, "only pages with findings are shown"
    assert ".place-2-1{" in style
    assert ".place-1-1{" not in style
    assert masks.count('name="page"') == 2


@pytest.mark.parametrize(
    "form",
    [
        {"page": "2"},
        {"page": "x"},
        {"mask": "9999"},
        {"area": "0,0,1"},
        {"area": "0.5,0,0.1,1"},
        {"area": "nan,0,1,1"},
        {"area": "0,0,1,1;"},
    ],
)
def test_places_that_are_none_are_refused(to: FlaskClient, form: dict[str, str]) -> None:
    assert to.post(f"{page(to, picture())}/masked.png", data={"page": "1", **form}).status_code == 400


def test_the_pages_are_light() -> None:
    """At most 120 kB before the picture: style sheets, scripts, icon, and the longest page."""
    to = client()
    place = page(to, picture())
    static = sum(each.stat().st_size for each in files("forgecheck_web").joinpath("static").iterdir())
    longest = max(len(to.get(place + tail).data) for tail in ("", "/mask", "?lang=en"))
    assert static + longest + len(to.get(f"{place}/places.css").data) < 120_000


def test_nothing_on_a_page_comes_from_elsewhere_or_stands_inline(to: FlaskClient) -> None:
    place = page(to, picture())
    for path in ("/", place, f"{place}/mask", "/?lang=en"):
        text = to.get(path).text
        loaded = re.findall(r'<(?:script|img|link|iframe|source)[^>]*?(?:src|href)="([^"]+)"', text)
        assert loaded
        assert all(each.startswith("/") and not each.startswith("//") for each in loaded)
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*src=)|javascript:", text)
