"""An evaluation as tables for a terminal."""

from __future__ import annotations

import io
from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table

from forgecheck.measure.evaluation import Evaluation, Group
from forgecheck.measure.statistics import Estimate, Share
from forgecheck.show.safe import clean

WIDTH = 120


def as_text(found: Evaluation) -> str:
    """The whole evaluation as plain text."""
    buffer = io.StringIO()
    console = Console(file=buffer, width=WIDTH, color_system=None)
    console.print(_summary(found))
    for title, groups in named_groups(found):
        if groups:
            console.print(_groups(title, groups))
    if found.checks:
        console.print(_checks(found))
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def named_groups(found: Evaluation) -> tuple[tuple[str, tuple[Group, ...]], ...]:
    """The groups with what they are grouped by."""
    return (
        ("attack", found.attacks),
        ("kind", found.kinds),
        ("channel", found.channels),
        ("source", found.sources),
    )


def facts(found: Evaluation) -> tuple[tuple[str, str], ...]:
    """The headline numbers in words and figures."""
    whole, pixels = found.overall, found.pixels
    errors = ", ".join(f"{code} {count}" for code, count in sorted(found.unreadable.items())) or "none"
    rows = [
        (
            "文件 / files",
            f"{found.files} ({found.forged} forged, {found.genuine} genuine); without a result {len(found.unmatched)}",
        ),
        ("打不开 / unreadable", errors),
        ("无法判断 / cannot tell (abstained)", percent(found.inconclusive)),
        ("AUC", estimate(found.auc, 3)),
        ("误报 1% 时查出 / found at 1 % false alarms", estimate(found.hits_at_1, 3)),
        ("误报 5% 时查出 / found at 5 % false alarms", estimate(found.hits_at_5, 3)),
        ("真实文件被判有伪造迹象 / genuine called forged", percent(whole.alarms_forged)),
        ("真实文件被判可疑或更重 / genuine called suspicious or worse", percent(whole.alarms_suspicious)),
        ("伪造文件被判有伪造迹象 / forged called forged", percent(whole.called_forged)),
        ("伪造文件被判可疑或更重 / forged called suspicious or worse", percent(whole.called_suspicious)),
        (f"校准误差 / ECE at prior {found.prior:g}", number(found.calibration_error)),
        (f"Brier at prior {found.prior:g}", number(found.brier)),
    ]
    if found.seals.found.of:
        rows += [
            ("找到印章 / seals found", percent(found.seals.found)),
            ("印章文字全对 / seal text exact", percent(found.seals.text_exact)),
        ]
    if pixels.forged:
        rows.append(
            (
                "像素 F1 / pixel F1, fixed and best threshold",
                f"{number(pixels.f1_fixed)} / {number(pixels.f1_oracle)} ({pixels.forged} files)",
            )
        )
    if pixels.genuine:
        rows.append(
            ("真图上误标的像素 / false pixels on genuine", f"{pixels.false_pixels:.2e} ({pixels.genuine} files)")
        )
    return tuple(rows)


def percent(part: Share) -> str:
    """A share with its count and interval.

    >>> from forgecheck.measure.statistics import share
    >>> percent(share(3, 60)), percent(share(0, 0))
    ('5.0 % (3/60; 1.0 to 13.9 %)', '–')
    """
    if not part.of:
        return "–"
    return f"{part.hits / part.of:.1%} ({part.hits}/{part.of}; {100 * part.low:.1f} to {part.high:.1%})".replace(
        "%", " %"
    )


def estimate(given: Estimate, digits: int) -> str:
    """A value with its bootstrap interval."""
    if given.value is None or given.low is None or given.high is None:
        return "–"
    return f"{given.value:.{digits}f} ({given.low:.{digits}f} to {given.high:.{digits}f})"


def number(value: float | None) -> str:
    """Three decimals, or a dash."""
    return "–" if value is None else f"{value:.3f}"


def _summary(found: Evaluation) -> Table:
    table = Table(box=box.SIMPLE, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in facts(found):
        table.add_row(name, value)
    return table


def _groups(title: str, groups: Sequence[Group]) -> Table:
    table = Table(title, "forged", "suspicious+", "genuine", "suspicious+", "AUC", box=box.SIMPLE)
    for each in groups:
        table.add_row(clean(each.name), *group_cells(each))
    return table


def group_cells(each: Group) -> tuple[str, ...]:
    """Forged files, how many were found; genuine files, how many were accused; AUC."""
    return (
        str(each.called_suspicious.of),
        _short(each.called_suspicious),
        str(each.alarms_suspicious.of),
        _short(each.alarms_suspicious),
        number(each.auc),
    )


def _short(part: Share) -> str:
    return f"{100 * part.hits / part.of:.0f} % ({part.hits})" if part.of else "–"


def _checks(found: Evaluation) -> Table:
    table = Table("check", "hits", "false alarms", "precision", "bans", "gravest alarm", box=box.SIMPLE)
    for each in found.checks:
        cells = (f"{each.precision:.2f}", f"{each.weight:+.2f}", each.gravest_alarm)
        table.add_row(clean(each.check), str(each.hits), str(each.alarms), *cells)
    return table
