"""Identifiers of a paper by which its maker can be known again: whom to pay, whom to call, which number it bears.

What everybody names says nothing: courts' and banks' hotlines, official hosts.  What many papers name says little;
how many they are is counted in the store.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple, get_args

from forgecheck.judge.people import is_person
from forgecheck.link.paper import Paper
from forgecheck.link.secret import Secret
from forgecheck.tables import table

Kind = Literal[
    "account",
    "payee",
    "host",
    "mobile",
    "landline",
    "sender",
    "letter_number",
    "case_number",
    "licence",
    "lawyer",
    "issuer",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
MOST_OF_A_KIND = 6  # a list of forty accounts links nothing; assumed

# Numbers that belong to organs of state, operators and registered call centres: everybody may name them.
_PUBLIC = re.compile(r"1[0-2][0-9]{1,4}|1010[0-9]{4}|1118[35]|9[56][0-9]{3,6}")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
# Hosts under which anybody writes.
_SHARED = ("qq.com", "weixin.com", "wechat.com", "alipay.com", "taobao.com", "baidu.com", "163.com", "126.com")
_SHARED_ENDS = re.compile(r"(?:com|net|org|gov|edu|ac)\.cn$")
_LAWYER = re.compile(r"律师(?:\(签[字名]\)|\(盖章\))?:?(?P<name>[一-鿿]{2,4})(?=$|[ ,。;(\d]|联系|电话|执业)")


class Anchor(NamedTuple):
    """An identifier, hashed."""

    kind: Kind
    hash: int


def anchors(paper: Paper, secret: Secret) -> tuple[Anchor, ...]:
    """The identifiers of a paper that may tell its maker, each once, at most six of a kind."""
    found: dict[Kind, list[str]] = {}
    for kind, value in _values(paper):
        kept = found.setdefault(kind, [])
        if value not in kept and len(kept) < MOST_OF_A_KIND:
            kept.append(value)
    return tuple(Anchor(kind, secret.number(kind, value)) for kind, values in found.items() for value in values)


def _values(paper: Paper) -> Iterator[tuple[Kind, str]]:
    fields = paper.fields
    yield from (("account", each) for each in fields.get("account", ()) if "*" not in each)
    yield from (("payee", each) for each in fields.get("payee", ()) if "*" not in each)
    yield from (("host", site(each)) for each in fields.get("link", ()) if not _is_public(each))
    for each in fields.get("phone", ()):
        if "*" not in each and not _PUBLIC.fullmatch(each):
            yield ("mobile" if _MOBILE.fullmatch(each) else "landline"), each
    yield from (("sender", each) for each in fields.get("sms_sender", ()) if not _PUBLIC.fullmatch(each))
    yield from (("letter_number", each) for each in fields.get("letter_number", ()))
    yield from (("case_number", each) for each in fields.get("case_number", ()))
    yield from (("licence", each) for each in fields.get("licence_number", ()))
    for line in paper.lines:
        named = (each["name"] for each in _LAWYER.finditer(unicodedata.normalize("NFKC", line.text)))
        yield from (("lawyer", each) for each in named if is_person(each))
    if paper.issuer:
        yield "issuer", paper.issuer


def site(host: str) -> str:
    """The part of a host that somebody had to register.

    >>> site("a7.law-pay.top"), site("www.law-pay.com.cn"), site("10.1.2.3")
    ('law-pay.top', 'law-pay.com.cn', '10.1.2.3')
    """
    if re.fullmatch(r"[0-9.]+", host):
        return host
    return ".".join(host.split(".")[-3 if _SHARED_ENDS.search(host) else -2 :])


def _is_public(host: str) -> bool:
    known = (*(row["host"] for row in table("official_hosts")), *_SHARED)
    return host.endswith(".gov.cn") or any(host == each or host.endswith(f".{each}") for each in known)
