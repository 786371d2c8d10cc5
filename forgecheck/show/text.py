"""Report to plain text for a terminal: the verdict first, then why, then what to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from forgecheck.finding import Report, Says
from forgecheck.show.advice import advice
from forgecheck.show.order import Numbered, fitting, lettered, numbered, spot
from forgecheck.show.safe import clean, clean_name
from forgecheck.show.words import CAPTURES, ORIGINS, SEVERITIES, SHAPES, family
from forgecheck.wording import KINDS, LABELS

Language = Literal["zh", "en"]

_VERDICT = Says("结论", "Verdict")
_FILE = Says("文件", "File")
_FINDINGS = Says("发现（编号与标注图一致）", "Findings (numbered as in the picture)")
_NOTHING = Says("没有发现伪造迹象。", "No sign of forgery was found.")
_FITS = Says("对得上的内容（对得上不代表文件没有问题）", "What agrees (which proves nothing about its maker)")
_SEALS = Says("印章", "Seals")
_BLIND = Says("没能检查", "Could not be examined")
_ADVICE = Says("接下来怎么做", "What to do next")


def as_text(report: Report, lang: Language = "zh") -> str:
    """The report as lines of text without control characters, ending in a newline."""

    def say(said: Says) -> str:
        return _say(said, lang)

    colon = "：" if lang == "zh" else ": "
    verdict = report.verdict
    parts = [
        [f"{say(_VERDICT)}{colon}{say(LABELS[verdict.label])}", say(verdict.summary)],
        [say(_FINDINGS), *_findings(report, lang)],
        [say(_FITS), *(f"  - {say(each.finding.says)}" for each in fitting(report))],
        [say(_SEALS), *_seals(report, lang)],
        [say(_BLIND), *(f"  - {say(family(name))}{colon}{say(reason)}" for name, reason in verdict.blind)],
        [say(_ADVICE), *_advice(report, lang)],
        [f"{say(_FILE)}{colon}{_file(report, lang)}"],
    ]
    shown = [part for part in parts if len(part) > 1 or part is parts[-1]]
    return "\n\n".join("\n".join(part) for part in shown) + "\n"


def _say(said: Says, lang: Language) -> str:
    return clean(said.zh if lang == "zh" else said.en)


def _findings(report: Report, lang: Language) -> Iterator[str]:
    found = numbered(report)
    if not found:
        yield f"  {_say(_NOTHING, lang)}"
    for each in found:
        severity = _say(SEVERITIES[each.finding.severity], lang)
        yield f"{each.number:>3}. [{severity}] {_say(each.finding.says, lang)}"
        place = _place(report, each, lang)
        yield f"     {place} · {each.check}" if place else f"     {each.check}"


def _place(report: Report, each: Numbered, lang: Language) -> str:
    place = each.finding.place
    at = None if place is None else spot(report, place)
    if place is None or at is None:
        return ""
    many = len(report.evidence.pages) > 1
    if lang == "zh":
        return f"第 {place.page} 页{at.zh}" if many else f"图片{at.zh}"
    return f"page {place.page}, {at.en}" if many else at.en


def _seals(report: Report, lang: Language) -> Iterator[str]:
    for letter, seal in lettered(report):
        said = (SHAPES[seal.shape], ORIGINS[seal.origin])
        name = clean(seal.text) if seal.text else ("（读不出）" if lang == "zh" else "(unreadable)")
        yield f"  {letter}. {name} · " + " · ".join(_say(each, lang) for each in said)


def _advice(report: Report, lang: Language) -> Iterator[str]:
    for number, each in enumerate(advice(report), 1):
        yield f"{number:>3}. {_say(each.says, lang)}"
        if each.contact:
            name = _say(each.contact.name, lang)
            yield "     " + " · ".join(filter(None, ("→ " + name, each.contact.phone, each.contact.url)))


def _file(report: Report, lang: Language) -> str:
    evidence = report.evidence
    document, first = evidence.document, evidence.pages[0]
    kind, capture = KINDS[evidence.kind.type if evidence.kind else "other"], CAPTURES[document.capture.kind]
    pages = len(evidence.pages)
    counted = f"{pages} 页" if lang == "zh" else f"{pages} pages"
    return " · ".join(
        (
            clean_name(document.name),
            _say(kind, lang),
            _say(capture, lang),
            f"{document.container.format} {first.width}×{first.height}",
            *((counted,) if pages > 1 else ()),
            f"SHA-256 {document.sha256[:12]}",
        )
    )
