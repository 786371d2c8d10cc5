"""Identifiers: what tells a maker is kept, what everybody names is not."""

from __future__ import annotations

import pytest
from link.papers import SECRET, read

from forgecheck.link.anchors import MOST_OF_A_KIND, anchors


def kinds(words: str, type: str = "lawyer_letter") -> list[str]:
    return sorted(each.kind for each in anchors(read(words, type=type), SECRET))


@pytest.mark.parametrize(
    "public",
    [
        "请拨打12368核实",
        "客服热线95588",
        "客服电话：955123",
        "请致电12378",
        "报警电话110",
        "运营商10086",
        "请登录 https://zxfw.court.gov.cn/zxfw 查看",
        "查询网址 zxgk.court.gov.cn",
        "点击 https://t.cn/A6abcd 查看",
        "打开 https://mp.weixin.qq.com/s/abc 阅读",
        "手机尾号138****1234的客户",
    ],
)
def test_silent_on_what_everybody_names(public: str):
    assert kinds(public) == []


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("联系电话：13812345678", "mobile"),
        ("座机：0871-63512345", "landline"),
        ("请点击 https://a7.law-pay.top/x 还款", "host"),
        ("还款账号：6222021234567890123", "account"),
        ("（2025）云律函字第12号", "letter_number"),
        ("执业证号：15301201010123456", "licence"),
    ],
)
def test_what_tells_a_maker_is_kept(words: str, kind: str):
    assert kind in kinds(words)


def test_the_name_of_a_lawyer_is_kept_and_the_word_is_not():
    assert kinds("律师：王建国") == ["lawyer"]
    assert kinds("律师事务所郑重声明") == []


def test_equal_numbers_give_equal_hashes_of_their_kind_only():
    one = anchors(read("联系电话：13812345678"), SECRET)
    assert one == anchors(read("速回电13812345678处理"), SECRET)
    assert one[0].hash != SECRET.number("landline", "13812345678")


def test_subdomains_of_one_owner_are_one_host():
    assert anchors(read("点击 https://a.law-pay.top/1"), SECRET) == anchors(
        read("点击 https://b.law-pay.top/2"), SECRET
    )


def test_a_list_of_numbers_does_not_fill_the_store():
    words = "\n".join(f"联系电话：1381234{at:04}" for at in range(40))
    assert len(kinds(words)) == MOST_OF_A_KIND
