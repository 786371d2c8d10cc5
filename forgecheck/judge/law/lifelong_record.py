"""A bad credit record or a listing is said to be for ever.

Nothing of the kind lasts a life: a bad record is deleted five years after the debt is settled, a listing as a
dishonest debtor lasts two years (one to three more in grave cases) and ends when the debt is paid.

Strong where a listing as 失信被执行人 is called permanent; weak where it is the credit record: honest banks
exaggerate here, too.

Innocent causes
---------------
Leaflets of banks say 终身污点 as a figure of speech: no more than a hint.  Courts are left alone.

Limits
------
None beyond the words themselves.

Sources
-------
* 征信业管理条例 art. 16, in force 2013-03-15: five years.
* 最高人民法院关于公布失信被执行人名单信息的若干规定 (法释〔2017〕7号) art. 2, in force 2017-05-01: two years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, Rule, speak

_FOR_EVER = re.compile("永久|永远|终身|终生|一辈子|一生|永不")
_HARMLESS = re.compile("会员|免费|质保|保修|学习|有效期|诚信是|珍惜|珍爱|受益")
_FOR_LIFE = Says(
    "文中说会终身列入失信名单或终身限制。失信名单的期限是二年（严重的再延长一至三年），还清就可以删除，没有终身的。",
    "The text says that a listing lasts for ever. It lasts two years, up to five in grave cases, and ends when the debt "
    "is paid.",
)
_RECORD = Says(
    "文中说征信污点会跟一辈子。不良记录从还清之日起保存五年，之后必须删除。",
    "The text says that a bad credit record is for life. It is kept for five years after the debt is settled.",
)
_RULES = (
    Act(
        frozenset({"forever"}),
        lambda frame: frame.near("dishonest", "spend", "travel", "exit") and not _HARMLESS.search(frame.sentence.text),
        "strong",
        _FOR_LIFE,
    ),
    Act(
        frozenset({"forever"}),
        lambda frame: frame.near("credit", "blacklist", "debt") and not _HARMLESS.search(frame.sentence.text),
        "weak",
        _RECORD,
    ),
    Rule(
        _FOR_EVER,
        re.compile(r"^[^。;\n]{0,10}(?:失信被执行人|失信名单|失信黑名单|老赖|限制(?:高消费|出境|乘坐))"),
        "strong",
        Says(
            "文中说会终身列入失信名单或终身限制。失信名单的期限是二年（严重的再延长一至三年），还清就可以删除，没有终身的。",
            "The text says that a listing lasts for ever. It lasts two years, up to five in grave cases, and ends when "
            "the debt is paid.",
        ),
        _HARMLESS,
    ),
    Rule(
        re.compile("失信被执行人|失信名单|限制(?:高)?消费|限制出境"),
        re.compile(r"^[^。;\n]{0,8}(?:期限|有效期|时间)[^。;\n]{0,3}(?:永久|终身|终生|一辈子|长期有效|不定期)"),
        "strong",
        Says(
            "文中说会终身列入失信名单或终身限制。失信名单的期限是二年（严重的再延长一至三年），还清就可以删除，没有终身的。",
            "The text says that a listing lasts for ever. It lasts two years, up to five in grave cases, and ends when "
            "the debt is paid.",
        ),
        _HARMLESS,
    ),
    Rule(
        _FOR_EVER,
        re.compile(r"^[^。;\n]{0,10}(?:征信|黑名单|拉黑|污点|不良记录|信用记录|拒贷)"),
        "weak",
        Says(
            "文中说征信污点会跟一辈子。不良记录从还清之日起保存五年，之后必须删除。",
            "The text says that a bad credit record is for life. It is kept for five years after the debt is settled.",
        ),
        _HARMLESS,
    ),
    Rule(
        re.compile("征信|黑名单|不良记录|信用记录|污点"),
        re.compile(r"^[^,。;\n]{0,8}(?:永久|永远|终身|终生|一辈子|一生)"),
        "weak",
        Says(
            "文中说征信污点会跟一辈子。不良记录从还清之日起保存五年，之后必须删除。",
            "The text says that a bad credit record is for life. It is kept for five years after the debt is settled.",
        ),
        _HARMLESS,
    ),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest such claim, once."""
    yield from speak(evidence, _RULES)
