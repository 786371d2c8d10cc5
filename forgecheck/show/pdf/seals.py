"""Each seal beside the signature that it belongs to: what the one says and what the other says."""

from __future__ import annotations

from forgecheck.evidence import Box, Field, Page, Seal
from forgecheck.finding import Report, Says
from forgecheck.show.crops import as_jpeg, cut_out
from forgecheck.show.marks import SEAL_COLOUR
from forgecheck.show.order import lettered
from forgecheck.show.pdf.sheet import BODY, MARGIN, ROOM, SMALL, SOFT, Sheet
from forgecheck.show.words import seal_words

_GAP = 8.0  # mm between the two
_ROOM = (ROOM - _GAP) / 2
_TALL = 58.0  # mm, the most height of a picture
_MM_A_PIXEL = 0.45  # a piece is not enlarged beyond 56 pixels an inch
SEALS = Says("印章与落款", "Seals and signatures")
SEAL_SAYS = Says("印章写的是", "The seal says")
SIGNED_SAYS = Says("落款写的是", "The signature says")
UNREAD = Says("文字读不出", "it could not be read")
UNSIGNED = Says("没有找到落款", "no signature was found")


def seals(sheet: Sheet, report: Report, picture: bool) -> None:
    """Nothing where there is no seal."""
    pages = {page.number: page for page in report.evidence.pages}
    every = lettered(report)
    if not every:
        return
    sheet.page()
    sheet.heading(SEALS, bookmark=True)
    for letter, seal in every:
        _pair(sheet, letter, seal, _signature(report, seal), pages if picture else {})


def _signature(report: Report, seal: Seal) -> Field | None:
    """The nearest signature on the seal's page, else on any; else whoever sends it."""
    signed = list(report.evidence.named("signature")) or list(report.evidence.named("sms_signature", "issuer"))
    middle = (seal.box.top + seal.box.bottom) / 2
    return min(
        signed,
        key=lambda each: (each.place.page != seal.page, abs((each.place.box.top + each.place.box.bottom) / 2 - middle)),
        default=None,
    )


def _pair(sheet: Sheet, letter: str, seal: Seal, signed: Field | None, pages: dict[int, Page]) -> None:
    sheet.need((_TALL if pages else 0) + 32)
    sheet.rule()
    sheet.gap(3)
    right, start = MARGIN + _ROOM + _GAP, sheet.top
    wide = sheet.tab(letter, SEAL_COLOUR, SMALL)
    sheet.text(sheet.first(SEAL_SAYS), SMALL, SOFT, MARGIN + wide + 2)
    sheet.text(seal.text or sheet.first(UNREAD), 12, room=_ROOM, bold=True)
    if seal.serial:
        sheet.text(f"编号 {seal.serial}" if sheet.lang == "zh" else f"serial {seal.serial}", SMALL, room=_ROOM)
    _piece(sheet, pages.get(seal.page), seal.box, MARGIN)
    bottom, sheet.top = sheet.top, start
    sheet.text(sheet.first(SIGNED_SAYS), SMALL, SOFT, right)
    sheet.text(signed.text if signed else sheet.first(UNSIGNED), 12, left=right, room=_ROOM, bold=True)
    if signed:
        _piece(sheet, pages.get(signed.place.page), signed.place.box, right)
    sheet.top = max(sheet.top, bottom) + 1
    words = seal_words(seal)
    sheet.both(Says("；".join(each.zh for each in words), "; ".join(each.en for each in words)), BODY)
    sheet.gap(4)


def _piece(sheet: Sheet, page: Page | None, box: Box, left: float) -> None:
    if page is None:
        return
    piece = cut_out(page, box)
    scale = min(_ROOM / piece.width, _TALL / piece.height, _MM_A_PIXEL)
    sheet.gap(1)
    sheet.picture(as_jpeg(piece), left, piece.width * scale, piece.height * scale, "")
    sheet.gap(piece.height * scale + 1)
