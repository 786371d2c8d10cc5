"""A large discount is promised for paying today, and the money is to go to a private hand.

A true discount stands in the lender's own app or letter, leaves days to decide, and is paid to the lender.  A
swindler needs the money at once and on his own account, so he lures with "only 90 % of the principal", "today only",
and a private payee.

Strong where discount, a deadline of today or hours, and a private account, code or chat to pay through come together;
weak where a sender that is no lender offers such a discount until today, without saying where to pay.

Innocent causes
---------------
Lenders and those who bought a debt do offer discounts, and their campaigns end on a day: offers that a bank or other
lender signs, or that leave more than a day, are not looked at.

Limits
------
Does not know whether the sender is the lender; asks in the lender's app settle it.

Sources
-------
* 民法典 art. 543 and 546 (in force 2021-01-01): terms of a debt change by agreement with the creditor, and an
  assignment must be told.
* 商业银行信用卡业务监督管理办法 (银监会令2011年第2号) art. 70: instalments are agreed with the bank itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.claims import Rule, addressed, claims, official
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.speaker import issuers

_SAYS: dict[Severity, Says] = {
    "strong": Says(
        "文中说今天付款就大幅打折，钱却要付给个人。真正的减免会在贷款机构的官方APP里显示，也只付给贷款机构。请先打官方客服核实。",
        "The text promises a large discount for paying today, but into private hands. A true discount is shown in the "
        "lender's own app and is paid to the lender: ask its official service first.",
    ),
    "weak": Says(
        "文中用“今天有效”的折扣催您马上付款。请先到贷款机构的官方APP或客服核实有没有这个减免。",
        "The text presses for payment today with a discount. Ask the lender's official app or service whether it "
        "exists.",
    ),
}
_RULE = Rule(
    re.compile(
        r"(?:只需|仅需|只要|只用|仅)要?(?:偿?还|支付|缴纳|归还|付|结)?|减免|打折?|优惠|本金(?:的)?(?=\d|[一二三四五六七八九])|一口价|特批|折扣"
    ),
    re.compile(
        r"^[^。;\n]{0,12}?(?:\d{1,2}(?:\.\d)?%|百分之[一二三四五六七八九十]{1,3}|(?:\d|\d\.\d|[一二三四五六七八九])\s?(?:折|成)|本金|一半|结清|全部(?:息费|利息))"
    ),
    "weak",
    _SAYS["weak"],
    re.compile(r"物业|停车|会员|商品|购物|话费|流量|保费|学费|票价|税"),
)
_TODAY = re.compile(
    r"(?:今[日天晚]|当[日天])[^,。;!\n]{0,8}(?:前|内|有效|截止|结束|处理|结清|还清|还款|支付|付款|办理|还)|(?:仅限|只限|限|截止|就|只有)(?:于|到)?今[日天晚]|一天有效|仅剩?一天|最后一天"
    r"|(?:\d{1,2}|[一两二三半])个?小时(?:之)?内|下班前|\d{1,2}(?:点|:\d\d)(?:整|半)?之?前|(?:今[日天]|政策)[^,。\n]{0,6}(?:有效|作废|失效)|过期(?:作废|不候)"
)
_PRIVATE = re.compile(
    r"(?:个人|私人|对私|专员|经理|老师|法务|律师|我)的?(?:账户|账号|银行卡|卡号|微信|支付宝|收款码|二维码|户头)|(?:微信|支付宝|红包)(?:转账|收款|付款|给我|扫)"
    r"|(?:转|打|汇|付)(?:给|到)(?:我|个人|私人|本人|专员|经理)|收款码|扫码(?:付款|还款|支付|结清)|(?:加|添加)(?:我)?(?:微信|[Vv]信?|QQ)|微信同号"
)
_LENDER = re.compile("银行|消费金融|信托|小额贷款|小贷|信用社|汽车金融|资产管理|融资担保")
_SIGNED_BY_LENDER = re.compile(rf"【[^】\n]{{0,20}}(?:{_LENDER.pattern})[^】\n]{{0,10}}】")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding for the offer."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if not addressed(evidence, text) or official(evidence, text):
        return
    offer, today = next(claims(text, _RULE), None), _TODAY.search(text.text)
    if offer is None or today is None:
        return
    private = _pays_privately(evidence, text)
    by_lender = any(_LENDER.search(each.name) for each in issuers(evidence, text))
    if by_lender or _SIGNED_BY_LENDER.search(text.text):
        return
    place = text.place(offer.start, offer.end)
    severity: Severity = "strong" if private and place.confidence >= SURE else "weak"
    facts: dict[str, str | bool] = {
        "offer": text.text[offer.start : offer.end],
        "deadline": today.group(),
        "private": private,
    }
    yield Finding(severity, _SAYS[severity], place, facts)


def _pays_privately(evidence: Evidence, text: Prose) -> bool:
    """Whether money or contact goes to a private hand."""
    for match in _PRIVATE.finditer(text.text):
        around = text.before(match.start(), 12) + match.group() + text.after(match.end(), 8)
        if not re.search("请勿|切勿|不要|勿|不得|禁止|不会|谨防|官方|公众号", around):
            return True
    return any(
        len(each.value) <= 4 and not re.search("公司|银行|法院|中心|所", each.value) for each in evidence.named("payee")
    )
