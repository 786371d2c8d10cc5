"""A letter ends with neither a signer nor a date, although the foot of the page is in the picture.

Letters of lawyers and lenders and papers of courts and police end with who signs and when; that is what the seal goes
over.  A text made to frighten often ends with its threat.

Weak, and silent unless an upright page is seen whole: text ends well above the foot, and is followed by nothing.

Innocent causes
---------------
Pictures are cut, and letters go on on the next page: a page whose text reaches its foot, a wide or short picture and
screenshots are not looked at.  A seal low on the page counts as a signature that was not read.

Limits
------
Names of private signers are not known as such: a short last line counts as one.

Sources
-------
* 律师签发律师函业务操作指引 (上海市律师协会, 2021, trial): a letter carries firm, lawyers, seal and date.
* GB/T 9704-2012 党政机关公文格式 7.3.5: signer and date, in force 2012-07-01.
"""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import DocumentType, Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.paper import LETTERS, OFFICIAL_PAPERS
from forgecheck.judge.prose import UNREAD

FOOT = 0.82  # the text must end above this share of the page's height; assumed
HEAD = 0.25  # and begin above this one
UPRIGHT = (1.25, 1.6)  # height by width of a sheet of paper; A4 is 1.41; photos are cut a little; assumed
LINES = 8  # a letter has more lines than that; assumed
LAST = 4  # lines at the end in which somebody may sign; assumed
SHORT = 12  # characters; a shorter last line may be a name; assumed

_LETTERS: tuple[DocumentType, ...] = (*LETTERS, *OFFICIAL_PAPERS)
_SAYS = Says(
    "这份函件的页脚完整，末尾却没有署名也没有日期。正规函件都会写明谁、在哪天发出。",
    "The foot of this page is in the picture, but it ends with no signer and no date, as letters do.",
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one hint for the last page."""
    if evidence.flow is None:
        yield UNREAD
        return
    page = evidence.pages[-1]
    lines = page.lines or ()
    if evidence.kind is None or evidence.kind.type not in _LETTERS or len(lines) < LINES:
        return
    if evidence.document.capture.kind == "screenshot" or not UPRIGHT[0] <= page.height / page.width <= UPRIGHT[1]:
        return
    top, foot = min(line.box.top for line in lines), max(line.box.bottom for line in lines)
    if top > HEAD * page.height or foot > FOOT * page.height:
        return
    ends = tuple(evidence.named("signature", "letter_date"))
    if ends or any((seal.box.top + seal.box.bottom) / 2 > page.height / 2 for seal in page.seals or ()):
        return
    last = sorted(lines, key=lambda line: line.box.bottom)[-LAST:]
    if any(len(line.text.strip()) < SHORT for line in last):
        return
    yield Finding("weak", _SAYS, None, {"text_ends_at": round(foot / page.height, 2)})
