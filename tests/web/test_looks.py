"""How every state of the page looks: accessible, in reach of a thumb, and nothing wider than the screen."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from browser import AXE, DESKTOP, PHONE, TABLET, Browser
from serving import Server
from webstub import picture

LABELS = ("forged", "suspicious", "no_forgery_found", "inconclusive")
SERIOUS = ("serious", "critical")


def place(server: Server, label: str = "forged", **more: float) -> str:
    prefer = "respond-async" if more else "wait=30"
    return server.upload(picture(label, **more), Prefer=prefer).headers["Location"].removeprefix("/v1")


STATES: dict[str, Callable[[Server], str]] = {
    "upload": lambda server: "/",
    "problem": lambda server: "/checks/none",
    "waiting": lambda server: place(server, seconds=3.0),
    **{label: lambda server, label=label: place(server, label) for label in LABELS},
    "masks": lambda server: place(server) + "/mask",
}


def opened(browser: Browser, path: str) -> None:
    browser.open(path)
    browser.run("document.querySelectorAll('details').forEach((each) => { each.open = true; })")


@pytest.mark.parametrize("state", STATES)
def test_there_is_no_serious_fault_of_accessibility(browser: Browser, server: Server, state: str) -> None:
    """axe-core with its default rules, which hold contrast (4.5:1), names, roles, order of headings and languages."""
    path = STATES[state](server)
    for dark, size, lang in ((False, PHONE, ""), (True, DESKTOP, "?lang=en")):
        browser.reset(size, dark=dark, touch=size == PHONE)
        opened(browser, path + lang)
        browser.run(AXE.read_text("utf-8"))
        found = browser.run("return axe.run().then((result) => result.violations)")
        grave = [
            (each["id"], [(node["html"][:200], node["failureSummary"]) for node in each["nodes"]])
            for each in found
            if each["impact"] in SERIOUS
        ]
        assert grave == []


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_wider_than_the_screen_or_too_small(browser: Browser, server: Server, state: str) -> None:
    path = STATES[state](server)
    for size in (PHONE, TABLET, DESKTOP):
        browser.reset(size, touch=size == PHONE)
        opened(browser, path)
        assert browser.run("return document.documentElement.scrollWidth") <= size[0]
        small = browser.run(
            """
            const seen = (each) => each.checkVisibility() && each.getBoundingClientRect().width > 1;
            return [...document.querySelectorAll("body *")].filter((each) => seen(each)
                && [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())
                && parseFloat(getComputedStyle(each).fontSize) < 16).map((each) => each.outerHTML.slice(0, 200));
            """
        )
        assert small == []


@pytest.mark.parametrize("state", STATES)
def test_whatever_is_tapped_is_at_least_44_px_high(browser: Browser, server: Server, state: str) -> None:
    """Links inside sentences, and places on the picture, are as large as what they stand for."""
    browser.reset(PHONE, touch=True)
    opened(browser, STATES[state](server))
    low = browser.run(
        """
        const inline = (each) => each.closest("p, li, dd, figcaption") && getComputedStyle(each).display === "inline";
        return [...document.querySelectorAll("a:not(.skip), button, summary, .pick, html:not(.js) input")]
          .filter((each) => each.checkVisibility() && !inline(each) && !each.closest(".sheet"))
          .filter((each) => each.getBoundingClientRect().height < 43.5)
          .map((each) => each.outerHTML.slice(0, 200));
        """
    )
    assert low == []


def test_dark_and_light_differ_and_paper_stays_white(browser: Browser, server: Server) -> None:
    path = place(server)
    grounds = []
    for dark in (False, True):
        browser.reset(dark=dark)
        browser.open(path)
        grounds.append(browser.find("body").value_of_css_property("background-color"))
        assert browser.find(".sheet img").value_of_css_property("background-color") == "rgba(255, 255, 255, 1)"
    assert grounds == ["rgba(244, 245, 244, 1)", "rgba(19, 22, 25, 1)"]


def test_the_verdict_is_in_sight_at_once_and_so_is_what_to_do(browser: Browser, server: Server) -> None:
    browser.reset(PHONE, touch=True)
    browser.open(place(server))
    top = "return document.querySelector(arguments[0]).getBoundingClientRect().top"
    tops = [browser.run(top, css) for css in ("#verdict", "#next", ".steps li")]
    assert all(0 <= top < PHONE[1] for top in tops)


def test_a_verdict_is_told_by_more_than_its_colour(browser: Browser, server: Server) -> None:
    shapes, words = set(), set()
    for label in LABELS:
        browser.open(place(server, label))
        shapes.add(browser.find(".verdict .icon").get_attribute("innerHTML"))
        words.add(browser.find("#verdict").text)
    assert len(shapes) == len(words) == 4


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_labels_on_the_picture_hide_neither_each_other_nor_leave_the_screen(
    browser: Browser, server: Server, size: tuple[int, int]
) -> None:
    browser.reset(size, touch=size == PHONE)
    browser.open(place(server))
    boxes = browser.run(
        """
        return [...document.querySelectorAll(".pin")].filter((each) => getComputedStyle(each).visibility === "visible")
          .map((each) => each.getBoundingClientRect()).map((box) => [box.left, box.top, box.right, box.bottom]);
        """
    )
    assert len(boxes) == 4, "three reasons and a seal"
    for left, _, right, _ in boxes:
        assert 0 <= left < right <= size[0]
    for one, other in combinations(boxes, 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        down = min(one[3], other[3]) - max(one[1], other[1])
        assert across < 2 or down < 2, "their white rings may touch"
