"""A private sender says that a case was opened at a court, and gives neither the court nor a case number.

Every case has a number, and the court tells the defendant itself: notice, complaint, summons.  "您的案件已立案"
without either cannot be looked up, and mostly is untrue.

Weak only.

Innocent causes
---------------
A lender may write before it knows the number.  Texts that name a court, an arbitration commission, or a number are
left alone, and so is a suit that is announced.

Limits
------
A criminal case is another matter: see law.police_collect.

Sources
-------
* 中华人民共和国民事诉讼法 art. 126, 128, in force 2024-01-01: the court decides in 7 days and tells in 5.
* 最高人民法院关于人民法院案件案号的若干规定 (法〔2015〕137号) art. 1, 2, in force 2016-01-01."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, speak

_NAMED = re.compile(
    r"[\u4e00-\u9fff]{2}(?:区|市|县|州|旗|级|网)人民?法院|仲裁委|[(\[〔]20\d\d[)\]〕][^\n]{2,16}号|案号"
)
_OTHER = re.compile("公安|派出所|刑事|经侦|立案侦查|拟|准备|如|若|后立案|申请立案|提交立案|立案审查|工商|监管|投诉")
_SAYS = Says(
    "文中说案件已经立案，却没有写哪个法院、也没有案号。真的立案会由法院送达通知，可拨打12368或登录人民法院在线服务查询。",
    "The text says that a case was opened but names neither court nor case number. A court tells the defendant "
    "itself: ask 12368.",
)
_RULES = (
    Act(
        "sue",
        "weak",
        _SAYS,
        without="judged",
        also=re.compile("(?:进入|启动|转入)[^,。]{0,4}(?:诉讼|司法)"),
        innocent=_OTHER,
        unless=_NAMED,
        fits=lambda frame: frame.mode == "done",
    ),
    Act(
        "file hear judge summon enforce",
        "weak",
        _SAYS,
        without="judged",
        also=re.compile("案|诉|庭|判|执行|传"),
        innocent=_OTHER,
        unless=_NAMED,
        fits=lambda frame: frame.mode == "done" or frame.near("soon"),
    ),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the first such claim."""
    yield from speak(evidence, _RULES)
