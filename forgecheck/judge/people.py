"""Names of people."""

from __future__ import annotations

import re
from functools import cache

from forgecheck.tables import table

_COMPOUND = ("欧阳", "上官", "司马", "诸葛", "司徒", "夏侯", "皇甫", "尉迟", "公孙", "慕容")
# Ends of what is no person's name, and words that begin with the sign of a family name.
_NO_PERSON = re.compile(
    r"[行部所院局室司店厂户社款号码额费期表处站]$|(?:中心|公司|平台|银行)"
    r"|^(?:金融|安全|方式|方法|方便|明细|程序|常用|全称|时间|单位|张数|高级|成员|连带|和解|许可|文件|文书|任何|任意|应收|万元|白条|钱包)"
)


def is_person(name: str) -> bool:
    """Whether a payee's name is a person's, perhaps masked: two to four signs, the first a family name.

    >>> [is_person(name) for name in ("王某某", "李*四", "某某小额贷款有限公司", "执行款专户", "安全")]
    [True, True, False, False, False]
    """
    if not 2 <= len(name) <= 4 or _NO_PERSON.search(name) or re.search(r"[()A-Za-z]", name):
        return False
    return name.startswith(_COMPOUND) or (name[0] in surnames() and len(name) <= 3)


@cache
def surnames() -> str:
    """The signs with which family names begin."""
    return "".join(row["names"] for row in table("surnames"))
