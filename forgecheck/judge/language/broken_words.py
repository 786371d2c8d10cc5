"""Words that message filters look for are broken up: "逾 期", "法.院", "起su", "律师涵", "還款", "弓长律师".

Operators filter messages for words of debt collection and false authority.  Whoever must slip past the filter
puts spaces or signs inside the words, or writes them by sound or in parts.  Banks, courts and law firms have
no reason to.

Strong where two different words are broken in one message; a single word broken by signs or sound is a weak
hint, a single spaced word nothing.  A reader of text often drops spaces, so characters set at
least 1.6 times wider than the rest of their line count as spaced too.  A word in traditional characters amid
simplified text, a name split into its parts and a mobile number in mixed digits ("13八00一38000") count among the
words, but alone say nothing.

Innocent causes
---------------
Headings, labels and justified lines are spaced by layout ("传 票", "律 师 函"): short lines and evenly spaced
lines never count. People who type in a hurry mix pinyin in, seldom twice in words of debt.

Limits
------
Where the reader drops a single narrow space, the gap it leaves is within the reader's own jitter and is not seen;
full-width and double spaces are.  Spellings that are also ordinary words (正信, 余期) or likely misreadings (俞期)
are not in the table `evasion`.  Papers of courts and police are not looked at.

Sources
-------
* 通信短信息服务管理规定 (工信部令第31号) art. 18 and 19, in force 2015-06-30: commercial messages need
  consent, and are filtered.
* Table `evasion` of this project: general knowledge, no published list."""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.language._broken import Hit, wide_hits, written_hits
from forgecheck.judge.language._lookalike import lookalike_hits
from forgecheck.judge.paper import OFFICIAL_PAPERS
from forgecheck.judge.prose import UNREAD


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding for all broken words together."""
    if evidence.flow is None:
        yield UNREAD
        return
    if evidence.kind is not None and evidence.kind.type in OFFICIAL_PAPERS:
        return
    hits: dict[str, Hit] = {}
    for hit in (*written_hits(evidence.flow), *wide_hits(evidence), *lookalike_hits(evidence.flow)):
        hits.setdefault(hit.word, hit)
    if not hits:
        return
    first = min(hits.values(), key=lambda hit: (hit.place.page, hit.place.box.top, hit.place.box.left))
    written = [hit.written for hit in hits.values()]
    facts: dict[str, str | list[str]] = {"written": written, "words": list(hits)}
    quoted = "”“".join(written[:4])
    if len(hits) >= 2:
        says = Says(
            f"“{quoted}”这些词被故意拆开或改写，像是为了躲过短信过滤。银行、法院和律师事务所不会这样写。",
            f"Words are broken up on purpose ({', '.join(written[:4])}), as is done to slip past message filters. "
            "Banks, courts and law firms do not write so.",
        )
        yield Finding("strong", says, first.place, facts)
    elif first.way in ("symbols", "pinyin", "homophone"):
        says = Says(
            f"“{quoted}”的写法不正常，可能是为了躲过短信过滤，也可能只是打错字。",
            f"The spelling {written[0]} is odd: perhaps to slip past a message filter, perhaps a slip.",
        )
        yield Finding("weak", says, first.place, facts)
