"""Whether words are the paper's own, or told of others: news, textbooks, warnings against fraud, quoted threats.

Whoever warns of forged letters repeats what they say.  Such a page must not be taken for the letter it quotes.
"""

from __future__ import annotations

import re

from forgecheck.evidence import Evidence
from forgecheck.judge.prose import Prose

REACH = 160  # characters to the quotation mark on either side; longer quotations are rare; assumed
INTRODUCED = 30  # characters before or after a quotation in which somebody is said to have said it; assumed

# A page about such papers: none of these words is of use to somebody who writes one.
_ABOUT = re.compile(
    r"记者|本报讯|新华社|[法局院]讯|思考题|习题|参考文献|第[一二三四五六七八九十\d]{1,3}[章节讲课]"
    r"|骗子|骗局|防骗|反诈|不法分子|冒充|假冒|都是(?:假|诈骗|骗)|均为(?:假|诈骗)|诈骗案件|楼主"
)
_SAID = re.compile(
    r"[声自谎宣诈]称|称(?:要|其|[:,])?$|扬言|威胁|恐吓|名义|冒充|假冒|冒用|骗|虚假|假[!的冒]|谣|不法分子|发送|收到|短信|信息|话术|等(?:字样|内容|语)|约定|载明"
)
_IMPOSTORS = re.compile("不法分子|诈骗分子|骗子|冒充|假冒|冒用|伪装成")
_DO_NOT = re.compile("(?:请勿|切勿|不要|勿)[^,。]{0,4}(?:点|回|信|转|扫)|诈骗|骗局")
_OPEN, _CLOSE = '“「『"', '”」』"'
_MARK = re.compile('[“”「」『』"]')


def told(evidence: Evidence, text: Prose, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is what others say: on a page about such papers, quoted, or warned of."""
    return about(evidence, text) or quoted(text, start, end) or _warned_of(text, start, end)


def about(evidence: Evidence, text: Prose) -> bool:
    """Whether the page has no form of a letter or message and speaks of such papers or of fraud."""
    return (evidence.kind is None or evidence.kind.type == "other") and _ABOUT.search(text.text) is not None


def quoted(text: Prose, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` lies inside one quotation that is introduced as what others say."""
    before = list(_MARK.finditer(text.text, max(0, start - REACH), start))
    after = _MARK.search(text.text, end, end + REACH)
    if not before or after is None or before[-1].group() not in _OPEN or after.group() not in _CLOSE:
        return False
    opened, closed = before[-1].start(), after.end()
    lead = text.text[max(0, opened - INTRODUCED) : opened]
    return bool(_SAID.search(lead) or _SAID.search(text.text[closed : closed + INTRODUCED]))


def _warned_of(text: Prose, start: int, end: int) -> bool:
    """Whether its sentence names impostors before it and says "do not" after it: readers lose quotation marks."""
    return bool(_IMPOSTORS.search(text.before(start, REACH)) and _DO_NOT.search(text.after(end, INTRODUCED)))
