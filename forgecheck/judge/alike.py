"""What a text reader takes for what: characters that look alike in print and in photos.

From the shapes themselves and from readings of small print; assumed complete enough to err towards silence.
Repairs that are beyond doubt are made before, in `look.fields.folded`.
"""

from __future__ import annotations

from collections.abc import Iterator

CLEAR = 0.95
"""A line read at least this surely: its digits are taken as they stand where they can be told apart; the reader's own
0..1, as the three below; assumed."""
READ_WELL = 0.9
"""Needed where one small sign decides; assumed."""
SURE = 0.8
"""A line read less surely than this carries no more than a hint; assumed."""
TOO_POOR = 0.6
"""Below this nothing is said about single characters; assumed."""

_ALIKE: dict[str, str] = {
    **{"0": "68", "1": "7", "3": "8", "5": "6", "6": "508", "7": "1", "8": "3069", "9": "8"},
    **dict(zip("一二三七十千土", ("二", "一三", "二", "十", "七千", "十", "士"), strict=True)),
    # Signs of provinces.
    **dict.fromkeys("奥粵舆", "粤"),
    **dict.fromkeys("翼异", "冀"),
    **dict.fromkeys("院皎", "皖"),
    **dict.fromkeys("泸护户", "沪"),
    **dict.fromkeys("输愉偷", "渝"),
    **dict.fromkeys("渐折淅", "浙"),
    **dict.fromkeys("相潮", "湘"),
    **dict.fromkeys("侠峡狭", "陕"),
    **dict.fromkeys("廿日目", "甘"),
    **dict.fromkeys("律", "津"),
    **dict.fromkeys("闵问间闯", "闽"),
    **dict.fromkeys("柱挂佳", "桂"),
    **dict.fromkeys("办", "苏"),
    **dict.fromkeys("普", "晋"),
    **dict.fromkeys("古告", "吉"),
    **dict.fromkeys("鱼曾", "鲁"),
    **dict.fromkeys("州", "川"),
    **dict.fromkeys("去元", "云"),
    **dict.fromkeys("字丁", "宁"),
    **dict.fromkeys("断", "新"),
    **dict.fromkeys("责清靑", "青"),
    **dict.fromkeys("臧", "藏"),
    **dict.fromkeys("墨里黒", "黑"),
    **dict.fromkeys("凉亰", "京"),
    **dict.fromkeys("肉丙", "内"),
    **dict.fromkeys("默黯", "黔"),
    **dict.fromkeys("乒岳丘", "兵"),
    **dict.fromkeys("车罕", "军"),
    **dict.fromkeys("谅球", "琼"),
    **dict.fromkeys("过迂", "辽"),
    **dict.fromkeys("像橡", "豫"),
    **dict.fromkeys("贡赖", "赣"),
    **dict.fromkeys("郭鄙", "鄂"),
    # Types of cases.
    **dict.fromkeys("抗热孰势扶", "执"),
    **dict.fromkeys("切韧祁衤", "初"),
    **dict.fromkeys("络经给绊", "终"),
    **dict.fromkeys("氏良艮", "民"),
    **dict.fromkeys("堡侏", "保"),
    **dict.fromkeys("恍快灰", "恢"),
    **dict.fromkeys("导", "异"),
    **dict.fromkeys("晋", "督"),
    **dict.fromkeys("荆型开", "刑"),
    **dict.fromkeys("衍", "行"),
    **dict.fromkeys("坡玻", "破"),
    **dict.fromkeys("材则", "财"),
    **dict.fromkeys("持待", "特"),
    **dict.fromkeys("凋", "调"),
    **dict.fromkeys("中由甲", "申"),
    **dict.fromkeys("撒", "撤"),
}
# In codes of letters and digits.
_ALIKE_IN_CODES: dict[str, str] = {
    **{"O": "0DQ", "0": "ODQ68", "Q": "0", "D": "0", "I": "1", "L": "1", "1": "L7T", "Z": "2", "2": "Z", "S": "5"},
    **{"5": "6", "B": "8", "8": "B3069", "V": "UY", "U": "V", "6": "G508", "G": "6C", "C": "G", "3": "8", "7": "1T"},
    **{"9": "8", "4": "A", "A": "4", "E": "F", "F": "E", "M": "N", "N": "M", "W": "M", "K": "X", "X": "K", "P": "R"},
    **{"R": "P", "H": "N", "Y": "V", "T": "7", "J": "1"},
}
# What nobody can tell apart in print: 0/O, 1/I/l, 2/Z, 5/S, 8/B, U/V; the credit code has no I, O, S, V, Z for that.
_CONFUSED = {
    **{"O": "0", "D": "0", "Q": "0", "I": "1", "L": "1", "1": "L", "Z": "2", "2": "Z", "S": "5", "5": "S"},
    **{"B": "8", "8": "B", "V": "UY", "U": "V", "0": "OD"},
}


def alternatives(text: str, *, code: bool = False) -> Iterator[str]:
    """The text with one character taken for one that looks like it.

    >>> list(alternatives("31年"))
    ['81年', '37年']
    """
    alike = _ALIKE_IN_CODES if code else _ALIKE
    for at, character in enumerate(text):
        for other in alike.get(character, ""):
            yield text[:at] + other + text[at + 1 :]


def confusions(code: str) -> Iterator[str]:
    """The code with one letter taken for the digit that hardly differs from it, or the other way round.

    >>> list(confusions("9I3"))
    ['913']
    """
    for at, character in enumerate(code):
        for other in _CONFUSED.get(character, ""):
            yield code[:at] + other + code[at + 1 :]
