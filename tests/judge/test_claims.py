"""What all checks of false claims share: whose words count, and that no text makes them slow."""

import inspect
import time

import numpy as np
import pytest
from build import evidence, findings

from forgecheck.evidence import Capture, Container, Document, Evidence, Flow, Kind, Page, TextLine
from forgecheck.judge import all_checks
from forgecheck.judge.law import article_fits, children_punished, invented_statute, relatives_liable, wrong_article

CLAIM = "您的欠款将影响子女上学"
CHECKS = {name: check for name, check in all_checks().items() if "speak(evidence" in inspect.getsource(check)} | {
    f"law.{check.__name__}": check for check in (article_fits, invented_statute, wrong_article)
}
LIMIT_S = 4.0  # seconds of one core on a slow machine; quadratic rules take minutes
MEGABYTE = 1_000_000 // 3
BITS = (
    "（（（「",
    "子女",
    "影响",
    "今日",
    "我司",
    "通知",
    "涉嫌",
    "解除",
    "公安",
    "不到庭",
    "缴纳",
    "强制上门",
    "父债子偿",
    "根据《网贷法》第一条",
    "您的贷款影响子女上学不会",
    "“影响子女上学，",
    "您借款解除按诈骗",
    "今日限制高铁",
)


@pytest.mark.parametrize(
    "text",
    [
        f"{CLAIM}吗？",
        f"有人说{CLAIM}，谣言。",
        f"请勿相信“{CLAIM}”。",
        f"个人借款合同\n合同编号：1\n甲方：某某\n乙方：某某\n第十条 {CLAIM}。\n签订日期：2023年1月1日",
        f"某某区人民法院\n公告\n{CLAIM}。",
        "影响子女上学的因素有很多",
        f"催收说{CLAIM}",
    ],
)
def test_silent_where_the_words_are_asked_denied_or_anothers(text: str):
    assert findings(children_punished, evidence(text)) == []


ANYBODYS = "欠款将影响子女上学。"
TO_NOBODY = [
    ("debt_relief_ad", f"某某律师事务所\n{CLAIM}，欢迎咨询"),
    ("chat_screenshot", f"家人群\n大舅：听好，{ANYBODYS}\n小姨：真的假的\n大舅：{CLAIM}"),
    ("chat_screenshot", f"客服\n{CLAIM}，这类话都是骗子的套路"),
    ("chat_screenshot", f"阿强\n{ANYBODYS}"),
    ("sms_screenshot", f"13800000000\n{ANYBODYS}"),
    ("other", f"村规民约\n第三条 恶意拖欠的，{ANYBODYS}"),
    ("other", f"普法沙龙\n哪些存款不能动？\n{CLAIM}"),
    ("lawyer_letter", f"关于债务的说明\n{ANYBODYS}"),
]
TO_A_DEBTOR = [
    ("chat_screenshot", f"贷后专员\n{CLAIM}"),
    ("sms_screenshot", f"13800000000\n{CLAIM}"),
    ("sms_screenshot", f"1069123456789\n【某某金融】{ANYBODYS}"),
    ("other", f"今日不还款的，{ANYBODYS}"),
    ("lawyer_letter", f"致：张某某\n{ANYBODYS}"),
    ("lawyer_letter", f"请尽快处理。{ANYBODYS}"),
]


@pytest.mark.parametrize(("kind", "text"), TO_NOBODY)
def test_what_is_said_to_no_debtor_is_a_hint_at_most(kind: str, text: str):
    assert {each.severity for each in findings(children_punished, evidence(text, type=kind))} <= {"weak"}


@pytest.mark.parametrize(("kind", "text"), TO_A_DEBTOR)
def test_what_a_sender_says_to_a_debtor_is_strong(kind: str, text: str):
    assert [each.severity for each in findings(children_punished, evidence(text, type=kind))] == ["strong"]


def test_one_claim_is_said_once():
    text = f"{CLAIM}。{CLAIM}。"
    assert len(findings(children_punished, evidence(text))) == 1


def test_a_denied_claim_does_not_hide_the_next_one():
    text = "父债子偿不是法律。\n您的父母有义务偿还欠款。"
    assert len(findings(relatives_liable, evidence(text))) == 1


def hostile(bit: str) -> Evidence:
    """A megabyte of one thing, after words that let every check look."""
    text = ("您的欠款 " + bit * (MEGABYTE // len(bit)))[:MEGABYTE]
    line = TextLine(text, ((0, 0), (9, 0), (9, 9), (0, 9)), 0.9)
    flow = Flow(text, tuple((1, line, at) for at in range(len(text))))
    page = Page(1, np.zeros((9, 9, 3), np.uint8), lines=(line,), seals=())
    document = Document("x", "", 0, Container("PNG"), Capture("unknown", ()), (page,))
    return Evidence(document, flow, (), Kind("collection_notice", 1.0))


@pytest.mark.parametrize("bit", BITS)
def test_a_megabyte_takes_less_than_a_second(bit: str):
    given = hostile(bit)
    for name, check in CHECKS.items():
        started = time.process_time()
        tuple(check.check(given))
        assert time.process_time() - started < LIMIT_S, name
