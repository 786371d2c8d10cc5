"""What is known of a host: official, a link shortener, or neither."""

from __future__ import annotations

import re
from typing import Literal

from forgecheck.tables import table

Standing = Literal["official", "shortener", "near", "foreign"]

IMITATES = re.compile(r"court|gov|fayuan|zxfw|gongan|12368")
"""Parts of official hosts; in another host they are there to deceive."""
# Letters and digits that readers and forgers take for each other.
_ALIKE = str.maketrans("015", "ols")


def standing(host: str) -> Standing:
    """Whether a host is official, a link shortener, one misread letter from official, or neither."""
    for row in table("official_hosts"):
        if host == row["host"] or host.endswith("." + row["host"]):
            return "official" if row["kind"] == "official" else "shortener"
    labels = host.translate(_ALIKE).split(".")
    if labels[-1] == "govcn":  # no top-level domain: the reader lost a dot, and the host was official
        return "official"
    if labels[-2:] == ["gov", "cn"] or re.search(r"gov.?[a-z]n$", host.translate(_ALIKE)):
        return "near"
    return "foreign"
