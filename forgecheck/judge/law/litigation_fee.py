"""The court fee that is demanded is far more than the official table gives for the debt.

Court fees are fixed by the state: a claim of 50 000 yuan costs 1 050 yuan (half in simplified procedure), preservation
520.  "诉讼费8000元" for a debt of 20 000 is made up to frighten, or to be paid to somebody's account.

Strong where all fees that a case can cost, for the largest sum in the letter, are exceeded twice; a hint where
they are exceeded at all.  Where a fee is exactly the table's, full or half, that is said as well.

Innocent causes
---------------
A case may be about more than the letter names (the whole loan after it was called in, a house, several debtors), a
second instance costs again, and a lump sum may hold 受理费, 保全费, 公告费 and 执行费.  Courts count from what was
claimed, not from what was awarded: in their judgments only a fee of more than four times what the largest sum would
cost is a hint, and none where a claim was dismissed or the fee is shared; a fee of preservation above its maximum of
5 000 yuan is a hint always.  The reader loses decimal points.

Limits
------
Needs the fee and the debt as amounts; knows property matters only.  A fee that is too low is not spoken of.

Sources
-------
* 诉讼费用交纳办法 (国务院令第481号) art. 13, 14, 16, 20, 29, in force 2007-04-01
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.law._fees import Fee, court_fee
from forgecheck.judge.money import Amount, amounts, readings, retold, yuan
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.told import about

_NOTICE_CENTS = 100_000  # a public notice (公告费) costs some hundred yuan; assumed
_FAR = 2  # times above all fees together: two instances cost twice; assumed
_LONG = 10_000_000  # cents: figures this long without a point may have lost it; assumed
_ROUNDED = 100  # cents: courts round to yuan
_DEBT = re.compile("借款|贷款|欠款|本金|网贷|信用卡|逾期|债务|归还|偿还|被申请人")
_KINDS: tuple[tuple[Fee, re.Pattern[str]], ...] = (
    ("preservation", re.compile("保全(?:申请)?费")),
    ("enforcement", re.compile("执行(?:申请)?费")),
    ("acceptance", re.compile("受理费|诉讼费")),
)
_LUMP = re.compile("诉讼费|等|及|和|、")
_OTHER_CLAIM = re.compile("仲裁|房产|房屋|抵押|离婚|遗产|股权|著作|商标|专利|工程")
_JUDGMENT = re.compile("判决如下")
_SHARED = re.compile("驳回|由原告|原告[^,。;\\n]{0,4}负担|上诉人|二审|再审|公告费|变更诉讼请求|反诉|其余|部分诉讼请求")
_PRESERVED_MOST = 500_000  # cents: 诉讼费用交纳办法 art. 14
_FAR_JUDGED = 4  # times the table's: claims are seldom cut to a quarter with nothing dismissed; assumed
_REACH = 24
_NAME = re.compile(r"[。;!?,\n]")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One finding for a court fee above the table; where there is none, one for the first that agrees with it."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    found = amounts(evidence, text)
    claims = [each for each in found if each.field.role in ("principal", "interest", "penalty", "total", "")]
    owed = [each for each in claims if each.field.role in ("principal", "total")]
    court = any(each.office == "court" for each in issuers(evidence, text))
    if not (owed or (court and claims)) or not _DEBT.search(text.text) or about(evidence, text):
        return
    fitting: list[Finding] = []
    above: list[Finding] = []
    judged: list[Finding] = []
    for fee in (each for each in found if each.field.role == "litigation_fee"):
        if retold(text, fee.start, fee.end):
            continue
        name = _name(text, fee)
        if finding := _fits(fee, name, owed, text):
            fitting.append(finding)
        elif court:
            judged.extend(_judged(fee, name, claims, text))
        elif not _OTHER_CLAIM.search(text.text):
            above.extend(_above(fee, name, claims, text))
    yield from sorted(above, key=lambda each: each.severity)[:1] or fitting[:1] or judged[:1]


def _name(text: Prose, fee: Amount) -> str:
    """The words that name the fee: before it, or after it where none stand before."""
    before = _NAME.split(text.text[max(0, fee.start - _REACH) : fee.start])[-1]
    return before if any(words.search(before) for _, words in _KINDS) else before + text.after(fee.end, 8)


def _fits(fee: Amount, name: str, owed: Sequence[Amount], text: Prose) -> Finding | None:
    kind = next((kind for kind, words in _KINDS if words.search(name)), None)
    for claim in owed if kind else ():
        due = court_fee(kind, claim.cents) if kind else 0
        if abs(fee.cents - due) <= _ROUNDED or (kind == "acceptance" and abs(2 * fee.cents - due) <= _ROUNDED):
            says = Says(
                f"诉讼费用{yuan(fee.cents)}元与国家规定的标准对得上。",
                f"The court fee of {yuan(fee.cents)} yuan agrees with the official table.",
            )
            facts = {"fee_yuan": fee.cents / 100, "claim_yuan": claim.cents / 100}
            return Finding("info", says, text.place(fee.start, fee.end), facts, fits=True)
    return None


def _judged(fee: Amount, name: str, claims: Sequence[Amount], text: Prose) -> Iterator[Finding]:
    """A hint at a fee in a judgment that belongs to a far larger claim than any sum in it."""
    if re.search("保全", name) and _PRESERVED_MOST < fee.cents < _LONG and fee.sure >= SURE:
        says = Says(
            f"文中的保全申请费是{yuan(fee.cents)}元，国家标准最高5,000元。可拨打12368核实。",
            f"The fee of preservation is {yuan(fee.cents)} yuan; the official table ends at 5,000. Ask 12368.",
        )
        yield Finding("weak", says, text.place(fee.start, fee.end), {"fee_yuan": fee.cents / 100})
    if not re.search("受理费", name) or not _JUDGMENT.search(text.text) or _SHARED.search(text.text):
        return
    if _OTHER_CLAIM.search(text.text) or fee.sure < SURE or fee.cents >= _LONG:
        return
    claim = sum({each.cents for each in claims})
    due = court_fee("acceptance", claim)
    if fee.cents <= _FAR_JUDGED * due or any(fee.cents // 10 <= other <= _FAR_JUDGED * due for other in readings(fee)):
        return
    says = Says(
        f"判决里的案件受理费是{yuan(fee.cents)}元，按国家标准，{yuan(claim)}元的案子约{yuan(due)}元。可拨打12368核实。",
        f"The judgment puts the court fee at {yuan(fee.cents)} yuan; for {yuan(claim)} the official table gives about "
        f"{yuan(due)}. Ask 12368.",
    )
    facts = {"fee_yuan": fee.cents / 100, "claim_yuan": claim / 100, "most_yuan": due / 100}
    yield Finding("weak", says, text.place(fee.start, fee.end), facts)


def _above(fee: Amount, name: str, claims: Sequence[Amount], text: Prose) -> Iterator[Finding]:
    kinds = [kind for kind, words in _KINDS if words.search(name)]
    claim = max(max(each.cents for each in claims), sum({each.cents for each in claims if each.field.role != "total"}))
    whole = sum(court_fee(kind, claim) for kind, _ in _KINDS) + _NOTICE_CENTS
    single = len(kinds) == 1 and not _LUMP.search(name)
    due = court_fee(kinds[0], claim) if single else whole
    if fee.cents <= due + _ROUNDED:
        return
    misread = any(fee.cents // 10 <= other <= whole for other in readings(fee))
    lost_point = fee.cents >= _LONG and not set(fee.field.text) & set(",，.．万")
    far = fee.cents > _FAR * whole and fee.sure >= SURE and not misread and not lost_point
    severity: Severity = "strong" if far else "weak"
    says = Says(
        f"文中要的诉讼费用是{yuan(fee.cents)}元。按国家标准，{yuan(claim)}元的案子最多约{yuan(due)}元，"
        "而且由法院收取。",
        f"A court fee of {yuan(fee.cents)} yuan is named. For a claim of {yuan(claim)} the official table gives "
        f"at most about {yuan(due)}, and only the court collects it.",
    )
    facts = {"fee_yuan": fee.cents / 100, "claim_yuan": claim / 100, "most_yuan": due / 100}
    yield Finding(severity, says, text.place(fee.start, fee.end), facts)
