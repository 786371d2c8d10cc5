"""A court's paper orders or threatens what no court may: custody of a year, an answer within hours, a list for life.

Terms of procedure are set by law: fifteen days to answer, at most fifteen days of custody and only by a written
decision, thirty days to sue after property was frozen, two years on the list of dishonest debtors (three more at most).
Not answering admits nothing.  A forger writes what frightens.

Weak; strong for custody of more than fifteen days and a listing of more than five years.

Innocent causes
---------------
Criminal courts tell of detention (刑事拘留) and of terms in prison: these are left alone, and so are news and warnings.
Courts do make slips of the pen.

Limits
------
Knows these few set sentences; only papers and messages that a court signs.

Sources
-------
* 中华人民共和国民事诉讼法 art. 104 (thirty days to sue), 118, 119 (custody), 128 (answer), in force 2024-01-01.
* 最高人民法院关于公布失信被执行人名单信息的若干规定 (法释〔2017〕7号) art. 2, in force 2017-05-01: two years, plus
  one to three.
* 人民法院在线诉讼规则 (法释〔2021〕12号) art. 29-31, in force 2021-08-01: a message only tells of a
  paper that is served.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.told import told
from forgecheck.numerals import number

_FIGURE = "[一二两三四五六七八九十]{1,3}|\\d{1,3}"
_SAID: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "司法拘留最长15天，而且要有院长批准的决定书",
        "custody lasts fifteen days at most and needs a written decision",
        re.compile(rf"(?<!刑事)拘留[你您]?(?:{_FIGURE})(?:年|个月)"),
    ),
    (
        "限制消费令不限制坐公交、地铁、硬座，也不限制买菜和上网",
        "such an order bars no bus, underground, hard seat, food shopping or network",
        re.compile(r"限制[^。;\n]{0,40}(?:公共汽车|公交|地铁|硬座|超市|菜市场|食品|上网|手机)"),
    ),
    (
        "没有送达传票就不能缺席判决",
        "without a summons there is no judgment in absence",
        re.compile(r"(?:未|不)再?(?:制作|送达|发出|寄送)[^。;\n]{0,8}传票[^。;\n]{0,40}缺席"),
    ),
    (
        "支付令的异议期是收到后十五日，提异议不用先付钱",
        "an objection to a payment order takes fifteen days and no payment",
        re.compile(
            r"异议[^。;\n]{0,16}(?:先行?付清|先行?支付|先行?缴)|支付令[^。]{0,120}异议[^。;\n]{0,6}(?<![十0-9])(?:[一二三四五六七两]|[1-7])(?:日|天)内"
        ),
    ),
    (
        "没有同意电子送达的，不能用短信送达判决书",
        "a judgment is not served by message without consent",
        re.compile(r"短信[^。;\n]{0,12}(?:发出|发送)[^。;\n]{0,4}(?:即|视为)[^。;\n]{0,4}(?:送达|生效)"),
    ),
    (
        "迟延履行的加倍利息是每日万分之一点七五",
        "double interest for delay is 1.75 per ten thousand a day",
        re.compile(r"加倍[^。;\n]{0,12}利息[^。;\n]{0,6}(?:日|每日)(?:千|百)分之"),
    ),
    (
        "一审判决可以在15天内上诉（小额诉讼除外），不会不许上诉",
        "a first judgment can be appealed within fifteen days (small claims apart)",
        re.compile(
            r"(?:本判决|一审判决|判决书?)[^。;\n]{0,16}(?:不得|不能|不可|无权)(?:再?提起?)?上诉|上诉(?:期限?)?[^。;\n]{0,4}(?<![十0-9])(?:[一二三五七]|[1-7])(?:日|天)"
        ),
    ),
    (
        "答辩期是收到起诉状后15天",
        "the time to answer is fifteen days",
        re.compile(
            r"(?<![十0-9])(?:[一二三四五六七八九十]|[1-9]|10)(?:日|天)(?:之)?内[^,。;\n]{0,8}(?:提交|提出|作出)?(?:书面)?答辩"
        ),
    ),
    (
        "法院的执行、收款不会交给公司或个人",
        "courts hand enforcement and payments to no company or person",
        re.compile(
            r"(?:委托|授权|交由|指派)[^。;\n]{2,24}(?:公司|律师事务所|律所|催收)[^。;\n]{0,8}(?:执行|收取|催收|收款|代收|扣划)|(?:转|汇|打|存|付)(?:入|至|到)[^。;\n]{0,12}(?:个人|法官|书记员|执行员|承办人|原告代理人)[^。;\n]{0,8}(?:账户|账号|银行卡|微信|支付宝)"
        ),
    ),
    (
        "家属没有签字担保，法院不会把家属一起列入、限制或冻结",
        "relatives who signed nothing are not listed, restricted or frozen",
        re.compile(
            r"(?:配偶|子女|父母|家属|亲属|家人)[^。;\n]{0,24}(?:一并|一同|同时|同步|也)[^。;\n]{0,10}(?:纳入|列入|限制|冻结|失信|执行|拘留)"
        ),
    ),
    (
        "没接电话不能作为判决、拘留或列入失信的理由",
        "not answering the telephone is no ground for a judgment, custody or a listing",
        re.compile(r"(?:未|不|拒)接(?:听|电话)?[^。;\n]{0,24}(?:判决|拘留|失信|限制消费|败诉)"),
    ),
    (
        "开庭在法院进行，不会在公司",
        "courts sit in their own rooms, not at a company's",
        re.compile(
            r"应到处所[:：]?[^。;\n]{0,24}(?:公司|写字楼|大厦|律所|律师事务所)|(?:到|在)[^。;\n]{2,20}公司[^。;\n]{0,8}(?:开庭|应诉|受审)"
        ),
    ),
    (
        "答辩期是收到起诉状后15天，不会按小时算",
        "the time to answer is fifteen days, not hours",
        re.compile(rf"(?:{_FIGURE})个?小时(?:之)?内[^,。;\n]{{0,6}}(?:答辩|应诉|举证)"),
    ),
    (
        "执行依据是判决、裁决、调解书等，账单、合同和律师函都不是",
        "judgments, awards and the like are enforced, not bills, contracts or letters",
        re.compile(r"(?:账单|合同|借据|律师函|催收函|对账单)[^,。;\n]{0,3}(?:作?为)[^,。;\n]{0,3}执行(?:依据|根据)"),
    ),
    (
        "不答辩不等于承认对方的请求",
        "not answering admits nothing",
        re.compile(r"视为(?:承认|认可|同意|自认)[^,。;\n]{0,6}(?:请求|债务|欠款)"),
    ),
    (
        "诉前保全后30天内不起诉，法院就要解除保全",
        "freezing before a suit ends unless a suit follows in thirty days",
        re.compile(r"[不未]起诉[^,。;\n]{0,6}保全[^,。;\n]{0,4}(?:继续|仍)有效|(?:年|个月)内择期起诉"),
    ),
    (
        "失信名单的期限是2年（严重的再加1至3年），没有终身的",
        "a listing lasts two years, or up to five, never for life",
        re.compile(
            r"(?:失信|限制(?:高)?消费)[^。;\n]{0,16}(?:期限|有效期)[^。;\n]{0,3}(?:终身|永久|终生)"
            r"|(?:终身|永久)[^,。;\n]{0,4}(?:列入|纳入)[^,。;\n]{0,4}失信"
        ),
    ),
    (
        "短信只能提醒有文书，不能代替送达判决书",
        "a message may tell of a judgment but not serve it",
        re.compile(
            r"(?:本|此)(?:条)?(?:短信|信息|消息)[^。;\n]{0,4}(?:即|视为|等同)[^。;\n]{0,10}(?:判决|裁定)[^。;\n]{0,8}送达"
        ),
    ),
)
_DENIED = re.compile("不视为|不要|请勿|不会|不得|并非|不能|勿")
MOST = 50  # terms looked at
_TERMS = (
    (
        re.compile(rf"(?<!刑事)(?<!行政)拘留[^,。;\n]{{0,8}}?(?P<figure>{_FIGURE})(?:日|天)(?!内|之内|前|起)"),
        15,  # days, 民事诉讼法 art. 118
        "司法拘留最长15天",
        "custody lasts fifteen days at most",
    ),
    (
        re.compile(rf"失信被执行人[^。;\n]{{0,16}}期限[^。;\n]{{0,4}}?(?P<figure>{_FIGURE})年"),
        5,  # years, 法释〔2017〕7号 art. 2
        "失信名单的期限是2年（严重的再加1至3年）",
        "a listing lasts two years, or up to five",
    ),
)
_CRIMINAL = re.compile("被告人|公诉|刑初|刑终")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """The first of these sentences, as a hint."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if _CRIMINAL.search(text.text) or not any(each.office == "court" for each in issuers(evidence, text)):
        return
    yield from _too_long(evidence, text)
    for zh, en, pattern in _SAID:
        found = pattern.search(text.text)
        if found is None or told(evidence, text, *found.span()) or _DENIED.search(text.before(found.start() + 2, 10)):
            continue
        says = Says(
            f"法院文书里写了“{found[0]}”。按法律，{zh}；请拨打12368向法院核实。",
            f"A court's paper says so, but by law {en}. Ask the court at 12368.",
        )
        yield Finding("weak", says, text.place(*found.span()), {"words": found[0]})
        return


def _too_long(evidence: Evidence, text: Prose) -> Iterator[Finding]:
    """Custody of more than fifteen days, or a listing of more than five years."""
    for pattern, most, zh, en in _TERMS:
        for found in islice(pattern.finditer(text.text), MOST):
            if (number(found["figure"]) or 0) <= most or told(evidence, text, *found.span()):
                continue
            place = text.place(*found.span())
            severity: Severity = "strong" if place.confidence >= SURE else "weak"
            says = Says(
                f"法院文书里写了“{found[0]}”。按法律，{zh}；请拨打12368向法院核实。",
                f"A court's paper says so, but by law {en}. Ask the court at 12368.",
            )
            yield Finding(severity, says, place, {"words": found[0]})
            return
