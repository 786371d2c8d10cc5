import time

import pytest
from build import evidence

from forgecheck.look.fields.folded import Folded
from forgecheck.look.fields.link import links


def hosts(text: str) -> list[str]:
    return [each.value for each in evidence(text).named("link")]


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("请登录zxfw.court.gov.cn查收", "zxfw.court.gov.cn"),
        ("点击 https://zxfw.court.gov.cn/zxfw/#/a?b=1 查看", "zxfw.court.gov.cn"),
        ("HTTPS://ABC.TOP/X", "abc.top"),
        ("http:/abc.top/x", "abc.top"),
        ("详见www.some-bank.com。", "www.some-bank.com"),
        ("http://171.106.48.55:28083/a", "171.106.48.55"),
        ("http://zxfw.court.gov.cn@evil.top/a", "evil.top"),
        ("链接：t.cn/A6xyz", "t.cn"),
        ("请打开zxfw.court.g0v.cm", "zxfw.court.g0v.cm"),
    ],
)
def test_a_link_gives_its_host(text: str, host: str):
    assert hosts(text) == [host]


@pytest.mark.parametrize(
    "text",
    [
        "起诉状.pdf",
        "2025.6.3",
        "1.5倍LPR",
        "邮箱 fayuan_mst@163.com",
        "邮箱 fayuan_mst@\n163.com",
        "10.8.0.1",
        "Mr.Zhao",
        "e.g.这样",
        "NO.2024",
    ],
)
def test_mail_files_and_numbers_are_no_links(text: str):
    assert hosts(text) == []


def test_a_link_keeps_what_was_written():
    (link,) = evidence("请点击http://abc.top/x?y=1查看").named("link")
    assert link.text == "http://abc.top/x?y=1"


@pytest.mark.parametrize("bit", ["a.", "http://", "a@", "www.", "-", "a.com", "http://a.b"])
def test_a_megabyte_takes_seconds_at_most(bit: str):
    text = (bit * 1_000_000)[:1_000_000]
    folded = Folded(text, tuple(range(len(text))), ((0, len(text)),))
    start = time.perf_counter()
    assert len(list(links(folded))) <= len(text)
    assert time.perf_counter() - start < 8
