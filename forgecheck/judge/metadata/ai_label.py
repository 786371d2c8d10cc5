"""The file carries the mark that Chinese law requires of AI-made pictures.

Since 2025-09-01 a service that makes pictures by AI must write a label into the file's metadata (GB
45438-2025): 1 means AI-made, 2 may be, 3 is suspected to be.  A court or the police do not make their papers
with a picture generator, but a forger may, and seldom knows that the label is there.

Strong where the label is 1 and the picture claims to be a letter or a paper; weak for other labels and for
advertisements.  Never decisive, also on a court paper: who lets an AI program sharpen the photo of a real one
gets the same label.  A label of a program that is known to only sharpen or cut out pictures is weak.

Innocent causes
---------------
Programs that sharpen, enlarge or straighten photos by AI label what they save, too, and so may a platform that
somebody used to make a genuine letter easier to read.  The message asks for the original picture.
Advertisements are often AI-made and lawful.

Limits
------
Messengers and screenshots drop the label, so silence means nothing.  Anybody can remove or invent one.  C2PA
signatures, which foreign services use, are not read.

Sources
-------
* GB 45438-2025 人工智能生成合成内容标识方法, implicit labels in file metadata and annex E, in force 2025-09-01.
* 人工智能生成合成内容标识办法 (国信办通字〔2025〕2号) art. 5, 6, in force 2025-09-01.
"""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import DocumentType, Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.metadata._labels import AiLabel, labels
from forgecheck.judge.metadata._xmp import properties

_LAWFULLY_DRAWN: frozenset[DocumentType] = frozenset({"debt_relief_ad", "other"})
_ENHANCERS = ("picwish", "apowersoft", "佐糖", "remini", "topaz")
"""Makers whose programs sharpen, enlarge or cut out photos; collected by us, 2026-11."""
_DAMAGED = Says(
    "图片附带的说明信息（XMP）已损坏，没法读取。", "The picture's XMP metadata are damaged and could not be read."
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding for the gravest label."""
    container = evidence.document.container
    found = labels(container)
    if found:
        label = min(found, key=lambda each: each.value or "4")
        facts = {"label": label.value, "field": label.where, "producer": label.producer}
        yield Finding(_severity(label, evidence), _says(label), None, facts)
    elif container.xmp is not None and properties(container.xmp) is None:
        yield Unable(_DAMAGED)


def _severity(label: AiLabel, evidence: Evidence) -> Severity:
    kind = evidence.kind
    producer = (label.producer or "").lower()
    if kind is None or kind.type in _LAWFULLY_DRAWN or any(each in producer for each in _ENHANCERS):
        return "weak"
    return "strong" if label.value == "1" else "weak"


def _says(label: AiLabel) -> Says:
    if label.value == "1":
        zh, en = "由人工智能生成", "made by AI"
    else:
        zh, en = "可能由人工智能生成", "possibly made by AI"
    return Says(
        f"文件里带有国家标准规定的人工智能标识，注明这张图{zh}。"
        "如果您自己用 AI 工具把它变清晰过，请换成收到的原图再查一次。",
        f"The file carries the label of the Chinese standard for AI content: {en}. "
        "If you sharpened it with an AI tool yourself, check the picture as you received it instead.",
    )
