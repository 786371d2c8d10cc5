"""Where money is to go: account numbers, and whose account it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.look.fields.folded import DIGITS, Folded, Found

_SIGN = r"[0-9OolI*×xX]"
_MASKS = str.maketrans("×xX", "***")
_ACCOUNT = re.compile(
    r"(?:[账帐]户?号码?|[账帐]户|卡号)[^0-9A-Za-z\n*]{0,6}\n?"
    rf"(?P<no>[0-9](?:[ -]?{_SIGN}){{7,28}})(?![0-9A-Za-z*.])"
)
_ANY = re.compile("[账帐卡]号|[户款卡](?:名|人|单|方|机|公|号|全|姓|[0-9:])")  # cheap, to leave most texts at once
_DATE = re.compile(r"(?:19|20)[0-9]{2}[01]?[0-9][0-3]?[0-9]\Z")  # 账户2024-05-06 is none

_LABEL = (
    "(?:(?:收款|银行|开户)?[账帐]?户名|(?:收款|开户|银行)?[账帐]户(?:名称?|姓名|全称)|开户(?:名称?|人)"
    "|收款人(?:姓名|名称|全称|户名)?|收款(?:单位|方|机构|公司)(?:名称|全称)?|持卡人(?:姓名)?)"
)
_AFTER_COLON = re.compile(rf"{_LABEL}(?::\n?|\n)(?P<name>[\u4e00-\u9fffA-Za-z()·*×]{{2,40}})")
# Without a colon: what is plainly a body's name, or a short name that ends its clause.
_BARE = re.compile(
    rf"{_LABEL}(?:为|是)?(?P<name>[\u4e00-\u9fff()]{{2,36}}?(?:公司|法院|事务所|银行|支行|分行|委员会|专户)"
    r"|[\u4e00-\u9fff*×]{2,4}(?=[,;。\n]|\Z|[账帐卡]号|开户))"
)
# The next label, where a table lost its lines.
_NEXT = re.compile("开户|[账帐][号户]|卡号|银行[账卡]|地址|电话|金额|备注|行号|身份证|联系|附言|用途|\\(盖章")
_NO_NAME = re.compile(
    "^(?:信息|如下|变更|不符|一致|不一致|有误|错误|必须|应当|不得|及|和|与|或|的|为|是|见|姓名|名称|无|请|将|已|未|在|本人|你|您|自己)"
    "|确认|核对|指定$|一致$"
)


def accounts(folded: Folded) -> Iterator[Found]:
    """Fields account (digits, "*" where masked) and payee (the folded name)."""
    if not _ANY.search(folded.text):
        return
    for match in _ACCOUNT.finditer(folded.text):
        value = re.sub("[ -]", "", match["no"]).translate(DIGITS).translate(_MASKS)
        if not _DATE.match(value):
            yield Found("account", *match.span("no"), value)
    taken: set[int] = set()
    for pattern in (_AFTER_COLON, _BARE):
        for match in pattern.finditer(folded.text):
            name = _NEXT.split(match["name"], maxsplit=1)[0].rstrip("(")
            start = match.start("name")
            if start not in taken and len(name) >= 2 and not _NO_NAME.search(name):
                taken.add(start)
                yield Found("payee", start, start + len(name), name)
