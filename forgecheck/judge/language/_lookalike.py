"""Words in traditional characters, names split into parts, and telephone numbers in mixed digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from forgecheck.evidence import Flow
from forgecheck.judge.alike import READ_WELL
from forgecheck.judge.language._broken import MOST, Hit

# Forms that a reader does not give for simplified print by itself: those it does give stand in `look.fields.folded`.
_TRADITIONAL = {
    **{"貸款": "贷款", "還款": "还款", "傳票": "传票", "開庭": "开庭", "凍結": "冻结", "詐騙": "诈骗", "網貸": "网贷"},
    **{"賬戶": "账户", "徵信": "征信", "欠債": "欠债"},
}
_WORDS = re.compile("|".join(_TRADITIONAL))
# Common characters in both forms, to tell in which of them a text is written.
_IS_TRADITIONAL = re.compile("[們這為說對時來國後會過個與學關問門長書無點員體請]")
_IS_SIMPLIFIED = re.compile("[们这为说对时来国后会过个与学关问门长书无点员体请]")
# 张, 吴, 胡, 陈; 木子 and 立早 are nicknames too.
_SPLIT = re.compile("(?:弓长|口天|古月|耳东)(?=经理|律师|主任|专员|法官|警官|先生|女士|主管)")
_VALUES = {
    **dict.fromkeys("零〇○oO", "0"),
    **dict.fromkeys("一壹幺①", "1"),
    **dict(zip("二三四五六七八九", "23456789", strict=True)),
    **dict(zip("贰叁肆伍陆柒捌玖", "23456789", strict=True)),
    **dict(zip("②③④⑤⑥⑦⑧⑨", "23456789", strict=True)),
    **dict(zip("０１２３４５６７８９", "0123456789", strict=True)),
}
_RUN = re.compile(f"(?<![0-9{''.join(_VALUES)}])[0-9{''.join(_VALUES)}]{{11}}(?![0-9{''.join(_VALUES)}])")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_LETTERS = frozenset("oO")  # readers give them for 0


def lookalike_hits(flow: Flow) -> Iterator[Hit]:
    """Every such spelling; traditional words only in a text that is simplified otherwise and was read well."""
    text = flow.text
    for match in islice(_SPLIT.finditer(text), MOST):
        yield Hit(match.group(), match.group(), "split", flow.place(*match.span()))
    for match in islice(_RUN.finditer(text), MOST):
        if _is_disguised(match.group()):
            yield Hit("手机号", match.group(), "digits", flow.place(*match.span()))
    if len(_IS_TRADITIONAL.findall(text)) * 3 > len(_IS_SIMPLIFIED.findall(text)):
        return
    for match in islice(_WORDS.finditer(text), MOST):
        place = flow.place(*match.span())
        if place.confidence >= READ_WELL:
            yield Hit(_TRADITIONAL[match.group()], match.group(), "traditional", place)


def _is_disguised(run: str) -> bool:
    """Whether eleven signs are a mobile number of at least three plain digits and two that are none."""
    plain = sum(sign in "0123456789" for sign in run)
    others = sum(sign in _VALUES and sign not in _LETTERS for sign in run)
    return (
        plain >= 3 and others >= 2 and _MOBILE.fullmatch("".join(_VALUES.get(sign, sign) for sign in run)) is not None
    )
