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
column are not told from fields and cells, and pass.  Needs the original pixels: re-compression as JPEG (any messenger)
ends it, photos and scans never had a flat background.  A finding says that something lies under the words, not
who put it there or what stood there before.

Sources
-------
* Desolneux, Moisan, Morel: Meaningful Alignments. International Journal of Computer Vision 40, 7-23 (2000),
  doi:10.1023/A:1026593302236 (a contrario: report only what chance would hardly give on the page)
* Desolneux, Moisan, Morel: From Gestalt Theory to Image Analysis. Springer (2008), doi:10.1007/978-0-387-74378-3
* ISO/IEC 10918-1 (JPEG), Annex K: why one pass with coarse tables ends exact flatness
"""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import Container, Evidence, Page, Patch, Place
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
HIGH_QUALITY_DC = 3  # step of the first luminance coefficient at quality 90 (ISO/IEC 10918-1 Annex K, IJG scaling)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """A finding for each patch; strong only on part of a read line of an uncompressed screenshot or render."""
    kind = evidence.document.capture.kind
    coarse = kind == "messenger" or _is_coarse(evidence.document.container)
    for page in evidence.pages:
        if kind in NEVER_FLAT:
            yield Unable(NEVER_FLAT[kind], page.number)
        elif page.patches is None or page.lines is None:
            yield Unable(NOT_LOOKED, page.number)
        elif coarse and not page.patches:
            yield Unable(RECOMPRESSED, page.number)
        else:
            certain = kind in FLAT_KINDS and not coarse
            yield from (_finding(page, patch, certain and _cuts_a_line(page, patch)) for patch in page.patches)


def _is_coarse(container: Container) -> bool:
    """Whether a JPEG's tables are too coarse for a flat background to survive."""
    return container.jpeg is not None and any(table[0] > HIGH_QUALITY_DC for table in container.jpeg.tables.values())


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
