"""The seal is far too large or too small for the sheet.

Round seals are 38 to 50 mm wide, an A4 sheet 210 mm.  Who pastes a picture of a seal seldom measures.

Only ever weak, and only where the whole sheet is seen: a scan or a rendered page of A4 proportions.

Innocent causes
---------------
Sheets of another size that were scaled to A4; pages reduced to fit; steel seals.

Limits
------
Says nothing about photos, screenshots and crops, whose scale is unknown, nor about name and invoice seals.

Sources
-------
* 国务院关于国家行政机关和企业事业单位社会团体印章管理的规定 (国发〔1999〕25号), in force 1999-10-31: 50, 45 and 42 mm.
* 最高人民法院印章管理规定 (2002-05-22): 50, 47 and 45 mm.
* GB/T 9704-2012 5.1: A4, 210 mm by 297 mm."""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import CaptureKind, Evidence, Page, Place, Seal
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.seal._sealed import NOT_SEARCHED, SEALED

WHOLE: tuple[CaptureKind, ...] = ("scan", "render")
SHEET_MM = 210.0  # GB/T 9704-2012
PROPORTION = (1.38, 1.45)  # height by width; A4 has 1.414
SMALLEST_MM, LARGEST_MM = 30.0, 60.0  # 38 and 50 mm are the rule, the rest is for printers and scanners; assumed
LEAST_SCORE = 0.8  # of the finder; assumed


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one weak finding for each round seal of an impossible size."""
    if evidence.kind is None or evidence.kind.type not in SEALED or evidence.document.capture.kind not in WHOLE:
        return
    for page in evidence.pages:
        if page.seals is None:
            yield Unable(NOT_SEARCHED, page.number)
        elif PROPORTION[0] <= page.height / page.width <= PROPORTION[1]:
            for seal in page.seals:
                width = SHEET_MM * max(seal.box.width, seal.box.height) / page.width
                if seal.shape == "round" and seal.score >= LEAST_SCORE and _is_off(seal, page, width):
                    yield _finding(seal, width)


def _is_off(seal: Seal, page: Page, width_mm: float) -> bool:
    whole = seal.box.left > 0 and seal.box.top > 0 and seal.box.right < page.width and seal.box.bottom < page.height
    return whole and not SMALLEST_MM <= width_mm <= LARGEST_MM


def _finding(seal: Seal, width_mm: float) -> Finding:
    return Finding(
        "weak",
        Says(
            f"按A4纸算，这枚印章约{width_mm:.0f}毫米宽。单位公章一般是38到50毫米。",
            f"On an A4 sheet this seal would be {width_mm:.0f} mm wide. Official seals are 38 to 50 mm.",
        ),
        Place(seal.page, seal.box, seal.score),
        {"width_mm": round(width_mm, 1), "width_px": seal.box.width, "seal": seal.text},
    )
