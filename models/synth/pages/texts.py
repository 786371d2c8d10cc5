"""What the pages say: a few plain wordings of their own, and those of `letters`; every name and number is invented."""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import wordings
from .fonts import Split
from .scene import Kind, Rng, Role, pick

PLACES = ("云州市", "安澜区", "清河口市", "临溪县", "望江岭区", "南屏市", "青禾县", "石桥区")
FIRMS = ("明衡", "正序", "嘉诺", "启澄", "恒简", "瑞砚", "致衡", "博砚")
SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗"
GIVEN = ("某", "某某", "小明", "建国", "丽", "志强", "秀英", "海燕", "晓东", "文静", "子涵", "国庆")
LENDERS = ("惠民小额贷款有限公司", "安心消费金融有限公司", "云州商业银行信用卡中心", "嘉诺信息咨询有限公司")
BODIES = (
    "受{lender}委托，就您拖欠借款一事，郑重函告如下：",
    "截至{date}，您尚欠本金人民币{amount}元，利息{small}元，合计{amount}元。",
    "请您在收到本函之日起{days}日内，将上述款项归还至合同约定账户，账号{account}。",
    "您与{lender}于{date}签订借款合同，合同编号{account}，约定借款金额{amount}元，期限{days}个月。",
    "若逾期仍未履行，委托人将依法向{place}人民法院提起诉讼，由此产生的诉讼费、保全费由您承担。",
    "根据《中华人民共和国民法典》第六百七十五条的规定，借款人应当按照约定的期限返还借款。",
    "本案案号为（{year}）云{court}民初{case}号，定于{date}上午九时三十分在第三法庭公开开庭审理。",
    "如对上述金额有异议，请于工作时间拨打{phone}与我们联系，并提供还款凭证。",
    "经查，被执行人{name}未按执行通知书指定的期间履行生效法律文书确定的给付义务。",
    "因您连续{days}期未按约定还款，现依据合同第八条通知您解除合同，全部借款立即到期。",
    "申请执行人{name}与被执行人{name}民间借贷纠纷一案，执行标的{amount}元，执行费{small}元。",
    "请携带本人身份证件于{date}到本院执行局报到，逾期不到将依法处理。",
    "特此函告，望您珍惜个人信用记录，妥善处理上述债务。",
)
MESSAGES = (
    "【{firm}】{name}您好，您尾号{tail}的借款{amount}元已逾期{days}天，请于{date}前还款，详询{phone}。",
    "【云州商业银行】您尾号{tail}的信用卡本期账单{amount}元，最低还款{small}元，到期还款日{date}。",
    "您的验证码是{tail}{days}，5分钟内有效，请勿告诉他人。",
    "【{place}人民法院】（{year}）云{court}民初{case}号案件已受理，请登录官方平台查看文书。",
    "您好，请问那笔{amount}元什么时候能还？",
    "我这个月工资{date}才发，到时候先还{small}元可以吗？",
    "好的，收到。",
    "今天下午六点之前必须处理，不然就走法律程序了。",
    "转账{amount}元，请查收。",
    "合同编号{account}，您核对一下金额对不对。",
    "在吗？",
    "请把还款截图发给我，谢谢。",
)
TITLES: dict[Kind, tuple[str, ...]] = {
    "letter": ("律师函", "律师催告函", "法律意见函"),
    "notice": ("催收通知书", "逾期还款通知书", "债权转让通知书", "催款通知单"),
    "cancellation": ("解除合同通知书", "合同终止通知函", "贷款提前到期通知书"),
    "court": ("传票", "执行通知书", "应诉通知书", "限制消费令", "民事裁定书"),
    "sms": ("信息",),
    "chat": ("聊天",),
    "web": ("逾期账单", "案件查询结果", "我的借款", "法律服务公告"),
}
ROLES: tuple[tuple[Role, str], ...] = (
    ("date", r"\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d\d-\d\d"),
    ("amount", r"[\d,]+\.\d\d|[\d,]+(?=元)"),
    ("number", r"\d{4,}(?:-\d+)*"),
    ("name", rf"[{SURNAMES}](?:某某?|小明|建国|志强|秀英|海燕|晓东|文静|子涵|国庆)"),
)
_FOUND = re.compile("|".join(f"(?P<{role}>{rule})" for role, rule in ROLES))


BORROWED = 0.6
"""Share of the texts that come from `letters` (assumed)."""


