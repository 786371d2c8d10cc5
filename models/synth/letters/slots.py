"""What may stand in a template: people, courts, firms, days, sums and numbers, made from the facts of one letter.

A slot is a name, with an argument after a colon: ``{lender}``, ``{day:+15}``, ``{case:民初}``, ``{name:2}``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from forgecheck_models.synth.letters import identifiers, money
from forgecheck_models.synth.letters.days import formal, plain, workday
from forgecheck_models.synth.letters.everyday import EVERYDAY
from forgecheck_models.synth.letters.facts import Facts
from forgecheck_models.synth.letters.places import firm, person, road, trade
from forgecheck_models.synth.letters.tables import rows

ARTICLES = {row[0]: row[1:] for row in rows("articles")}

Slot = Callable[[Facts, str], str]


def fill(facts: Facts, slot: str) -> str:
    """What stands in a slot, the same each time for the same facts; raises KeyError where there is no such slot."""
    if slot not in facts.known:
        name, _, argument = slot.partition(":")
        facts.known[slot] = SLOTS[name](facts, argument)
    return facts.known[slot]


def _days(day: Callable[[Facts], date], write: Callable[[date], str]) -> Slot:
    return lambda facts, shift: write(day(facts) + timedelta(int(shift or 0)))


def _workdays(write: Callable[[date], str]) -> Slot:
    return lambda facts, shift: write(workday(facts.written + timedelta(int(shift or 0))))


def _sum(value: Callable[[Facts], Decimal], words: bool = False) -> Slot:
    return lambda facts, _: money.in_words(value(facts)) if words else facts.yuan(value(facts))


def _other(facts: Facts) -> Decimal:
    """A total that the parts do not give."""
    return facts.total + money.cents(facts.parts[0] * 30 / 100) + Decimal("1000.37")


def _firm(facts: Facts, side: str) -> str:
    return f"{facts.court('').province}{firm(facts.rng('firm' + side))}律师事务所"


def _person(role: str) -> Slot:
    return lambda facts, side: person(facts.rng(role + side))


def _company(kind: str, ending: str) -> Slot:
    def slot(facts: Facts, side: str) -> str:
        return f"{facts.court('').city}{trade(facts.rng(kind + side))}{ending}"

    return slot


def _lender(facts: Facts, _: str) -> str:
    return fill(facts, facts.pick("lender", "bank", "cf", "cf", "micro"))


def _cause(facts: Facts, _: str) -> str:
    """What such a lender sues for: credit cards are the banks' alone."""
    lender = fill(facts, "lender")
    if lender == fill(facts, "bank"):
        return facts.pick("cause", "信用卡纠纷", "金融借款合同纠纷")
    return "金融借款合同纠纷" if lender == fill(facts, "cf") else "小额借款合同纠纷"


def _code(prefix: str, name: str) -> Slot:
    return lambda facts, side: identifiers.credit_code(facts.rng(name + side), prefix, facts.court("").division)


def _licence(facts: Facts, side: str) -> str:
    return identifiers.licence(facts.rng("licence" + side), facts.court("").division, facts.written.year)


def _spoilt_organisation(facts: Facts) -> str:
    """An organisation code with a hyphen before its wrong check sign."""
    right = identifiers.organisation_code("MAXX" + identifiers.digits(facts.rng("organisation"), 4))
    return f"{right[:8]}-{identifiers.unlike(right[8].replace('X', '0'))}"


def _registration(facts: Facts, _: str) -> str:
    return identifiers.registration(facts.rng("registration"), facts.court("").division)


def _landline(facts: Facts, side: str) -> str:
    rng, area = facts.rng("landline" + side), facts.court("").area_code
    long = area.startswith("02") or area in ("010", "0755", "0571", "0512", "0757", "0532", "0591", "0731", "0371")
    return f"{area}-8{rng.randint(1, 8)}000{rng.randint(100, 999) if long else rng.randint(10, 99)}"


