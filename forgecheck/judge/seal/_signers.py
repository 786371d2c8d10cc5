"""Who signs a sealed paper: as `speaker` hears it, or any line that is a body's name at either end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.judge.prose import Prose
from forgecheck.judge.seal._names import SUFFIX
from forgecheck.judge.speaker import Issuer, issuers, office

HEAD, CLOSING = 2, 6  # lines in which a letterhead and a signature may stand; assumed
LONGEST = 60  # characters of such a line, with a telephone or a date
_ROLE = r"(?:(?:通知人|通知单位|催告人|催告单位|转让方|出租方|债权人|发函人|发函单位|发件人|落款|单位)[:： ]{1,2})?"
_DEPARTMENT = r"(?:[\u4e00-\u9fff]{2,6}(?:部|处|科|庭|室|所|中心))?"
_LINE = re.compile(
    rf"(?:此致|特此(?:通知|函告|告知))?[(（]?{_ROLE}(?P<name>[\u4e00-\u9fff()（）]{{2,28}}?(?:{SUFFIX}){_DEPARTMENT})[)）]?"
    r"(?=$|[ \u3000(（,，]|律师函|催告函|通知|[0-9二〇])"
)
# Lines that a reader's layout joined to the last sentence are parted again.
_PART = re.compile(r"[^\n。;!]+")
_NOT_A_NAME = re.compile("[的是了给到说被都就也请向您你我贵本该此]|^(?:致|尊敬|抄送|附)")
_ADDRESSED = re.compile(r"[:：]$|^(?:致|尊敬|抄送|收件)")


def signers(evidence: Evidence, text: Prose) -> tuple[Issuer, ...]:
    """Everyone who signs, the last the likeliest; bodies whose sort no name tells count as authorities."""
    return issuers(evidence, text) or tuple(_lines(text))


def _lines(text: Prose) -> Iterator[Issuer]:
    spans = [(each.start(), each[0]) for each in _PART.finditer(text.text)]
    ends = spans if len(spans) <= HEAD + CLOSING else spans[:HEAD] + spans[-CLOSING:]
    for start, line in ends:
        if len(line) > LONGEST or _ADDRESSED.search(line):
            continue
        found = _LINE.match(line)
        if found and not _NOT_A_NAME.search(found["name"]):
            place = text.place(start + found.start("name"), start + found.end("name"))
            yield Issuer(found["name"], office(found["name"]) or "authority", place)
