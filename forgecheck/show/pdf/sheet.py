"""A4 pages that are filled from top to bottom: lines of text, pictures, tabs, rules; nothing here knows of reports.

Text comes from the shipped font alone.  A character that it lacks is printed as □ and kept in `lacking`, so that
nothing vanishes unseen.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib.resources import as_file, files
from io import BytesIO
from typing import Literal

from fpdf import FPDF
from fpdf.enums import TextMode, XPos, YPos

from forgecheck.finding import Says
from forgecheck.show.font import FILE, characters, wrap
from forgecheck.show.safe import clean

Language = Literal["zh", "en"]

WIDE, HIGH = 210.0, 297.0  # mm, A4
MARGIN = 18.0  # mm; also what office printers leave free
ROOM = WIDE - 2 * MARGIN
TOP, BOTTOM = 24.0, HIGH - 20.0  # mm; what is printed on every page stands outside
INK, SOFT, LINE, LINK, PALE = "#1a1c20", "#5a5f69", "#d5d9e0", "#1d5fb4", "#f3f4f6"
BODY, SMALL, TINY = 10.5, 9.0, 8.0  # points
LACKING = "□"
_FAMILY = "sheet"
_MM = 25.4 / 72  # a point in millimetres
_LEADING = 1.5  # line to line, in text sizes; Chinese needs more than Latin
_ASCENT = 0.88  # of the font, in text sizes
_LEAST = 0.8  # mm, the least size of a place on a map
_FINE = 10  # text is measured at so many times its size, since measures are whole pixels
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_ANY = 10_000  # lines; in other words all of them


class Sheet:
    """The pages, and how far down the last one is filled.

    Parameters
    ----------
    lang : {"zh", "en"}
        The language that comes first and larger.
    head, foot : str
        What stands on top and at the bottom of every page.
    """

    def __init__(self, lang: Language, head: str, foot: str) -> None:
        self.lang = lang
        self.top = TOP
        """Millimetres from the upper edge, where the next thing begins."""
        self.lacking: dict[str, None] = {}
        """Characters that the font lacks, in the order in which they came."""
        self._head, self._foot = head, foot
        self._pdf = FPDF(unit="mm", format="A4")
        self._pdf.set_auto_page_break(False)
        self._pdf.c_margin = 0
        self._pdf.set_lang("zh-CN" if lang == "zh" else "en")
        with as_file(files("forgecheck.show").joinpath(FILE)) as path:
            self._pdf.add_font(_FAMILY, fname=path)

    def done(self, title: str, made: datetime) -> bytes:
        """The file; the same things put on the pages give the same bytes."""
        self._pdf.set_title(self.shown(title))
        self._pdf.set_producer("forgecheck")
        self._pdf.set_creation_date(made)
        return bytes(self._pdf.output())

    # Words ----------------------------------------------------------------------------------------------------------

    def first(self, said: Says) -> str:
        """A thing said in the language that comes first."""
        return said.zh if self.lang == "zh" else _latin(said.en)

    def second(self, said: Says) -> str:
        """The same in the other language."""
        return _latin(said.en) if self.lang == "zh" else said.zh

    def shown(self, text: str) -> str:
        """Text as the font can show it."""
        text = "".join(" " if each.isspace() and each != "\u3000" else each for each in clean(text))
        lacking = dict.fromkeys(each for each in text if each not in characters())
        self.lacking |= lacking
        return "".join(LACKING if each in lacking else each for each in text)

    # Pages ----------------------------------------------------------------------------------------------------------

    def page(self, bookmark: str = "") -> None:
        """A new page."""
        pdf = self._pdf
        pdf.add_page()
        self.top = MARGIN - 4
        self._line(self._head, TINY, SOFT, MARGIN)
        pdf.set_xy(MARGIN, HIGH - 13)
        self._font(TINY, SOFT)
        counted = f"第 {pdf.page_no()} 页，共 {{nb}} 页" if self.lang == "zh" else f"page {pdf.page_no()} of {{nb}}"
        pdf.cell(40, 4, counted, new_x=XPos.LMARGIN, new_y=YPos.TOP)
        self._line(self._foot, TINY, SOFT, WIDE - MARGIN - self._width(self._foot, TINY), HIGH - 13)
        self.top = TOP
        if bookmark:
            pdf.start_section(self.shown(bookmark))

    @property
    def number(self) -> int:
        """Of the last page, from 1."""
        return int(self._pdf.page_no())

    def need(self, high: float) -> None:
        """Go to a new page where less than `high` millimetres are left, unless the page is new."""
        if self.top + high > BOTTOM and self.top > TOP:
            self.page()

    # Text -----------------------------------------------------------------------------------------------------------

    def text(
        self,
        text: str,
        size: float = BODY,
        colour: str = INK,
        left: float = MARGIN,
        room: float = ROOM,
        *,
        bold: bool = False,
        most: int = _ANY,
        link: str = "",
    ) -> None:
        """Lines of text, broken to `room` millimetres; goes on to the next page."""
        for line in self.lines(text, size, room, most):
            self.need(size * _MM * _LEADING)
            self._line(line, size, colour, left, bold=bold, link=link)
            self.top += size * _MM * _LEADING

    def both(
        self, said: Says, size: float = BODY, left: float = MARGIN, room: float = ROOM, bold: bool = False
    ) -> None:
        """A thing said in both languages, the second smaller below."""
        self.text(self.first(said), size, left=left, room=room, bold=bold)
        if self.second(said) and self.second(said) != self.first(said):
            self.text(self.second(said), max(size * 0.8, TINY - 0.5), SOFT, left, room)

    def heading(self, said: Says, bookmark: bool = False, left: float = MARGIN) -> None:
        """The name of a part, kept together with what follows."""
        self.need(22)
        if bookmark:
            self._pdf.start_section(self.shown(self.first(said)))
        size, top = 13.0, self.top
        first = self.first(said)
        self.text(first, size, left=left, bold=True, most=1)
        below, self.top = self.top, top + 0.9
        self._line(self.second(said), SMALL, SOFT, left + self._width(first, size) + 2.5)
        self.top = below + 1.5

    def lines(self, text: str, size: float, room: float, most: int = _ANY) -> list[str]:
        """Text broken to `room` millimetres."""
        return wrap(self.shown(text), room / _MM * _FINE, round(size * _FINE), most)

    def tall(self, text: str, size: float, room: float, most: int = _ANY) -> float:
        """Millimetres that this text will take."""
        return len(self.lines(text, size, room, most)) * size * _MM * _LEADING

    def tab(self, label: str, colour: str, size: float = BODY, left: float = MARGIN) -> float:
        """A filled tab with white figures beside the next line; returns its width in millimetres."""
        high = size * _MM * 1.35
        wide = max(high, self._width(label, size * 0.86) + high * 0.6)
        top = self.top + (size * _MM * _LEADING - high) / 2
        self._pdf.set_fill_color(colour)
        self._pdf.rect(left, top, wide, high, "F", round_corners=True, corner_radius=high / 4)
        x = left + (wide - self._width(label, size * 0.86)) / 2
        self._line(label, size * 0.86, "#ffffff", x, top + (high - size * 0.86 * _MM * _LEADING) / 2, bold=True)
        return wide

    def _line(
        self,
        line: str,
        size: float,
        colour: str,
        left: float,
        top: float | None = None,
        bold: bool = False,
        link: str = "",
    ) -> None:
        pdf, line = self._pdf, self.shown(line)
        self._font(size, colour)
        em, top = size * _MM, self.top if top is None else top
        base = top + em * ((_LEADING - 1) / 2 + _ASCENT)
        if bold:  # the shipped font has one weight: its strokes are drawn as well
            with pdf.local_context(text_mode=TextMode.FILL_STROKE, draw_color=colour, line_width=em * 0.03):
                pdf.text(left, base, line)
        else:
            pdf.text(left, base, line)
        if link:
            pdf.link(left, top, self._width(line, size), em * _LEADING, link)

    def _font(self, size: float, colour: str) -> None:
        self._pdf.set_font(_FAMILY, size=size)
        self._pdf.set_text_color(colour)

    def _width(self, text: str, size: float) -> float:
        self._pdf.set_font(_FAMILY, size=size)
        return float(self._pdf.get_string_width(self.shown(text)))

    # Shapes ---------------------------------------------------------------------------------------------------------

    def gap(self, high: float) -> None:
        """Air, in millimetres."""
        self.top += high

    def band(self, colour: str, high: float) -> None:
        """A bar across the text's width."""
        self._pdf.set_fill_color(colour)
        self._pdf.rect(MARGIN, self.top, ROOM, high, "F")
        self.top += high

    def rule(self) -> None:
        """A thin line across."""
        self._pdf.set_draw_color(LINE)
        self._pdf.set_line_width(0.2)
        self._pdf.line(MARGIN, self.top, WIDE - MARGIN, self.top)

    def picture(self, jpeg: bytes, left: float, wide: float, high: float, says: str) -> None:
        """A picture in a thin frame at the current height; the height is not moved."""
        self._pdf.image(BytesIO(jpeg), left, self.top, wide, high, alt_text=self.shown(says))
        self._pdf.set_draw_color(LINE)
        self._pdf.set_line_width(0.2)
        self._pdf.rect(left, self.top, wide, high)

    def map(
        self, part: tuple[float, float, float, float], ratio: float, colour: str, left: float, wide: float
    ) -> float:
        """A small outline of a page with one place on it, at the current height; returns its height.

        `part` is left, top, right, bottom in shares of the page, `ratio` the page's height over its width.
        """
        high, pdf = wide * ratio, self._pdf
        pdf.set_fill_color(PALE)
        pdf.set_draw_color(SOFT)
        pdf.set_line_width(0.2)
        pdf.rect(left, self.top, wide, high, "DF")
        x, y = left + part[0] * wide, self.top + part[1] * high
        pdf.set_fill_color(colour)
        pdf.rect(x, y, max((part[2] - part[0]) * wide, _LEAST), max((part[3] - part[1]) * high, _LEAST), "F")
        return high

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Come back to this height afterwards; for what stands beside something else on one page."""
        top = self.top
        yield
        self.top = top


def _latin(text: str) -> str:
    """English without the quotation marks that a Chinese font draws as wide as a character."""
    return text.translate(_QUOTES)
