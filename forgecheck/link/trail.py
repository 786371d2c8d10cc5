"""What a paper leaves in a store: sketches and keyed hashes, from which neither text nor picture can be had back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from forgecheck.link.anchors import Anchor, anchors
from forgecheck.link.mark import Mark, mark
from forgecheck.link.mark import keys as seal_keys
from forgecheck.link.mask import masked
from forgecheck.link.paper import Paper
from forgecheck.link.secret import Secret
from forgecheck.link.sketch import Low, Sketcher
from forgecheck.link.style import Style, style

MOST_PARTICULARS = 24  # of a paper; enough to know it again
MOST_SEALS = 8
_PARTICULARS = ("amount", "letter_date", "deadline", "addressee", "case_number", "letter_number", "identity_number")


class Stamp(NamedTuple):
    """A seal with a fingerprint."""

    number: int
    """Its place among the seals of the row, from 0."""
    mark: Mark
    printed: bool
    """Put there with ink, as far as its origin was told."""


@dataclass(frozen=True, slots=True, eq=False)
class Trail:
    """The trail of one paper."""

    sha256: str
    page: int
    kind: str
    label: str
    issuer: int
    """Hash of the name under which it was issued; 0 where none was read."""
    wording: Low | None
    """Of the masked text; None where it is too short."""
    grams: int
    style: Style | None
    stamps: tuple[Stamp, ...]
    anchors: tuple[Anchor, ...]
    particulars: frozenset[int]
    """Hashes of what the paper says of its receiver and his debt: two pictures of one paper share them."""
    wording_keys: tuple[int, ...]
    """Under which papers with alike wording are found,"""
    seal_keys: tuple[int, ...]
    """and those with alike seals."""

    @property
    def hashes(self) -> tuple[int, ...]:
        """All under which the paper may be found."""
        return (*self.wording_keys, *self.seal_keys, *(each.hash for each in self.anchors))


class Tracer:
    """Makes trails with one secret."""

    def __init__(self, secret: Secret) -> None:
        self._secret = secret
        self._sketcher = Sketcher(secret)

    def trail(self, paper: Paper) -> Trail:
        """The trail of a paper."""
        secret = self._secret
        wording = self._sketcher.sketch(masked(paper))
        seals = ((at, mark(seal.hash), seal.origin == "ink") for at, seal in enumerate(paper.seals[:MOST_SEALS]))
        stamps = tuple(Stamp(at, found, printed) for at, found, printed in seals if found is not None)
        told = ((name, value) for name in _PARTICULARS for value in paper.fields.get(name, ()))
        found = [secret.number("particular", name, value) for name, value in dict.fromkeys(told)]
        keys = (key for stamp in stamps for key in seal_keys(stamp.mark, secret))
        return Trail(
            paper.sha256,
            paper.page,
            paper.kind,
            paper.label,
            secret.number("issuer", paper.issuer) if paper.issuer else 0,
            wording.low if wording else None,
            wording.grams if wording else 0,
            style(paper),
            stamps,
            anchors(paper, secret),
            frozenset(found[:MOST_PARTICULARS]),
            wording.keys if wording else (),
            tuple(dict.fromkeys(keys)),
        )
