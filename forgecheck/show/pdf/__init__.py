"""Report to PDF: a paper that can be handed on, printed and searched."""

from __future__ import annotations

from forgecheck.finding import Report
from forgecheck.show.pdf.cover import cover
from forgecheck.show.pdf.found import found
from forgecheck.show.pdf.pictures import pictures
from forgecheck.show.pdf.record import record
from forgecheck.show.pdf.seals import seals
from forgecheck.show.pdf.sheet import Language, Sheet
from forgecheck.show.safe import file_name
from forgecheck.show.times import examined
from forgecheck.wording import LABELS


def as_pdf(report: Report, lang: Language = "zh", picture: bool = True) -> bytes:
    """The whole report as A4 pages.

    Parameters
    ----------
    report : Report
        Its `examined_at` is printed and noted in the file.
    lang : {"zh", "en"}
        The language that comes first; the other one stands below it, smaller.
    picture : bool
        Whether the marked picture and the pieces of it are in it.

    Returns
    -------
    bytes
        A PDF with its font embedded; the same arguments give the same bytes.
    """
    head = "forgecheck 图片检查报告" if lang == "zh" else "forgecheck report on a picture"
    says = "只说图片上看得到的事，证明不了来源" if lang == "zh" else "tells what can be seen, not where it comes from"
    sheet = Sheet(lang, head, f"{says}　SHA-256 {report.evidence.document.sha256[:12]}")
    drawn = pictures(report) if picture else ()
    cover(sheet, report, drawn)
    found(sheet, report, picture)
    seals(sheet, report, picture)
    for each in drawn:
        each.put(sheet)
    record(sheet, report)
    title = f"{sheet.first(LABELS[report.verdict.label])} · {file_name(report.evidence.document.name)}"
    return sheet.done(title, examined(report))
