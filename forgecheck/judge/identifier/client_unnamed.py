"""A law firm's letter does not say for whom it was written.

A firm acts for a client and names him: 受某某银行股份有限公司委托.  Who sends one text to the debtors of many platforms
leaves him out: 受合作平台委托, 受债权人委托, and no creditor anywhere.

Weak only.

Innocent causes
---------------
Creditors are people too, and a letter may name them by what they did (您向张某借款): any lender, company or person who
lent keeps it silent, and so does a picture that was cut, whose head and end were not both read.

Limits
------
Only where a mandate is spoken of.  Whether the one who is named may claim the debt is not asked here.

Sources
-------
* 《中华人民共和国律师法》 art. 25, 30 (a lawyer acts within his client's mandate), in force 2018-01-01
* 《上海市律师协会律师签发律师函业务操作指引（试行）》, 2021: a letter names the client.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.told import told

_DEBT = re.compile("借款|贷款|欠款|逾期|还款|网贷|分期")
_MANDATE = re.compile("(?:受|接受|代表|经)(?P<who>[^,。;\n]{0,24}?)(?:之|的)?(?:委托|授权)")
_BODY = re.compile(
    r"银行|信用社|[\u4e00-\u9fff]{2}(?<!贷款)(?<!借款)(?<!催收)(?<!委托)公司|集团"
    r"|[\u4e00-\u9fff]{2}(?:商店|商行|经营部|工作室|合作社|学校|医院|委员会|物业|酒店|餐饮|厂)"
)
_PERSON = "[\u4e00-\u9fff某*×]{2,3}"
_LENDER = re.compile(
    rf"(?:委托人|出借人|债权人|原告|转让人|受让人|委托方|出租人|房东|员工)[: ]?{_PERSON}(?=[,。;:、\n(的先女称借委]|$)"
    rf"|(?:借给|向|与|欠){_PERSON}(?:先生|女士)?(?:借|所借|签|的|之间|款|[0-9])|{_PERSON}(?:先生|女士)?(?:借给|出借|之托|请本所|诉您)"
    rf"|当事人{_PERSON}的"
)
_GENERIC = re.compile("平台|债权人|出借人|出借方|当事人|客户|委托人|合作|相关|有关|机构|资金方|贷款方|贵方|第三方")
_SAYS = Says(
    "这封律师函通篇没有写明是替谁要账。律师函会写清委托人是谁，请按律所登记的电话核实，也可以问您的贷款机构。",
    "This letter of a law firm never says for whom it was written, as such letters do. Ask the firm and your lender.",
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One hint at most, where the mandate is spoken of."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if evidence.kind is None or evidence.kind.type != "lawyer_letter" or not _DEBT.search(text.text):
        return
    firm = next((each for each in issuers(evidence, text) if each.office == "law_firm"), None)
    head, end = next(evidence.named("addressee", "title"), None), evidence.letter_date
    rest = text.text.replace(firm.name, "") if firm else ""
    if firm is None or head is None or end is None or _BODY.search(rest):
        return
    mandate = _MANDATE.search(text.text)
    if mandate is None or (mandate["who"] and not _GENERIC.search(mandate["who"])):
        return
    place = text.place(*mandate.span())
    if _LENDER.search(rest.replace(mandate[0], "")) or place.confidence < SURE or told(evidence, text, *mandate.span()):
        return
    yield Finding("weak", _SAYS, place, {"mandate": mandate[0]})
