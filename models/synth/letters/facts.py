"""What one letter tells of: a case with days, sums and courts that fit together, each drawn from the seed."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from random import Random

from forgecheck_models.synth.letters import money
from forgecheck_models.synth.letters.days import workday
from forgecheck_models.synth.letters.places import Court, courts

_SIDES = {"": 0, "2": 1, "3": 2}


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
        self.known: dict[str, str] = {}
        """Slots that were filled already."""

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
        return apart[_SIDES[side]]

    def case(self, code: str, type_and_year: str, day: date) -> str:
        """A case number; the argument is the type, with the year's distance behind an @: 执, 民初@-1."""
        kind, _, years = type_and_year.partition("@")
        number = self.rng(f"case {code}{kind}").randint(21, 9000)
        return f"（{day.year + int(years or 0)}）{code}{kind}{number}号"
