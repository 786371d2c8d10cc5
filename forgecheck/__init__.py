"""forgecheck: reads a picture of a collection letter, court paper or SMS and says what is wrong with it.

The whole program is one sentence: load, look, judge, weigh, show.

    from forgecheck import Models, inspect
    report = inspect(Path("letter.jpg").read_bytes(), "letter.jpg", Models())
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["Models", "__version__", "inspect"]

# Released builds of ONNX Runtime report to their maker unless told before they load (its Privacy.md, "Disabling
# Telemetry"): 1.32 makes a device number in the home folder and asks for the maker's host.  Nothing may leave here.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

if TYPE_CHECKING:
    from forgecheck.finding import Report
    from forgecheck.load.limits import Limits
    from forgecheck.models import Models


def inspect(data: bytes, name: str, models: Models, limits: Limits | None = None, *, page: int | None = None) -> Report:
    """Examine one file from first byte to verdict.

    Parameters
    ----------
    data : bytes
        The file as received.
    name : str
        Its name, for reports only; the content alone decides the format.
    models : Models
        The loaded readers; make one and use it for every file.
    limits : Limits, optional
        Size limits; those of the batch when omitted.
    page : int, optional
        The one page of a PDF to examine, from 1; all pages when omitted.

    Raises
    ------
    InputError
        The file cannot be judged; ``code`` says why.
    SetupError
        A model is missing or damaged.
    """
    from datetime import UTC, datetime

    from forgecheck.finding import Report
    from forgecheck.judge import all_checks, judge
    from forgecheck.load import load
    from forgecheck.load.limits import BATCH
    from forgecheck.look import look
    from forgecheck.stages import reached
    from forgecheck.weigh import weigh

    examined_at = datetime.now(UTC)
    reached("read")
    clock = [time.perf_counter()]
    document = load(data, name, limits or BATCH, page)
    clock.append(time.perf_counter())
    evidence = look(document, models)
    clock.append(time.perf_counter())
    reached("judge")
    outcomes = judge(evidence, all_checks())
    clock.append(time.perf_counter())
    verdict = weigh(evidence, outcomes)
    clock.append(time.perf_counter())
    stages = ("load", "look", "judge", "weigh")
    timing = {s: (b - a) * 1000 for s, a, b in zip(stages, clock, clock[1:], strict=False)}
    return Report(evidence, outcomes, verdict, timing, examined_at)


def __getattr__(name: str) -> object:
    if name == "Models":
        from forgecheck.models import Models

        return Models
    raise AttributeError(name)
