"""Citations of law: ``《中华人民共和国民法典》第六百七十五条``, ``刑法第175条之一``, also without an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.look.fields.folded import Folded, Found
from forgecheck.look.fields.numeral import integer

# Statutes that letters cite without 《》; the longer name first where one ends with the other.
_CITED_SHORT = (
    "民事诉讼法|刑事诉讼法|民诉法|刑诉法|民法典|民法通则|民法总则|民法|刑法|合同法|担保法|物权法|侵权责任法|婚姻法|"
    "继承法|律师法|治安管理处罚法|个人信息保护法|网络安全法|仲裁法|商业银行法|电子签名法|公司法|票据法|消费者权益保护法"
)
_ENDS_LIKE_LAW = re.compile(r"(法|典|条例|规定|解释|办法|决定|通则|总则|细则|意见|指引|规则|准则|修正案)$")
_REMARK = re.compile(r"\([^()]*\)$|^(中华人民共和国|中国|我国)")
_N = r"[〇○零一二三四五六七八九十百千0-9]{1,10}"
_ASIDE = re.compile(r"\([^()\n]{1,20}\)")
_ARTICLE = re.compile(rf"第({_N})条(?:之([一二三四五六七八九十]{{1,2}}))?(?:第{_N}款)?")
_BETWEEN = re.compile(r"[、,和及与以或]{1,2}|[、,和及与以或]{0,2}(?=第)")
_NAMED = re.compile(rf"《(?P<full>[^》《\n]{{2,60}})》|(?P<short>(?:{_CITED_SHORT}))(?=\(?第)")


def statutes(folded: Folded) -> Iterator[Found]:
    """One field for each article cited; value ``name|article|sub``.

    The name is short (民法典), ``sub`` is the Y of 第X条之Y.  0 stands for none, as for a statute without an article.
    """
    for named in _NAMED.finditer(folded.text):
        name = _short(named["full"] or named["short"])
        if not _ENDS_LIKE_LAW.search(name):
            continue
        start, end, some = named.start(), named.end(), False
        while article := _next(folded.text, end):
            yield Found("statute", start, article.end(), _value(name, article))
            start = end = article.end()
            while _BETWEEN.match(folded.text, start) and folded.text[start] != "第":
                start += 1
            some = True
        if not some and named["full"]:
            yield Found("statute", named.start(), named.end(), f"{name}|0|0")


def _next(text: str, end: int) -> re.Match[str] | None:
    joint = _BETWEEN.match(text, end)
    remark = _ASIDE.match(text, end)
    at = joint.end() if joint else remark.end() if remark else end
    return _ARTICLE.match(text, at)


def _value(name: str, article: re.Match[str]) -> str:
    try:
        return f"{name}|{integer(article[1])}|{integer(article[2]) if article[2] else 0}"
    except ValueError:
        return f"{name}|0|0"


def _short(name: str) -> str:
    """Without state and year: 中华人民共和国民法典 -> 民法典, 民事诉讼法(2023修正) -> 民事诉讼法."""
    while (less := _REMARK.sub("", name)) != name and less:
        name = less
    return {"民诉法": "民事诉讼法", "刑诉法": "刑事诉讼法"}.get(name, name)
