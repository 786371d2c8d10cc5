"""Text to typed, located values."""

from __future__ import annotations

from forgecheck.evidence import Field, Flow


def find_fields(text: Flow | None) -> tuple[Field, ...] | None:
    """All fields in reading order; None where no text was read."""
    return None if text is None else ()
