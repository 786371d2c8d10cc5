"""A rectangle of slightly different background lies under part of a text line.

In a screenshot or a rendered page the background is one exact colour.  Whoever covers an amount, a name or a date
with a "white" box before typing something else has to hit that colour to the last level, and often misses it by a
little: #FFFFFF over #FAFAFA cannot be seen, but it can be measured.  The box is as high as the line, cuts it, and
has four exact right angles; what a page draws by itself is larger than a word, round-cornered or repeated.

Innocent causes
---------------
A page style that puts a faint, square-cornered ground under single words (code in running text, a search hit); a
grey, barely visible selection or highlight; an app that blanks a number by itself to protect it; somebody who
covered personal data with a box in almost the page's colour before passing the picture on.

Limits
------
Sees steps of 1 to 6 grey levels; a box in exactly the right colour leaves no trace here, and a coloured one counts
as a highlight.  A whole line that was covered, a box past the end of a line, and boxes of equal size in one row or
column are not told from fields and cells, and pass.  After re-compression as JPEG the outline is gone and only the
mean ground of 8 px cells is left: then the finding is weak, round-cornered labels look like boxes, steps of 1 level
and covered places without new text are missed, and below about quality 75 it counts as "could not look".  Photos
and scans never had a flat background.  A finding says that something lies under the words, not who put it there or
what stood there before.

Sources
-------
* Desolneux, Moisan, Morel: Meaningful Alignments. International Journal of Computer Vision 40, 7-23 (2000),
  doi:10.1023/A:1026593302236 (a contrario: report only what chance would hardly give on the page)
* Desolneux, Moisan, Morel: From Gestalt Theory to Image Analysis. Springer (2008), doi:10.1007/978-0-387-74378-3
* ISO/IEC 10918-1 (JPEG), Annex K: why one pass with coarse tables ends exact flatness
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from forgecheck.evidence import Box, Container, Evidence, Page, Patch, Place
from forgecheck.finding import Finding, Says, Unable

FLAT_KINDS = ("screenshot", "render")
NEVER_FLAT = {
    "photo": Says(
        "这是拍的照片，底色本来就不均匀，查不了“底色不同的方块”。",
        "This is a photo; its background was never even, so boxes of another white cannot be looked for.",
    ),
    "screen_photo": Says(
        "这是对着屏幕拍的照片，查不了“底色不同的方块”。请直接发截图原图。",
        "This is a photo of a screen; boxes of another white cannot be looked for. Please send the screenshot itself.",
    ),
    "scan": Says(
        "这是扫描件，纸的底色有杂点，查不了“底色不同的方块”。",
        "This is a scan; paper has noise, so boxes of another white cannot be looked for.",
    ),
}
RECOMPRESSED = Says(
    "图片被重新压缩过，均匀的底色已经没有了。请发原图（聊天里点“原图”再发送）。",
    "The picture was re-compressed, so the flat background is gone. Please send the original (原图).",
)
NOT_LOOKED = Says("没有检查这一页的底色或文字。", "This page's background or text was not looked at.")
COARSE_DC = 8  # first step of the luminance table at quality 75 (ISO/IEC 10918-1 Annex K, libjpeg's scaling)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """A finding for each patch; strong only where its outline is exact and cuts a read line of a native page."""
    kind = evidence.document.capture.kind
    for page in evidence.pages:
        if kind in NEVER_FLAT:
            yield Unable(NEVER_FLAT[kind], page.number)
        elif page.patches is None or page.lines is None:
            yield Unable(NOT_LOOKED, page.number)
        elif not page.patches and _is_coarse(evidence.document.container):
            yield Unable(RECOMPRESSED, page.number)
        else:
            for patch in page.patches:
                sure = kind in FLAT_KINDS and _is_exact(page, patch.box) and _cuts_a_line(page, patch)
                yield _finding(page, patch, sure)


def _is_coarse(container: Container) -> bool:
    """Whether a JPEG's luminance table is too coarse for faint steps to survive."""
    return container.jpeg is not None and container.jpeg.tables.get(0, (0,))[0] > COARSE_DC


def _is_exact(page: Page, box: Box) -> bool:
    """Whether the picture has its original pixels there: at three corners one colour turns exactly into another."""
    rows, columns = (box.top, box.bottom - 1), (box.left, box.right - 1)
    outer_rows, outer_columns = (box.top - 1, box.bottom), (box.left - 1, box.right)
    if min(outer_rows + outer_columns) < 0 or outer_rows[1] >= page.height or outer_columns[1] >= page.width:
        return False
    inner = page.image[np.ix_(rows, columns)].reshape(4, 3)
    outer = page.image[np.ix_(outer_rows, outer_columns)].reshape(4, 3)
    return any(
        sum((inner == a).all(1) & (outer == b).all(1)) >= 3 and (a != b).any()
        for a, b in zip(inner, outer, strict=True)
    )


def _cuts_a_line(page: Page, patch: Patch) -> bool:
    """Whether the patch lies over part of a line whose other part stands beside it."""
    shared = ((line.box, line.box.intersection(patch.box)) for line in page.lines or () if line.text)
    return any(2 * both.area > patch.box.area and box.width > both.width + box.height / 2 for box, both in shared)


def _finding(page: Page, patch: Patch, strong: bool) -> Finding:
    size = f"{patch.box.width}×{patch.box.height}"
    seen = Says(
        f"这里有一块 {size} 像素的方块，底色和周围差一点点（肉眼看不出）",
        f"A rectangle of {size} pixels here has a slightly different background (too little for the eye)",
    )
    means = (
        Says(
            "，正好盖在一行字的一部分上；原始截图里一般不会这样。",
            ", exactly over part of a line of text; an original screenshot hardly ever has that.",
        )
        if strong
        else Says(
            "，夹在文字中间；可能是改过的痕迹，也可能是页面本来的底色。",
            ", in the middle of text; it may be a trace of editing or part of the page's own design.",
        )
    )
    return Finding(
        "strong" if strong else "weak",
        Says(seen.zh + means.zh, seen.en + means.en),
        Place(page.number, patch.box, 1.0),
        {
            "level": patch.level,
            "log10_nfa": round(patch.log10_nfa, 1),
            "width_px": patch.box.width,
            "height_px": patch.box.height,
        },
    )
