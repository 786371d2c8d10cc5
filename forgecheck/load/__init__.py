"""Bytes to Document."""

from __future__ import annotations

from forgecheck.evidence import Document
from forgecheck.load.limits import Limits


def load(data: bytes, name: str, limits: Limits) -> Document:
    """Decode one file; raises InputError."""
    raise NotImplementedError
