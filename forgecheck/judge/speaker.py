"""Who speaks: the organisation under, above or inside a message, and whether it talks as a court or the police."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from forgecheck.evidence import Evidence, FieldName, Place
from forgecheck.judge.prose import Prose

Office = Literal["court", "police", "authority", "law_firm", "company"]
"""court: also a procuratorate, whose papers are as official; authority: any other organ of state or public body."""

# First match wins, so that 人民法院诉调中心 is a court's and 公安县农商银行 a company's.
_OFFICES: tuple[tuple[Office, re.Pattern[str]], ...] = (
    ("court", re.compile(r"法院(?![路街旁店巷])|检察院|人民法庭|^1?2368")),
    ("law_firm", re.compile(r"律师(\(\w+\))?事务所|律所$")),
    ("police", re.compile(r"公安(?!县|农商)(?!.*(公司|银行))|派出所|(经侦|刑侦|刑警|网警|交警|巡警)|反诈")),
    (
        "authority",
        re.compile(r"(政府|仲裁委员会|公证处|委员会|[\u4e00-\u9fff]{2}[局厅])$|^中国人民银行|^1234[58]$|^工信部"),
    ),
    (
        "company",
        re.compile(
            r"公司|银行|集团|法务|律政|法律(咨询|服务|援助|事务)|调解中心|催收|清收|资产|小贷|网贷|信贷|消费金融|消金|金融|金服"
            r"|科技|分期|白条|花呗|借呗|钱包|[贷借]$|保险|信用卡|客服|平台"
        ),
    ),
)

SIGNATURES: tuple[FieldName, ...] = ("signature", "sms_signature", "letterhead", "issuer")

# The registered name of a sender stands at the very beginning or end of a message, or begins a line.
_BRACKETED = re.compile(r"(?:^|\n)【([^】\n]{2,30})】|【([^】\n]{2,30})】\s*(?:$|\n)")


class Issuer(NamedTuple):
    """An organisation that signs."""

    name: str
    office: Office
    place: Place


def office(name: str) -> Office | None:
    """What sort of body a name is of; None where it does not say.

    >>> [office(name) for name in ("某市某区人民法院", "北京市某某(深圳)律师事务所", "公安县某某农商银行")]
    ['court', 'law_firm', 'company']
    """
    return next((kind for kind, pattern in _OFFICES if pattern.search(name)), None)


def issuers(evidence: Evidence, text: Prose) -> tuple[Issuer, ...]:
    """Everyone who signs: letterhead, signature block, and the bracketed signatures of text messages."""
    named = ((each.value, each.place) for each in evidence.named(*SIGNATURES))
    found = [Issuer(name, kind, place) for name, place in named if (kind := office(name))]
    return tuple(found) + tuple(each for each in _bracketed(text) if each.name not in {one.name for one in found})


def _bracketed(text: Prose) -> Iterator[Issuer]:
    for match in _BRACKETED.finditer(text.text):
        group = 1 if match[1] else 2
        if kind := office(match[group]):
            yield Issuer(match[group], kind, text.place(*match.span(group)))


_WE_COURT = re.compile(r"[本我](?:院|庭)(?![士校系落子内外审])")
_WE_POLICE = re.compile(r"[本我](?:局|分局|所民警|大队|支队)")
_HOSPITAL = re.compile(
    r"医院|学院|书院|影院|剧院|美容院|养老院|福利院|研究院|设计院|医生|医师|门诊|就诊|挂号|同学|招生|患者"
)
_I_AM = re.compile(
    r"(?:这里是|这边是|我是|我们是)[^,。!\n]{0,20}?(?:人民法院|法院|公安局|公安分局|派出所|检察院|经侦|刑警|刑侦)"
    r"(?!门口|对面|旁边|附近|附属|隔壁)"
)
_ORDERS = re.compile(
    r"(?:人民法院|公安局|公安分局|派出所|检察院)(?:执行局|立案庭|经侦大队|刑侦大队)?(?:现|特此|依法|正式|郑重){0,2}"
    r"(?:传唤|责令|勒令|限令|通知)[您你]"
)
_QUOTES = re.compile(
    r"(?:根据|依据|按照?|接到?|收到|经|由|如果?|若|等待?|以|被|假冒|冒充|自称|谎称|声称)[^,。!?;\n]{0,20}$"
)


def official_voice(text: Prose) -> tuple[int, int] | None:
    """Where the text talks as a court or the police itself ("本院", "我局", "这里是某某法院"); None where it does not.

    Hospitals and schools say 我院 as well: those words count only where a court is named and no hospital or school is.
    """
    whole = text.text
    patterns = [_I_AM, _ORDERS]
    if re.search("法院|检察院", whole) and not _HOSPITAL.search(whole):
        patterns.append(_WE_COURT)
    if re.search("公安(?!县)|派出所|经侦|刑侦", whole):
        patterns.append(_WE_POLICE)
    for pattern in patterns:
        for match in pattern.finditer(whole):
            if not _QUOTES.search(text.before(match.start(), 24)):
                return match.span()
    return None
