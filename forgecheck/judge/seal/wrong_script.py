"""The name on the seal is written in traditional characters.

Seals of the mainland carry the registered name in simplified characters.  A seal that was drawn in a design program
with the wrong font, or after a picture from a film, may carry 律師事務所 instead of 律师事务所.

Only ever weak, and only where two signs of words that every such name shares are traditional.

Innocent causes
---------------
Bodies in Hong Kong, Macau and Taiwan and their offices; old firms that write their name so; a misread sign, which is
why one alone is not named.

Limits
------
Knows the words of bodies only (律師, 事務所, 責任公司 ...), not every sign.  Says nothing of the font: rules ask for
宋体, but what a font is cannot be told from a small impression.

Sources
-------
* 国务院关于国家行政机关和企业事业单位社会团体印章管理的规定 (国发〔1999〕25号), in force 1999-10-31: simplified
  characters of the State Council, in 宋体.
* 国家通用语言文字法 art. 9, 13, in force 2001-01-01."""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import Evidence, Place, Seal
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.seal._sealed import NOT_SEARCHED

# Words of bodies' names and purposes in which at least one sign differs: as seals should write them, and traditional.
_WORDS = (
    "律师/律師 事务/事務 责任/責任 检察/檢察 委员会/委員會 银行/銀行 办事处/辦事處 公证处/公證處 调解/調解 资产/資產"
    " 担保/擔保 贷款/貸款 财务/財務 业务/業務 专用/專用 发票/發票 咨询/諮詢 网络/網絡 管理处/管理處 县人民/縣人民"
    " 区人民/區人民 执行/執行 协会/協會 学校/學校 医院/醫院 电子/電子 集团/集團"
)
WORDS = tuple(each.split("/") for each in _WORDS.split())
LEAST = 2  # traditional signs; one may be a misreading


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding for each seal whose name is in traditional characters."""
    for page in evidence.pages:
        if page.seals is None:
            yield Unable(NOT_SEARCHED, page.number)
        for seal in page.seals or ():
            if seal.text is not None and seal.confidence >= SURE and seal.shape != "square":
                signs = _traditional(seal.text)
                if len(signs) >= LEAST:
                    yield _finding(seal, signs)


def _traditional(text: str) -> list[str]:
    """Signs that the text writes in the old way, each once, in words that were recognised whole.

    >>> _traditional("云州明衡律師事務所"), _traditional("云州明衡律师事务所")
    (['師', '務'], [])
    """
    found = [
        old
        for simplified, traditional in WORDS
        if traditional in text
        for new, old in zip(simplified, traditional, strict=True)
        if new != old
    ]
    return list(dict.fromkeys(found))


def _finding(seal: Seal, signs: list[str]) -> Finding:
    return Finding(
        "weak",
        Says(
            f"印章上有繁体字“{''.join(signs)}”。内地单位的印章用简化字；港澳台单位和老字号除外。",
            f"The seal is written in traditional characters ({''.join(signs)}). Seals of mainland bodies use "
            "simplified ones; those of Hong Kong, Macau and Taiwan and old firms may not.",
        ),
        Place(seal.page, seal.box, seal.confidence),
        {"seal": seal.text, "signs": signs, "seal_confidence": round(seal.confidence, 3)},
    )
