"""What was measured and noted, as pairs of name and value: the technical part of a page or a paper."""

from __future__ import annotations

from forgecheck.finding import Measured, Report, Says
from forgecheck.rates import PRIOR
from forgecheck.show.safe import clean, file_name
from forgecheck.show.words import CAPTURES

PROBABILITY = Says(
    f"伪造的概率（假定送来检查的文件有 {PRIOR:.0%} 是伪造的）",
    f"probability of forgery, if {PRIOR:.0%} of the files that people bring are forged",
)
MOST = 300  # characters shown of one piece of metadata; assumed


def facts(report: Report) -> list[tuple[Says, Says]]:
    """The file, how it came about, the numbers of the verdict, and the textual metadata; name and value."""
    document, verdict = report.evidence.document, report.verdict
    first = document.pages[0]
    container = document.container
    return [
        (Says("文件", "file"), same(file_name(document.name))),
        (Says("SHA-256", "SHA-256"), same(document.sha256)),
        (
            Says("格式与大小", "format and size"),
            same(f"{container.format} {first.width}×{first.height}, {document.size} B"),
        ),
        (Says("图片来历", "how it was made"), CAPTURES[document.capture.kind]),
        (Says("来历依据", "why"), same(clean("; ".join(document.capture.reasons)) or "-")),
        (PROBABILITY, same(f"{verdict.score:.3f}")),
        (Says("证据总重", "weight of evidence"), same(f"{verdict.weight:+.2f} ban")),
        *((Says(clean(key), ""), same(clean(value)[:MOST])) for key, value in container.texts.items()),
    ]


def same(text: str) -> Says:
    """What is the same in both languages."""
    return Says(text, text)


def fact(value: Measured) -> str:
    """One measured value as text."""
    if isinstance(value, list):
        return clean("、".join(map(str, value)))
    return f"{value:.3g}" if isinstance(value, float) else clean(str(value))
