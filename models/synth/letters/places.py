"""Courts with their codes and cities, and invented people and firms."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import NamedTuple

from forgecheck_models.synth.letters.tables import rows


class Court(NamedTuple):
    """A basic court, the courts above it, and its city."""

    code: str
    name: str
    appeal_code: str
    appeal_name: str
    high_code: str
    high_name: str
    city: str
    area_code: str
    division: str
    """GB/T 2260, six digits."""

    @property
    def region(self) -> str:
        """The place without the word court: 广东省深圳市南山区."""
        return self.name.removesuffix("人民法院")

    @property
    def province(self) -> str:
        """The province as law firms write it, without its suffix."""
        name = self.high_name.removesuffix("高级人民法院")
        for suffix in ("壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "省", "市"):
            name = name.removesuffix(suffix)
        return name


@cache
def courts() -> tuple[Court, ...]:
    """The rows of tables/courts.txt."""
    return tuple(Court(*row) for row in rows("courts"))


@cache
def _parts(kind: str) -> tuple[str, ...]:
    return next(row[1:] for row in rows("names") if row[0] == kind)


def person(rng: Random) -> str:
    """A name that is plainly an example."""
    return rng.choice(_parts("family")) + rng.choice(_parts("given"))


def firm(rng: Random) -> str:
    """The trade name of an invented law firm."""
    return rng.choice(_parts("firm"))


def trade(rng: Random) -> str:
    """The trade name of an invented company."""
    return rng.choice(_parts("trade"))


def road(rng: Random) -> str:
    """An invented address below the district."""
    return f"{rng.choice(_parts('road'))}路{rng.randint(2, 299)}号"
