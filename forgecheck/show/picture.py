"""Report to one picture: the pages with numbered boxes, and a legend below that a phone can show."""

from __future__ import annotations

from io import BytesIO

from PIL import Image as Pictures

from forgecheck.evidence import Page
from forgecheck.finding import Report
from forgecheck.show.legend import draw_legend
from forgecheck.show.marks import draw_page, margin, marks
from forgecheck.show.order import shown_pages
from forgecheck.show.turn import turned_size

NARROWEST, WIDEST = 720, 1440  # pixels of a page on the picture; smaller ones are enlarged so that text is legible
MOST_PIXELS = 40_000_000  # of the whole picture; assumed, about 120 MB while it is drawn


def page_width(page: Page) -> int:
    """How wide a page is drawn, in pixels."""
    wide, high = turned_size(page)
    return min(max(wide, NARROWEST), WIDEST, max(int((MOST_PIXELS * wide / high) ** 0.5), 1))


def annotate(report: Report) -> bytes:
    """The marked picture as PNG; the same report gives the same bytes."""
    pages = shown_pages(report)
    width = min(max(map(page_width, pages)), int((MOST_PIXELS / sum(_tall(page) for page in pages)) ** 0.5))
    drawn = [draw_page(page, marks(report), width) for page in pages]
    legend = draw_legend(report, width + 2 * margin(width))
    canvas = Pictures.new("RGB", (legend.width, sum(each.height for each in drawn) + legend.height), "white")
    top = 0
    for part in (*drawn, legend):
        canvas.paste(part, (0, top))
        top += part.height
    buffer = BytesIO()
    canvas.save(buffer, "PNG")
    return buffer.getvalue()


def _tall(page: Page) -> float:
    """Height over width of the upright page."""
    wide, high = turned_size(page)
    return high / wide
