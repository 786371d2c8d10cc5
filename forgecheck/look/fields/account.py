"""Where money is to go: account numbers, and whose account it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from forgecheck.look.fields.folded import DIGITS, Folded, Found
from forgecheck.tables import table

LONGEST_PERSON = 4
"""Signs of a person's name, but for rare ones."""
_SIGN = r"[0-9OolI*×xX]"
_MASKS = str.maketrans("×xX", "***")
_ACCOUNT = re.compile(
    r"(?:[账帐]户?[号弓]码?|[账帐]户|卡[号弓])[^0-9A-Za-z\n*]{0,6}\n?"
    rf"(?P<no>[0-9](?:[ -]?{_SIGN}){{7,28}})(?!\.?[0-9A-Za-z*])"
)
# 还款卡 6212...: cards in China begin with 62 and need no more than one of these words right before them.
_CARD = re.compile(
    r"(?:卡|[\u4e00-\u9fff]行|收款|[至到])[ :(]{0,2}(?P<no>62(?:[ -]?[0-9OolI]){14,17})(?!\.?[0-9A-Za-z*])"
    r"|收款:[\u4e00-\u9fff*×]{2,4} ?(?P<his>62(?:[ -]?[0-9OolI]){14,17})(?!\.?[0-9A-Za-z*])"
    r"|(?:银行|[分支]行|信用社|公司),(?P<its>[0-9](?:[ -]?[0-9OolI]){11,19})(?!\.?[0-9A-Za-z*])"
)
# Cheap, to leave most texts at once.
_ANY = re.compile("[账帐卡][号弓]|[行社司],[0-9]|[户款卡](?:名|人|单|方|机|公|号|全|姓|[0-9:])|62[0-9]{2}")
_DATE = re.compile(r"(?:19|20)[0-9]{2}[01]?[0-9][0-3]?[0-9]\Z")  # 账户2024-05-06 is none

_LABEL = (
    "(?:(?:收款|银行|开户)?[账帐]?户名|(?:收款|开户|银行)?[账帐]户(?:名称?|姓名|全称)|开户(?:名称?|人)"
    "|收款人(?:姓名|名称|全称|户名)?|收款(?:单位|方|机构|公司)(?:名称|全称)?|收款(?=:)|持卡人(?:姓名)?)"
)
_AFTER_COLON = re.compile(rf"{_LABEL}(?::\n?|\n)(?P<name>[\u4e00-\u9fffA-Za-z()·*×]{{2,40}})")
# Without a colon: what is plainly a body's name, or a short name that ends its clause.
_BARE = re.compile(
    rf"{_LABEL}(?:为|是)?(?P<name>[\u4e00-\u9fff()]{{2,36}}?(?:公司|法院|事务所|银行|支行|分行|委员会|专户)"
    r"|[\u4e00-\u9fff*×]{2,4}(?=[,;。\n]|\Z|[账帐卡]号|开户))"
)
# The next label, where a table lost its lines.
_NEXT = re.compile("开户|[账帐][号户]|卡号|银行[账卡]|地址|电话|金额|备注|行号|身份证|联系|附言|用途|\\(盖章")
# A person's bank right behind his name: "户名：何某某　中国农业银行卡号".
_BANK = re.compile(
    r"(?:中国(?:农业|工商|建设|邮政储蓄|民生|光大)?|招商|交通|兴业|民生|浦发|平安|光大|广发|华夏|邮政储蓄|邮储|农业|农村商业"
    r"|农商|工商|建设|中信|浙商|渤海|恒丰)银行|[工农中建交招]行|农村信用"
)
_NO_NAME = re.compile(
    "^(?:信息|如下|变更|不符|一致|不一致|有误|错误|必须|应当|不得|及|和|与|或|的|为|是|见|姓名|名称|无|请|将|已|未|在|本人|你|您|自己)"
    "|确认|核对|指定$|一致$"
)


def accounts(folded: Folded) -> Iterator[Found]:
    """Fields account (digits, "*" where masked) and payee (the folded name)."""
    if not _ANY.search(folded.text):
        return
    known: set[int] = set()
    for match in (*_ACCOUNT.finditer(folded.text), *_CARD.finditer(folded.text)):
        part = match.lastgroup or "no"
        value = re.sub("[ -]", "", match[part]).translate(DIGITS).translate(_MASKS)
        if match.start(part) not in known and not _DATE.match(value):
            known.add(match.start(part))
            yield Found("account", *match.span(part), value)
    taken: set[int] = set()
    for pattern in (_AFTER_COLON, _BARE):
        for match in pattern.finditer(folded.text):
            name = _NEXT.split(_without_bank(folded, match.start("name"), match["name"]), maxsplit=1)[0].rstrip("(")
            start = match.start("name")
            if start not in taken and len(name) >= 2 and not _NO_NAME.search(name):
                taken.add(start)
                yield Found("payee", start, start + len(name), name)


def _without_bank(folded: Folded, start: int, name: str) -> str:
    """A person's name without the bank that was written behind it; a body's name may hold that of a bank."""
    bank = _BANK.search(name, 2, LONGEST_PERSON + 8)
    if (
        bank is None
        or bank.start() > LONGEST_PERSON
        or name[0] not in _surnames()
        or name[bank.start() - 1] in "省市县区"
    ):
        return name
    spaced = folded.origin[start + bank.start()] - folded.origin[start + bank.start() - 1] > 1
    return name[: bank.start()] if spaced or bank.start() > 2 else name


@cache
def _surnames() -> frozenset[str]:
    return frozenset("".join(row["names"] for row in table("surnames")))
