"""What a run tells on stderr: a bar where somebody watches, every error, and the sum at the end."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import get_args

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from forgecheck.batch.failure import complaint
from forgecheck.batch.run import Told
from forgecheck.batch.tally import Tally
from forgecheck.finding import Label
from forgecheck.show.safe import clean, clean_name
from forgecheck.wording import KINDS, LABELS

TOP = 5  # kinds and checks that the summary names


class _Rate(TextColumn):
    """Files a second, over the last while."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.finished_speed or task.speed or 0.0:.2f}/s")


@contextmanager
def watched(files: int) -> Iterator[Callable[[Told], None]]:
    """Gives the function to tell of each step; shows a bar with rate, time left and errors only on a terminal."""
    console = Console(stderr=True)
    wrong = TextColumn("[red]{task.fields[errors]} ✗")
    columns = (BarColumn(), MofNCompleteColumn(), _Rate(""), TimeRemainingColumn(), wrong)
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        task = progress.add_task("", total=files, errors=0)
        total, errors = files, 0

        def told(step: Told) -> None:
            nonlocal total, errors
            if step.error is not None:
                errors += 1
                console.print(complaint(step.path, step.error), markup=False, highlight=False, soft_wrap=True)
            total += step.more
            progress.update(task, advance=1, total=total, errors=errors)

        yield told


def summary(tally: Tally, written: Sequence[str], lang: str) -> str:
    """How many files came to which verdict, what was found most, and how fast.

    >>> from collections import Counter
    >>> tally = Tally(Counter(suspicious=2), Counter(truncated=1), Counter(lawyer_letter=2), examined=3, seconds=6.0)
    >>> print(summary(tally, ["out/results.csv"], "en"))
    3 rows: Suspicious: verify first 2, not readable 1 (truncated 1)
    kinds: lawyer's letter 2
    6.0 s, 3 files examined, 0.50 a second; out/results.csv
    """
    zh = lang == "zh"
    comma = "，" if zh else ", "
    labels: tuple[Label, ...] = get_args(Label)
    verdicts = ((LABELS[label].zh if zh else LABELS[label].en, tally.labels[label]) for label in labels)
    counts = [f"{words} {count}" for words, count in verdicts if count]
    if tally.errors:
        codes = ", ".join(f"{code} {count}" for code, count in sorted(tally.errors.items()))
        counts.append(f"{'无法检查' if zh else 'not readable'} {tally.errors.total()} ({codes})")
    if tally.same:
        counts.append(f"{'其中重复文件' if zh else 'same bytes as another'} {tally.same}")
    lines = []
    if tally.interrupted:
        lines.append("已中断，其余文件没有检查。" if zh else "Interrupted; the other files were not examined.")
    lines.append((f"共 {tally.files} 行：" if zh else f"{tally.files} rows: ") + comma.join(counts))
    kinds = ((said.zh if zh else said.en, tally.types[kind]) for kind, said in KINDS.items())
    most = sorted(((words, count) for words, count in kinds if count), key=lambda each: -each[1])[:TOP]
    lines += _list("种类：" if zh else "kinds: ", [f"{words} {count}" for words, count in most], comma)
    checks = [f"{check} {count}" for check, count in tally.checks.most_common(TOP)]
    lines += _list("发现最多：" if zh else "most found: ", checks, comma)
    slowest = [f"{clean_name(path)} {ms / 1000:.1f} s" for ms, path in sorted(tally.slowest, reverse=True)]
    lines += _list("最慢：" if zh else "slowest: ", slowest, comma)
    lines.append(f"{_work(tally, zh)}{'；' if zh else '; '}{comma.join(clean(each) for each in written)}")
    return "\n".join(lines)


def _work(tally: Tally, zh: bool) -> str:
    speed = tally.examined / tally.seconds if tally.seconds else 0.0
    if zh:
        rate = f"检查了 {tally.examined} 个文件，每秒 {speed:.2f} 个" if tally.examined else "没有新的文件要检查"
        return f"用时 {tally.seconds:.1f} 秒，{rate}"
    rate = f"{tally.examined} files examined, {speed:.2f} a second" if tally.examined else "no new file to examine"
    return f"{tally.seconds:.1f} s, {rate}"


def _list(head: str, items: Sequence[str], comma: str) -> list[str]:
    return [head + comma.join(items)] if items else []


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
