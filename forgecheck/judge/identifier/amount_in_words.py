"""A sum in capital figures differs from the figures beside it.

人民币壹拾万元整（¥100,000.00）: the sum is written twice so that nobody can change it unseen.  Who changes a picture,
or fills in a template, changes the figures and forgets the words, or cannot write them at all (壹拾佰元整).

>>> from forgecheck.numerals import capitals
>>> capitals("壹拾万元整").cents, capitals("壹拾佰元整")
(10000000, None)

Strong where both were read surely and no look-alike explains the difference; a hint otherwise, where the words have no
meaning at all, and on a court's paper.  Where words and figures agree that is said as well.

Innocent causes
---------------
People mistype: courts decide cases about contracts whose words and figures differ, so this is never decisive.  The
reader takes 仟 for 佰 or 贰 for 叁, and loses points and commas.  A missing 整 or 壹 (拾万元) is sloppy, not false.

Limits
------
Only sums that stand side by side.  Small characters (一万元) are not looked at.

Sources
-------
* 《中华人民共和国票据法》 art. 8 (words and figures must agree), in force 2004-08-28
* 支付结算办法 (银发〔1997〕393号) annex 1 art. 1-4 (how sums are written), in force 1997-12-01
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.alike import CLEAR, TOO_POOR
from forgecheck.judge.money import MOST, Amount, amounts, readings, retold, yuan
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.told import about
from forgecheck.numerals import CAPITAL, capitals

_BETWEEN = re.compile(r"(?:[ ():元整]|大写|小写|人民币|即|计|为|金额|RMB|CNY|[¥￥]){1,12}")
_PER = re.compile(r"\)?(?:元?/|每)")
# Commas and two decimals, or a unit, tell that no point was lost.
_WELL_WRITTEN = re.compile(r"\D*\d{1,3}(?:[,，]\d{3})*[.．]\d\d\D*|\D*\d{1,3}(?:[,，]\d{3})+\D*|\D*[\d.]+万元\D*")
_IN_WORDS = re.compile(
    f"(?<![壹贰叁肆伍陆柒捌玖拾佰仟])[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{{3,24}}元{CAPITAL}{{0,6}}[整正](?!式|常|确)"
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """One finding for each sum whose words and figures differ or whose words mean nothing; one for sums that agree."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if about(evidence, text):
        return
    court = any(each.office == "court" for each in issuers(evidence, text))
    found = [each for each in _pairs(evidence, text) if not retold(text, each[0].start, each[1].end)]
    differing = [pair for pair in found if pair[0].cents != pair[1].cents]
    for words, figures in differing:
        if min(words.sure, figures.sure) >= TOO_POOR:
            yield _differ(words, figures, text, court)
    yield from _meaningless(text)
    if found and not differing:
        words, figures = found[0]
        says = Says(
            f"大写金额和数字金额对得上（{yuan(words.cents)}元）。",
            f"The sum in words agrees with its figures ({yuan(words.cents)} yuan).",
        )
        place = text.place(min(words.start, figures.start), max(words.end, figures.end))
        yield Finding("info", says, place, {"yuan": words.cents / 100}, fits=True)


def _pairs(evidence: Evidence, text: Prose) -> Iterator[tuple[Amount, Amount]]:
    for first, second in pairwise(amounts(evidence, text)):
        beside = _BETWEEN.fullmatch(text.text, first.end, second.start)
        if beside and first.in_words != second.in_words and not _PER.match(text.text, second.end):
            yield (first, second) if first.in_words else (second, first)


def _differ(words: Amount, figures: Amount, text: Prose, court: bool) -> Finding:
    same_digits = f"{words.cents}".rstrip("0") == f"{figures.cents}".rstrip("0")
    lost = same_digits and not _WELL_WRITTEN.fullmatch(figures.field.text)
    misread = words.cents in readings(figures) or figures.cents in readings(words)
    known = capitals(words.field.text)
    unclear = lost or misread or known is None or "missing 零" in known.faults
    sure = min(words.sure, figures.sure) >= CLEAR
    severity: Severity = "strong" if sure and not unclear and not court else "weak"
    says = Says(
        f"大写金额是{yuan(words.cents)}元，旁边的数字却是{yuan(figures.cents)}元，两处不一致。",
        f"The sum in words is {yuan(words.cents)} yuan, but the figures beside it say {yuan(figures.cents)}.",
    )
    place = text.place(min(words.start, figures.start), max(words.end, figures.end))
    return Finding(severity, says, place, {"words_yuan": words.cents / 100, "figures_yuan": figures.cents / 100})


def _meaningless(text: Prose) -> Iterator[Finding]:
    for match in islice(_IN_WORDS.finditer(text.text), MOST):
        if capitals(match[0]) is None and not retold(text, *match.span()):
            place = text.place(*match.span())
            if place.confidence >= CLEAR:
                says = Says(
                    f"“{match[0]}”不是正确的大写金额，读不出是多少钱。",
                    f"“{match[0]}” is no sum that can be written in capital figures.",
                )
                yield Finding("weak", says, place, {"text": match[0]})
