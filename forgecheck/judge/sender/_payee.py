"""Whether the text knows a payee from elsewhere."""

from __future__ import annotations

import re
from itertools import islice

from forgecheck.judge.people import is_person

MOST = 30  # mentions looked at
_CLERK = re.compile(
    "(?:法官|执行员|审判员|审判长|书记员|助理|律师|警官|民警|经办人?|承办人?|专员|经理|客服|主管|财务|工作人员):?$"
)
_MASK = re.compile(r"[某*×]")
_GENERIC = re.compile(r"公司|有限|责任|股份|集团|小额|贷款|资产|管理|消费|金融|科技|信息|服务|咨询|担保|商务|实业|投资")


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
