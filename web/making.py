"""PDF report, evidence pack, annotated picture and masked copy; runs in a worker."""

from __future__ import annotations

from forgecheck_web.jobs import Make, Part
from forgecheck_web.notes import read

from forgecheck.evidence import Box
from forgecheck.show.times import examined
from forgecheck.show.turn import turned_image


def make(job: Make) -> bytes:
    """The file that is wanted; its bytes depend on nothing but the job."""
    report, wanted = read(job.seen, job.data, job.name), job.wanted
    if wanted.what == "pdf":
        from forgecheck.show.pdf import as_pdf

        return as_pdf(report, wanted.lang)
    if wanted.what == "pack":
        from forgecheck.show.pack import evidence_pack

        return evidence_pack(job.data, report, examined(report))
    if wanted.what == "annotated":
        from forgecheck.show.picture import annotate

        return annotate(report)
    from forgecheck.show.mask import masked

    page = report.evidence.pages[wanted.page - 1]
    image = turned_image(page)
    return masked(image, [_box(part, image.shape[1], image.shape[0]) for part in wanted.masks])


def _box(part: Part, width: int, height: int) -> Box:
    """The pixels that a part of the page touches."""
    left, top, right, bottom = part
    return Box(int(left * width), int(top * height), -int(-right * width // 1), -int(-bottom * height // 1))
