from dataclasses import replace

import pytest
from build import evidence, findings, unable
from genuine import GENUINE
from papers import papers

from forgecheck.judge.layout import date_form
from forgecheck.look.fields import find_fields
from forgecheck.look.flow import flow

HEAD = "某某市某某区人民法院\n执行通知书\n（2024）苏0505执1号\n张某某：\n责令你立即履行。\n某某市某某区人民法院\n{}"
RULING = "某某市某某区人民法院\n民事裁定书\n（2024）苏0505民初1号\n裁定如下：准许撤诉。\n审判员 李某某\n{}"
QUIET = (
    HEAD.format("2024年5月6日"),
    HEAD.format("2024年10月20日"),
    HEAD.format("二〇二四年五月六日"),
    HEAD.format(""),
    RULING.format("二〇二四年五月六日"),
    "某某市公安局\n立案告知书\n某某：你单位报称的诈骗案，我局已立案。\n某某市公安局\n2024年5月6日",
    "某某律师事务所\n律师函\n致：张某某\n请还款。\n某某律师事务所\n2024-05-06",
    "催收函\n张某某：您的借款已逾期，请尽快还款。\n某某小额贷款有限公司\n2024年05月06日",
    "1069012345678\n2024-05-06\n【某某区人民法院】本院已受理您的案件",
    "某某市某某区人民法院\n传票\n案号 （2024）粤0305民初1号\n应到时间 2024-06-03 09:00\n审判员 李某某\n2024年5月6日",
    "解除合同通知书\n张某某：合同解除。\n某某银行\n2024/5/6",
)


@pytest.mark.parametrize("text", [*GENUINE, *QUIET, *papers("court", "police").values()])
def test_silent_on_genuine(text: str):
    assert findings(date_form, evidence(text)) == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (HEAD.format("2024-05-06"), "dashed"),
        (HEAD.format("2024.5.6"), "dashed"),
        (HEAD.format("2024年05月06日"), "zero"),
        (HEAD.format("2024年12月06日"), "zero"),
        (RULING.format("2024年5月6日"), "arabic"),
    ],
)
def test_a_hint_on_dates_of_no_form_book(text: str, form: str):
    (finding,) = findings(date_form, evidence(text))
    assert (finding.severity, finding.evidence["form"]) == ("weak", form)


def test_silent_on_a_line_that_was_read_badly():
    given = evidence(HEAD.format("2024-05-06"))
    (page,) = given.document.pages
    poor = tuple(replace(line, confidence=0.7) for line in page.lines or ())
    document = replace(given.document, pages=(replace(page, lines=poor),))
    text = flow(document.pages)
    assert findings(date_form, replace(given, document=document, flow=text, fields=find_fields(text))) == []


def test_says_when_nothing_could_be_read():
    assert unable(date_form, evidence(None))
