"""The seal was laid into a page that had already been scanned or photographed.

An impression on paper goes through the same scanner or camera as the text: it has the page's blur, grain and
light, and text shows through it.  A forger who has no stamp lays a picture of one over the photographed page: it
hides the text, is sharper, more even or brighter than anything on that paper can be, or brings its own ground.

Always a hint, however many such facts meet: seven of 37 public photographs of real stamps were named in error, each
with three facts or more.  Electronic seals on pages that never were paper are normal and never named here.

Innocent causes
---------------
A phone's scanning program that sharpens or recolours seals; a second seal, a logo, or a red frame or mark that
somebody drew around the first; an electronic seal added to a scanned page by an e-signing platform, which is lawful
where both sides agreed to it.

Limits
------
A real impression that was cut out with care and multiplied into the page looks like ink and is not found; nor are
most pastes below 90 px, in gray, over other colours, or after heavy compression.  On generated pages, seals of 90 px
and more, of the training split by trees of the validation split and the other way round: opaque 83 %, alpha 72 %,
cut-out 55 % found, 0.8 % of stamped and electronic seals named in error.

Sources
-------
* 中华人民共和国刑法 art. 280, in force 1997-10-01: forging the seal of an organ, company or institution.
* 电子签名法 (2019-04-23 修正) art. 13, 14: what makes an electronic signature reliable, and that it then counts as a
  signature or seal by hand.
* GB/T 37231-2018 印章印文鉴定技术规范: features of stamped and of reproduced impressions.
* Measured with models/synth/seals and models/training/seals/origin_trees.py."""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import Evidence, Place, Seal
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.seal._sealed import NOT_SEARCHED

FACTS = {
    "hides_text": Says("印章遮住了下面的字，而不是和字叠在一起", "it hides the text instead of overprinting it"),
    "brighter_than_paper": Says(
        "颜色比纸在这种光线下能有的还亮", "it is brighter than this paper can be in this light"
    ),
    "not_in_this_light": Says("页面有明有暗，印章却没有跟着变", "the page's light changes and the seal's does not"),
    "other_ground": Says("印章四周的底色和纸不一样", "the ground around it differs from the paper"),
    "sharper_than_text": Says("边缘比旁边的字更锐利", "its edges are sharper than the text's"),
    "smoother_than_page": Says("没有这张纸上该有的颗粒", "it lacks the grain of the page"),
    "even": Says("颜色匀得不像盖出来的", "its colour is more even than a stamp leaves it"),
}
"""What each reason of `Seal.origin_why` says."""


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding for each seal that came onto its page afterwards."""
    for page in evidence.pages:
        if page.seals is None:
            yield Unable(NOT_SEARCHED, page.number)
        for seal in page.seals or ():
            if seal.origin == "pasted":
                yield _finding(seal)


def _finding(seal: Seal) -> Finding:
    facts = [FACTS[why] for why in seal.origin_why if why in FACTS]
    return Finding(
        "weak",
        Says(
            f"这枚印章像是后来贴到图上的：{'；'.join(each.zh for each in facts)}。"
            "整页是扫描或拍照来的，盖在纸上的章不会这样。",
            f"This seal seems to have been added to the picture later: {'; '.join(each.en for each in facts)}. "
            "The page was scanned or photographed, and a stamp on its paper would not look like that.",
        ),
        Place(seal.page, seal.box, seal.score),
        {"why": list(seal.origin_why), "seal": seal.text, **seal.measured},
    )
