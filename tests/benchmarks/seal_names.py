"""Whether a stranger's seal is noticed: `.venv/bin/python tests/benchmarks/seal_names.py [--count 300] [--read 40]`.

Papers whose seal is the signer's own, and papers under an invented stranger's seal.  Half of the texts are genuine
letters of the dev split, half are short notices of many sorts of body.  The seal's text has a reader's errors: drawn
at random for --count pairs of each sort, and made by the seal reader itself on drawn seals for --read pairs of each.
The paper's own text is taken as read without a fault.  Bounds are Clopper and Pearson's (95 %, two-sided).
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
from forgecheck_models import figures
from PIL import Image

sys.path.insert(0, str(Path(__file__).parents[1]))
from build import evidence, findings, seal, unable
from forgecheck_models.synth.letters.templates import templates
from forgecheck_models.synth.seals import Design, draw_seal, impress
from forgecheck_models.synth.seals.names import LINES, PLACES, WORDS, dealt, pick
from seals import distance, plain

from forgecheck.evidence import Page, Seal
from forgecheck.judge.seal import issuer_mismatch
from forgecheck.look.seals import find_seals
from forgecheck.models import Models

SUBSTITUTED, DROPPED = 0.03, 0.015  # shares of characters, assumed: above what the reader does on drawn seals
COMMON = "市中大州同业明文天正平安华合法汇区县商贸源海林金木全生"
_PATTERNS = (
    "{p}市{q}区人民法院 {p}市中级人民法院 {p}县人民检察院 {p}市公安局{q}分局 {p}{w}律师事务所 {p}{w}({q})律师事务所"
    " {p}{w}{l}有限公司 {p}{w}资产管理有限公司 {w}消费金融有限公司 {p}{w}小额贷款有限公司 {p}银行股份有限公司{q}支行"
    " {p}农村商业银行股份有限公司 {p}市{q}街道办事处 {p}县{q}镇{w}村民委员会 {p}经济开发区管理委员会"
    " 国家税务总局{p}市{q}区税务局 {p}仲裁委员会 {p}市{w}公证处 {p}{w}商事调解中心 {p}市{q}区人民调解委员会"
    " {p}市住房和城乡建设局 {p}县{q}乡人民政府 {p}市{w}学校 {p}市{w}物业服务中心 {p}{w}法律服务所 {p}市消费者协会"
)
PATTERNS = tuple(_PATTERNS.split())
BODIES = (
    "{head}\n通知书\n张某某：\n关于您逾期未缴款项一事，现通知您于收到本通知之日起七日内缴清。\n特此通知。\n{sign}\n2024年5月6日",
    "催告函\n致：李某某\n您与我方签订的合同项下款项已逾期，请于2024年6月1日前归还欠款5000元。\n{sign}（盖章）\n2024年5月6日",
    "{head}\n告知函\n王某：\n经核实，您名下尚有款项未清偿，请尽快与我单位联系办理。\n此致\n{sign}\n二〇二四年五月六日",
)
_SIGNS = re.compile(
    r"(?:^|\n)\s*([\u4e00-\u9fff（）()]{2,24}(?:法院|检察院|公安局|分局|派出所|律师事务所|公司|银行|分行|支行|委员会|中心|税务局|公证处|服务所))"
    r"\s*(?:（(?:盖章|公章|印章|章|院印)）)?\s*(?=\n\s*(?:[二〇0-9]{4}年[^\n]{3,9})?\s*$)"
)


def invented(rng: np.random.Generator, split: str) -> str:
    """Some body's name; never one of the other split's."""
    places = dealt(PLACES, split)
    return pick(rng, PATTERNS).format(
        p=pick(rng, places), q=pick(rng, places), w=pick(rng, dealt(WORDS, split)), l=pick(rng, LINES)
    )


def papers(count: int, split: str) -> list[tuple[str, str, str | None]]:
    """Text, signer and kind of paper; None where the kind is told from the text."""
    rng = np.random.default_rng(7)
    signed = []
    for seed in range(40):
        for each in templates("genuine"):
            text = each.fill(seed) if each.split == "dev" and each.kind in issuer_mismatch.LETTERS else ""
            if found := _SIGNS.search(text):
                signed.append((text, found[1], None))
    random.Random(7).shuffle(signed)
    composed = []
    while len(composed) < count - count // 2:
        name = invented(rng, split)
        composed.append((pick(rng, BODIES).format(head=name, sign=name), name, "collection_notice"))
    return [pair for both in zip(signed, composed, strict=False) for pair in both][:count]


def abridged(name: str, rng: np.random.Generator) -> str:
    """The name as its owner's seal may write it."""
    extra = "执行局" if name.endswith("法院") else "业务专用章"
    return str(rng.choice([name, name, re.sub("^..省", "", name), name + extra]))