@dataclass(frozen=True, slots=True)
class Text:
    """What one page says."""

    kind: Kind
    head: str
    title: str
    number: str
    addressee: str
    paragraphs: tuple[str, ...]
    signature: str
    date: str


def roles(text: str) -> list[Role]:
    """What each character belongs to."""
    found: list[Role] = ["body"] * len(text)
    for match in _FOUND.finditer(text):
        role: Role = next(each for each, _ in ROLES if each == match.lastgroup)
        found[match.start() : match.end()] = [role] * (match.end() - match.start())
    return found


def money(rng: Rng, top: float = 6.0) -> str:
    """A sum in yuan."""
    value = 10 ** rng.uniform(2, top)
    return f"{value:,.2f}" if rng.random() < 0.6 else f"{value:.2f}"


def day(rng: Rng) -> str:
    """A date of the last years."""
    return f"{rng.integers(2019, 2027)}年{rng.integers(1, 13)}月{rng.integers(1, 29)}日"


def person(rng: Rng) -> str:
    """An invented name."""
    return pick(rng, SURNAMES) + pick(rng, GIVEN)


def digits(rng: Rng, count: int) -> str:
    """A number of this many digits."""
    return "".join(map(str, rng.integers(0, 10, count)))


def filled(pattern: str, rng: Rng) -> str:
    """The pattern with invented values in its slots."""

    def value(match: re.Match[str]) -> str:
        slot = match[1]
        if slot == "amount":
            return money(rng)
        if slot == "small":
            return money(rng, 3.5)
        if slot == "date":
            return day(rng)
        if slot == "name":
            return person(rng)
        if slot in {"lender", "place", "firm"}:
            return pick(rng, {"lender": LENDERS, "place": PLACES, "firm": FIRMS}[slot])
        if slot == "phone":
            return "0" + digits(rng, 3) + "-" + digits(rng, 8)
        if slot == "days":
            return str(rng.integers(3, 31))
        if slot == "year":
            return str(rng.integers(2019, 2027))
        return digits(rng, {"account": 16, "court": 4, "case": 5, "tail": 4}[slot])

    return re.sub(r"\{(\w+)\}", value, pattern)


def document(kind: Kind, rng: Rng, split: Split) -> Text:
    """A letter or a court paper."""
    if rng.random() < BORROWED:
        lines = wordings.lines(kind, split, rng)
        if len(lines) > 4:
            return _cut(kind, lines)
    place, firm = pick(rng, PLACES), pick(rng, FIRMS)
    head = f"{place}人民法院" if kind == "court" else pick(rng, (f"{place}{firm}律师事务所", *LENDERS))
    count = int(rng.integers(4, 9))
    chosen = rng.permutation(len(BODIES))[:count]
    numbered = rng.random() < 0.5
    paragraphs = [filled(BODIES[index], rng) for index in chosen]
    if numbered:
        paragraphs = [f"{'一二三四五六七八'[at]}、{each}" for at, each in enumerate(paragraphs)]
    year = rng.integers(2019, 2027)
    number = f"（{year}）{pick(rng, ('云', '安', '清', '临'))}{firm[0]}律函字第{rng.integers(1, 400):04d}号"
    if kind == "court":
        number = f"（{year}）云{digits(rng, 4)}民初{rng.integers(1, 20000)}号"
    title = pick(rng, TITLES[kind])
    return Text(kind, head, title, number, f"{person(rng)}：", tuple(paragraphs), head, day(rng))


def _cut(kind: Kind, lines: list[str]) -> Text:
    """A letter's lines as the parts of a page; what is not there stays empty."""
    head, *rest = lines
    title = rest.pop(0) if len(rest[0]) < 18 and not rest[0][-1].isdigit() else TITLES[kind][0]
    number = rest.pop(0) if "号" in rest[0] and len(rest[0]) < 32 else ""
    addressee = rest.pop(0) if rest[0].endswith("：") and len(rest[0]) < 32 else ""
    short = len(rest) > 2 and len(rest[-1]) < 16 and len(rest[-2]) < 26
    signature, date = rest[-2:] if short else ("", "")
    return Text(kind, head, title, number, addressee, tuple(rest[:-2] if short else rest), signature, date)


def messages(rng: Rng, count: int, kind: Kind, split: Split) -> list[str]:
    """Short messages, as in a chat or an inbox."""
    own = [filled(pick(rng, MESSAGES), rng) for _ in range(count)]
    return [(wordings.message(kind, split, rng) if rng.random() < BORROWED else "") or each for each in own]
