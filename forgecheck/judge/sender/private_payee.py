"""Money for a lender, a law firm or a court is to go to a private person, or to somebody the text does not know.

Lenders take money on their own accounts or in their app; a court has one account for enforcement money (执行款专户) and
one for fees.  Whoever forges the paper cannot offer these, and names an account that he can empty.

Strong where a person is named as payee, nobody by that name appears in the text but a clerk, and a court, law
firm or company writes or a lender is named; strong for money on a clerk's card or wallet (转至专员某某银行卡), and
where a court or the police ask for money on any private account. Weak where the payee is a company that the
text does not speak of, and where a company's text asks for money on a "个人账户", a mobile number's wallet, or
says "微信转我".

Innocent causes
---------------
A creditor may be a person: then the text names him.  Money may go to the borrower's own account, from which the bank
takes it.  Collectors who bought the debt have other names than the lender; they say so as a rule.  Warnings against
paying into private accounts are left alone.

Limits
------
Needs the payee in writing beside its label (户名, 收款人 ...).  A payee in the lender's name proves nothing: compare
the account with the one in the contract or the app.

Sources
-------
* 《最高人民法院关于执行款物管理工作的规定》 (法发〔2017〕6号), in force 2017-05-01: one account of the court for
  enforcement money.
* 《商业银行互联网贷款管理暂行办法》 (2020年第9号令), in force 2020-07-12: the bank itself handles repayment.
* 国家金融监督管理总局 and police warnings, 2023 to 2025: repay only to the lender's own account or app.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from forgecheck.evidence import DocumentType, Evidence, Field
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.people import is_person
from forgecheck.judge.prose import UNREAD, Prose, first_of_each, prose
from forgecheck.judge.sender._payee import known
from forgecheck.judge.sender._private import Sort, asked
from forgecheck.judge.speaker import issuers, official_voice
from forgecheck.judge.told import told

MOST = 10
"""Payees that are looked at, which bounds the time; papers have one or two."""
_OTHERS: tuple[DocumentType, ...] = ("other", "debt_relief_ad")
_DEBT = re.compile(
    r"还款|欠款|逾期|本息|债务|执行[款费]|诉讼费|保证金|保释|取保|解冻|结清|清偿|律师函|拖欠|欠付|尚欠|贷款|借款|案款|和解款|执行通知|委托催收|催收"
)
_LENDER = re.compile(r"银行(?![账卡])|公司|小贷|消费金融|消金|网贷|平台|法院|公安|律师事务所")
# Money that goes the other way: to the borrower, or to whoever applies for something.
_TO_READER = re.compile(r"放款|借款人|退款|退费|退还|返还|[您你本]人?(?:名下|的)|领取|发放|申请执行人|受偿")
_ASIDE = re.compile(r"\([\u4e00-\u9fff]{0,4}\)?$")  # 王某某（律师）
_BY_LENDER = re.compile(r"有限公司|消费金融|小额贷款|[小网]贷|消金|信用卡|商业银行|律师事务所|执行局|[贷还]款平台")
_WORDS: dict[Sort, tuple[str, str]] = {
    "private": ("个人账户", "a private account"),
    "staff": ("工作人员自己的账户", "the account of a member of staff"),
    "person": ("个人的账户", "a person's account"),
    "wallet": ("手机号的微信或支付宝", "the wallet of a mobile number"),
    "me": ("说话人自己的账户", "the writer's own account"),
}


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding for each payee, and one for a private account that is only spoken of."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if evidence.kind is None or evidence.kind.type in _OTHERS or not _DEBT.search(text.text):
        return
    for field in islice(first_of_each(evidence.named("payee")), MOST):
        yield from _of(evidence, text, field)
    official = any(each.office in ("court", "police") for each in issuers(evidence, text)) or official_voice(text)
    if not official and not issuers(evidence, text) and not _BY_LENDER.search(text.text):
        return
    for each in asked(text):
        rest = text.text[: each.start] + "\n" + text.text[each.end :]
        if told(evidence, text, each.start, each.end) or (each.who and known(each.who, rest)):
            continue
        zh, en = _WORDS[each.sort]
        says = Says(
            f"文中要求把钱付到{zh}。正规的出借机构和法院只用自己单位的账户收钱，请不要转账，先打官方电话核实。",
            f"The text asks for money on {en}. Lenders and courts take money only on their own: send none, ask first.",
        )
        place = text.place(each.start, each.end)
        sure = (official or each.sort in ("staff", "person")) and place.confidence >= SURE
        yield Finding("strong" if sure else "weak", says, place, {"words": text.text[each.start : each.end]})
        return


def _of(evidence: Evidence, text: Prose, field: Field) -> Iterator[Finding]:
    start = text.find(field)
    end = start + len(field.value)
    before = text.text[max(0, start - 40) : start].rsplit("。", 1)[-1]
    if _TO_READER.search(before) or told(evidence, text, start, end):
        return
    elsewhere = text.text[:start] + "\n" + text.text[end:]
    name = _ASIDE.sub("", field.value)
    if known(name, elsewhere) or not (_LENDER.search(elsewhere) or issuers(evidence, text)):
        return
    facts = {"payee": field.value}
    if is_person(name):
        says = Says(
            f"收款人“{field.value}”是个人，不是出借机构，也不是法院。请不要转账，先打合同或官网上的电话核实。",
            f"The payee {field.value} is a private person, neither the lender nor a court. Send no money; ask first.",
        )
        yield Finding("strong" if field.place.confidence >= SURE else "weak", says, field.place, facts)
    elif field.value.endswith(("公司", "工作室", "经营部", "商行", "中心", "店")):
        says = Says(
            f"收款方“{field.value}”在文中没有别的地方提到，不像是出借机构。付款前请向出借机构核实。",
            f"The payee {field.value} is named nowhere else in the text. Ask the lender before you pay.",
        )
        yield Finding("weak", says, field.place, facts)
