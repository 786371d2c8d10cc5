"""What a picture claims, as far as the advice depends on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from forgecheck.evidence import DocumentType, Evidence, FieldName
from forgecheck.finding import Report

Topic = Literal[
    "court", "enforcement", "law_firm", "police", "sms", "lender", "payment", "threat", "debt_relief", "authority"
]

KINDS: Mapping[DocumentType, tuple[Topic, ...]] = {
    "lawyer_letter": ("law_firm", "lender"),
    "contract_cancellation": ("lender",),
    "court_notice": ("court",),
    "dishonest_debtor_notice": ("court", "enforcement"),
    "consumption_restriction_order": ("court", "enforcement"),
    "police_notice": ("police",),
    "collection_notice": ("lender",),
    "sms_screenshot": ("sms",),
    "chat_screenshot": (),
    "debt_relief_ad": ("debt_relief",),
    "other": (),
}
FIELDS: Mapping[FieldName, Topic] = {
    "court": "court",
    "case_number": "court",
    "law_firm": "law_firm",
    "police": "police",
    "sms_sender": "sms",
    "sms_signature": "sms",
}
WORDS: tuple[tuple[Topic, re.Pattern[str]], ...] = (
    ("court", re.compile("传票|执行通知书|应诉通知书|裁定书|判决书|调解书|支付令|报告财产令")),
    ("enforcement", re.compile("失信|限制高?消费|限高令|被执行人|强制执行")),
    ("authority", re.compile("仲裁委员会|裁决书|公证处|税务局|监督管理局")),
    ("lender", re.compile("逾期|贷款|借款|消费金融|信用卡|欠款")),
    ("payment", re.compile("(?:个人|私人|对私)账户|转账|扫码|二维码|保证金|解冻费|撤[诉案]费")),
    ("threat", re.compile("上门|户籍地|通讯录|村委|居委|家人|亲属|单位领导|后果自负|坐牢|刑事责任")),
)
_SPEAKING = ("language", "sender")  # families whose findings point to pressure or fraud


def topics(report: Report) -> dict[Topic, str]:
    """Each topic with what raised it: ``kind:...``, ``claim:...`` or the name of a check; the first reason wins."""
    found: dict[Topic, str] = {}
    for topic, because in (*_of_kind(report.evidence), *_of_text(report.evidence), *_of_findings(report)):
        found.setdefault(topic, because)
    return found


def _of_kind(evidence: Evidence) -> Iterator[tuple[Topic, str]]:
    kind = evidence.kind.type if evidence.kind else "other"
    return ((topic, f"kind:{kind}") for topic in KINDS[kind])


def _of_text(evidence: Evidence) -> Iterator[tuple[Topic, str]]:
    for each in evidence.fields or ():
        if each.name in FIELDS:
            yield FIELDS[each.name], f"claim:{each.name}"
    for topic, words in WORDS:
        hit = words.search(evidence.flow.text) if evidence.flow else None
        if hit:
            yield topic, f"claim:{hit.group()}"


def _of_findings(report: Report) -> Iterator[tuple[Topic, str]]:
    for check, finding, _ in report.verdict.weighed:
        if check.split(".", 1)[0] in _SPEAKING and finding.severity in ("decisive", "strong"):
            yield "threat", check
