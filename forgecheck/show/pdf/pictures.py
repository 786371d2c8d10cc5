"""The marked pages: small on the first page, then large, cut into columns where they are very tall."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, sqrt

from PIL.Image import Image as Picture

from forgecheck.finding import Report, Says
from forgecheck.show.crops import as_jpeg
from forgecheck.show.marks import draw_page, marks
from forgecheck.show.order import shown_pages
from forgecheck.show.pdf.sheet import BOTTOM, MARGIN, ROOM, SMALL, SOFT, TOP, Sheet
from forgecheck.show.picture import page_width

WIDEST = 1080  # pixels of an embedded page; 150 a printed inch at full width
SMALL_ROOM = (62.0, 150.0)  # mm, width and height of the small one
GAP = 4.0  # mm between columns
LARGE_ROOM = BOTTOM - TOP - 16  # mm of height; the rest is for its heading


@dataclass(frozen=True, slots=True)
class Drawn:
    """A marked page, ready to be put on paper."""

    picture: Picture
    number: int
    count: int
    """Pages of the document."""

    @property
    def says(self) -> Says:
        """What it is."""
        if self.count == 1:
            return Says("标注图", "The marked picture")
        return Says(f"标注图：第 {self.number} 页，共 {self.count} 页", f"Marked page {self.number} of {self.count}")

    def put(self, sheet: Sheet) -> None:
        """The large picture, on a page of its own."""
        sheet.page()
        sheet.heading(self.says, bookmark=True)
        parts = _columns(self.picture)
        room = (ROOM - GAP * (len(parts) - 1)) / len(parts)
        wide = min(room, min(LARGE_ROOM * part.width / part.height for part in parts))
        left = MARGIN + (ROOM - wide * len(parts) - GAP * (len(parts) - 1)) / 2
        for part in parts:
            sheet.picture(as_jpeg(part, WIDEST), left, wide, wide * part.height / part.width, sheet.first(self.says))
            left += wide + GAP
        sheet.top = BOTTOM

    def put_small(self, sheet: Sheet, left: float) -> None:
        """The small picture at the current height, with its caption."""
        picture = self.picture
        if picture.height > 3 * picture.width:  # the upper end; the whole comes later
            picture = picture.crop((0, 0, picture.width, 3 * picture.width))
        wide = min(SMALL_ROOM[0], SMALL_ROOM[1] * picture.width / picture.height)
        high = wide * picture.height / picture.width
        sheet.picture(as_jpeg(picture, WIDEST), left, wide, high, sheet.first(self.says))
        sheet.top += high + 1
        caption = Says("编号与正文一致，大图在后面。", "Numbers as in the text; larger below.")
        sheet.text(sheet.first(caption), SMALL, SOFT, left, SMALL_ROOM[0])


def pictures(report: Report) -> tuple[Drawn, ...]:
    """The pages worth showing, with their marks."""
    count = len(report.evidence.pages)
    return tuple(
        Drawn(draw_page(page, marks(report), page_width(page)), page.number, count) for page in shown_pages(report)
    )


def _columns(picture: Picture) -> list[Picture]:
    """A tall picture cut into as many equal columns as fill a page best."""
    count = max(round(sqrt(picture.height / picture.width * ROOM / LARGE_ROOM)), 1)
    step = ceil(picture.height / count)
    return [
        picture.crop((0, top, picture.width, min(top + step, picture.height))) for top in range(0, picture.height, step)
    ]
