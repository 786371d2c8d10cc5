"""What one letter tells of: a case with people, sums, days and numbers that fit together, each drawn from the seed.

A slot is the name of a method, with an argument after a colon: ``{lender}``, ``{day:+15}``, ``{case:民初}``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from random import Random

from forgecheck_models.synth.letters import identifiers, money
from forgecheck_models.synth.letters.days import formal, plain, workday
from forgecheck_models.synth.letters.places import Court, courts, firm, person, road, trade
from forgecheck_models.synth.letters.tables import rows

ARTICLES = {row[0]: row[1:] for row in rows("articles")}
SIDES = {"": 0, "2": 1, "3": 2}


class Facts:
    """The facts of one letter, drawn as they are asked for; each has random numbers of its own.

    Parameters
    ----------
    seed : str
        The same seed gives the same facts.
    years : tuple of int
        First and last year the letter may be of; within 2022 and 2026.
    """

    def __init__(self, seed: str, years: tuple[int, int]) -> None:
        self._seed = seed
        self._years = years
        self._known: dict[str, str] = {}

    def fill(self, slot: str) -> str:
        """What stands in a slot, the same each time; raises KeyError where there is none of this name."""
        if slot not in self._known:
            name, _, argument = slot.partition(":")
            self._known[slot] = SLOTS[name](self, argument)
        return self._known[slot]

    def rng(self, purpose: str) -> Random:
        """Random numbers for this purpose only, so that a new slot changes no other."""
        return Random(f"{self._seed}/{purpose}")

    def pick(self, purpose: str, *these: str) -> str:
        """One of these."""
        return self.rng(purpose).choice(these)

    # Days -----------------------------------------------------------------------------------------------------------

    @cached_property
    def written(self) -> date:
        """The date of the letter, a working day."""
        first, last = date(self._years[0], 2, 8), min(date(self._years[1], 12, 10), date(2026, 9, 20))
        return workday(first + timedelta(self.rng("written").randint(0, (last - first).days)))

    @cached_property
    def filed(self) -> date:
        """The day a court took the case in, of the same year where that can be."""
        return workday(max(date(self.written.year, 1, 4), self.written - timedelta(self.rng("filed").randint(10, 35))))

    @cached_property
    def judged(self) -> date:
        """The day of the judgment that is enforced, in the year before."""
        return workday(date(self.written.year - 1, 3, 1) + timedelta(self.rng("judged").randint(0, 230)))

    @cached_property
    def lent(self) -> date:
        """The day of the contract: under the Civil Code, one year before the judgment at least."""
        return date(max(2021, self.written.year - 3), 1, 5) + timedelta(self.rng("lent").randint(0, 200))

    @cached_property
    def due(self) -> date:
        """The day of the first missed payment."""
        return self.judged - timedelta(self.rng("due").randint(90, 150))

    # Money ----------------------------------------------------------------------------------------------------------

    @cached_property
    def parts(self) -> tuple[Decimal, Decimal, Decimal]:
        """Principal, interest and penalty, within 24 % a year together."""
        rng = self.rng("parts")
        principal = money.cents(Decimal(rng.randint(300_000, 9_800_000)) / 100)
        interest = money.cents(principal * rng.randint(300, 900) / 10_000)
        return principal, interest, money.cents(principal * rng.randint(30, 250) / 10_000)

    @property
    def total(self) -> Decimal:
        """The three parts together."""
        return sum(self.parts, Decimal(0))

    def yuan(self, value: Decimal) -> str:
        """As this letter writes sums: with commas or without."""
        return f"{value:,.2f}" if self.rng("commas").random() < 0.4 else f"{value:.2f}"

    # Places ---------------------------------------------------------------------------------------------------------

    def court(self, side: str = "") -> Court:
        """The court of this letter; sides 2 and 3 lie in other provinces."""
        shuffled = self.rng("courts").sample(courts(), len(courts()))
        apart: list[Court] = []
        for each in shuffled:
            if all(each.high_code != other.high_code for other in apart):
                apart.append(each)
        return apart[SIDES[side]]

    def case(self, code: str, type_and_year: str, day: date) -> str:
        """A case number; the argument is the type, with the year's distance behind an @: 执, 民初@-1."""
        kind, _, years = type_and_year.partition("@")
        number = self.rng(f"case {code}{kind}").randint(21, 9000)
        return f"（{day.year + int(years or 0)}）{code}{kind}{number}号"


Slot = Callable[[Facts, str], str]


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
    return facts.fill(facts.pick("lender", "bank", "cf", "cf", "micro"))


def _cause(facts: Facts, _: str) -> str:
    """What such a lender sues for: credit cards are the banks' alone."""
    lender = facts.fill("lender")
    if lender == facts.fill("bank"):
        return facts.pick("cause", "信用卡纠纷", "金融借款合同纠纷")
    return "金融借款合同纠纷" if lender == facts.fill("cf") else "小额借款合同纠纷"


def _code(prefix: str, name: str) -> Slot:
    return lambda facts, side: identifiers.credit_code(facts.rng(name + side), prefix, facts.court("").division)


def _licence(facts: Facts, side: str) -> str:
    return identifiers.licence(facts.rng("licence" + side), facts.court("").division, facts.written.year)


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


SLOTS: dict[str, Slot] = {
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
    "card": lambda facts, side: identifiers.card(facts.rng("card" + side)),
    "tail": _digits(4),
    "contract": _digits(12, "HT"),
    "account": _digits(15, "4"),
    "parcel": _digits(10, "110"),
    "s10": lambda facts, _: identifiers.s10(facts.rng("s10")),
    "mobile": lambda facts, side: (
        facts.pick("mobile" + side, "138", "159", "186", "133") + "0000" + facts.fill("tail:m")
    ),
    "landline": _landline,
    "n95": lambda facts, _: f"95{facts.rng('n95').randint(500, 999)}",
    "n400": lambda facts, _: f"400-000-{facts.fill('tail:n400')}",
    "port": _digits(9, "10690"),
    "own_port": _digits(9, "1069"),
    "number": _digits(3),
    "key": lambda facts, side: f"{facts.rng('key' + side).getrandbits(60):015x}",
    "art": _article,
    # what is planted
    "spoilt_lender_code": lambda facts, _: identifiers.spoilt(facts.fill("lender_code")),
    "spoilt_firm_code": lambda facts, _: identifiers.spoilt(facts.fill("firm_code")),
    "spoilt_identity": lambda facts, _: identifiers.spoilt(facts.fill("identity")),
    "spoilt_card": lambda facts, _: identifiers.spoilt(facts.fill("card")),
    "spoilt_s10": lambda facts, _: (code := facts.fill("s10"))[:8] + "4369021842"[int(code[8])] + code[9:],
    "short_licence": lambda facts, _: facts.fill("licence")[:-1],
    "next_licence": lambda facts, _: str(int(facts.fill("licence")) + 1),
}
"""What may stand in a template: name to maker; the maker gets what stands behind the colon."""