def misread(name: str, rng: np.random.Generator) -> str:
    """With characters confused and dropped."""
    rolls = rng.random(len(name))
    return "".join(
        pick(rng, tuple(COMMON)) if roll < SUBSTITUTED else char
        for char, roll in zip(name, rolls, strict=True)
        if not SUBSTITUTED <= roll < SUBSTITUTED + DROPPED
    )


def read(name: str, rng: np.random.Generator, models: Models) -> Seal | None:
    """A drawn seal as the reader reads it."""
    organ = name.endswith(("法院", "检察院", "公安局", "分局", "人民政府"))
    drawn = draw_seal(Design(name, emblem="national_emblem" if organ else "star"), int(rng.integers(170, 260)))
    paper = Image.new("RGB", (700, 500), "white")
    image, _ = impress(paper, drawn, (350, 250), rng, ink="ink", turn=float(rng.normal(0, 6)))
    return next(iter(find_seals(Page(1, np.asarray(image)), models)), None)


def main() -> None:
    """Print hits, false alarms, and whom the misses concern."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--read", type=int, default=40)
    parser.add_argument("--split", default="train", choices=("train", "validate"))
    parser.add_argument("--misses", action="store_true", help="print each miss and false alarm")
    figures.option(parser)
    given = parser.parse_args()
    told: dict[str, figures.Figure] = {}
    rng, models = np.random.default_rng(1), Models()
    chosen = papers(given.count, given.split)
    for reader, used in (("errors drawn", chosen), ("seal reader", chosen[: given.read])):
        for stranger in (False, True):
            alarms: Counter[str] = Counter()
            wrong = letters = 0
            for text, signer, kind in used:
                name = invented(rng, given.split) if stranger else abridged(signer, rng)
                while stranger and name[:2] in text:
                    name = invented(rng, given.split)
                mark = seal(misread(name, rng)) if reader == "errors drawn" else read(name, rng, models)
                if mark is None:
                    alarms["not found"] += 1
                    continue
                wrong, letters = wrong + distance(plain(mark.text), plain(name)), letters + len(name)
                paper = evidence(text, type=kind, seals=(replace(mark, page=1),))
                alarm = next(iter(findings(issuer_mismatch, paper)), None)
                said = alarm.severity if alarm else "unable" if unable(issuer_mismatch, paper) else "silent"
                alarms[said] += 1
                if given.misses and stranger != (alarm is not None):
                    sys.stdout.write(f"  {said}: seal {mark.text} {mark.confidence:.2f} of {name}, signer {signer}\n")
            whose = "a stranger's" if stranger else "the signer's own"
            alarmed = figures.count(
                f"{whose} seal called another's, {reader}", alarms["strong"] + alarms["weak"], len(used)
            )
            told[f"{'stranger' if stranger else 'own'}_{reader.split()[0]}"] = alarmed
            letters_wrong = f"{wrong / max(letters, 1):.1%} of letters wrong"
            sys.stdout.write(f"{alarmed.what}: {alarmed.shown}  {dict(alarms)}, {letters_wrong}\n")
    if given.figures:
        data = f"{given.count} generated papers of each sort, {given.read} of them read by the seal reader"
        figures.keep("seal_names", data, told)


if __name__ == "__main__":
    main()
