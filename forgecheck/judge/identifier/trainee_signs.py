"""A lawyer's letter is signed by a trainee or an assistant alone.

Trainees (实习律师, 实习人员) have no licence and may not act in a lawyer's name; firms let them prepare letters, which
a lawyer signs.  Collectors who write in a firm's name have no lawyer at hand.

Weak only: firms are careless about this, too.

Innocent causes
---------------
A trainee may be named beside a lawyer, or as the one who takes calls: silent where a lawyer signs as well, and after
联系人.  Many letters bear the firm's seal and no name.

Limits
------
Only letters of law firms, and only their closing lines.  Titles such as 法务专员 are no trainees' titles.

Sources
-------
* 《申请律师执业人员实习管理规则》 (中华全国律师协会), in force 2010-08-01: trainees do not act on their own.
* 《中华人民共和国律师法》 art. 13, in force 2018-01-01: nobody without a licence may work in a lawyer's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import DocumentType, Evidence, Place
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.paper import LETTERS
from forgecheck.judge.prose import UNREAD, fold, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.told import about

_LETTERS: tuple[DocumentType, ...] = (*LETTERS, "sms_screenshot")
_CLOSING = 10  # printed lines from the end among which a letter is signed; assumed
_NAME = "[\u4e00-\u9fff某*×]{2,4}?"
_TITLE = "(?:实习律师|律师实习生|实习人员|实习生|见习律师|律师助理|助理律师)"
_ENDS = r"(?=[^\u4e00-\u9fff某*×]|$|电话|手机|实习|联系|执业|座机|日期)"
_BEGINS = r"(?:^|(?<=[,、;/|(:。所]))"
_TRAINEE = re.compile(
    rf"{_BEGINS}(?:承办|经办|代理|签发|主办|发函|经办人|承办人|落款|签名|签字)?:?{_TITLE}(?:\(签[名字章]\))?:?{_NAME}{_ENDS}"
    rf"|{_BEGINS}{_NAME}(?:\({_TITLE}\)|{_TITLE}|\(实习\)){_ENDS}"
    rf"|本{_TITLE}"
)
_CONTACT = re.compile(r"联系|咨询|电话|对接|致电|转[接至]|请[向与找]|可[向与]")
_LAWYER = re.compile(
    rf"(?<!实习)(?<!见习)(?<!助理)律师(?:\(签[名字章]\))?:?(?!事务所|助理|实习|函|费|法|证|执业|行业|协会|资格){_NAME}{_ENDS}"
    rf"|{_BEGINS}(?!实习|见习|助理){_NAME}律师{_ENDS}|执业证号?:?1[0-9*]{{9}}"
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if evidence.kind is None or evidence.kind.type not in _LETTERS or about(evidence, text):
        return
    if not any(each.office == "law_firm" for each in issuers(evidence, text)):
        return
    closing = [(page.number, line, fold(line.text)) for page in evidence.pages for line in page.lines or ()][-_CLOSING:]
    if any(_LAWYER.search(_TRAINEE.sub("|", words)) for _, _, words in closing):
        return
    for page, line, words in closing:
        match = _TRAINEE.search(words)
        if match is None or _CONTACT.search(words, 0, match.start()) or line.confidence < SURE:
            continue
        says = Says(
            "这封函由实习人员或助理署名，没有执业律师署名。实习人员不能单独办理律师业务，请打律所座机核实。",
            "The letter is signed by a trainee or assistant and by no lawyer. Trainees may not; ask the firm.",
        )
        yield Finding("weak", says, Place(page, line.box, line.confidence), {"words": match[0]})
        return
