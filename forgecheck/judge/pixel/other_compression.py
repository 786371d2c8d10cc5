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

from forgecheck.evidence import Evidence, Place
from forgecheck.finding import Finding, Says, Unable

GATE = -5.0  # log10; the worst of about 400 untouched generated pages had -3.8
SURE = -8.0  # log10; far beyond that; assumed
PLAIN = 1.0  # nats; pages whose second compression speaks this clearly
NOT_LOOKED = Says("没有检查这一页的压缩痕迹。", "The traces of compression on this page were not looked at.")
NO_JPEG = Says(
    "这不是 JPEG 图片，没有压缩数值可以比较。",
    "This is not a JPEG, so there are no compressed values to compare.",
)
SEEN = Says(
    "整张图被压缩过两次，只有这几个字少压缩了一次",
    "The whole picture was compressed twice; only these words were compressed once less",
)
SURELY = Says("：这几个字是中间才放上去的。", ": they were put on in between.")
PERHAPS = Says("：可能是中间改过，请核对原图。", ": they may have been changed in between; compare with the original.")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """A finding for each place with another history of compression."""
    if evidence.document.container.jpeg is None:
        yield Unable(NO_JPEG)
        return
    for page in evidence.pages:
        if page.traces is None:
            yield Unable(NOT_LOOKED, page.number)
            continue
        for trace in page.traces:
            if trace.cue != "requantised" or trace.log10_nfa > GATE:
                continue
            sure = trace.log10_nfa <= SURE and trace.measured.get("page_nats", 0.0) >= PLAIN
            means = SURELY if sure else PERHAPS
            yield Finding(
                "strong" if sure else "weak",
                Says(SEEN.zh + means.zh, SEEN.en + means.en),
                Place(page.number, trace.box, 1.0),
                {"log10_nfa": round(trace.log10_nfa, 1), **{name: round(n, 2) for name, n in trace.measured.items()}},
            )
