"""Words whose pixels differ from their own line and page as edited ones do, by a trained network.

Text that is typed, pasted or wiped into a finished picture brings edges, ink, grain, paper or compression of its own.
A small network, trained on generated pages edited in twelve ways, compares each 8 x 8 pixels with the line and the page
around them.  What it marks is told with the quantities that differ most, so that a person can look for them.

Strong where at most one untouched page in a hundred of this kind has words as odd, the network gives them odds of 90
to 1, and what differs can be named; a hint where it is one page in twenty and odds of 7 to 1.  Only words are told:
pictures, icons and stamps look edited to the network far more often than they are.

Innocent causes
---------------
A form filled in with another font; a stamp, sticker or note that an app laid over words; a photo inside a screenshot;
text that the sender's own program draws in a different way (links, bold words, emoji); dirt and folds on paper.

Limits
------
A copy moved exactly within a page that was never compressed leaves nothing to see, nor does text wiped with the exact
colour of its ground.  Resized or strongly compressed pictures and photos of screens keep little.  Trained and counted
on generated pages only: on pictures of another kind the shares may differ.  models/tamper_net.md has all figures.

Sources
-------
* Fridrich, Kodovsky: Rich Models for Steganalysis of Digital Images. IEEE TIFS 7 (2012), doi:10.1109/TIFS.2012.2190402
* Qu et al.: Towards Robust Tampered Text Detection in Document Image (DocTamper). CVPR 2023,
  doi:10.1109/CVPR52729.2023.00575
* Shares of untouched pages: forgecheck/judge/data/edit_scores.csv, made by models/training/tamper/scores.py
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import log10

from forgecheck.evidence import Evidence, Page, Place, Trace
from forgecheck.finding import Finding, Says, Unable

STRONG, WEAK = log10(0.01), log10(0.05)
"""Share of untouched pages of this kind that have words as odd."""
SURE, HINT = 4.5, 2.0
"""Log-odds that the network must give as well: real pictures look odder to it than the generated ones that were
counted.  The oddest words of about 130 real untouched pictures have 4.0, in a picture shown on a screen."""
NAMED = 1.0  # spreads of the page; a smaller difference is none that one could name; assumed
MOST = 5  # places told of on a page
NOT_LOOKED = Says(
    "图片太大，没有用网络检查有没有改过的地方。",
    "The picture is too large: no network looked for edited places on it.",
)
NAMES: Mapping[str, Says] = {
    "sharpness": Says("边缘清晰度", "how sharp their edges are"),
    "ink": Says("墨色", "the colour of their ink"),
    "strokes": Says("笔画粗细或字形比例", "how thick or how wide their strokes are"),
    "grain": Says("底子上的杂点", "the grain of the ground"),
    "paper": Says("底色", "the colour of the ground"),
    "compression": Says("压缩痕迹", "the traces of compression"),
}
MEANS: Mapping[str, str] = {
    "steepest": "sharpness", "curved": "sharpness", "curved_half": "sharpness", "between": "sharpness",
    "rim_noise": "sharpness", "rim_across": "sharpness", "rim_down": "sharpness",
    "depth": "ink", "core": "ink", "ink_red": "ink", "fringe": "ink",
    "thick": "strokes", "lying": "strokes",
    "grain": "grain", "grain_half": "grain", "grain_across": "grain", "grain_down": "grain", "even": "grain",
    "usual": "paper", "level": "paper", "step": "paper", "paper_red": "paper", "paper_green": "paper",
    "zeros": "compression", "zeros_more": "compression", "middle": "compression", "high": "compression",
    "block_across": "compression", "block_down": "compression",
}  # fmt: skip
"""What each quantity that was measured is about."""


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """A finding for each place, the oddest first."""
    for page in evidence.pages:
        if page.heat is None or page.traces is None:
            yield Unable(NOT_LOOKED, page.number)
            continue
        found = [each for each in page.traces if each.cue == "network" and _reaches(each, WEAK, HINT)]
        for trace in sorted(found, key=lambda each: -each.measured["score"])[:MOST]:
            yield _finding(page, trace)


def _reaches(trace: Trace, share: float, score: float) -> bool:
    return trace.log10_nfa <= share and trace.measured["score"] >= score


def _finding(page: Page, trace: Trace) -> Finding:
    named = _named(trace)
    strong = _reaches(trace, STRONG, SURE) and bool(named)
    zh = "、".join(each.zh for each in named) or "像素"
    en = " and ".join(each.en for each in named) or "its pixels"
    seldom = Says(
        "没改过的同类图片很少这样，这里可能被改过。" if strong else "也可能是排版或软件造成的，请核对原图。",
        "Untouched pictures of this kind are hardly ever like that; it may have been edited."
        if strong
        else "Layout or software may also do this; compare with the original.",
    )
    return Finding(
        "strong" if strong else "weak",
        Says(
            f"这里的{zh}和同一行、同一页的其他地方不一样。{seldom.zh}",
            f"This place differs from its line and page in {en}. {seldom.en}",
        ),
        Place(page.number, trace.box, 1.0),
        {"log10_share_of_untouched_pages": round(trace.log10_nfa, 2)}
        | {name: round(value, 2) for name, value in trace.measured.items()},
    )


def _named(trace: Trace) -> list[Says]:
    """What the two quantities that differ most are about."""
    odd = sorted(
        ((abs(value), name) for name, value in trace.measured.items() if name in MEANS and abs(value) >= NAMED),
        reverse=True,
    )
    groups = dict.fromkeys(MEANS[name] for _, name in odd)
    return [NAMES[each] for each in list(groups)[:2]]
