"""What a recipient does, in a real browser."""

from __future__ import annotations

import time
from base64 import b64encode
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from browser import PHONE, Browser
from PIL import Image
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from serving import Server
from webstub import PRIVATE, picture

STAGES = ["正在读图上的文字…", "正在看印章和像素…", "正在核对上面的说法…"]


def choose(browser: Browser, path: Path) -> None:
    browser.find("#file").send_keys(str(path))


def at_result(browser: Browser, server: Server, label: str = "forged", tail: str = "") -> None:
    """The result page of a picture that was uploaded by other means."""
    place = server.upload(picture(label), Prefer="wait=30").headers["Location"].removeprefix("/v1")
    browser.open(place + tail)


def test_a_picture_chosen_by_button_is_shown_checked_and_told(browser: Browser, forged: Path) -> None:
    browser.open()
    choose(browser, forged)
    assert browser.find("#shown").is_displayed()
    assert browser.find("#shown").get_attribute("src").startswith("blob:")
    browser.find("#go").click()
    first = browser.until(lambda: next((each.text for each in browser.all("[role=status]") if each.text), None))
    assert first
    assert browser.until_result() == "有伪造迹象"
    assert browser.errors() == []


def test_first_words_come_within_a_second_and_the_stages_follow(browser: Browser, tmp_path: Path) -> None:
    slow = tmp_path / "a.png"
    slow.write_bytes(picture(seconds=1.0))
    browser.open()
    choose(browser, slow)
    waited_ms = browser.run(
        "const begun = performance.now(); document.getElementById('go').click();"
        "return document.getElementById('said').textContent ? performance.now() - begun : 1e9"
    )
    assert waited_ms < 1000
    heard: list[str] = []
    while not browser.all("#verdict"):
        words = browser.run("const said = document.querySelector('#wait #said'); return said && said.textContent")
        if words and words not in heard:
            heard.append(words)
        time.sleep(0.05)
    assert [each for each in heard if each in STAGES] == STAGES


def test_a_picture_can_be_pasted(browser: Browser, forged: Path) -> None:
    browser.open()
    browser.run(
        """
        const bytes = Uint8Array.from(atob(arguments[0]), (each) => each.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], "image.png", { type: "image/png" }));
        document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
        """,
        b64encode(forged.read_bytes()).decode(),
    )
    browser.find("#go").click()
    assert browser.until_result() == "有伪造迹象"


def test_a_picture_can_be_dropped(browser: Browser, forged: Path) -> None:
    browser.open()
    data = {"items": [], "files": [str(forged)], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        browser.cdp("Input.dispatchDragEvent", type=kind, x=700, y=400, data=data)
    browser.until(lambda: browser.find("#shown").is_displayed())
    browser.find("#go").click()
    assert browser.until_result() == "有伪造迹象"


def test_all_works_without_scripts(browser: Browser, forged: Path) -> None:
    browser.reset(PHONE, touch=True, scripts=False)
    browser.open()
    choose(browser, forged)
    browser.find("#go").click()
    assert browser.until_result() == "有伪造迹象", "the waiting page leads on by itself"
    browser.find('a[href="#place-1"]').click()
    assert in_sight(browser, "#place-1")
    browser.find('a[href$="/mask"]').click()
    browser.until(lambda: len(browser.all("input:checked")) == 1)
    browser.find("label.private").click()
    assert len(browser.all("input:checked")) == 0
    browser.find(".back a").click()
    browser.find('form[action$="/delete"] button').click()
    browser.until(lambda: browser.find("h1").text == "已删除")


def in_sight(browser: Browser, css: str) -> bool:
    """Whether the whole of it is in the window; waits until scrolling has come to rest."""
    script = (
        "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
        "return [box.top >= 0 && box.bottom <= innerHeight, box.top]"
    )
    before = None
    while (now := browser.run(script, css)) != before:
        before = now
        time.sleep(0.15)
    return bool(now[0])


def test_cancelling_while_it_is_checked_deletes_it(browser: Browser, tmp_path: Path) -> None:
    slow = tmp_path / "a.png"
    slow.write_bytes(picture(seconds=3))
    browser.open()
    choose(browser, slow)
    browser.find("#go").click()
    browser.until(lambda: browser.all(".wait form button"))
    place = browser.driver.current_url
    browser.find(".wait form button").click()
    browser.until(lambda: browser.find("h1").text == "已删除")
    browser.open(place)
    browser.until(lambda: "结果最多保留 15 分钟" in browser.find(".problem").text)


def test_cancelling_an_upload_leaves_the_form_as_it_was(browser: Browser, forged: Path) -> None:
    browser.open()
    slow = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 1000}
    browser.cdp("Network.emulateNetworkConditions", **slow)
    choose(browser, forged)
    browser.find("#go").click()
    assert browser.find("#said").text.startswith("正在上传")
    browser.find("#cancel").click()
    browser.until(lambda: browser.find("#go").is_displayed())
    assert not browser.find("#progress").is_displayed()
    browser.cdp("Network.emulateNetworkConditions", **{**slow, "uploadThroughput": -1})
    browser.find("#other").click()
    assert browser.find(".pick").is_displayed()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (bytes(10_000_001), "图片太大，最多 10 MB"),
        (b"error unsupported_format", "不支持这种文件"),
        (picture()[:2000], "文件不完整"),
    ],
    ids=["too large", "not an image", "broken"],
)
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_file_that_cannot_be_read_is_told_in_words(
    browser: Browser, tmp_path: Path, data: bytes, words: str, scripts: bool
) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(data)
    browser.reset(scripts=scripts)
    browser.open()
    choose(browser, file)
    if browser.find("#go").is_displayed():
        browser.find("#go").click()
    told = browser.until(lambda: next((each.text for each in browser.all(".problem") if each.text), None))
    assert words in told
    assert browser.find("#file").is_enabled()


