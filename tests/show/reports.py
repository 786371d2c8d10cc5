"""Reports made by hand, so that `show` is tested without readers, checks or weights."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from build import evidence, seal

from forgecheck.evidence import Box, Field, FieldName, Page, Place
from forgecheck.finding import Finding, Label, Outcome, Report, Says, Severity, Verdict, Weighed
from forgecheck.wording import summary

LETTER = """广东测试律师事务所
律师函
（2024）粤测律函字第12号
张某：
您在某某消费金融有限公司的贷款已逾期，请于三日内还款，
否则我所将依法申请冻结您名下全部财产。
根据《中华人民共和国合同法》第一百九十六条
二〇二四年三月五日"""

REPEALED = Weighed(
    "law.repealed_statute",
    Finding(
        "decisive",
        Says("《合同法》2021 年已废止，2024 年的来函不会再用。", "The Contract Law was repealed in 2021."),
        Place(1, Box(100, 460, 900, 500), 0.98),
        {"statute": "合同法", "repealed": "2021-01-01"},
    ),
    2.9,
)
PASTED = Weighed(
    "seal.pasted",
    Finding(
        "strong",
        Says("印章边缘清晰度与文字不一致，像是贴上去的。", "The seal is sharper than its page."),
        Place(1, Box(600, 900, 800, 1100), 0.9),
        {"sharpness_ratio": 3.14159},
    ),
    1.23456,
)
EDITOR = Weighed(
    "metadata.editor_named",
    Finding("weak", Says("文件信息里写着修图软件的名字。", "The file names an editor.")),
    0.4,
)
BLIND = (("pixel", Says("不是 JPEG 原图，没有压缩痕迹可看。", "Not a JPEG.")),)


def field(name: FieldName, value: str) -> Field:
    return Field(name, value, value, Place(1, Box(100, 220, 500, 260), 0.98), 0, len(value))


def page(width: int, height: int, **more: object) -> Page:
    """A white page of this size in pixels."""
    return Page(1, np.full((height, width, 3), 255, np.uint8), **more)


def report(
    text: str | None = LETTER,
    weighed: Iterable[Weighed] = (REPEALED, PASTED, EDITOR),
    *,
    label: Label = "forged",
    fields: Iterable[Field] = (),
    name: str = "来函.png",
    pages: tuple[Page, ...] | None = None,
    **more: object,
) -> Report:
    """A report over this text with these findings; `more` goes to `build.evidence`."""
    more = {"seals": (seal("广东测试律师事务所", origin="pasted", hash="0f" * 8),), **more}
    seen = evidence(text, **more)
    document = replace(seen.document, name=name, pages=pages or seen.document.pages)
    seen = replace(seen, document=document, fields=tuple(fields))
    weighed = tuple(weighed)
    outcomes = tuple(Outcome(each.check, (each.finding,), ()) for each in weighed)
    kind = seen.kind.type if seen.kind else "other"
    verdict = Verdict(label, 0.98765, 4.56789, summary(label, kind), weighed, BLIND)
    return Report(seen, outcomes, verdict, {"load": 1.26, "look": 800.0})


def at(box: Box, severity: Severity = "strong", page: int = 1, zh: str = "这里不对。") -> Weighed:
    """A finding at this place."""
    return Weighed("law.test", Finding(severity, Says(zh, "Wrong here."), Place(page, box, 0.9)), 1.0)
