"""Part of a text line was compressed less often than the rest of the page, or otherwise.

A picture that was saved as JPEG twice shows it in every line: some values occur too often and others never.  Words that
were written over it between the two times went through the second only, and have the values that all others lack.

Innocent causes
---------------
Something that an app or a reader laid over single words between the two times: a note, a sticker, a filled-in field.
Mosaics, bars and highlights are left out where their ground or contrast tells them.

Limits
------
Only JPEG files whose page was a JPEG before on the same grid (not cropped, not resized between), and whose second
compression was clearly finer than the first.  Three characters of usual size are about the least that can be seen;
whole lines are never reported.  After a third compression or a resize nothing is left.

Sources
-------
* Popescu, Farid: Statistical Tools for Digital Forensics. Information Hiding, LNCS 3200, 128-147 (2004),
  doi:10.1007/978-3-540-30114-1_10
* Lin, He, Tang, Tang: Fast, Automatic and Fine-Grained Tampered JPEG Image Detection via DCT Coefficient Analysis.
  Pattern Recognition 42, 2492-2501 (2009), doi:10.1016/j.patcog.2009.03.019
* ITU-T T.81 (JPEG), A.3.4: quantisation
"""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.pixel._traces import hints

GATE = -5.0  # log10; the worst of about 400 untouched generated pages had -3.8
NOT_LOOKED = Says("没有检查这一页的压缩痕迹。", "The traces of compression on this page were not looked at.")
NO_JPEG = Says(
    "这不是 JPEG 图片，或者图片被转过方向，没有压缩数值可以比较。",
    "This is not a JPEG, or it was turned, so there are no compressed values to compare.",
)
SAYS = Says(
    "整张图被压缩过两次，只有这几个字少压缩了一次：可能是中间改过，请核对原图。",
    "The whole picture was compressed twice; only these words were compressed once less: they may have been changed in "
    "between; compare with the original.",
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """A hint for each place with another history of compression."""
    if evidence.document.container.grid is None:
        yield Unable(NO_JPEG)
        return
    for page in evidence.pages:
        yield from hints(page, "requantised", GATE, SAYS, NOT_LOOKED)
