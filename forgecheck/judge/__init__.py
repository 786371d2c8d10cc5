"""Evidence to outcomes: every check in this folder is asked, and a crash is a result too.

A check is a module ``judge/<family>/<name>.py`` with a docstring (its manual) and one generator,
``check(evidence)``, that yields `Finding` or `Unable`.  There is nothing else to register.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

from forgecheck.evidence import Evidence
from forgecheck.finding import Check, Finding, Outcome, Unable
from forgecheck.judge.prose import forget


@cache
def all_checks() -> Mapping[str, Check]:
    """Every check by its name, in alphabetical order."""
    found = (
        module.name.removeprefix(f"{__name__}.")
        for module in pkgutil.walk_packages(__path__, f"{__name__}.")
        if not module.ispkg
    )
    names = sorted(name for name in found if name.count(".") == 1 and not name.split(".")[1].startswith("_"))
    return {name: importlib.import_module(f"{__name__}.{name}") for name in names}


def judge(evidence: Evidence, checks: Mapping[str, Check]) -> tuple[Outcome, ...]:
    """Ask every check; one outcome each, in the order given."""
    try:
        return tuple(_ask(name, check, evidence) for name, check in checks.items())
    finally:
        forget()


def _ask(name: str, check: Check, evidence: Evidence) -> Outcome:
    try:
        said = tuple(check.check(evidence))
    except Exception as error:  # the one broad catch: a crash of one check must not cost the others
        return Outcome(name, (), (), type(error).__name__)
    findings = tuple(each for each in said if isinstance(each, Finding))
    return Outcome(name, findings, tuple(each for each in said if isinstance(each, Unable)))
