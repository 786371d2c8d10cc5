"""What we say: the nouns of `judge` and `weigh`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple, Protocol

from forgecheck.evidence import Box, Evidence, Place


class Says(NamedTuple):
    """One thing said in plain words, Chinese first."""

    zh: str
    en: str


Severity = Literal["decisive", "strong", "weak", "info"]
"""decisive: cannot be true of a genuine document; strong: hardly ever; weak: a hint; info: context, weighs nothing."""

Label = Literal["forged", "suspicious", "no_forgery_found", "inconclusive"]

Measured = str | int | float | bool | None | list[str] | list[float]
"""Values a finding keeps as its evidence; plain JSON."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong (or worth knowing), where, and by what it was seen."""

    severity: Severity
    says: Says
    place: Place | None = None
    """Where on the picture; None for things without a place (metadata, something missing)."""
    evidence: Mapping[str, Measured] = field(default_factory=dict)
    """The facts behind it; units in the keys (``diameter_px``)."""
    fits: bool = False
    """Something that agrees instead of something wrong, always of severity "info": it counts a little for the file,
    and says nothing about who made it."""

    @property
    def box(self) -> Box | None:
        """Where it stands on its page, if it has a place."""
        return None if self.place is None else self.place.box


@dataclass(frozen=True, slots=True)
class Unable:
    """A place where a check could not look. Never a pass."""

    reason: Says
    page: int | None = None


class Check(Protocol):
    """A check is a module: `judge/<family>/<name>.py`; its path is its name, its docstring its manual."""

    __doc__: str | None

    def check(self, evidence: Evidence) -> Iterator[Finding | Unable]:
        """Say what is wrong, or where it could not look; yield nothing where all is well."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one check said about one document."""

    name: str
    """Family and check: ``law.repealed_statute``."""
    findings: tuple[Finding, ...]
    unable: tuple[Unable, ...]
    error: str | None = None
    """The type of exception that ended the check; it then counts as unable."""

    @property
    def family(self) -> str:
        """The first part of the name: checks of one family see the same trace."""
        return self.name.split(".", 1)[0]

    @property
    def looked(self) -> bool:
        """Whether the check saw enough to speak: it spoke, or nothing kept it from looking."""
        return bool(self.findings) or not (self.unable or self.error)


@dataclass(frozen=True, slots=True)
class Rates:
    """How often a check speaks: (times it spoke, files it looked at) on either side."""

    forged: tuple[int, int]
    genuine: tuple[int, int]
    source: str
    """The command that measured it, or "assumed"."""


class Weighed(NamedTuple):
    """A finding with the name of its check and its weight in bans."""

    check: str
    finding: Finding
    weight: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """The conclusion; computed from outcomes, claims no more than they carry."""

    label: Label
    score: float
    """0..1: probability of forgery at the stated prior, as far as the rates are measured."""
    weight: float
    """Sum of the evidence in bans (log10 of the likelihood ratio)."""
    summary: Says
    weighed: tuple[Weighed, ...]
    """All findings, heaviest first."""
    blind: tuple[tuple[str, Says], ...]
    """Families that could not look, with the reason."""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that `show` may show."""

    evidence: Evidence
    outcomes: tuple[Outcome, ...]
    verdict: Verdict
    timing_ms: Mapping[str, float] = field(default_factory=dict)
    """Milliseconds by stage; differs between two runs."""
    examined_at: datetime | None = None
    """When the examination began, with its time zone; differs between two runs, None where nobody noted it."""
