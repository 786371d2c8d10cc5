"""Fingerprints of seals, compared bit by bit.

A round seal's has 192 bits: 128 for its lettering, and 64 for where its frame took less or more ink than elsewhere
(`forgecheck.look.seals`).  A square seal's, and that of older reports, has 64 bits of its whole picture.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

import numpy as np

from forgecheck.link.secret import Secret
from forgecheck.look.seals.fingerprint import LEAST_UNEVEN, MOST_FLAWS

Likeness = Literal["impression", "picture", "design", "other", "unknown"]
"""impression: the same flaws of the ink; picture: both even, as electronic seals are; design: the same lettering, which
all impressions of one stamp share; other: another seal."""

LETTERING, FLAWS, WHOLE = 128, 64, 64  # bits
MOST_LETTERING = 14
"""Bits in which two pictures of one seal may differ: half of what `look.seals` allows on one page, because among
thousands of seals there are names that differ in two signs only, which lie 14 to 26 bits apart."""
MOST_WHOLE = 6  # of 64; assumed
POOR = 0.1  # share of set bits, or of bits that are not, below which a fingerprint says too little
OTHER = 0.25  # share of bits apart from which two seals are certainly not one

TABLES = 12  # keys of a seal
TAKEN = {LETTERING: 18, WHOLE: 14}  # bits in a key: two marks 8 of 128 bits apart share a key in 98 of 100 cases


class Mark(NamedTuple):
    """A fingerprint."""

    shape: int
    """Bits that tell the picture: `LETTERING` or `WHOLE`."""
    bits: int
    flaws: int
    """`FLAWS` bits; 0 where the seal is even, or nothing is known of its ink."""


def mark(fingerprint: str) -> Mark | None:
    """The fingerprint from its hex digits; None where there is none or it says too little."""
    if len(fingerprint) not in ((LETTERING + FLAWS) // 4, WHOLE // 4):
        return None
    shape = WHOLE if len(fingerprint) == WHOLE // 4 else LETTERING
    bits = int(fingerprint[: shape // 4], 16)
    if not POOR * shape <= bits.bit_count() <= (1 - POOR) * shape:
        return None
    return Mark(shape, bits, int(fingerprint[shape // 4 :] or "0", 16))


def compare(one: Mark, other: Mark, printed: bool) -> Likeness:
    """How alike two seals are; `printed`: whether one of them was certainly put there with ink.

    An even impression of a stamp cannot be told from another, so on paper only flaws show that it is the very same.
    """
    if one.shape != other.shape:
        return "unknown"
    apart = (one.bits ^ other.bits).bit_count()
    if apart > (MOST_LETTERING if one.shape == LETTERING else MOST_WHOLE):
        return "other" if apart > OTHER * one.shape else "unknown"
    if one.shape == WHOLE:
        return "design"
    uneven = min(one.flaws.bit_count(), other.flaws.bit_count()) >= LEAST_UNEVEN
    if (one.flaws ^ other.flaws).bit_count() > MOST_FLAWS or (printed and not uneven):
        return "design"
    return "impression" if uneven else "picture"


def keys(one: Mark, secret: Secret) -> tuple[int, ...]:
    """64-bit numbers; marks that are alike share one as a rule."""
    return tuple(
        secret.number(
            "seal", str(one.shape), str(table), str(sum((one.bits >> at & 1) << n for n, at in enumerate(taken)))
        )
        for table, taken in enumerate(_samples(one.shape))
    )


@cache
def _samples(shape: int) -> tuple[tuple[int, ...], ...]:
    """Which bits each key is made of; the same for everybody."""
    rng = np.random.default_rng(shape)
    return tuple(tuple(map(int, rng.choice(shape, TAKEN[shape], replace=False))) for _ in range(TABLES))


def packed(one: Mark) -> bytes:
    """For a store: 24 or 8 bytes."""
    tail = one.flaws.to_bytes(FLAWS // 8, "big") if one.shape == LETTERING else b""
    return one.bits.to_bytes(one.shape // 8, "big") + tail


def unpacked(data: bytes) -> Mark:
    """The inverse of `packed`."""
    if len(data) == WHOLE // 8:
        return Mark(WHOLE, int.from_bytes(data, "big"), 0)
    return Mark(LETTERING, int.from_bytes(data[: LETTERING // 8], "big"), int.from_bytes(data[LETTERING // 8 :], "big"))
