"""Where people live: an address behind 住, 住址, 户籍地, or on the lines about a private person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from forgecheck.judge.prose import Prose
from forgecheck.show.private.span import Span, near

_VALUE = (
    r"(?P<value>(?:[一-龥A-Za-z0-9#\-]|\([^()\n]{1,20}\)){4,60}?)(?=[,。;|┃()]|\n|的房|邮编|电话|手机|联系|身份证|\Z)"
)
_HOME = re.compile(
    r"(?:住址|住所(?!地)|住处|户籍(?:所在)?地(?:址)?|现住(?:址|地)?|暂住(?:址|地)?|家庭(?:住|地)址|居住地(?:址)?|身份证(?:地|住)址"
    r"|送达地址|收[件货]地址|用[电水气]地址|房屋坐落|坐落|派送[至到]|工作单位(?:或者?住址)?|[您你]位于"
    r"|(?:^|(?<=[,、(]))住(?![院房宅宿户建所址]))[:(|┃]{0,2}\n?" + _VALUE,
    re.MULTILINE,
)
_RENTED = re.compile(r"(?:承租|租住)的?(?P<value>[一-龥A-Za-z0-9#\-]{4,40}?)(?=房屋|商铺|住房|一套|[,。;])")
_LABEL = re.compile(r"^地址[:|┃]?" + _VALUE, re.MULTILINE)
_PARTS = re.compile("[省市区县镇乡村路街道巷弄号室栋幢楼座]|单元")


def addresses(text: Prose, persons: Sequence[Span]) -> Iterator[Span]:
    """Each address; one of a firm or an office is none."""
    for pattern in (_HOME, _RENTED):
        for match in pattern.finditer(text.text):
            if _is_address(match["value"]):
                yield Span(*match.span("value"), "address")
    for match in _LABEL.finditer(text.text):
        if _is_address(match["value"]) and _below_person(text, match.start(), persons):
            yield Span(*match.span("value"), "address")


def _is_address(value: str) -> bool:
    return len(set(_PARTS.findall(value))) >= 2


def _below_person(text: Prose, start: int, persons: Sequence[Span]) -> bool:
    """Whether the line before is about a private person and addresses nobody."""
    above = text.text.rfind("\n", 0, max(start - 1, 0))
    return text.text[start - 2 : start - 1] != ":" and any(near(persons, start, start - above - 1))
