"""The debt is to be made public: village, neighbours, employer, everybody in the address book.

Whoever collects may speak of the debt with the debtor alone.  Others may be asked how to reach him, if he cannot be
reached, and no more.  Notices at the door, loudspeakers, messages to the whole address book are unlawful for anybody.

Strong where the debt is to be spread: address book, notices on walls, loudspeaker, shaming in public; weak where
the village, the neighbours or the employer are to be "informed" or visited.

Innocent causes
---------------
A court may publish who does not obey its judgment, serve papers through the village, and ask an employer for wages:
what a court signs, and sentences that name a court, are left alone.  A bank asks a relative for a new number.

Limits
------
An unlawful threat may come from a real lender, too: it says that the letter breaks the rules, not who wrote it.

Sources
-------
* 中华人民共和国个人信息保护法 art. 10, 13, 23, in force 2021-11-01.
* 中华人民共和国民法典 art. 1032, 1033, in force 2021-01-01: privacy.
* 中国银行业协会《金融机构个人消费类贷款催收工作指引(试行)》, published 2026-01: third persons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.claims import Act, Rule, speak
from forgecheck.judge.frames import Frame

_LAWFUL = re.compile(
    r"法院|法庭|判决|裁定|失信被执行人|协助执行|仲裁|送达地址|更新|变更|核实(?:身份|地址|联系方式)|授权|同意|公证|登报|报纸|债权转让|疫情|活动|会员|优惠|家长|物业|业主|不得|禁止|违反|违规|违法|举报|报警|拨打110"
)
_SAYS: dict[Severity, Says] = {
    "strong": Says(
        "文中威胁要把欠款的事公开，或发给通讯录里的人。催收只能找本人，任何人都无权这样公开别人的债务。",
        "The text threatens to make the debt public or to send it to people in the address book. Nobody has the right "
        "to spread another's debt.",
    ),
    "weak": Says(
        "文中说要把欠款的事告知单位、村委、邻居等。向无关的人透露债务违反个人信息保护规定；失联时也只能打听联系方式。",
        "The text says that employer, village or neighbours will be told of the debt. That breaks the rules on "
        "personal data; they may only be asked how to reach somebody.",
    ),
}
_PLACES = (
    "村委|村支书|村书记|村干部|居委|街道办|社区|邻居|邻里|街坊|(?:工作|所在|您的?)单位"
    "|公司(?:领导|人事|同事)|单位(?:领导|人事|同事)|领导|同事|学校|老师"
)
_THEM = frozenset({"village", "work", "contacts", "kin"})


def _told_to_others(frame: Frame) -> bool:
    """Whether somebody else than the debtor is to hear of it, and no court serves or enforces."""
    ours = frame.by in ("private", "nobody")
    return ours and frame.near(*_THEM) and not frame.judged and not _LAWFUL.search(frame.sentence.text)


_RULES = (
    Act(
        frozenset({"spread"}),
        lambda frame: _told_to_others(frame) or (frame.near("details") and not _LAWFUL.search(frame.sentence.text)),
        "strong",
        _SAYS["strong"],
    ),
    Act(
        frozenset({"tell"}),
        lambda frame: _told_to_others(frame) and frame.has("details", "debt", "team"),
        "strong",
        _SAYS["strong"],
    ),
    Act(frozenset({"tell", "visit"}), _told_to_others, "weak", _SAYS["weak"]),
    Rule(
        re.compile("群发|爆|轰炸|逐一(?:联系|通知|拨打|致电)|(?:联系|通知|拨打|致电|发送|告知|发函)(?:至|给|到)?"),
        re.compile(r"^[^。;\n]{0,8}(?:通讯录|所有(?:亲友|联系人|好友)|全部(?:亲友|联系人|好友))"),
        "strong",
        _SAYS["strong"],
        _LAWFUL,
    ),
    Rule(
        re.compile("张贴|喇叭|广播|公示|通报|曝光|公布|公开|散布|传单|横幅|抖音|朋友圈"),
        re.compile(
            rf"^[^。;\n]{{0,14}}(?:{_PLACES}|户籍地|家门口|门口|小区|村里|老家|通讯录|抖音|快手|朋友圈|网络|欠款|欠债|照片|身份证|个人信息|你的|您的)"
        ),
        "strong",
        _SAYS["strong"],
        _LAWFUL,
    ),
    Rule(
        re.compile("让[你您]"),
        re.compile(r"^[^,。;\n]{0,8}(?:亲戚|同学|朋友|同事|家人|邻居|老乡|单位)[^,。;\n]{0,8}知道"),
        "strong",
        _SAYS["strong"],
        _LAWFUL,
    ),
    Rule(re.compile("大喇叭|村广播|村里广播|爆通讯录"), None, "strong", _SAYS["strong"], _LAWFUL),
    Rule(
        re.compile("照片|身份证照?|个人信息|朋友圈|家门口|楼道"),
        re.compile(r"^[^,。;\n]{0,8}(?:公布|公示|曝光|张贴|贴[函条公告]|散布|发到|发布)"),
        "strong",
        _SAYS["strong"],
        _LAWFUL,
    ),
    Rule(
        re.compile("在|到|至|向"),
        re.compile(
            rf"^[^,。;\n]{{0,8}}(?:{_PLACES}|户籍地|家门口|小区|村里|老家)[^。;\n]{{0,8}}(?:张贴|广播|播报|曝光|公示|拉横幅)"
        ),
        "strong",
        _SAYS["strong"],
        _LAWFUL,
    ),
    Rule(
        re.compile("联系|通知|告知|致电|走访|寄送|寄至|寄到|邮寄|发函|函告|约谈|拜访|知会"),
        re.compile(rf"^[^,:。;\n]{{0,12}}(?:{_PLACES}|家人朋友|亲朋|亲友|(?:家人|朋友|父母)及)"),
        "weak",
        _SAYS["weak"],
        _LAWFUL,
    ),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest such threat, once."""
    yield from speak(evidence, _RULES)
