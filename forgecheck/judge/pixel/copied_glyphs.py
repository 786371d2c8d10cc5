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
and there equal characters are equal pixels anyway.  A photo of a screen passes for a photo of paper.  A copy that was
enlarged, turned, or saved as a coarse JPEG afterwards is missed.  Which of the two places is the original cannot be
told, and both may be innocent parts of one copied block.

Sources
-------
* Fridrich, Soukal, Lukas: Detection of Copy-Move Forgery in Digital Images. Digital Forensic Research Workshop (2003)
* Abramova, Boehme: Detecting Copy-Move Forgeries in Scanned Text Documents. Electronic Imaging, Media Watermarking,
  Security, and Forensics (2016), doi:10.2352/ISSN.2470-1173.2016.8.MWSF-068 (outlines alone do not suffice)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from forgecheck.evidence import Evidence, Page, Trace
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.pixel._traces import hints

PAPER = ("scan", "photo")
GATE = -10.0  # log10; the model takes a quarter of the pixels as independent; one real photo had -7.5 (measured)
NOT_LOOKED = Says("没有检查这一页的纸纹。", "The grain of this page's paper was not looked at.")
NO_PAPER = Says(
    "这不是扫描件或纸质照片：电脑和手机画出的相同的字本来就一模一样，不能用来查复制粘贴。",
    "This is no scan or photo of paper: what a computer or phone draws repeats itself, so copies cannot be looked for.",
)
SAYS = Says(
    "这里的字和同一页另一处连纸纹、杂点都一样：可能是复制粘贴的，也可能是软件处理造成的。",
    "The character here agrees with another place of the page down to the grain of the paper: it may be a copy, or the "
    "work of software.",
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """A hint for each pair of equal papers, at the place that is read first."""
    for page in evidence.pages:
        if evidence.document.capture.kind in PAPER:
            yield from hints(_first_of_pairs(page), "copied_glyphs", GATE, SAYS, NOT_LOOKED)
        else:
            yield Unable(NO_PAPER, page.number)


def _first_of_pairs(page: Page) -> Page:
    """The page with one trace a pair."""
    if page.traces is None:
        return page
    return replace(page, traces=tuple(trace for trace in page.traces if not _is_second(trace)))


def _is_second(trace: Trace) -> bool:
    """Whether the other place of the pair comes first."""
    twin = (trace.measured.get("twin_top_px", 0.0), trace.measured.get("twin_left_px", 0.0))
    return twin < (trace.box.top, trace.box.left) and any(twin)
