"""Deadlines that a paper sets: the day before which, or the time within which, its reader is to act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from forgecheck.look.fields.folded import DIGITS, Folded, Found
from forgecheck.numerals import number

_ACT = (
    "还|付|存入|汇|偿|清|缴|交纳|履行|处理|联系|回[复电应]|答复|办理|协商|腾退|搬离|到[案庭场院]|报到|提出|提交|答辩|上诉"
    "|整改|改正"
)
_BEFORE_DAY = re.compile(
    rf"(?:(?:当日|当天)?[0-9]{{1,2}}[:时点](?:[0-9]{{2}}分?)?)?(?:之前|以前|前|止|内)[^。;!?\n]{{0,16}}?(?:{_ACT})"
)
_NAMED_DAY = re.compile(
    r"(?:期限|截止(?:日期|时间|日)?|最后(?:还款|付款|缴款)?日期?|还款日|宽限至|延期至|最[迟晚]不?[得超]?[过于]?)[:为是至于到]{0,2}\Z"
)
_SINCE = re.compile(r"截[至止]到?\Z|自\Z|从\Z|以前\Z")
_PERIOD = re.compile(
    r"(?<![第近每0-9一二三四五六七八九十])(?P<count>[0-9]{1,3}|[一二两三四五六七八九十]{1,3})个?(?P<unit>(?:工作)?[日天]|小时|月|自然日)(?:之)?内"
)
_BINDS = re.compile(
    r"(?:起(?:算)?的?|后的?|请您?|[于应须需限在]|务必|务请|责令|收函|送达|收到|接到|签收|给予|给你)[^。;!?\n0-9]{0,4}\Z"
)
_THEN_ACT = re.compile(rf"[^。;!?\n]{{0,24}}?(?:{_ACT})")
_PAST = re.compile(r"[近每]|过去|最近|已[经于]?\Z|历时")
_A_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_STOPS = re.compile(r"[。;!?\n]")
_UNITS = {"小时": "PT{}H", "月": "P{}M"}
_REACH = 20  # characters around it in which its words stand; assumed


def deadlines(folded: Folded, dates: Sequence[Found]) -> Iterator[Found]:
    """Every deadline: an ISO date, or a period as ISO 8601 (``P7D``, ``PT24H``, ``P1M``); working days count as days.

    ``dates`` are those that were found; one that does not exist, or that has no year, is left out.
    """
    text = folded.text
    for day in (each for each in dates if each.name == "date" and _A_DAY.fullmatch(each.value)):
        before = text[max(0, day.start - _REACH) : day.start]
        if (_NAMED_DAY.search(before) or _BEFORE_DAY.match(text, day.end)) and not _SINCE.search(before):
            yield Found("deadline", day.start, day.end, day.value)
    for match in _PERIOD.finditer(text):
        count = number(match["count"].translate(DIGITS))
        before = _STOPS.split(text[max(0, match.start() - _REACH) : match.start()])[-1]
        if count and not _PAST.search(before) and _BINDS.search(before) and _THEN_ACT.match(text, match.end()):
            yield Found("deadline", match.start(), match.end(), _UNITS.get(match["unit"], "P{}D").format(count))
