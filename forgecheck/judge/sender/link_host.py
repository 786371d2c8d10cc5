"""A message in the name of a court or the police links to a host that is not theirs.

Real court messages link to zxfw.court.gov.cn, other *.gov.cn hosts, or a few services that courts use.  A
forger owns none of these and needs a link, so the host gives him away however well he copies the words.

Strong where the message speaks as a court or the police, or offers a paper that only they issue, and the host
is somewhere else; weak for link shorteners, which hide the host, for hosts that a misread letter would repair,
where the message came from the courts' or the police's own number, and for a .com, .cn or .net host that does
not imitate an official one in a message not seen to come from a private number: it may be a court's service
company.

>>> [standing(host) for host in ("zxfw.court.gov.cn", "court.gov.cn.abc.top", "t.cn", "zxfw.c0urt.g0v.cn")]
['official', 'foreign', 'shortener', 'near']

Innocent causes
---------------
Local courts use service companies and short links that the table `official_hosts` does not know yet; a link
cut off at the end of a line looks like another host.  Lenders' own links under their own name are not looked
at, nor links that a warning, a page about fraud or a quotation repeats.  Judgments and police papers tell of web
sites: outside of messages only a link that the reader is asked to open counts.

Limits
------
Judges by the written host only; nothing is opened, and a web page behind an official link is not seen.

Sources
-------
* 国务院办公厅 关于加强政府网站域名管理的通知 (国办函〔2018〕55号) art. 2, in force 2018-09-06: organs of
  state use .gov.cn.
* 人民法院在线诉讼规则 (法释〔2021〕12号) art. 29 to 32, in force 2021-08-01: electronic service through the
  courts' platforms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence, Field
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.prose import UNREAD, Prose, first_of_each, fold, prose
from forgecheck.judge.sender._hosts import IMITATES, Standing, standing
from forgecheck.judge.sender._numbers import sender
from forgecheck.judge.speaker import issuers, official_voice
from forgecheck.judge.told import told

_PAPERS = re.compile(
    r"(?:传票|判决书|裁定书|执行通知书|限制消费令|立案通知书|应诉通知书|法院文书|司法文书|通缉令|逮捕证|拘留证|协查通告)[^。\n]{0,30}"
    r"(?:查看|点击|查收|下载|领取)"
)
# Papers tell of web sites (a shop, a fraud): only a link that the reader is asked to open is theirs.
_SCREENS = ("sms_screenshot", "chat_screenshot")
_INVITES = re.compile(r"请[^。\n]{0,20}(?:点击|登录|登陆|打开|访问|下载|查看|查收|扫码|进入|领取)")
# Service companies of courts have such names: 10102368.com, gdems.com.
_COMPANY_END = re.compile(r"\.(?:com|cn|net)$")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding for each foreign host."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if not _claims_office(evidence, text):
        return
    number = sender(evidence)
    own_line = number is not None and number.sort == "official"
    office = any(each.office in ("court", "police") for each in issuers(evidence, text))
    companys = office and (number is None or number.sort == "port")
    screen = evidence.kind is not None and evidence.kind.type in _SCREENS
    for field in first_of_each(evidence.named("link")):
        start = text.find(field)
        end = start + len(fold(field.text))
        if _cut_off(text, field, end) or not (screen or _is_offered(text, start, end)):
            continue
        kind = standing(field.value)
        if kind == "official" or told(evidence, text, start, end):
            continue
        imitates = IMITATES.search(field.value) or "@" in field.text
        may_serve = companys and _COMPANY_END.search(field.value) and not imitates
        sure = kind == "foreign" and field.place.confidence >= SURE and not own_line and not may_serve
        severity: Severity = "strong" if sure else "weak"
        facts = {"host": field.value, "standing": kind}
        yield Finding(severity, _says(field.value, kind), field.place, facts)


def _claims_office(evidence: Evidence, text: Prose) -> bool:
    signed = issuers(evidence, text)
    if any(each.office in ("court", "police") for each in signed):
        return True
    return official_voice(text) is not None or _PAPERS.search(text.text) is not None


def _is_offered(text: Prose, start: int, end: int) -> bool:
    """Whether the words around a link ask to open it."""
    return _INVITES.search(text.text, max(0, start - 40), end + 12) is not None


def _cut_off(text: Prose, link: Field, end: int) -> bool:
    """Whether the host goes on in the next line, or after a dot misread, and would be official there."""
    following = re.match(r"(?:\n|(?P<dot>\n?[·。]))([!-~]{1,60})", text.text[end : end + 63])
    if following is None or "/" in re.sub("^https?:/{1,2}", "", link.text, flags=re.IGNORECASE):
        return False
    joined = link.value + ("." if following["dot"] else "") + following[2].split("/")[0].split(":")[0]
    return standing(joined.lower()) in ("official", "near")


def _says(host: str, kind: Standing) -> Says:
    if kind == "shortener":
        return Says(
            f"文中以法院或公安的名义给出短链接 {host}，看不出通向哪里。法院的网址以 .gov.cn 结尾，请不要点开。",
            f"In the name of a court or the police the text gives a short link ({host}) that hides where it leads. "
            "Courts' addresses end in .gov.cn.",
        )
    return Says(
        f"文中以法院或公安的名义给出链接 {host}，这不是已知的官方网址。法院的网址一般以 .gov.cn 结尾，请不要点开。",
        f"In the name of a court or the police the text links to {host}, which is no known official address. "
        "Courts' addresses end in .gov.cn as a rule.",
    )
