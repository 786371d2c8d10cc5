"""All traces of one page, from every classical instrument."""

from __future__ import annotations

from forgecheck.evidence import Capture, Container, Page, Trace
from forgecheck.look.pixels.copies import copied_glyphs
from forgecheck.look.pixels.grid import foreign_grids
from forgecheck.look.pixels.requantised import requantised

PAPER = ("scan", "photo")


def find_traces(page: Page, container: Container, capture: Capture) -> tuple[Trace, ...]:
    """Places whose pixels have another history than those around them, in reading order of their boxes.

    Parameters
    ----------
    page : Page
        With `lines` read; without them nothing is known to be text, and the answer is empty.
    container : Container
        The file that the page came in; its tables tell how a JPEG was quantised.
    capture : Capture
        On screens and drawn pages equal characters are equal pixels, so copies are only looked for on paper.
    """
    if not page.lines:
        return ()
    found = list(foreign_grids(page, container.grid is not None))
    if capture.kind in PAPER:
        found += copied_glyphs(page)
    if container.grid is not None:
        found += requantised(page, container.grid)
    return tuple(sorted(found, key=lambda each: (each.box.top, each.box.left, each.cue)))
