"""What a store of earlier pictures holds of a document: a fact like those that are read from its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from forgecheck.place import Place


@dataclass(frozen=True, slots=True)
class Sighting:
    """Something of this document that a store of earlier pictures holds as well."""

    what: Literal["seal", "template"]
    """The picture of a seal; or wording and layout, apart from names, numbers and dates."""
    papers: int
    """Other papers with it; copies of one paper count once."""
    issuers: int
    """Different names under which these and this one were issued; a name that was seen once may be a misreading and
    does not count."""
    since: str
    """The day (YYYY-MM-DD) on which the first of them came into the store."""
    place: Place | None = None
    """Of the seal."""
