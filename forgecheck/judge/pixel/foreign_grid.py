"""Part of a text line lacks the JPEG grid that the rest of the page carries.

Saving as JPEG cuts a picture into squares of 8 by 8 pixels and rounds each of them.  The squares stay measurable after
the picture was cropped or saved as PNG.  Words that were typed or pasted over them later do not have that grid, or have
it at another place.

Innocent causes
---------------
Anything that somebody put over single words after the picture had been a JPEG: a handwritten note on the screen, a
sticker, a mosaic or bar over personal data, a filled-in form field.  Such things are left out where they can be told
by their ground or contrast, not always.

Limits
------
Only pages that were a JPEG before the edit and were saved without loss after it (PNG) show this; one more compression
writes a new grid over everything.  Resizing ends it.  Three characters of usual size are about the least that can be
seen; whole lines are never reported, since pictures inside a page have a history of their own.  A finding says that the
words came later than the picture, not who wrote them or why.

Sources
-------
* Nikoukhah, Anger, Colom, Morel, Grompone von Gioi: ZERO: a Local JPEG Grid Origin Detector Based on the Number of DCT
  Zeros. Image Processing On Line 11 (2021), doi:10.5201/ipol.2021.390 (the idea; no code of it was used)
* Desolneux, Moisan, Morel: Meaningful Alignments. International Journal of Computer Vision 40, 7-23 (2000),
  doi:10.1023/A:1026593302236
* ITU-T T.81 (JPEG), A.1 and A.3: blocks and quantisation
"""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import Evidence, Place
from forgecheck.finding import Finding, Says, Unable

GATE = -5.0  # log10; the worst of about 400 untouched generated pages had -4.3: a mosaic
SURE = -8.0  # log10; far beyond that; assumed
NOT_LOOKED = Says("没有检查这一页的压缩痕迹。", "The traces of compression on this page were not looked at.")
SEEN = Says(
    "整张图都带有同一套压缩格子，只有这几个字没有",
    "The whole picture carries one grid of compression; only these words do not",
)
SURELY = Says("：这几个字是图片存成之后才放上去的。", ": they were put on after the picture had been saved.")
PERHAPS = Says(
    "：可能是后来改过或盖上去的，也可能是打码、贴图留下的。",
    ": they may have been changed or covered later, or be a mosaic or sticker.",
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """A finding for each place without the page's grid."""
    for page in evidence.pages:
        if page.traces is None:
            yield Unable(NOT_LOOKED, page.number)
            continue
        for trace in page.traces:
            if trace.cue != "jpeg_grid" or trace.log10_nfa > GATE:
                continue
            sure = trace.log10_nfa <= SURE
            means = SURELY if sure else PERHAPS
            yield Finding(
                "strong" if sure else "weak",
                Says(SEEN.zh + means.zh, SEEN.en + means.en),
                Place(page.number, trace.box, 1.0),
                {"log10_nfa": round(trace.log10_nfa, 1), **{name: round(n, 2) for name, n in trace.measured.items()}},
            )
