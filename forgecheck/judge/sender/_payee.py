"""Whether a payee is a person, and whether the text knows it from elsewhere."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from forgecheck.tables import table

MOST = 30  # mentions looked at
_CLERK = re.compile(
    "(?:法官|执行员|审判员|审判长|书记员|助理|律师|警官|民警|经办人?|承办人?|专员|经理|客服|主管|财务|工作人员):?$"
)
_MASK = re.compile(r"[某*×]")
_COMPOUND = ("欧阳", "上官", "司马", "诸葛", "司徒", "夏侯", "皇甫", "尉迟", "公孙", "慕容")
# Ends of what is no person's name, and words that begin with the sign of a family name.
_NO_PERSON = re.compile(
    r"[行部所院局室司店厂户社款号码额费期表处站]$|(?:中心|公司|平台|银行)"
    r"|^(?:金融|安全|方式|方法|方便|明细|程序|常用|全称|时间|单位|张数|高级|成员|连带|和解|许可|文件|文书|任何|任意|应收|万元|白条|钱包)"
)
_GENERIC = re.compile(r"公司|有限|责任|股份|集团|小额|贷款|资产|管理|消费|金融|科技|信息|服务|咨询|担保|商务|实业|投资")


def is_person(name: str) -> bool:
    """Whether a payee's name is a person's, perhaps masked: two to four signs, the first a family name.

    >>> [is_person(name) for name in ("王某某", "李*四", "某某小额贷款有限公司", "执行款专户", "安全")]
    [True, True, False, False, False]
    """
    if not 2 <= len(name) <= 4 or _NO_PERSON.search(name) or re.search(r"[()A-Za-z]", name):
        return False
    return name.startswith(_COMPOUND) or (name[0] in surnames() and len(name) <= 3)


def known(name: str, elsewhere: str) -> bool:
    """Whether the rest of the text speaks of this name: the whole of a person's, some own part of a body's.

    Clerks who sign are no creditors: a judge's or collector's own name does not explain his account.

    >>> known("王某某", "出借人王某某"), known("王某某", "执行员:王某某")
    (True, False)
    """
    if is_person(name):
        shape = "".join("[\u4e00-\u9fff*×]" if _MASK.match(sign) else f"[{sign}某*×]" for sign in name[1:])
        found = islice(re.finditer(re.escape(name[0]) + shape, elsewhere), MOST)
        return any(not _CLERK.search(elsewhere[max(0, each.start() - 8) : each.start()]) for each in found)
    parts = (name[at : at + 4] for at in range(len(name) - 3))
    return any(part in elsewhere for part in parts if not _GENERIC.search(part)) or name in elsewhere


@cache
def surnames() -> str:
    """The signs with which family names begin."""
    return "".join(row["names"] for row in table("surnames"))
