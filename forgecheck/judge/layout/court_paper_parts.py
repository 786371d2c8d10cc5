"""A court paper holds parts that courts do not print: a 400 hotline, "please repay soon", 欠款人, English, slogans.

A forger takes a collection letter and puts a court's head on it.  What remains of the letter gives it away: the
collector's hotline, its advert, its name for the debtor.

Weak, also where several such parts stand on one paper.

Innocent causes
---------------
Judgments and rulings tell what lenders wrote and which hotlines they have: there only the names of the sides, English
heads, slogans and terms of hours are looked at.  Words in quotations do not count.  Some courts print the number of a
payment service; bankruptcy has its 债权人 and 债务人; maritime and internet courts have English names.

Limits
------
Knows a few set words; what a QR code holds is looked at by other checks.

Sources
-------
* 民事诉讼文书样式 (最高人民法院 法〔2016〕221号), in force 2016-08-01: the parts of each paper.
* 民事诉讼法 art. 51 and 251 (in force 2024-01-01): 原告, 被告, 被执行人 are the law's words for the sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.paper import COURT_PAPERS
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.told import told

_TELLS = re.compile("判决书|裁定书|起诉状|调解书|公告")
_PARTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "400电话",
        re.compile(r"(?:电话|热线|咨询|联系|致电|拨打)[^\n]{0,10}400-?\d{3}-?\d{4}|(?:^|\n)400-?\d{3}-?\d{4}(?=\n|$)"),
    ),
    ("客服", re.compile("客服(?!记录|聊天)|还款专线|法务专线|还款专员|协商专员|贷后专员")),
    ("请尽快还款", re.compile(r"请[您你]?(?:尽快|立即|及时|马上|速)[^,。;\n]{0,4}(?:还款|结清|还清)|尽早还款")),
    (
        "欠款人",
        re.compile(r"(?:^|\n)(?:借款用户|逾期人|逾期用户|老赖|尊敬的(?:客户|用户))[^\n]{0,12}:|(?:^|\n)欠款人"),
    ),
    ("微信", re.compile("(?:加|添加)(?:承办人|法官|专员|经办人)?微信|微信同号|扫码(?:还款|付款|缴款)")),
)
# Parts that no paper of a court has, judgments included.
_NEVER: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "英文",
        re.compile(
            r"PEOPLE'?S?\s*COURT(?:\s*OF\s*CHINA)?|CHINA\s*COURT|COURT\s*(?:SUMMONS|NOTICE|ORDER|DOCUMENT|JUDG)|(?<![A-Z])(?:SUMMONS|WARNING|URGENT|NOTICE)(?![A-Z])"
            r"|(?:^|\n)COURT(?=\n|$)",
            re.IGNORECASE,
        ),
    ),
    ("口号", re.compile("[!]{2,}|可耻|欠债还钱|天经地义|光荣|天网恢恢|法网恢恢|勿谓言之不预|悬崖勒马|后果自负")),
    ("对当事人的叫法", re.compile(r"(?:^|\n)(?:催收[人方]|欠款[人方]|逾期[人方]|老赖|欠债人|债主|放款[人方]):")),
    (
        "按小时限期",
        re.compile(
            r"(?:必须|须|限|应|务必|责令)[^,。;\n]{0,12}(?:\d{1,3}|[一二两三四六八十]{1,4})个?小时(?:之)?内[^,。;\n]{0,8}(?:还|付|结清|清偿|缴)"
        ),
    ),
)
_SIDES = re.compile(r"(?:^|\n)(?:债[权务]人|借款人|出借人):")
_BANKRUPTCY = re.compile("破产|清算|重整|支付令|督促|担保物权|债权人会议|管理人|公示催告|确权|调解协议")
_APPEALS = re.compile("公开信|倡议|宣传|致全|悬赏|曝光|公告")
_NOTHING = re.compile(r"(?!)")
_ENGLISH_COURTS = re.compile("海事|知识产权|互联网|金融|外国|涉外|国籍|护照")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one hint that names all such parts."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if evidence.kind is None or evidence.kind.type not in COURT_PAPERS:
        return
    head = next(evidence.named("title"), None)
    tells = head is None or _TELLS.search(head.value) is not None
    found: list[tuple[str, int, int]] = []
    for name, pattern in (*(() if tells else _PARTS), *_never(text.text, judgment=tells)):
        match = pattern.search(text.text)
        if match and not told(evidence, text, *match.span()):
            found.append((name, match.start() + match.group().startswith("\n"), match.end()))
    if not found:
        return
    first = min(found, key=lambda each: each[1])
    names = [name for name, _, _ in found]
    says = Says(
        f"法院文书里一般不会有这些内容：{'、'.join(names)}。请拨打12368向法院核实。",
        f"Court papers hardly hold such parts: {', '.join(names)}. Ask the court at 12368.",
    )
    yield Finding("weak", says, text.place(first[1], first[2]), {"parts": names})


def _never(text: str, *, judgment: bool) -> Iterator[tuple[str, re.Pattern[str]]]:
    for name, pattern in _NEVER:
        if not {"英文": _ENGLISH_COURTS, "口号": _APPEALS}.get(name, _NOTHING).search(text):
            yield name, pattern
    if judgment and not _BANKRUPTCY.search(text):
        yield "债权人、债务人（判决里写原告、被告）", _SIDES
