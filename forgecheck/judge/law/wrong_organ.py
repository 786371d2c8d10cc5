"""An organ does what is not its office: the police sue, a procurator judges a loan, the Supreme Court tries it first.

A loan goes to a basic people's court and nowhere else.  Police and procurators open criminal cases, and no civil ones;
they collect for nobody and issue no payment orders.  Labour arbitration is for labour.  Nobody can sue in every
province at once.

Strong.

Innocent causes
---------------
Police and procurators act in criminal cases, and a procurator may support a civil suit of the weak: texts that name a
suspect or a victim are left alone.  Tax, social insurance and labour have their own offices.

Limits
------
Needs the organ and the act in one clause.

Sources
-------
* 中华人民共和国民事诉讼法 art. 18-21, 22, 36, 225, in force 2024-01-01: which court tries; payment orders.
* 中华人民共和国刑事诉讼法 art. 3, in force 2018-10-26: what police and procurators do.
* 中华人民共和国劳动争议调解仲裁法 art. 2, in force 2008-05-01: what labour arbitration is for.
* 公安部关于严禁公安机关插手经济纠纷违法抓人的通知 (公通字〔1992〕50号), 1992-04-25.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, speak

_CRIMINAL = re.compile(
    "嫌疑人|被害人|受害人|赃|附带民事|公益诉讼|支持起诉|刑事判决|不予立案|不立|集资|吸收公众存款|工资|劳动报酬|抚养|赡养|工伤"
)
_SAYS = Says(
    "文中说由公安、检察院等处理借款的起诉、判决或收款。借款纠纷只归人民法院审理，公安和检察院不审民事案件，也不替人收钱。",
    "The text has police or procurators sue, judge or collect over a loan. Only people's courts try civil "
    "cases; police and procurators do not, and they collect for nobody.",
)
_FIRST = Says(
    "文中说借款案件直接由最高人民法院一审，或同时在各地法院起诉。普通借款案件由基层法院一审，同一笔债也不能重复起诉。",
    "The text sends a loan to the Supreme Court, or to many courts at once. Basic courts try such cases, and one debt "
    "cannot be sued for twice.",
)
_LABOUR = Says(
    "文中说劳动仲裁机构裁决了借款。劳动仲裁只管劳动争议，管不了贷款。",
    "The text has labour arbitration decide on a loan. It decides on labour disputes only.",
)
_RULES = (
    Act(
        "sue hear payorder",
        "strong",
        _SAYS,
        beside=("police procurator",),
        around=("debt pay debt_word",),
        innocent=_CRIMINAL,
    ),
    Act("file", "strong", _SAYS, beside=("police procurator",), around=("sue",), innocent=_CRIMINAL),
    Act(
        "pay owe",
        "strong",
        _SAYS,
        by="police procurator",
        innocent=_CRIMINAL,
        fits=lambda frame: frame.near("account", "debt"),
    ),
    Act(
        "sue hear judge",
        "strong",
        _FIRST,
        within=("court sue",),
        fits=lambda frame: (
            re.search(
                "(?:直接|径直|越级|由|向)[^,。]{0,4}(?:最高人民法院|最高法)[^,。]{0,8}(?:一审|提起|起诉|审理|立案)|(?:全国|三十一个省|各省|各地|多地|所有)[^,。]{0,12}法院[^,。]{0,6}(?:起诉|立案)|同时[^,。]{0,12}法院[^,。]{0,6}起诉",
                frame.sentence.text,
            )
            is not None
        ),
    ),
    Act(
        "judge",
        "strong",
        _LABOUR,
        around=("debt",),
        fits=lambda frame: "劳动" in frame.sentence.text and "仲裁" in frame.sentence.text,
        innocent=re.compile("工资|报酬|工伤|解除劳动"),
    ),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the first such claim, whoever signs."""
    yield from speak(evidence, _RULES, officials=True)
