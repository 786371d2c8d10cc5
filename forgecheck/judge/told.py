"""Whether words are the paper's own, or told of others: news, textbooks, exams, warnings of fraud, quoted threats.

Whoever warns of forged letters repeats what they say.  Such a page must not be taken for the letter it quotes.
"""

from __future__ import annotations

import re
from itertools import islice

from forgecheck.evidence import Evidence
from forgecheck.judge.prose import Prose
from forgecheck.judge.talk import READER

REACH = 160  # characters to the quotation mark on either side; longer quotations are rare; assumed
INTRODUCED = 30  # characters before or after a quotation in which somebody is said to have said it; assumed

# A page about such papers: none of these words is of use to somebody who writes one.
_ABOUT = re.compile(
    r"记者|本报讯|网讯|新华社|审理认为|获刑|据(?:介绍|了解|悉)|(?:如何|怎[样么])(?:识别|辨别|分辨)|[法局院]讯|思考题|思考[:]|习题|参考文献|第[一二三四五六七八九十\d]{1,3}[章节讲课]|楼主"
    r"|[断择答空]题|[单多]选[题项]?[(:、]|试[卷题]|考[题卷生]|测[试验]题|小测|题库|竞赛|满分|得分|正确答案|下列[^,。\n]{0,12}(?:正确|错误|不属于|属于)"
    r"|(?:对的|正确的?)[^,。\n]{0,4}(?:打|画|填)[\"“]?[√✓对]|判断(?:对错|正误|下列)|[(][√×✓✗对错][)]"
    r"|法官(?:表示|介绍)|^[^\n]{2,8}(?:[日晚]报|时报|周刊)$",
    re.MULTILINE,
)
# School papers, plays and cases told, whatever their words look like otherwise: no letter asks for marks, names a
# speaker's role or heads a paragraph as a case.
_SCHOOL_OR_STAGE = re.compile(
    r"[断择答空]题|第\d{1,3}题|每小?题[^,。\n]{0,4}\d分|(?:参考|标准|正确)答案|选[A-D](?![A-Za-z])"
    r"|^[(]? *[)]\d{1,2}[.、]"
    r"|^【(?:案例|揭秘|骗局|辟谣|以案说法)】"
    r"|编剧|剧本|台词|旁白|画外音|(?:第[一二三四五\d]|[独开闭终])幕(?!后)|^[\[(][^\])\n]{0,12}(?:灯光|上场|下场|幕)",
    re.MULTILINE,
)
# Warnings of fraud; a forger may append a single one ("谨防冒充") to look honest.
_WARNING = re.compile("骗子|骗局|防骗|反诈|不法分子|冒充|假冒|都是(?:假|诈骗|骗)|均为(?:假|诈骗)|诈骗案件")
_DEMAND = re.compile(
    "请[您你]?(?:务必|尽快|立即|立刻|马上|及时|速|于|在)[^,。!;\n]{0,16}(?:还款|还清|结清|清偿|偿还|归还|缴纳|支付|付款|处理|联系)"
)
# A letter that answers such a letter, or that is written against a collector.
_AGAINST = re.compile(
    "停止侵[权害]|的异议|不发生效力|本人要求|投诉[信人书]|申诉[信书]|侵害|侵犯|于法无据|没有法律依据|违规催收|不当催收|停止骚扰|停止联系|停止(?:拨打|致电|打电话|上门|打扰|此类|上述)|赔礼道歉|书面道歉|复函|答复如下|来函收悉"
    r"|(?:贵司|贵公司|你司)[^,。\n]{0,12}(?:拨打|致电|骚扰|透露)|向其(?:同事|家人|家属|亲友|单位)"
    r"|^[^\n]{0,12}(?:异议(?:申请)?书|答辩状|上诉状)$",
    re.MULTILINE,
)
MOST = 20  # demands looked at; assumed
_SAID = re.compile(
    r"[声自谎宣诈函文信]称|配文|来函|标题为|内容为|显示|写[有着明道]|所谓|称(?:要|其|[:,])?$|扬言|威胁|恐吓|名义|冒充|假冒|冒用|骗|虚假|假[!的冒]|谣|不法分子|发送|收到|短信|信息|话术|等(?:字样|内容|语)|约定|载明"
)
_IMPOSTORS = re.compile("不法分子|诈骗分子|骗子|冒充|假冒|冒用|伪装成")
_DO_NOT = re.compile("(?:请勿|切勿|不要|勿)[^,。]{0,4}(?:点|回|信|转|扫)|诈骗|骗局")
# Who speaks in a dialogue that is told; a chat shows names, not roles.
_SPEAKER = re.compile(
    r"\s*(?:[①-⑩\d]{1,2}[.、]?)?(?:催收员?|骗子|对方|[他她]们?说|问|答|甲|乙|客户|顾客|旁白|假法官|假警察|来电人?|话术\d?|错误(?:说法|示例)|例句?\d?|例如|比如)[:]"
)
_TELLING = frozenset({"swindle", "say", "example", "query"})
NAME = 5  # characters: what stands in quotation marks and is no longer is a name or a term; assumed
_OPEN, _CLOSE = '“「『"', '”」』"'
_MARK = re.compile('[“”「」『』"]')


