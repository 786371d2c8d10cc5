"""What a run tells on stderr: a bar where somebody watches, every error, and the sum at the end."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import get_args

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

from forgecheck.batch.failure import complaint
from forgecheck.batch.pool import Answer
from forgecheck.batch.run import JSON_LINES, TABLE, Tally
from forgecheck.batch.walk import Entry
from forgecheck.errors import InputError
from forgecheck.finding import Label
from forgecheck.show.safe import clean
from forgecheck.wording import LABELS


@contextmanager
def watched(files: int) -> Iterator[Callable[[Entry, Answer], None]]:
    """Gives the function to tell of each file; shows a bar only on a terminal."""
    console = Console(stderr=True)
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        task = progress.add_task("", total=files)

        def told(entry: Entry, answer: Answer) -> None:
            if isinstance(answer, InputError):
                console.print(complaint(entry.name, answer), markup=False, highlight=False, soft_wrap=True)
            progress.advance(task)

        yield told


def summary(tally: Tally, out: Path, lang: str) -> str:
    """How many files came to which verdict, and how fast.

    >>> from collections import Counter
    >>> print(summary(Tally(Counter(suspicious=2), Counter(truncated=1), 6.0), Path("out"), "en"))
    3 files: Suspicious: verify first 2, not readable 1 (truncated 1)
    6.0 s, 0.50 files/s; out/results.jsonl, out/results.csv
    """
    zh = lang == "zh"
    labels: tuple[Label, ...] = get_args(Label)
    counts = [
        f"{LABELS[label].zh if zh else LABELS[label].en} {tally.labels[label]}"
        for label in labels
        if tally.labels[label]
    ]
    if tally.errors:
        codes = ", ".join(f"{code} {count}" for code, count in sorted(tally.errors.items()))
        counts.append(f"{'无法检查' if zh else 'not readable'} {tally.errors.total()} ({codes})")
    speed = tally.files / tally.seconds if tally.seconds else 0.0
    files = f"共 {tally.files} 个文件：" if zh else f"{tally.files} files: "
    rate = f"用时 {tally.seconds:.1f} 秒，每秒 {speed:.2f} 个" if zh else f"{tally.seconds:.1f} s, {speed:.2f} files/s"
    stopped = (
        "已中断，其余文件没有检查。\n" if zh else "Interrupted; the other files were not examined.\n"
    ) * tally.interrupted
    where = f"{clean(str(out / JSON_LINES))}, {clean(str(out / TABLE))}"
    return f"{stopped}{files}{('，' if zh else ', ').join(counts)}\n{rate}{'；' if zh else '; '}{where}"


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
