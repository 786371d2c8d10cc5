"""Arrest and a demand to repay a loan stand in one sentence.

Police and procurators arrest for crimes; they never ask in the same breath that a private loan be paid back, and
paying ends no criminal case.  Whoever writes "对你批准逮捕，请三日内还款" wants the money.

Strong whoever signs, also where the name of an organ of state stands below.

Innocent causes
---------------
Courts fine and detain who refuses a judgment; the police ask borrowers of closed lending platforms to pay, and
suspects to give back what they took: texts that name a judgment, a platform's case or money to be given back
(退赃、退赔) are left alone.

Limits
------
Only arrest, detention, wanted notices and police fines; needs both in one sentence.

Sources
-------
* 中华人民共和国刑事诉讼法 art. 80, 81, 85, in force 2018-10-26: what arrest needs, and the warrant that is shown.
* 公安部关于严禁公安机关插手经济纠纷违法抓人的通知 (公通字〔1992〕50号), 1992-04-25."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import JUDGED, Rule, speak

_OTHER = re.compile(
    "退赃|退赔|追赃|挽损|非法吸收|非法集资|集资|平台涉嫌|投资人|出借人|被害人|受害人|嫌疑人|判处|罚金|罚款|工资|劳动报酬"
)
_PAY = "还款|还清|偿还|归还|结清|清偿|缴清|付清|还钱"
_SAYS = Says(
    "文中把逮捕、通缉和还款写在一起。公安、检察院不替人讨债，也不会拿逮捕换还款；请拨打110或到当地派出所核实，先不要付钱。",
    "The text joins arrest with repaying a loan. Police and procurators collect for nobody: ask the local police, and "
    "do not pay.",
)
_ARREST = "批准逮捕|执行逮捕|予以逮捕|实施逮捕|实施抓捕|进行抓捕|刑事拘留|网上追逃|(?:全国|网上|发布|发出)通缉"
_RULES = (
    Rule(
        re.compile(_ARREST),
        re.compile(rf"^[^。;\n]{{0,16}}(?:请|须|限|应|立即|速|否则|除非)[^。;\n]{{0,14}}(?:{_PAY})"),
        "strong",
        _SAYS,
        _OTHER,
        JUDGED,
        reach=40,
    ),
    Rule(
        re.compile(_PAY),
        re.compile(rf"^[^。;\n]{{0,12}}否则[^。;\n]{{0,16}}(?:{_ARREST}|逮捕|治安处罚|治安拘留|行政拘留)"),
        "strong",
        _SAYS,
        _OTHER,
        JUDGED,
        reach=40,
    ),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the first such sentence, whoever signs."""
    yield from speak(evidence, _RULES, officials=True)
