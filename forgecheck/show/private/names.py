"""Names of the people whom a paper is about: its recipient, debtors, parties; never of those who sign it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice, pairwise

from forgecheck.evidence import Evidence, FieldName
from forgecheck.judge.people import is_person
from forgecheck.judge.prose import Prose
from forgecheck.show.private.span import Span

MOST = 40
"""Names that are looked at, which bounds the time."""
PARTY = (
    "被[一-龥]{1,5}人(?:员?)|被告|借款人|债务人|欠款人|失信人|持卡人|客户|用户|收函人|致函对象|受送达人|收[件信货]人|投诉人|举报人|报案人|控告人"
    "|异议人|嫌疑人|违法行为人|行为人|答辩人|上诉人|申请人|保证人|担保人|抵押人|承租[人方]|买受人|竞买人|权利人|投保人|乘车人|甲方|乙方|户主"
    "|业主|住户|居民|读者|户名|姓名|本人|当事人|员工|职工|学员|会员|走访对象|[您你](?:的)?(?:儿子|女儿|孩子|子女|父亲|母亲|丈夫|妻子|爱人|同事|朋友|亲属)"
)
"""Words before the name of somebody whom the paper is about."""
STAFF = (
    "律师|法官|审判[长员]|书记员|执行员|承办人?|经办人?|联系人|对接人|负责人|主任|经理|专员|客服|顾问|代理人|委托人?|法务|警官|民警|协警"
    "|侦查员|调解员|公证员|仲裁员|秘书|记者|编辑|通讯员|投递员|快递员|催收员|工作人员|局长|院长|所长|庭长|主办|出租[人方]|债权人|出借人|收款人"
    "|个人(?:银行卡|账户|支付宝)|原告"
)
"""Words beside the name of somebody who signs, or who wants the money."""
# Of the 《百家姓》, those that `surnames` lacks and that begin few everyday words.
_MORE_SURNAMES = (
    "卫褚柏窦奚郎苗鲍费岑滕毕邬卞卜穆萧湛祁禹狄臧计谈茅舒屈项阮蓝闵席麻娄童梅盛刁骆凌霍虞裘缪宗宣郁吉钮嵇滑裴荣翁荀惠甄封储靳巫乌"
    "牧仲宫宁仇栾厉戎符景郜蓟蒲索卓蔺屠蒙池阴胥闻莘党姬扶冉宰雍桑桂濮浦晏柴瞿慕茹艾戈庾匡寇巩晁冷简饶沙鞠丰巢荆游竺盖桓仝"
)
_NO_NAME = re.compile(
    "[您你我们的所将请须该此]|[于在因向尚已应欠未与自仍至现逾违以等之给有]$"
    "|^(?:费用|周[一二三四五六日末]$|于是|严[重禁]|明[日天细]|高[管院]|水[电费]|成功|简[介称]|景区|宗旨|宣[传判读]|应当|冷静|丰富|封[存闭]|储[存蓄]|计[算划入]|项目|顾客|江苏|祝贺|乔迁|高工|扶养|盖章|谢谢|安[装排全]|周边|卫星)"
)
_SOMEBODY = re.compile("[一-龥](?:某{1,2}[甲乙丙丁]?|[一-龥]某)")
_CALL = re.compile("先生|女士|小姐|同志|同学|业主|阁下|台[启鉴端]|本人(?=[,:!。])|的?(?:家属|家长|父母|家人|亲属)")
_POLITE = re.compile("先生|女士|小姐")
_GAP = ":、|┃(\n"
_END = ",。;:!()、|┃\n"
_GOES_ON = re.compile(
    "[您你于在因向尚已应须对欠未与自仍至现逾违以等之给有的名]|拖欠|家人|最后|负债|履行|返还|偿还|归还|支付|拒|虚|隐|转移|持有|存款|发出|提出|不服|积极|涉嫌|饮酒|醉酒|交来|虚假|价值"
)
_LABEL = re.compile(rf"(?:{PARTY})(?:姓名)?(?:\([^()\n]{{0,10}}[人方告]\))?")
_GREETING = re.compile(
    r"】|(?:^|(?<=[\n。,]))致[:,]?|(?:尊敬|亲爱)的(?:用户)?|敬启者|(?:提[示醒]|贴士|通知|公告|支付令):"
)
_CLAUSE = re.compile("[:。]")
_SUIT = re.compile("[与和诉对向将因及]|罪的|冻结|查封|扣押|限制|代表人|控告|保全")
_SUED = re.compile(
    r"(?:等人?)?[一-龥]{2,10}(?:纠纷|争议)|名下|\(公民|\(身份|财产|银行存款|存款|发出|采取|实施|限制|纳入|列[入为]|(?:执行|刑事|行政)?(?:拘留|逮捕)|涉嫌|骗取|的信息|的存款|不得"
)
_SPOKEN_TO = re.compile(r"[:!]|,?[您你]|,(?=本院|我[院所局司]|请)|[尚拖]?欠")
_RUNS_ON = re.compile(f"{_GOES_ON.pattern}|{_SUED.pattern}")
_TO_YOU = re.compile(r",[^\n]{0,40}?(?:[您你]|欠|还款|逾期|案)")  # 张三,白天找不到你
_DEMAND = re.compile("[转汇打存付][至到入款账]|还款|收款")  # who demands money names his own account
# A name of any family, where the sex or the identity number follows: 仝某,男  仝某(公民身份号码
_SURE = re.compile(
    rf"(?:(?P<label>(?:{PARTY}):)|{PARTY}|^|[、,;。])(?P<name>[一-龥·]{{2,4}})"
    r"(?=,[男女][,。\n]|[,(]?(?:公民身份号码|身份证|身份号码|证件)|\(?[1-9][0-9]{5}\*{4,8})",
    re.MULTILINE,
)
_SIGNED = re.compile(rf"(?:{STAFF})(?:姓名)?[:,、(]?(?:[一-龥]{{2,4}}[、,]){{0,2}}\Z")
_SIGNED_AFTER = re.compile(rf"\(?(?:{STAFF})")
_BODIES: tuple[FieldName, ...] = ("court", "law_firm", "police")


_Ends = Callable[[int], bool]
"""Whether a name may end before this index."""


def names(evidence: Evidence, text: Prose) -> list[Span]:
    """Every place where such a name stands, also where nothing beside it tells whose it is."""
    introduced = islice(dict.fromkeys(_introduced(evidence, text)), MOST)
    known = [name for name in introduced if not _signs(text, name)]
    bodies = {at for each in evidence.named(*_BODIES) for at in range(text.find(each), text.find_end(each))}
    return [
        Span(*match.span(), "name")
        for name in known
        for match in _where(text, name)
        if not bodies.issuperset(range(*match.span()))
    ]


def _introduced(evidence: Evidence, text: Prose) -> Iterator[str]:
    """Names where the words beside them tell that they are the recipient's or a party's."""
    whole = text.text
    for field in evidence.named("addressee"):
        name = re.sub(f"(?:{_CALL.pattern})$", "", field.value)
        if is_person(name):
            yield name
    yield from (match["name"] for match in _SURE.finditer(whole) if match["label"] or _is_name(match["name"]))
    demanded = _DEMAND.search(whole)
    for match in _LABEL.finditer(whole):
        if demanded and match[0].startswith("户名"):
            continue
        at, apart = _begin(text, match.end())
        yield from _name(text, at, _ended_or(text, None if apart else _RUNS_ON))
    chat = evidence.kind is not None and evidence.kind.type == "chat_screenshot"
    for at in _lines(text):
        yield from _addressed(text, at, loud=False, speaks=not chat)
    for match in _GREETING.finditer(whole):
        yield from _addressed(text, match.end(), loud=True)
    for match in _POLITE.finditer(whole):
        yield from _called(text, match.start())
    for match in _CLAUSE.finditer(whole):
        yield from _name(text, match.end(), lambda end: whole[end : end + 1] in ("您", "你"))
    for match in _SUIT.finditer(whole):
        yield from _name(text, match.end(), lambda end: bool(_SUED.match(whole, end)))


def _lines(text: Prose) -> Iterator[int]:
    """Where a printed line begins, also one that the flow joined to the one before."""
    known = [text.flow.origin[at] for at in text.origin]
    yield 0
    yield from (
        at
        for at, (one, other) in enumerate(pairwise(known), 1)
        if other is not None and (one is None or one[1] is not other[1])
    )


def _addressed(text: Prose, at: int, loud: bool, speaks: bool = True) -> Iterator[str]:
    """One name or several to which the words that follow are spoken; a comma is enough where it was `loud` before.

    In a chat a name and a colon are those of whoever `speaks` there himself.
    """

    def spoken_to(end: int) -> bool:
        called = _CALL.match(text.text, end)
        end = called.end() if called else end
        if called or _SPOKEN_TO.match(text.text, end):
            return speaks or text.text[end : end + 1] != ":"
        return bool(_TO_YOU.match(text.text, end)) or (
            loud and (_ended(text, end) or bool(_GOES_ON.match(text.text, end)))
        )

    first = next(_name(text, at, lambda end: spoken_to(end) or text.text[end : end + 1] == "、"), None)
    if first is None:
        return
    end = at + len(first)
    if text.text[end : end + 1] != "、":
        yield first
    elif more := list(_addressed(text, end + 1, loud)):
        yield from (first, *more)


def _called(text: Prose, end: int) -> Iterator[str]:
    """The name right before 先生 or 女士; at most one."""
    for length in (3, 2):
        name = text.text[max(end - length, 0) : end]
        if len(name) == length and _is_name(name):
            yield name
            return


def _begin(text: Prose, at: int) -> tuple[int, bool]:
    """Where a name behind a label may begin, and whether something parts it from the label."""
    start = at
    while text.text[at : at + 1] and text.text[at] in _GAP and at - start < 3:
        at += 1
    again = _LABEL.match(text.text, at)  # 被传唤人:被执行人张三
    return (again.end(), False) if again else (at, at > start or _spaced(text, at))


def _name(text: Prose, at: int, ends: _Ends) -> Iterator[str]:
    """The longest name that begins here and ends as it must; at most one."""
    for length in (4, 3, 2):
        name = text.text[at : at + length]
        if len(name) == length and _is_name(name) and ends(at + length):
            yield name
            return


def _is_name(name: str) -> bool:
    known = "王" + name[1:] if name[0] in _MORE_SURNAMES else name
    if "某" in name and not _SOMEBODY.fullmatch(name):  # 何某买房
        return False
    return is_person(known) and not _NO_NAME.search(name) and all("一" <= each <= "龥" or each in "*×" for each in name)


def _ended(text: Prose, end: int) -> bool:
    following = text.text[end : end + 1]
    return not following or following in _END or following.isascii() or _spaced(text, end)


def _ended_or(text: Prose, goes_on: re.Pattern[str] | None) -> _Ends:
    """Whether a name may end there: by a sign, or by a word that goes on after a name."""
    return lambda end: _ended(text, end) or bool(goes_on and goes_on.match(text.text, end))


def _spaced(text: Prose, at: int) -> bool:
    """Whether a space of layout was dropped before this character."""
    return 0 < at < len(text.origin) and text.origin[at] - text.origin[at - 1] > 1


def _signs(text: Prose, name: str) -> bool:
    """Whether this is somebody who writes or signs, here or elsewhere."""
    return any(
        _SIGNED.search(text.before(match.start(), 20)) or _SIGNED_AFTER.match(text.text, match.end())
        for match in _where(text, name)
    )


def _where(text: Prose, name: str) -> Iterator[re.Match[str]]:
    """Where a name stands; 吴某 does not stand in 吴某某."""
    return re.finditer(re.escape(name) + "(?!某)", text.text)
