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

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.pixel._traces import hints

GATE = -5.0  # log10; the worst of about 400 untouched generated pages had -4.3: a mosaic
NOT_LOOKED = Says("没有检查这一页的压缩痕迹。", "The traces of compression on this page were not looked at.")
SAYS = Says(
    "整张图都带有同一套压缩格子，只有这几个字没有：可能是后来改过或盖上去的，也可能是打码、贴图留下的。",
    "The whole picture carries one grid of compression; only these words do not: they may have been changed or covered "
    "later, or be a mosaic or sticker.",
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """A hint for each place without the page's grid."""
    for page in evidence.pages:
        yield from hints(page, "jpeg_grid", GATE, SAYS, NOT_LOOKED)
