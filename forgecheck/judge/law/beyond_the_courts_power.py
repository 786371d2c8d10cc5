"""A court's paper orders or threatens what no court may: custody of a year, an answer within hours, a list for life.

Terms of procedure are set by law: fifteen days to answer, at most fifteen days of custody and only by a written
decision, thirty days to sue after property was frozen, two years on the list of dishonest debtors (three more at most).
Not answering admits nothing.  A forger writes what frightens.

Weak only.

Innocent causes
---------------
Criminal courts tell of detention (刑事拘留) and of terms in prison: these are left alone, and so are news and warnings.
Courts do make slips of the pen.

Limits
------
Knows these few set sentences; only papers and messages that a court signs.

Sources
-------
* 中华人民共和国民事诉讼法 art. 104 (thirty days to sue), 118, 119 (custody), 128 (answer), in force 2024-01-01.
* 最高人民法院关于公布失信被执行人名单信息的若干规定 (法释〔2017〕7号) art. 2, in force 2017-05-01: two years, plus
  one to three.
* 人民法院在线诉讼规则 (法释〔2021〕12号) art. 29-31, in force 2021-08-01: a message only tells of a
  paper that is served.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.told import told

_FIGURE = "[一二两三四五六七八九十]{1,3}|\\d{1,3}"
_SAID: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "司法拘留最长15天，而且要有院长批准的决定书",
        "custody lasts fifteen days at most and needs a written decision",
        re.compile(rf"(?<!刑事)拘留[你您]?(?:{_FIGURE})(?:年|个月)"),
    ),
    (
        "答辩期是收到起诉状后15天，不会按小时算",
        "the time to answer is fifteen days, not hours",
        re.compile(rf"(?:{_FIGURE})个?小时(?:之)?内[^,。;\n]{{0,6}}(?:答辩|应诉|举证)"),
    ),
    (
        "不答辩不等于承认对方的请求",
        "not answering admits nothing",
        re.compile(r"视为(?:承认|认可|同意|自认)[^,。;\n]{0,6}(?:诉讼请求|债务|欠款)"),
    ),
    (
        "诉前保全后30天内不起诉，法院就要解除保全",
        "freezing before a suit ends unless a suit follows in thirty days",
        re.compile(r"[不未]起诉[^,。;\n]{0,6}保全[^,。;\n]{0,4}(?:继续|仍)有效|(?:年|个月)内择期起诉"),
    ),
    (
        "失信名单的期限是2年（严重的再加1至3年），没有终身的",
        "a listing lasts two years, or up to five, never for life",
        re.compile(
            r"(?:失信|限制(?:高)?消费)[^。;\n]{0,16}(?:期限|有效期)[^。;\n]{0,3}(?:终身|永久|终生)"
            r"|(?:终身|永久)[^,。;\n]{0,4}(?:列入|纳入)[^,。;\n]{0,4}失信"
        ),
    ),
    (
        "短信只能提醒有文书，不能代替送达判决书",
        "a message may tell of a judgment but not serve it",
        re.compile(
            r"(?:本|此)(?:条)?(?:短信|信息|消息)[^。;\n]{0,4}(?:即|视为|等同)[^。;\n]{0,10}(?:判决|裁定)[^。;\n]{0,8}送达"
        ),
    ),
)
_CRIMINAL = re.compile("被告人|公诉|刑初|刑终")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """The first of these sentences, as a hint."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if _CRIMINAL.search(text.text) or not any(each.office == "court" for each in issuers(evidence, text)):
        return
    for zh, en, pattern in _SAID:
        found = pattern.search(text.text)
        if found is None or told(evidence, text, *found.span()) or "不视为" in text.before(found.start() + 2, 6):
            continue
        says = Says(
            f"法院文书里写了“{found[0]}”。按法律，{zh}；请拨打12368向法院核实。",
            f"A court's paper says so, but by law {en}. Ask the court at 12368.",
        )
        yield Finding("weak", says, text.place(*found.span()), {"words": found[0]})
        return
