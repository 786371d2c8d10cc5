"""A letter is addressed to one debtor and speaks to another.

致：赵例文女士 ... 郑一样先生，您所借款项已逾期: a letter is written to whom it demands of.  Who sends one text to many
changes the name at the head and forgets the one in the text, or the other way round.

Strong where head and text name whole, wholly different people, the head's name stands nowhere else and both lines are
clear; a hint where one sign differs, or the lines are less clear.

Innocent causes
---------------
Guarantors, spouses, heirs and companies' heads get letters about another's debt: silent where the text speaks of such.
Lawyers, lenders' people and creditors are named with 先生 as well.  Masked names may be of one person.

Limits
------
Only letters and messages, no court papers, which name all parties.  Only a person's name at the head, and in the text
one that is spoken to or called the debtor.

Sources
-------
* 《上海市律师协会律师签发律师函业务操作指引（试行）》, 2021: a lawyer's letter names its addressee.
* 《中华人民共和国民法典》 art. 565, 675 (a demand or notice goes to the debtor), in force 2021-01-01
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from forgecheck.evidence import DocumentType, Evidence, Field
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import CLEAR, SURE
from forgecheck.judge.paper import LETTERS
from forgecheck.judge.people import is_person, surnames
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.told import about

MOST = 40
"""Names that are looked at, which bounds the time."""
_LETTERS: tuple[DocumentType, ...] = (*LETTERS, "sms_screenshot")
_CALL = re.compile(r"(?:先生|女士|小姐|同志)$")
_MASK = re.compile(r"[某*×xX○□]")
_NO_NAME = re.compile("[您你我于的所将未已应请须在其该此]")  # 关于您 is no Guan
# Another's debt, or several people's.
_OTHERS = re.compile(
    "保证|担保|抵押人|共同|连带|配偶|夫妻|丈夫|妻子|继承|遗产|法定代表人|股东|实际控制人|亲属|家属|父亲|母亲|监护|代收|转交|转达|曾用名|又名|代为"
    "|债务人之|紧急联系人|二位|两位|你们|各位|诸位"
)
_CLERK = re.compile(
    r"(?:律师|经理|专员|客服|联系人?|对接人?|负责人|委托人?|债权人|出借人|代表人?|代理人|致电|受|与|和|及|由|向|经办人?|承办人?|原告|申请人|出卖人|出租人"
    r"|法官|书记员|工作人员|同事|指派|催收员|转让人|户名|收款人|签名|签字|本所|我所|[/、]):?$"
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    head = next(evidence.named("addressee"), None)
    if head is None or evidence.kind is None or evidence.kind.type not in _LETTERS or about(evidence, text):
        return
    name = _CALL.sub("", head.value)
    start = text.find(head)
    body = start + len(head.value)
    if not is_person(name) or _OTHERS.search(text.text):
        return
    others = tuple(_debtors(text, body))
    # The head's name in the text as well: then several people are spoken of.
    if any(_may_be(name, each) for each, _, _ in others) or _shape(name).search(text.text, body):
        return
    for other, at, end in others:
        if _acts(text, other):
            continue
        place = text.place(at, end)
        sure = min(place.confidence, head.place.confidence)
        if sure >= SURE:
            yield _finding(head, name, other, text, (at, end), sure)
        return


def _debtors(text: Prose, start: int) -> Iterator[tuple[str, int, int]]:
    """People whom the text speaks to or calls the debtor."""
    for match in islice(_patterns().finditer(text.text, start), MOST):
        group = match.lastgroup or ""
        who = match[group]
        if is_person(who) and not _NO_NAME.search(who) and not _CLERK.search(text.before(match.start(group), 8)):
            yield who, match.start(group), match.end(group)


def _acts(text: Prose, name: str) -> bool:
    """Whether the text names this person somewhere as lawyer, creditor, or somebody to be called."""
    found = islice(re.finditer(re.escape(name), text.text), MOST)
    return any(_CLERK.search(text.before(each.start(), 8)) for each in found)


@cache
def _patterns() -> re.Pattern[str]:
    name = f"[{surnames()}][\u4e00-\u9fff某*×]{{1,2}}"
    return re.compile(
        f"(?P<called>{name}?)(?:先生|女士|小姐)[,:、]?(?:[您你阁贵]|(?:现|至今|已|仍|,)?(?:尚欠|仍欠|拖欠|所欠|欠款|逾期|未还|应归还|应偿还|所借)|的(?:[借欠贷]款|债务|逾期))"
        f"|(?:借款人|债务人|欠款人|持卡人|被催告人|客户)(?:姓名)?:?(?P<named>{name})(?=[,;。:(、\n]|先生|女士|[于在因向尚已应欠未与自的拖仍至所现逾名]|$)"
        f"|[请要]求?(?P<asked>{name}?)(?:先生|女士)?(?=(?:[于在]|尽快|立即|及时|务必|速)[^,。;\n]{{0,20}}(?:还|偿|付|缴|清))"
        f"|(?:^|(?<=[。,;\n]))(?P<plain>{name}?)(?=(?:尚欠|拖欠|应归还|应偿还|至今未|仍未|逾期未|未按[期时约]|已逾期|应于|须于)[^\n]{{0,30}}[0-9元款息])",
        re.MULTILINE,
    )


def _may_be(one: str, other: str) -> bool:
    """Whether two names, masked or not, may be one person's."""
    return bool(_shape(one).fullmatch(other) or _shape(other).fullmatch(one)) or one in other or other in one


@cache
def _shape(name: str) -> re.Pattern[str]:
    if _MASK.search(name):
        return re.compile(re.escape(name[0]) + "[\u4e00-\u9fff某*×]{1,3}")
    return re.compile(re.escape(name[0]) + "".join(f"[{sign}某*×]" for sign in name[1:]))


def _finding(head: Field, name: str, other: str, text: Prose, span: tuple[int, int], sure: float) -> Finding:
    one_sign = len(name) == len(other) and sum(a != b for a, b in zip(name, other, strict=True)) == 1
    masked = bool(_MASK.search(name + other))
    severity: Severity = "strong" if sure >= CLEAR and not one_sign and not masked else "weak"
    says = Says(
        f"开头写给“{name}”，正文说的却是“{other}”，不是同一个人。可能是用同一份模板群发的。",
        f"The letter is addressed to {name}, but its text speaks to {other}: perhaps one text sent to many.",
    )
    return Finding(severity, says, text.place(*span), {"addressee": name, "named": other, "head": head.text})