def told(evidence: Evidence, text: Prose, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is what others say: on a page about such papers, quoted, or warned of."""
    return about(evidence, text) or quoted(text, start, end) or warned_of(text, start, end)


def about(evidence: Evidence, text: Prose) -> bool:
    """Whether the page speaks of such papers or of fraud: it answers one, is of a school or a stage, or has no form."""
    if text.says(_AGAINST) or text.says(_SCHOOL_OR_STAGE):
        return True
    if evidence.kind is not None and evidence.kind.type != "other":
        return False
    if text.says(_ABOUT):
        return True
    warnings = [each.start() for each in islice(_WARNING.finditer(text.text), 2)]
    return bool(warnings) and not (len(warnings) == 1 and _appended(text, warnings[0]))


def _appended(text: Prose, warning: int) -> bool:
    """Whether the page demanded payment in its own words, in an earlier sentence than its only warning."""
    for demand in islice(_DEMAND.finditer(text.text, 0, warning), MOST):
        ends = demand.end() + len(text.after(demand.end(), REACH))
        if ends < warning and not quoted(text, *demand.span()) and not _SAID.search(text.before(demand.start(), REACH)):
            return True
    return False


def quoted(text: Prose, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is what others say: a line of a dialogue or of the reader, or inside one quotation.

    A quotation counts where it is introduced as what others say, or is a whole saying and no mere name.
    """
    line = text.text.rfind("\n", max(0, start - REACH), start) + 1
    if _SPEAKER.match(text.text, line, end) or READER.match(text.text, line, end):
        return True
    before = list(_MARK.finditer(text.text, max(0, start - REACH), start))
    after = _MARK.search(text.text, end, end + REACH)
    if not before or before[-1].group() not in _OPEN:
        return False
    opened = before[-1].start()
    introduced = _SAID.search(text.text[max(0, opened - INTRODUCED) : opened]) is not None
    if after is None:  # the page was cut off within the quotation
        return introduced and len(text.text) - end <= REACH
    if after.group() not in _CLOSE:
        return False
    told = not text.classes.isdisjoint(_TELLING) or text.text.count(_OPEN[0]) > 1
    saying = told and after.start() - opened > NAME and text.text[opened] in "“「『"
    return introduced or saying or _SAID.search(text.text[after.end() : after.end() + INTRODUCED]) is not None


def warned_of(text: Prose, start: int, end: int) -> bool:
    """Whether its sentence names impostors before it and says "do not" after it: readers lose quotation marks."""
    return bool(_IMPOSTORS.search(text.before(start, REACH)) and _DO_NOT.search(text.after(end, INTRODUCED)))
