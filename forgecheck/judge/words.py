"""Words to word classes: the running text as tokens, each with what it may stand for.

The table `words` holds the classes.  At a place the longest word wins, so that 我所有 is no 我所 and 社会 no 会.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from forgecheck.tables import table

LONGEST = 30_000  # characters looked at; more is no letter; assumed
_NONE = frozenset({"-"})  # the class of what stands for nothing
# With one of these an open form, below, may begin.
_OPENING = (
    "0123456789一二两三四五六七八九十半几数百上下早中晚今"
    "凌锁关停封冻卡控扣压取转付用刷花提支收坐买订乘搭出读考报当进念录入参划拿领抽清搬拉拖抬牵拆卖判蹲先押"
    "归自直即就还交打存汇给让叫由找撤解销结立移恢激消修脱洗验诚保安核认活疏加"
)

# What is said in open forms: hours and minutes, the clock, days, shares; and verbs with their complement, such as
# 锁死, 取不出来, 坐不了.
_FIGURE = "(?<![0-9])(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,3}|半|几|数)"
_PATTERNS = (
    ("soon", f"{_FIGURE}个?(?:小时|钟头|分钟|刻钟)(?:之?[内后]|以内)?"),
    (
        "clock",
        f"(?:[上下]午|早上|中午|晚上|晚|今晚|凌晨)?{_FIGURE}(?:[点时](?:整|半|前)?|:[0-9]{{2}})",
    ),
    ("days", f"{_FIGURE}个?(?:工作日|日|天)(?:之?[内后]|以内)"),
    ("percent", r"(?<![0-9])[0-9]{1,3}(?:\.[0-9]+)?%|百分之[一二三四五六七八九十百0-9]{1,4}|[一二两三四五六七八九]成"),
    ("multiple", r"(?<![0-9])(?:[两三四五六七八九十几数]|[2-9]|[0-9]{2})\.?[0-9]?倍"),
    ("years", r"(?<![0-9])(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,2})年(?:以上|以下)?"),
    ("freeze", "[锁关停封冻卡控扣压](?:住|死|掉|上|停|了(?!解)|着|起来|的(?!是))"),
    ("freeze", "[封冻锁](?=[您你](?:的|名下|那|几))"),
    ("owe", "由其?(?=父母|子女|配偶|家人|家属|亲属)"),
    ("seize", "拿(?=[\u4e00-\u9fff]{1,6}抵)"),
    ("penalty", "罚(?=本金|欠款|剩余|[一二两三四五六七八九]成)"),
    ("deduct", "[扣划](?=[您你](?:的|名下|那|几))"),
    (
        "prison",
        f"判(?:处)?[你您他]?个?{_FIGURE}(?:年|个月)|{_FIGURE}年(?:起步|有期徒刑)|[关蹲](?:[你您]|进去|上|个)?{_FIGURE}年",
    ),
    ("custody", f"(?:先?关|拘留?|蹲|押)(?:[你您他她]|进去|上|个|满)?{_FIGURE}(?:天|日|个月)"),
    (
        "seize",
        "(?:自动|直接|即|就)?归(?:属)?(?:我|本|公司|平台|担保|保险)[\u4e00-\u9fff]{0,5}(?:所有|公司|方|处置|处理)",
    ),
    ("freeze", "[取转付用刷花提支收](?:都)?不(?:出来?|了|成|动|到账)"),
    ("travel", "[坐买订乘搭](?:都)?不(?:了|成|到|上)"),
    ("exit", "出不(?:了|去)(?:国|境)?"),
    ("lose", "[读上考报当进念录入参](?:都)?不(?:了|成|上|得)(?!解)"),
    ("deduct", "[扣划转拿领抽清收](?:光|走|空|净|完|干净)"),
    ("pay", "还(?=[,。!;:、)]|$|\n|[给我他她这][^是有]|[0-9])"),
    ("pay", "[交付打转存汇给](?:给?我们?)?(?:[0-9]{2,7}|[一二两三四五六七八九十几][百千万])(?:块|元)?"),
    ("owe", "(?:让|叫|由|找)[你您他她]?(?:妈|爸|爹|娘|爷|奶|哥|姐|弟|妹|老婆|老公|儿子|女儿|家人|父母|家里)"),
    ("pay", "[交付缴](?:清|纳|足)?(?=[^,。;!\\n]{1,6}[费金])"),
    (
        "fee",
        "(?:撤案|撤诉|解冻|解封|解控|解限|销案|结案|立案|移出|恢复|激活|撤销|消除|修复|脱黑|洗白|验资|诚意|保障|安全|核验|认证|活动|打点|疏通|加急|取保)"
        "(?:保证)?(?:金|费|款|押金)(?!融)",
    ),
    ("seize", "取得[\u4e00-\u9fff]{0,6}所有权"),
    ("seize", "[搬拉拖抬牵拆卖](?:光|走|空|掉|完)"),
)


@dataclass(frozen=True, slots=True)
class Token:
    """A known word at its place."""

    text: str
    start: int
    end: int
    classes: frozenset[str]


def tokens(text: str) -> Iterator[Token]:
    """The known words of a text, in reading order; words that stand for nothing are left out."""
    words, last = _words(), 0
    for candidate in _first().finditer(text, 0, LONGEST):
        start = candidate.start()
        if start < last:
            continue
        found = [each for pattern in _by_first()[candidate[0]] if (each := pattern.match(text, start))]
        if not found:
            continue
        longest = max(found, key=lambda each: each.end())
        last = longest.end()
        classes = frozenset({longest.lastgroup.split("_")[0]}) if longest.lastgroup else words[longest[0]]
        if classes != _NONE:
            yield Token(longest[0], start, last, classes)


@cache
def _words() -> Mapping[str, frozenset[str]]:
    known: dict[str, frozenset[str]] = {}
    for row in table("words"):
        for word in row["words"].split():
            spoken = {"you"} if row["class"] != "-" and re.search("[您你]", word) else set()
            known[word] = known.get(word, frozenset()) | {row["class"]} | spoken
    return known


@cache
def _by_first() -> Mapping[str, tuple[re.Pattern[str], ...]]:
    """For each first character the words that begin with it, the longest first, and the open forms that may."""
    groups: dict[str, list[str]] = {}
    for word in sorted(_words(), key=len, reverse=True):
        groups.setdefault(word[0], []).append(re.escape(word))
    whole = [f"(?P<{name}_{at}>{pattern})" for at, (name, pattern) in enumerate(_PATTERNS)]
    forms = re.compile("|".join(whole))
    known = {first: re.compile("|".join(each)) for first, each in groups.items()}
    both = dict.fromkeys(_OPENING, (forms,)) | {first: (each,) for first, each in known.items()}
    return {first: (*each, forms) if first in known and first in _OPENING else each for first, each in both.items()}


@cache
def _first() -> re.Pattern[str]:
    return re.compile("[" + "".join(map(re.escape, _by_first())) + "]")