def test_a_file_too_large_is_never_sent(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(bytes(10_000_001))
    browser.open()
    choose(browser, file)
    assert "图片太大" in browser.find("#problem").text
    assert not browser.find("#go").is_displayed()


def test_too_many_uploads_are_told_when_to_come_back(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(b"error unsupported_format")
    for _ in range(5):
        browser.open()
        choose(browser, file)
        browser.find("#go").click()
        browser.until(lambda: [each for each in browser.all(".problem") if "不支持" in each.text])
    browser.open()
    choose(browser, file)
    browser.find("#go").click()
    assert "上传太频繁了" in browser.until(lambda: browser.find("#problem").text)


def test_a_lost_connection_is_told(browser: Browser, forged: Path) -> None:
    browser.open()
    choose(browser, forged)
    lost = {"offline": True, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    browser.cdp("Network.emulateNetworkConditions", **lost)
    browser.find("#go").click()
    assert "没有连上" in browser.until(lambda: browser.find("#problem").text)
    browser.cdp("Network.emulateNetworkConditions", **{**lost, "offline": False})
    browser.find("#go").click()
    assert browser.until_result()


def test_english_is_a_tap_away_and_stays(browser: Browser, forged: Path) -> None:
    browser.open()
    browser.find(".language").click()
    browser.until(lambda: browser.run("return document.documentElement.lang") == "en")
    choose(browser, forged)
    browser.find("#go").click()
    assert browser.until_result() == "Signs of forgery"
    assert browser.run("return document.documentElement.lang") == "en"
    browser.find(".language").click()
    assert browser.until_result() == "有伪造迹象"
    assert browser.driver.get_cookies() == []
    assert browser.run("return localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("size", [PHONE, (1440, 900)], ids=["phone", "desktop"])
def test_a_tapped_reason_brings_its_box_into_sight_and_the_box_leads_back(
    browser: Browser, server: Server, size: tuple[int, int]
) -> None:
    browser.reset(size, touch=size == PHONE)
    at_result(browser, server)
    browser.find('#finding-1 a[href="#place-1"]').click()
    assert in_sight(browser, "#place-1")
    assert browser.find("#place-1").value_of_css_property("box-shadow").count("rgb") == 2, "ringed"
    browser.find("#place-1").click()
    assert in_sight(browser, "#finding-1 .head")


def test_a_lesser_finding_shows_its_box_when_asked(browser: Browser, server: Server) -> None:
    at_result(browser, server)
    assert not browser.find("#finding-4").is_displayed()
    browser.run("location.hash = 'finding-4'")
    browser.until(lambda: browser.find("#finding-4").is_displayed())


def test_pdf_pack_and_json_can_be_taken_away(browser: Browser, server: Server) -> None:
    at_result(browser, server)
    browser.find('a[href*="report.pdf"]').click()
    pdf = browser.saved("forgecheck-report.pdf")
    assert pdf.startswith(b"%PDF-")
    assert len(pdf) < 1_500_000
    browser.find('a[href$="evidence.zip"]').click()
    with ZipFile(BytesIO(browser.saved("forgecheck-evidence.zip"))) as pack:
        assert {"original.png", "report.json", "report.pdf", "SHA256SUMS"} <= set(pack.namelist())


def test_masks_are_taken_off_and_put_on_by_tapping_the_picture(browser: Browser, server: Server) -> None:
    browser.reset((768, 1700))
    at_result(browser, server, tail="/mask")
    name = PRIVATE.place.box
    middle = ((name.left + name.right) // 2, name.top + 5)
    corner = (1000, 1550)
    private = browser.find("label.private")
    assert "姓名" in private.get_attribute("textContent")
    assert private.value_of_css_property("background-color") == "rgba(32, 34, 40, 1)"

    def masked() -> Image.Image:
        browser.find(".bar .go").click()
        return Image.open(BytesIO(browser.saved("forgecheck-masked.png"))).convert("L")

    first = masked()
    assert first.getpixel(middle) < 60
    assert first.getpixel(corner) == 255
    private.click()
    sheet = browser.find(".drawable")
    width, height = sheet.size["width"], sheet.size["height"]
    across, down = round(corner[0] / 1080 * width - width / 2), round(corner[1] / 1600 * height - height / 2)
    ActionChains(browser.driver).move_to_element_with_offset(sheet, across, down).click().perform()
    assert len(browser.all(".drawn")) == 1
    second = masked()
    assert second.getpixel(middle) > 60
    assert second.getpixel(corner) < 60
    drag = ActionChains(browser.driver).move_to_element_with_offset(sheet, -width // 4, height // 3)
    drag.click_and_hold().move_by_offset(80, 40).release().perform()
    assert len(browser.all(".drawn")) == 2
    browser.find("[data-undo]").click()
    assert browser.all(".drawn") == []
    assert masked().getpixel(corner) == 255
    assert browser.errors() == []


def test_delete_now_deletes(browser: Browser, server: Server) -> None:
    at_result(browser, server)
    place = browser.driver.current_url
    browser.find('form[action$="/delete"] button').click()
    browser.until(lambda: browser.find("h1").text == "已删除")
    browser.open(place)
    browser.until(lambda: browser.find(".problem").is_displayed())


def test_advice_reasons_and_sources_are_printed_whole(browser: Browser, server: Server) -> None:
    at_result(browser, server)
    browser.run("window.dispatchEvent(new Event('beforeprint'))")
    assert all(each.get_attribute("open") for each in browser.all("details.printed"))
    printed = browser.cdp("Page.printToPDF", printBackground=True)["data"]
    assert len(printed) > 10_000


def test_a_keyboard_alone_will_do(browser: Browser, forged: Path) -> None:
    browser.open()
    keys = ActionChains(browser.driver)
    keys.send_keys(Keys.TAB).perform()
    assert browser.run("return document.activeElement.className") == "skip"
    for _ in range(3):
        ActionChains(browser.driver).send_keys(Keys.TAB).perform()
    assert browser.run("return document.activeElement.id") == "file"
    assert "3px" in browser.find("label[for=file]").value_of_css_property("outline")
    choose(browser, forged)
    assert browser.run("return document.activeElement.id") == "go"
    ActionChains(browser.driver).send_keys(Keys.ENTER).perform()
    assert browser.until_result()


def test_what_a_stranger_wrote_runs_nowhere(browser: Browser, server: Server, tmp_path: Path) -> None:
    attack = "<img src=x onerror=\"document.title='hit'\"><script>document.title='hit'</script>{{7*7}}"
    data = picture(says=f"律师函\n{attack}")
    place = server.upload(data, "<svg onload=alert(1)>.png", Prefer="wait=30").headers["Location"].removeprefix("/v1")
    for tail in ("", "?lang=en", "/mask"):
        browser.open(place + tail)
        browser.run("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        assert "hit" not in browser.driver.title
        assert browser.all("main script, main [onerror]") == []
        assert browser.errors() == []
    browser.open(place)
    assert "<script>" in browser.find(".read").get_attribute("textContent")
    file = tmp_path / "<img src=x onerror=alert(1)>.png"
    file.write_bytes(data)
    browser.open()
    choose(browser, file)
    browser.find("#go").click()
    assert browser.until_result()
