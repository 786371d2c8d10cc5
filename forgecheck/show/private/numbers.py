"""Identity numbers, and the telephones and accounts that belong to the recipient and not to the sender."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from forgecheck.evidence import Evidence, Field
from forgecheck.judge.prose import Prose
from forgecheck.show.private.span import Reason, Span, near

_PRIVATE_ROLES = ("mobile", "virtual", "landline")
# Masked in part and without a label: the six digits of the home and the last four are left.
_MASKED = re.compile(r"(?<![0-9A-Za-z*])[1-9][0-9]{5}\*{4,8}[0-9]{2,4}[0-9Xx](?![0-9A-Za-z*])")
# A reader may break a number at its stars: 350502 / ******* / 0001, each on a line.
_LABELLED = re.compile(
    r"(?:身份证件?(?:号码?)?|身份号码|证件号码?)[^0-9A-Za-z\n*]{0,4}\n?(?P<no>[0-9*]{4,18}(?:\n[0-9*]{2,14}[Xx]?){1,2})(?![0-9A-Za-z*])"
)
_YOUR_PHONE = re.compile(
    r"(?:[您你]|本人|预留|登记|绑定|名下|同意电子送达|受送达人|收[件货]人?)\n?[^,。;\n回拨致来打]{0,6}(?:手机|电话|联系方式|号码)[号码]{0,2}[为是:]{0,2}\n?\Z"
)
_LABELS = re.compile(
    r"[),、;|┃:\n]{0,3}(?:(?:先生|女士|[男女],?)?(?:联系|手机|移动)?(?:电话|方式|手机|号码){0,2}(?:为|是)?[:|┃\n]{0,2})?"
)
_REACH = 30  # characters before a value that tell whose it is; assumed
_YOUR_ACCOUNT = re.compile(
    r"[您你](?:的|本人)?(?:持有|约定|登记)?的?[^,。;\n转汇打付]{0,16}(?:借记卡|储蓄卡|信用卡|银行卡|账户|还款卡|本人卡|尾号)"
    r"|还款卡|(?:贷款|借款|存款)账[号户]|类型:?存款|户号"
)
_OWN_ACCOUNT = re.compile(r"(?:本人|名下)[^,。;\n]{0,10}(?:账户|账号|卡)")
_CUSTOMER = re.compile("户号:?(?P<no>[0-9]{6,20})(?![0-9])")  # of water, power and gas
_PAYS_OTHERS = re.compile(
    "收款|汇[至到入]|转[至到入账]|打[到入至款]|款打|个人账户|专户|公户|我司|本所|主管|财务|出借人|出纳"
)


def identities(evidence: Evidence, text: Prose) -> Iterator[Span]:
    """Every identity number, also one that was masked in part: its first digits tell the home, the others the age."""
    yield from (_span(text, each, "identity_number") for each in evidence.named("identity_number"))
    yield from (Span(*match.span(), "identity_number") for match in _MASKED.finditer(text.text))
    yield from (Span(*match.span("no"), "identity_number") for match in _LABELLED.finditer(text.text))


def phones(evidence: Evidence, text: Prose, persons: Sequence[Span]) -> Iterator[Span]:
    """Telephones said to be yours, or written behind a person's name or number."""
    senders = {each.value for each in evidence.named("sms_sender")}
    for each in evidence.named("phone"):
        if each.role in _PRIVATE_ROLES and each.value not in senders:
            span = _span(text, each, "phone")
            if _YOUR_PHONE.search(text.text[max(span.start - _REACH, 0) : span.start]) or _of_person(
                text, span, persons
            ):
                yield span


def _of_person(text: Prose, span: Span, persons: Sequence[Span]) -> bool:
    """Whether nothing but labels stands between it and a private person before it."""
    return any(
        person.end <= span.start and _LABELS.fullmatch(text.text, person.end, span.start)
        for person in near(persons, span.start, _REACH)
    )


def accounts(evidence: Evidence, text: Prose, persons: Sequence[Span]) -> Iterator[Span]:
    """Accounts said to be yours, or in the name of a private person; never one that money is demanded on."""
    for each in evidence.named("account"):
        span = _span(text, each, "account")
        before = text.text[max(span.start - _REACH, 0) : span.start]
        yours = [match.start() for match in _YOUR_ACCOUNT.finditer(before)]
        others = [match.start() for match in _PAYS_OTHERS.finditer(before)]
        named = any(person.reason == "name" for person in near(persons, span.start, _REACH))
        own = named or _OWN_ACCOUNT.search(before)
        if (yours and yours[-1] > max(others, default=-1)) or (own and not others):
            yield span
    yield from (Span(*match.span("no"), "account") for match in _CUSTOMER.finditer(text.text))


def _span(text: Prose, field: Field, reason: Reason) -> Span:
    start = text.find(field)
    return Span(start, text.find_end(field), reason)
