"""A court paper is signed by somebody who does not sign court papers, or a judgment by no judge.

A judgment ends with the judges' names, the date and the clerk; orders that restrict consumption are signed by the
court's president or bear the seal alone.  "案件专员", "法务经理", "承办律师" or "催收专员" sign collection letters.

Strong for such a role in the closing of a paper with a court's title.  A hint for a whole judgment or ruling in which
no judge is named, or only the clerk.

Innocent causes
---------------
Pictures end before the signatures: only a paper with a title, a decision and a dated end counts.  Lawyers are named
among the parties: only the last lines are looked at.  Judges of a tribunal sign as 审判长, 审判员, 代理审判员 or
独任审判员.

Limits
------
That names are given proves nothing: they can be copied.

Sources
-------
* 中华人民共和国民事诉讼法 art. 155, 157 (signed by judges and clerk), in force 2024-01-01.
* 最高人民法院关于限制被执行人高消费及有关消费的若干规定 (法释〔2015〕17号) art. 4, 5 (issued by the court), in force
  2015-07-22.
* 最高人民法院关于公布失信被执行人名单信息的若干规定 (法释〔2017〕7号) art. 5 (signed by the president), in force
  2017-05-01.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.paper import closing, title
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.told import told

NEAR = 50  # characters between a signature and the date; assumed

_COURT_TITLE = re.compile(
    r"传票|判决书|裁定书|民事调解书|执行通知书|限制(?:高)?消费令|失信.*决定书|应诉通知书|举证通知书|财产令|支付令"
)
_DECIDED = re.compile(r"(?:判决|裁定)如下")
_JUDGE = re.compile(r"审判[长员]|[审宙]判|法官(?!助理)|陪审员|院长|执行员|合议庭")
_ISSUED_BY_CLERK = re.compile(r"签发人?[:：]?(?:书记员|法官助理)")
_PRESIDENT = re.compile("消费令|失信|拘留|罚款")
_CLERK = re.compile(r"书记员|法官助理")
_COLLECTOR = re.compile(
    r"(?:(?:承办|经办|主办|委托|代理|负责)律师|催收(?:员|专员|部)|贷后|法务(?:专员|经理|主管|部|顾问|人员)|(?:案件|资产|信贷|清收|委外)(?:处置)?专员"
    r"|客服(?:专员|经理))[:：]?[\u4e00-\u9fff某×*]{0,4}"
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One finding at most."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    head = title(evidence)
    if head is None or not _COURT_TITLE.search(head.value):
        return
    start = text.find(head)
    if told(evidence, text, start, start + len(head.value)):
        return
    yield from _collector(head.value, text, evidence) or _no_judge(evidence, text) or _clerk_issues(head.value, text)


def _collector(name: str, text: Prose, evidence: Evidence) -> tuple[Finding, ...]:
    date = next(evidence.named("letter_date"), None)
    if date is None:
        return ()
    for start, line in closing(text):
        if abs(text.find(date) - start) > NEAR:
            continue
        if found := _COLLECTOR.fullmatch(line):
            place = text.place(start, start + len(line))
            severity: Severity = "strong" if place.confidence >= SURE else "weak"
            says = Says(
                f"这份“{name}”由“{found[0]}”署名。法院文书由法官、书记员署名或只盖院印，不会由这样的人署名。",
                "This court paper is signed by a collector's or lawyer's role. Court papers are signed by judges and "
                "clerks, or bear the court's seal alone.",
            )
            return (Finding(severity, says, place, {"title": name, "signer": found[0]}),)
    return ()


def _clerk_issues(name: str, text: Prose) -> tuple[Finding, ...]:
    """A clerk where the law asks for the president of the court."""
    found = _ISSUED_BY_CLERK.search(text.text)
    if found is None or not _PRESIDENT.search(name):
        return ()
    says = Says(
        f"“{name}”写着由书记员签发。限制消费令、失信决定书由院长签发。",
        "This paper says that a clerk issued it. The president of the court issues such orders.",
    )
    return (Finding("weak", says, text.place(*found.span()), {"signer": found[0]}),)


def _no_judge(evidence: Evidence, text: Prose) -> tuple[Finding, ...]:
    decided = _DECIDED.search(text.text)
    if decided is None or evidence.letter_date is None or _JUDGE.search(text.text, decided.end()):
        return ()
    clerk = "只有书记员或法官助理，" if _CLERK.search(text.text, decided.end()) else ""
    says = Says(
        f"判决、裁定的末尾{clerk}没有法官的名字。法院的判决书、裁定书都由审判人员署名（也可能是没有拍全）。",
        "No judge is named at the end of the decision. Judgments and rulings are signed by judges (it may be cut off).",
    )
    return (Finding("weak", says, text.place(*decided.span()), {"signer": None}),)
