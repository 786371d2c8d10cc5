"""An advert promises what nobody can sell: clean credit records, an end to all collection, discounts "for one day".

Agents who collect fees for "credit repair" or "anti-collection" promise results that only the lender, or nobody, can
give.  Real lenders negotiate with the borrower directly and free of charge; correct credit records cannot be deleted
before their time.

Strong where such a promise comes with a fee, or where a sender that calls itself 法务减免 or the like presses with a
policy of one day; weak where the promise stands with a private contact only, or beside words that refuse promises.

Innocent causes
---------------
Banks, police and newspapers warn of such adverts in the same words; a bank offers instalments itself; the central
bank had a one-time repair policy in 2026: warnings, banks' own offers and that policy are not looked at.  A law firm or
a public office that refuses to promise results, and can be reached by more than a private number, is left alone,
and so is who warns of such promises or teaches in public.

Limits
------
Does not know who the advertiser is.  A lawyer's honest fee for advice on a debt is not such a promise.

Sources
-------
* 征信业管理条例 (国务院令第631号) art. 16 and 25, in force 2013-03-15: negative records stay five years; errors are
  corrected free of charge.
* 商业银行信用卡业务监督管理办法 (银监会令2011年第2号) art. 70: personal instalments are agreed with the bank itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.claims import BANK, Rule, claims, official
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.told import about

_SAYS: dict[Severity, Says] = {
    "strong": Says(
        "这像是收费的“债务减免”或“征信修复”广告。真实的不良记录谁也不能花钱删掉；协商还款可以自己免费找贷款机构谈。不要先交钱。",
        "This reads like an advert for paid debt relief or credit repair. Nobody can delete a correct record for "
        "money, and borrowers can negotiate with the lender themselves, free of charge. Do not pay in advance.",
    ),
    "weak": Says(
        "文中的“减免”或“修复”说法像广告。能不能减免，请直接问贷款机构的官方客服。",
        "The relief or repair offered here reads like an advert. Ask the lender's official service itself.",
    ),
}
_INNOCENT = re.compile(
    "一次性信用修复|免申即享|人民银行|风险提示|警示|提醒|消费者|打击|整治|查处|黑灰产|非法|违法|不要|不存在|根本没有|所谓|会计|教材"
)
_PROMISE = Rule(
    re.compile(
        "征信(?:洗白|修复|铲单|逾期(?:修复|消除|处理))|修复征信|洗白征信|逾期(?:记录)?(?:铲单|消除|清除|洗白)|(?:消除|清除|删除|消掉)(?:征信)?(?:不良|逾期|负面)(?:征信)?(?:记录|信息)"
        "|不良(?:征信)?记录(?:消除|清除|处理|修复)|铲单|停催停诉|停催|停止催收|反催收|强制(?:停息|分期)|停息挂账|包(?:成功|过|上岸)|保证?(?:你|您)?不(?:会)?被?起诉|百分百(?:成功|停)|全额退[息费]|退息退费|退保退费"
        "|债务(?:优化|重组|规划|清零)|逾期协商|协商延期|代理维权|免息免罚"
        "|代(?:开|办|做|出具?)[^,。\n]{0,6}(?:贫困|困难|低保|重病|大病|病历|诊断|失业|残疾|死亡)[^,。\n]{0,6}|(?:包装|伪造|制作)[^,。\n]{0,4}(?:病历|贫困|困难证明|流水)"
        "|法院[^,。\n]{0,6}有(?:熟人|关系)|不用还钱|(?:撤销|解除)限高|(?:删除|撤销|移出)失信|支付密码[^,。\n]{0,4}交给|黑户可[贷下]|不看征信|[以借]贷还贷|国家[^,。\n]{0,10}(?:清零|只还[一二三四五]成)|一日清零"
        "|欠款[^,。\n]{0,4}(?:作废|一笔勾销|不用还)|债务(?:自动)?(?:消失|作废)"
        "|代撤失信|(?:包|代|协助)解除限高|(?:[一二三五七十]|\\d{1,2})天(?:内)?(?:移出|撤销|解除|消除)(?:失信|限高)"
    ),
    None,
    "weak",
    _SAYS["weak"],
    _INNOCENT,
)
_FEE = re.compile(
    r"(?:服务|手续|代办|咨询|协商|托管)费(?!用?咨询)|收费|包装费|保证金|存\d{2,6}元|定金|诚意金|尾款|预付|首付|先(?:办|做|处理)|成功(?:后|再)|不成功|先(?:付|交)|(?:欠款|金额|本金)的?\d{1,2}%|\d元起|0前期|前期[^,。\n]{0,4}费|(?:还款|款项|钱)转给我们"
)
_CONTACT = re.compile(
    r"加[Vv微]|微信|扫码|扫描|私信|1[3-9]\d{9}|1[3-9]\d\*{4,8}|400-?\d{3}|热线|联系老师|咨询|领取|点击"
)
# Who says so is honest, unless the only way to reach him is a private one.
_REFUSED = re.compile(
    "不(?:承诺|保证)(?:任何)?(?:结果|成功|效果)|不代办|不(?:需要?|用)?(?:缴纳|支付|收取)[^,。\n]{0,4}费|免费辅导|均?不可信|不(?:要|可)?轻信"
    '|不能[“"]?(?:保证|承诺|洗白|修复|消除|删除)|没有人能|骗局|坑[你您人了]|公益(?:讲座|课堂|咨询|活动)'
)
_PRIVATE = re.compile(r"(?<!\d)1[3-9]\d(?:\d{8}|[\d*]{4,8})(?!\d)|[Vv][Xx信]|加[Vv微]|微信|私信")
_SIGNED = re.compile(
    "【[^】\n]{0,8}(?:法务减免|减免(?:中心|政策|通道|专项)|债务(?:减免|优化|援助|协商)|停息|征信修复)[^】\n]{0,6}】"
    "|(?:^|\n)(?:法务减免|减免专项|国家扶持政策)[^,。\n]{0,8}"
)
_ONE_DAY = re.compile(
    r"(?:政策|减免|优惠|名额|通道)[^。\n]{0,8}(?:一天|今[日天]|当[日天]|仅剩|最后)[^。\n]{0,6}|(?:仅限|仅|只限|截止|最后)(?:今[日天]|一天|本日)|名额(?:仅剩|有限)|一天有效"
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding for the promise."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if about(evidence, text) or official(evidence, text):
        return
    if any(BANK.search(each.name) for each in issuers(evidence, text)):
        return
    refused = _REFUSED.search(text.text) is not None
    if refused and not _PRIVATE.search(text.text):
        return
    fee = _FEE.search(text.text)
    signed, hurry = _SIGNED.search(text.text), _ONE_DAY.search(text.text)
    promise = next(claims(text, _PROMISE), None)
    if signed and not _INNOCENT.search(text.text):
        severity: Severity = "strong" if hurry or (fee and promise) else "weak"
        start, end = signed.span()
    elif promise is not None:
        if not fee and not _CONTACT.search(text.text):
            return
        severity = "strong" if fee else "weak"
        start, end = promise.start, promise.end
    else:
        return
    start += len(text.text[start:end]) - len(text.text[start:end].lstrip("\n"))
    place = text.place(start, end)
    severity = severity if place.confidence >= SURE and not refused else "weak"
    yield Finding(severity, _SAYS[severity], place, {"promise": text.text[start:end]})