def _article(facts: Facts, name: str) -> str:
    return f"第{ARTICLES[name][facts.written.year >= 2024]}条"


def _masked(facts: Facts, _: str) -> str:
    number = identifiers.identity_number(facts.rng("identity"), facts.court("").division)
    return f"{number[:6]}********{number[-4:]}"


def _digits(count: int, first: str = "") -> Slot:
    return lambda facts, side: first + identifiers.digits(facts.rng(f"digits {count}{first}{side}"), count)


SLOTS: dict[str, Slot] = EVERYDAY | {
    # people
    "name": _person("name"),
    "judge": _person("judge"),
    "clerk": _person("clerk"),
    "president": _person("president"),
    "lawyer": _person("lawyer"),
    "officer": _person("officer"),
    "call": lambda facts, _: facts.pick("call", "先生", "女士"),
    "sex": lambda facts, _: facts.pick("sex", "男", "女"),
    # courts and places
    "court": lambda facts, side: facts.court(side).name,
    "appeal": lambda facts, side: facts.court(side).appeal_name,
    "high": lambda facts, side: facts.court(side).high_name,
    "code": lambda facts, side: facts.court(side).code,
    "appeal_code": lambda facts, side: facts.court(side).appeal_code,
    "high_code": lambda facts, side: facts.court(side).high_code,
    "sign": lambda facts, side: facts.court(side).code[0],
    "region": lambda facts, side: facts.court(side).region,
    "city": lambda facts, side: facts.court(side).city,
    "province": lambda facts, side: facts.court(side).province,
    "area": lambda facts, side: facts.court(side).area_code,
    "division": lambda facts, side: facts.court(side).division,
    "address": lambda facts, side: facts.court("").region + road(facts.rng("road" + side)),
    "case": lambda facts, kind: facts.case(facts.court("").code, kind, facts.filed),
    "case2": lambda facts, kind: facts.case(facts.court("2").code, kind, facts.filed),
    "appeal_case": lambda facts, kind: facts.case(facts.court("").appeal_code, kind, facts.filed),
    # firms
    "firm": _firm,
    "lender": _lender,
    "cause": _cause,
    "bank": _company("bank", "商业银行股份有限公司"),
    "cf": _company("cf", "消费金融有限公司"),
    "micro": _company("micro", "小额贷款有限公司"),
    "amc": _company("amc", "资产管理有限公司"),
    "guarantor": _company("guarantor", "融资担保有限公司"),
    "insurer": _company("insurer", "财产保险股份有限公司"),
    "collector": _company("collector", "信息咨询有限公司"),
    "legal": _company("legal", "法律咨询有限公司"),
    "company": _company("company", "科技有限公司"),
    "short": lambda facts, _: trade(facts.rng("short")),
    "letter_sign": lambda facts, _: facts.court("").code[0] + _firm(facts, "")[len(facts.court("").province)],
    "lender_code": _code("91", "lender code"),
    "firm_code": _code("31", "firm code"),
    # days
    "day": _days(lambda facts: facts.written, plain),
    "day_formal": _days(lambda facts: facts.written, formal),
    "day_iso": _days(lambda facts: facts.written, date.isoformat),
    "md": _days(lambda facts: facts.written, lambda day: f"{day.month}月{day.day}日"),
    "workday": _workdays(plain),
    "workday_md": _workdays(lambda day: f"{day.month}月{day.day}日"),
    "filed": _days(lambda facts: facts.filed, plain),
    "judged": _days(lambda facts: facts.judged, plain),
    "effective": _days(lambda facts: facts.judged + timedelta(40), plain),
    "lent": _days(lambda facts: facts.lent, plain),
    "due": _days(lambda facts: facts.due, plain),
    "year": lambda facts, shift: str(facts.written.year + int(shift or 0)),
    "filed_year": lambda facts, shift: str(facts.filed.year + int(shift or 0)),
    "month": lambda facts, _: str(facts.written.month),
    "hour": lambda facts, _: facts.pick("hour", "9时", "9时30分", "10时", "14时30分", "15时"),
    "clock": lambda facts, side: f"{facts.rng('clock' + side).randint(9, 17)}:{facts.rng(side).randint(10, 59)}",
    # money
    "principal": _sum(lambda facts: facts.parts[0]),
    "interest": _sum(lambda facts: facts.parts[1]),
    "penalty": _sum(lambda facts: facts.parts[2]),
    "total": _sum(lambda facts: facts.total),
    "principal_words": _sum(lambda facts: facts.parts[0], True),
    "total_words": _sum(lambda facts: facts.total, True),
    "claim_fee": _sum(lambda facts: money.claim_fee(facts.total)),
    "half_fee": _sum(lambda facts: money.cents(money.claim_fee(facts.total) / 2)),
    "preservation_fee": _sum(lambda facts: money.preservation_fee(facts.total)),
    "enforcement_fee": _sum(lambda facts: money.enforcement_fee(facts.total)),
    "rate": lambda facts, _: f"{facts.rng('rate').randint(90, 215) / 10:.1f}%",
    "limit": lambda facts, _: f"{facts.rng('limit').randint(2, 20)}0000",
    "small": lambda facts, side: f"{facts.rng('small' + side).randint(3000, 90000) / 100:.2f}",
    "wrong_total": _sum(_other),
    "wrong_words": _sum(_other, True),
    "wrong_fee": _sum(lambda facts: money.claim_fee(facts.total) * 8),
    # numbers
    "identity": lambda facts, _: identifiers.identity_number(facts.rng("identity"), facts.court("").division),
    "masked": _masked,
    "licence": _licence,
    "registration": _registration,
    "card": lambda facts, side: identifiers.card(facts.rng("card" + side)),
    "tail": _digits(4),
    "contract": _digits(12, "HT"),
    "account": _digits(15, "4"),
    "parcel": _digits(10, "110"),
    "s10": lambda facts, _: identifiers.s10(facts.rng("s10")),
    "mobile": lambda facts, side: (
        facts.pick("mobile" + side, "138", "159", "186", "133") + "0000" + fill(facts, "tail:m")
    ),
    "landline": _landline,
    "n95": lambda facts, _: f"95{facts.rng('n95').randint(500, 999)}",
    "n400": lambda facts, _: f"400-000-{fill(facts, 'tail:n400')}",
    "port": _digits(9, "10690"),
    "own_port": _digits(9, "1069"),
    "number": _digits(3),
    "key": lambda facts, side: f"{facts.rng('key' + side).getrandbits(60):015x}",
    "art": _article,
    # what is planted
    "spoilt_lender_code": lambda facts, _: identifiers.spoilt(fill(facts, "lender_code")),
    "spoilt_firm_code": lambda facts, _: identifiers.spoilt(fill(facts, "firm_code")),
    "spoilt_identity": lambda facts, _: identifiers.spoilt(fill(facts, "identity")),
    "spoilt_registration": lambda facts, _: identifiers.spoilt(fill(facts, "registration")),
    "spoilt_card": lambda facts, _: identifiers.spoilt(fill(facts, "card")),
    "spoilt_s10": lambda facts, _: (code := fill(facts, "s10"))[:10] + identifiers.unlike(code[10]) + code[11:],
    "spoilt_organisation": lambda facts, _: _spoilt_organisation(facts),
    "official_licence": lambda facts, _: (right := fill(facts, "licence"))[:9] + "6" + right[10:],
    "future_licence": lambda facts, _: (right := fill(facts, "licence"))[:5] + str(facts.written.year + 6) + right[9:],
    "nowhere_licence": lambda facts, _: "199" + fill(facts, "licence")[3:],
    "short_licence": lambda facts, _: fill(facts, "licence")[:-1],
    "next_licence": lambda facts, _: str(int(fill(facts, "licence")) + 1),
}
"""What may stand in a template: name to maker; the maker gets what stands behind the colon."""
