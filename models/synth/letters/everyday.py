"""More slots: half-width case numbers, weekdays, tables of instalments, and sums as people round them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from forgecheck_models.synth.letters import identifiers, money
from forgecheck_models.synth.letters.days import plain, workday
from forgecheck_models.synth.letters.facts import Facts

_WEEKDAYS = "一二三四五六日"
_SATURDAY = 5


def _instalment(facts: Facts, number: str) -> Decimal:
    """One line of a table of instalments; its parts are rounded to the cent."""
    return Decimal(facts.rng(f"instalment {number}").randint(30_000, 260_000)) / 100


def _instalments(facts: Facts) -> Decimal:
    """Lines 1 to 3 of the table together."""
    return sum((_instalment(facts, number) for number in "123"), Decimal(0))


def _saturday(facts: Facts, shift: str) -> date:
    """The first Saturday so many days after the letter, or later."""
    day = facts.written + timedelta(int(shift))
    return day + timedelta((_SATURDAY - day.weekday()) % 7)


def _with_weekday(day: date, late: int = 0) -> str:
    return f"{plain(day)}（星期{_WEEKDAYS[(day.weekday() + late) % 7]}）"


def _session(facts: Facts, shift: str) -> date:
    return workday(facts.written + timedelta(int(shift)))


def _masked_elsewhere(facts: Facts, _: str) -> str:
    """A masked identity number whose first two digits are no province."""
    number = identifiers.identity_number(facts.rng("identity"), facts.court("").division)
    return f"96{number[2:6]}********{number[-4:]}"


def _half_width(facts: Facts, kind: str) -> str:
    number = facts.case(facts.court("").code, kind, facts.filed)
    return number.replace("（", "(").replace("）", ")")


EVERYDAY: dict[str, Callable[[Facts, str], str]] = {
    "case_half": _half_width,
    "dots": lambda facts, shift: f"{facts.written + timedelta(int(shift or 0)):%Y.%m.%d}",
    "session": lambda facts, shift: _with_weekday(_session(facts, shift)),
    "wrong_session": lambda facts, shift: _with_weekday(_session(facts, shift), 3),
    "saturday": lambda facts, shift: _with_weekday(_saturday(facts, shift)),
    "days_late": lambda facts, _: str((facts.written - facts.due).days),
    "ten_thousands": lambda facts, _: f"{facts.parts[0] / 10_000:.1f}万",
    "line": lambda facts, number: f"{_instalment(facts, number):.2f}",
    "lines": lambda facts, _: f"{_instalments(facts):.2f}",
    "lines_words": lambda facts, _: money.in_words(_instalments(facts)),
    "private_rate": lambda facts, _: f"{facts.rng('private rate').randint(50, 115) / 10:.1f}%",
    "night": lambda facts, _: f"{facts.pick('night', '23', '00', '02', '05')}:{facts.rng('minute').randint(10, 59)}",
    # what is planted
    "wrong_lines": lambda facts, _: f"{_instalments(facts) + Decimal(900):.2f}",
    "wrong_lines_words": lambda facts, _: money.in_words(_instalments(facts) + Decimal(3000)),
    "wrong_preservation_fee": lambda facts, _: facts.yuan(money.preservation_fee(facts.total) * 9 + Decimal(700)),
    "wrong_enforcement_fee": lambda facts, _: facts.yuan(money.enforcement_fee(facts.total) * 7 + Decimal(600)),
    "masked_elsewhere": _masked_elsewhere,
}
"""As `slots.SLOTS`: name to maker; the maker gets what stands behind the colon."""
