"""People who talk with each other, and what the reader writes himself."""

import pytest
from build import evidence

from forgecheck.judge.prose import prose
from forgecheck.judge.talk import READER, several

TALKS = [
    "姑姑：有人打电话说要封房子\n表姐：别理他\n姑姑：真的不用管吗",
    "同事群\n阿明：我被催了\n你：哪家\n小何：报警吧",
    "甲子：他说明天抓我\n阿辉：吓唬人的\n甲子：那我不还了\n我：欠的还是要还",
]
SENDERS = [
    "贷后专员：您今天必须还款\n你：下周行吗\n贷后专员：不行",
    "老周欠款曝光群\n经理：他欠钱不还\n亲戚：你是谁\n经理：不还就天天发",
    "催收小刘：还不还\n家属：他不在\n催收小刘：那就上门",
    "张某某：\n您的借款已逾期。\n联系人：李某\n电话：0571-88000000\n地址：某某路一号",
    "您的借款已逾期，请还款。",
    "王某：请还款。",
    "原告：某某银行\n被告：王某\n案由：借款合同纠纷\n案号：（2024）浙0102民初1号",
]


def words(text: str):
    return prose(evidence(text))


@pytest.mark.parametrize("text", TALKS)
def test_several_people_talk_with_each_other(text: str):
    assert several(words(text))


@pytest.mark.parametrize("text", SENDERS)
def test_a_sender_and_a_form_are_no_talk(text: str):
    assert not several(words(text))


def test_what_the_reader_writes_begins_with_you():
    assert READER.match("你:我自己去开庭")
    assert not READER.match("你好:请还款")
