"""Words that ask for money on somebody's own account: a private account, a clerk's card, a wallet, a payment code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Literal, NamedTuple

from forgecheck.judge.courts import place_names
from forgecheck.judge.people import is_person, surnames
from forgecheck.judge.prose import Prose

Sort = Literal["private", "staff", "person", "wallet", "me"]
"""private: a "个人账户" of nobody named; staff: a clerk's; person: a named person's; wallet: a telephone number's; me:
"转我"."""

MOST = 60
"""Places that are looked at, which bounds the time; letters have one or two."""
STAFF = (
    "(?:经理|专员|主管|客服|法官|书记员|执行员|审判员|审判长|律师|警官|民警|助理|财务|会计|出纳|工作人员|主任|科长|队长"
    "|经办人?|承办人?|催收员|业务员|代理人|调解员|老师|专干|负责人)"
)
# A company's 财务账户 is its own.
_ALONE = STAFF.replace("|财务|会计|出纳", "").replace("|代理人", "")
_CHANNEL = (
    "(?:(?:[\u4e00-\u9fff]{0,6}(?:银行|信用社)|[工农中建交招]行)?(?:银行卡|卡号?|[账帐][户号])|微信|支付宝|收款码|二维码|钱包"
    "|62[0-9]{14,17})"
)
_OF = "(?:的|名下的?|这边的?)?(?:个人|私人)?的?"
_PAY = re.compile(
    "转[到至入给账款进]?|汇[到至入给款]?|打[到至入给款进我]|存[到至入进]|付[到至给款清]?|支付|还款|缴|交[到至给]|扫|收款"
)
_PAID_TO = "(?:转账?|汇款?|打款?|存|付款?|支付|还款|缴纳?|交)(?:给|到|至|入|进)?"
_NO_NAME = re.compile("[公司户账帐款行院所对指定专原约下列上述此该单共管方位市省县区商]")
# Money that the reader is warned of, forbidden to send, or told of.
_WARNED = re.compile(
    r"勿|不(?:使用|收取|以|通过|向|接受|支持|需)|不要|不得|不会|不可|不应|不能|禁止|从不|绝不|任何|拒绝|警惕|谨防|防止|骗|非法|违[规法]|严禁|假|举报|投诉|凡|要求.{0,4}的"
    r"|自称|声称|有人|若遇|如遇"
)
_WARNED_AFTER = re.compile("均|都是|一律|骗|举报|投诉|报警|的行为|请勿|切勿|不要相信|谨防|警惕|违[规法]")
# Money that goes the other way, to whoever reads.
_TO_READER = re.compile(
    r"放款|退款|退费|退还|返还|领取|发放|申请执行人|受偿|提供|绑定|变更|工资|报销|(?:[您你其]|[借用客]款?[人户]|债务人|本人)"
    r"(?:的|名下的?|本人的?)?$"
)


class Asked(NamedTuple):
    """Where money is asked for, on whose account."""

    start: int
    end: int
    sort: Sort
    who: str
    """The name; empty where none is given."""


def asked(text: Prose) -> Iterator[Asked]:
    """Each place, one for each sort and name, in the order of the rules."""
    for sort, pattern in _patterns().items():
        for match in islice(pattern.finditer(text.text), MOST):
            before, after = text.before(match.start(), 40), text.after(match.end(), 20)
            if _WARNED.search(before) or _WARNED_AFTER.search(after):
                continue
            if sort != "me" and _TO_READER.search(before[-16:]):
                continue
            paid = _PAY.search(before[-24:]) or _PAY.search(match[0]) or _PAY.search(after[:16])
            if paid:
                names = match.groupdict()
                who = names.get("who") or names.get("whose") or ""
                if not who or _is_name(who):
                    yield Asked(*match.span(), sort, who)


def _is_name(who: str) -> bool:
    """Whether it is a person's name, and neither 对公 nor a city before the name of its bank."""
    return is_person(who) and not _NO_NAME.search(who) and who not in place_names()


@cache
def _patterns() -> dict[Sort, re.Pattern[str]]:
    name = f"(?<!支)[{surnames()}][\u4e00-\u9fff某*×]{{1,2}}?"
    body = "(?:我司|我们|本院|我院|我局|本所)?"
    return {
        "staff": re.compile(
            f"{STAFF}:?(?P<who>{name}){_OF}{_CHANNEL}|(?P<whose>{name}){STAFF}{_OF}{_CHANNEL}"
            f"|{_PAID_TO}{body}[{surnames()}]?{_ALONE}{_OF}{_CHANNEL}"
            f"|(?:微信|支付宝)(?:直接)?(?:转账?|付款?|支付|打款)(?:给|到|至){body}[{surnames()}]?{_ALONE}"
        ),
        "person": re.compile(f"{_PAID_TO}[^,。;\n]{{0,4}}(?P<who>{name})(?:先生|女士)?{_OF}{_CHANNEL}"),
        "wallet": re.compile(r"(?:支付宝|微信)(?:[账帐][号户]|号|钱包)?[:为是]{0,2}1[3-9][0-9*]{9}"),
        "me": re.compile(
            "(?:微信|支付宝|红包|现金)(?:直接|先)?(?:转|打|发|付)(?:账|钱|款)?(?:给|到)?我(?![司行院局所们方国])"
            f"|{_PAID_TO}我(?![司行院局所们方国]){_OF}{_CHANNEL}|把钱(?:转|打)(?:给|到)我(?![司行院局所们方国])"
        ),
        "private": re.compile(
            "(?:个人|私人|对私)的?(?:名下)?的?(?:[账帐][户号]|(?:银行)?卡|微信|支付宝|收款码|二维码|户头)|(?:转|汇|打|付)[^,。;\n]{0,4}私[户卡]"
        ),
    }
