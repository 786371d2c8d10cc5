"""A paper that should be sealed shows its signature block whole, and there is no seal.

Papers of courts and the police carry the organ's seal over their date, and a law firm's letter carries the
firm's.  A forger who has no seal at hand leaves it out.

Only ever weak, and only where the signature block stands inside the picture with room around it.

Innocent causes
---------------
Drafts, text versions and copies without a seal; seals so pale that the finder misses them; a seal on the next
page; notices that a platform shows as plain text; the seal cropped away.

Limits
------
Looks only at kinds of paper that carry seals.  Text messages and chats never need one.  Says nothing of a
seal's quality.

Sources
-------
* 党政机关公文处理工作条例 (中办发〔2012〕14号) art. 9, in force 2012-07-01: papers of organs carry the seal
  of the organ named.
* 法院民事诉讼文书样式 (法〔2016〕221号), in force 2016-08-01: 院印 on the date of court papers.
* Guides of lawyers' associations (上海 2021, 广东): a lawyer's letter goes out under the firm's seal."""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import Evidence, Field
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.seal._sealed import NOT_SEARCHED, SEALED

SURE_KIND = 0.5  # assumed
ROOM = 2.0  # heights of the signature line below it inside the picture, so that a seal would show; assumed


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one weak finding where a seal would have to be seen and is not."""
    if evidence.kind is None or evidence.kind.type not in SEALED or evidence.kind.confidence < SURE_KIND:
        return
    blind = [page.number for page in evidence.pages if page.seals is None]
    if blind:
        yield Unable(NOT_SEARCHED, blind[0])
        return
    if any(page.seals for page in evidence.pages):
        return
    signed = _signature(evidence)
    if signed is None:
        yield Unable(
            Says(
                "没有看到完整的落款，不能说缺不缺印章。",
                "No whole signature block was seen, so a missing seal proves nothing.",
            )
        )
        return
    yield Finding(
        "weak",
        Says(
            "落款处没有找到印章。正式的律师函和法院、公安文书一般都盖章；也可能是截图、底稿或印章太淡。",
            "No seal was found at the signature. Such papers are sealed as a rule; "
            "a draft, a crop or a pale seal also explains it.",
        ),
        signed.place,
        {"signature": signed.value},
    )


def _signature(evidence: Evidence) -> Field | None:
    """The closing signature, where its page goes on below it far enough that a seal would show."""
    for field in reversed(tuple(evidence.named("signature"))):
        page = next(each for each in evidence.pages if each.number == field.place.page)
        if page.rotation == 0 and page.height - field.place.box.bottom >= ROOM * field.place.box.height:
            return field
    return None
