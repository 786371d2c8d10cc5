"""The same character stands at two places with the same grain of the paper around it.

On paper that was scanned or photographed no two places are alike: fibres, dust and the sensor's noise differ around
each character, even where the character is the same.  A forger who copies a digit from elsewhere on the page copies its
paper too.

Innocent causes
---------------
Scanning software that stores equal characters once and repeats them; a page put together on the computer from pieces
of a scan (a template with a scanned header that repeats).

Limits
------
Only scans and photos whose paper still has grain: whitened scans, strongly compressed photos and screens have none,
and there equal characters are equal pixels anyway.  A photo of a screen passes for a photo of paper, so a finding is
strong only where the two places differ by almost nothing.  A copy that was enlarged, turned, or saved as a coarse JPEG
afterwards is missed.  Which of the two places is the original cannot be told, and both may be innocent parts of one
copied block.

Sources
-------
* Fridrich, Soukal, Lukas: Detection of Copy-Move Forgery in Digital Images. Digital Forensic Research Workshop (2003)
* Abramova, Boehme: Detecting Copy-Move Forgeries in Scanned Text Documents. Electronic Imaging, Media Watermarking,
  Security, and Forensics (2016), doi:10.2352/ISSN.2470-1173.2016.8.MWSF-068 (outlines alone do not suffice)
"""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import Evidence, Place, Trace
from forgecheck.finding import Finding, Says, Unable

PAPER = ("scan", "photo")
GATE = -10.0  # log10; the model takes a quarter of the pixels as independent; one real photo had -7.5 (measured)
SURE = -12.0  # log10; no untouched scan or photo had one that was also CLOSE (tests/benchmarks/pixels.py)
CLOSE = 0.15  # share of the usual difference of two papers; untouched photos of screens had 0.2 (measured)
NOT_LOOKED = Says("没有检查这一页的纸纹。", "The grain of this page's paper was not looked at.")
NO_PAPER = Says(
    "这不是扫描件或纸质照片：电脑和手机画出的相同的字本来就一模一样，不能用来查复制粘贴。",
    "This is no scan or photo of paper: what a computer or phone draws repeats itself, so copies cannot be looked for.",
)
SEEN = Says(
    "这里的字和同一页另一处连纸纹、杂点都一样",
    "The character here agrees with another place of the page down to the grain of the paper",
)
SURELY = Says(
    "：扫描或拍照的纸上不会这样，像是从一处复制到另一处。", ": real paper never does; one is a copy of the other."
)
PERHAPS = Says("：可能是复制粘贴的，也可能是软件处理造成的。", ": it may be a copy, or the work of software.")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """A finding for each pair of equal papers, at the place that is read first; strong where they hardly differ."""
    kind = evidence.document.capture.kind
    for page in evidence.pages:
        if kind not in PAPER:
            yield Unable(NO_PAPER, page.number)
            continue
        if page.traces is None:
            yield Unable(NOT_LOOKED, page.number)
            continue
        for trace in page.traces:
            if trace.cue != "copied_glyphs" or trace.log10_nfa > GATE or _is_second(trace):
                continue
            close = trace.measured.get("difference_share", 1.0) <= CLOSE
            sure = close and trace.log10_nfa <= SURE
            means = SURELY if sure else PERHAPS
            yield Finding(
                "strong" if sure else "weak",
                Says(SEEN.zh + means.zh, SEEN.en + means.en),
                Place(page.number, trace.box, 1.0),
                {"log10_nfa": round(trace.log10_nfa, 1), **{name: round(n, 2) for name, n in trace.measured.items()}},
            )


def _is_second(trace: Trace) -> bool:
    """Whether the other place of the pair comes first."""
    twin = (trace.measured.get("twin_top_px", 0.0), trace.measured.get("twin_left_px", 0.0))
    return twin < (trace.box.top, trace.box.left) and any(twin)
