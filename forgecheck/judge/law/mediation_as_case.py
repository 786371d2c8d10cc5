"""A number of mediation before filing (诉前调) is presented as a judgment or as enforcement.

Before a loan case is filed, courts offer mediation and give it a number with 诉前调.  Nothing has been filed or decided
then.  Collectors who take part in such mediation print the number on "judgments" and "notices of enforcement".

Strong where a paper with a title of judgment or enforcement bears such a number, or where the text says that this
number has been judged or is being enforced.  A hint where somebody else than a court calls it filed (正式立案).

Innocent causes
---------------
Courts say of their register that 诉前调 was "立案", summon to mediation, and confirm settlements under such a
number: filing, summons, mediation papers and rulings are left alone.  So is what may follow: 调解不成将立案、判决.

Limits
------
Looks at one sentence; a threat in the next one is not seen.

Sources
-------
* 中华人民共和国民事诉讼法 art. 125, in force 2024-01-01: mediation before filing, unless a party refuses.
* 最高人民法院关于人民法院特邀调解的规定 (法释〔2016〕14号) art. 2, 27, in force 2016-07-01.
* 最高人民法院关于进一步完善委派调解机制的指导意见 (法发〔2020〕1号): numbers of 诉前调, of 2020-01-09.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence, Field
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.paper import own_case, title
from forgecheck.judge.prose import UNREAD, Prose, first_of_each, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.told import told

REACH = 60  # characters on either side, in the same sentence; assumed

_REGISTER = re.compile("诉前调|诉调|引调")
_TITLE = re.compile(r"判决书|执行通知书|执行裁定书|执行令|限制(?:高)?消费令|失信.*决定书|协助执行")
_JUDGED = re.compile(
    r"(?:已经?|现已?|正式|依法|即将|将|立即|直接|号)[^,。;\n]{0,8}(?:判决(?!书送达后)|强制执行|进入执行|移交执行|执行阶段|缺席判)"
    r"|(?:判决|裁判)(?:书|结果)?(?:已经?)?生效|执行立案|立案执行|执行案号"
)
_FILED = re.compile(r"(?:已经?|现已?|正式|被)[^,。;调\n]{0,8}(?:立案|受理)")
_LAWFUL = re.compile(
    r"调解不成|不成功|未能?达成|如(?:果|调)|若|可能|可以|届时|之后|不履行|不按|申请|起诉|诉讼程序|转(?:为|入)?(?:立案|诉讼|民初)|司法确认|确认|民初"
    r"|未|不会|没有|尚|是否"
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One finding for each such number."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    numbers = [each for each in evidence.named("case_number") if _REGISTER.search(each.value)]
    for field in first_of_each(numbers):
        start = text.find(field)
        found = _claims(field, text, evidence)
        if found is None or told(evidence, text, start, start + len(field.text)):
            continue
        claim, severity = found
        if field.place.confidence < SURE:
            severity = "weak"
        says = Says(
            f"“{field.value}”是诉前调解的编号，案件还没有立案，更没有判决。文中却把它说成“{claim}”。",
            f"{field.value} is a number of mediation before filing: nothing has been filed or decided, but the text "
            f"says {claim}.",
        )
        yield Finding(severity, says, field.place, {"case_number": field.value, "claim": claim})


def _claims(field: Field, text: Prose, evidence: Evidence) -> tuple[str, Severity] | None:
    head = title(evidence)
    if head and own_case(evidence, text) == field and (word := _TITLE.search(head.value)):
        return word.group(), "strong"
    start = text.find(field)
    sentence = text.before(start, REACH) + field.text + text.after(start + len(field.text), REACH)
    if _LAWFUL.search(sentence):
        return None
    if judged := _JUDGED.search(sentence):
        return judged.group(), "strong"
    private = not any(each.office in ("court", "authority") for each in issuers(evidence, text))
    filed = _FILED.search(sentence) if private else None
    return (filed.group(), "weak") if filed else None
