"""What all tables have in common."""

from __future__ import annotations

from collections.abc import Callable

from forgecheck.batch.rows import Row

Write = Callable[[Row], None]
"""Adds one row to a table."""
