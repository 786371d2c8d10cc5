"""A statute is cited that does not exist: 《网贷法》, 《失信人管理法》, 《反逃废债法》.

There is no law on online loans, on collecting, on people in arrears.  Their rules stand in the Civil Code, in
interpretations of the Supreme Court and in regulations with long names.  A short name that fits the threat
exactly is made up.

Strong where a name of this pattern is called a law; weak in letters dated after the table was made, where a court or
an article number is taken for a law ("最高法第193条"), or where it was read poorly.

Innocent causes
---------------
Unknown names alone say nothing: there are thousands of statutes, also of provinces and cities, which begin with the
place.  Drafts and wishes ("建议制定催收法", "尚无") are left alone, and so are news, quotations and warnings.

Limits
------
Knows the pattern, not all laws: what a parliament passes after the table was made looks invented.

Sources
-------
* 中华人民共和国立法法 art. 7, 10, 65, in force 2023-03-15: who makes laws and regulations.
* 国家法律法规数据库 (flk.npc.gov.cn), 2026-11-22: none of these names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.law._statutes import TABLE_DATE
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.told import told
from forgecheck.numerals import NUMERAL

MOST = 100  # names looked at; more is no letter

_STATE = r"(?:中华人民共和国|国家|我国|中国|全国|最新|新)?"
_MATTER = (
    r"网贷|网络(?:贷款|借贷)|网上借贷|互联网(?:贷款|借贷|金融)|失信(?:人员?|被执行人|惩戒)?|老赖|反?催收|债务催收|债权催收|反?逃废债务?|逃债|欠款人?|欠债(?:人|不还)?"
    r"|债务人|逾期(?:贷款|还款)?|(?:贷款|借款)?还款|贷款(?:逾期|诈骗|违约)?|借贷|民间借贷|个人债务|恶意(?:逾期|欠款|拖欠|透支)|金融(?:诈骗|逾期|债务|信贷|违约)"
    r"|信贷|信用卡|个人信用|信用惩戒|(?:个人)?征信|消费贷款?|小额(?:贷款|借贷)|拖欠"
)
_KIND = (
    "(?:管理|催收|清收|惩戒|惩治|处罚|惩罚|管控|追偿|追缴|追究|执行|安全|保护|违约|清偿|追讨|偿还|规范|监督"
    "|减免|清零|豁免|免除){0,2}"
)
_QUOTED = re.compile(rf"《{_STATE}(?:(?:{_MATTER}){_KIND}法|民法典?刑[法事][^》]{{0,3}}|刑事民法典?)》")
# Without 《》, only as the ground of something or with an article.
_BARE = re.compile(
    rf"(?:根据|依据|依照|按照|违反了?|触犯了?){_STATE}(?:{_MATTER}){_KIND}法(?:第{NUMERAL}{{1,9}}条|规定|之规定|的规定)"
    rf"|(?:中华人民共和国)(?:{_MATTER}){_KIND}法(?=第{NUMERAL}{{1,9}}条)"
)
_COURT = re.compile(rf"最高(?:人民)?法(?:院)?第{NUMERAL}{{1,9}}条")
_WISHED = re.compile(
    r"建议|呼吁|草案|征求意见|制定|出台|立法|尚无|没有|并无|不存在|缺少|缺乏|所谓|课程|作者|出版|著|版"
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding for each invented name."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    late = evidence.letter_date is not None and evidence.letter_date > TABLE_DATE
    said: set[str] = set()
    for pattern, severity in _KINDS:
        for match in islice(pattern.finditer(text.text), MOST):
            name = match.group().strip("《》")
            if name in said or _excused(evidence, text, *match.span()):
                continue
            said.add(name)
            place = text.place(*match.span())
            yield Finding(
                "weak" if late or place.confidence < SURE else severity,
                _SAYS[severity],
                place,
                {"name": name, "letter_date": evidence.letter_date},
            )


def _excused(evidence: Evidence, text: Prose, start: int, end: int) -> bool:
    if _WISHED.search(text.before(start, 16) + text.after(end, 16)):
        return True
    return told(evidence, text, start, end)


_KINDS: tuple[tuple[re.Pattern[str], Severity], ...] = ((_QUOTED, "strong"), (_BARE, "strong"), (_COURT, "weak"))
_SAYS: dict[Severity, Says] = {
    "strong": Says(
        "文中引用的这部“法律”并不存在。网贷、催收、失信没有单独的法律，可在国家法律法规数据库（flk.npc.gov.cn）查到所有真实法律。",
        "The law that is cited does not exist. There is no law on online loans, collecting or people in arrears; all "
        "real ones are in the national database flk.npc.gov.cn.",
    ),
    "weak": Says(
        "文中写“最高法第几条”。最高法是法院，不是法律，没有条文。",
        "The text cites an article of the Supreme Court. That is a court, not a law.",
    ),
}
