"""Exit codes, and the options that commands share; imports nothing heavy."""

from __future__ import annotations

from typing import Final, Literal

import click

NOTHING, FOUND, USAGE, UNREADABLE, SETUP, INTERRUPTED = 0, 1, 2, 3, 4, 130

Language = Literal["zh", "en"]
FailOn = Literal["forged", "suspicious", "never"]
REACHED: Final[dict[FailOn, tuple[str, ...]]] = {
    "forged": ("forged",),
    "suspicious": ("forged", "suspicious"),
    "never": (),
}
"""Verdicts at or above --fail-on."""

lang = click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Language.")
fail_on = click.option(
    "--fail-on",
    type=click.Choice(list(REACHED)),
    default="suspicious",
    show_default=True,
    help="Exit with 1 when a verdict is this or graver.",
)


def code(reached: bool, unreadable: bool) -> int:
    """The exit code of a run that came to its end."""
    return FOUND if reached else UNREADABLE if unreadable else NOTHING
