"""Rows of a batch for tests of linking: made from facts, laid out and read as told."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from random import Random

from build import evidence, seal

from forgecheck.evidence import DocumentType, Seal
from forgecheck.link.paper import Paper, paper
from forgecheck.link.secret import Secret
from forgecheck.link.trail import Tracer, Trail
from forgecheck.show.json import facts

SECRET = Secret(bytes(range(32)))
LETTER = """{firm}
律师函
致：{name}
{firm}接受{bank}委托，指派本所律师就您拖欠信用卡透支款一事郑重致函如下。
您于{day}申领信用卡后多次透支消费，截至本函发出之日仍拖欠透支本金及利息合计{sum}元未予归还。
经委托人多次电话提醒和上门催告，您至今既不还款，也不说明原因，已经构成严重违约。
请您自收到本函之日起三日内将全部欠款汇入委托人指定账户，并将汇款凭证发送至本所留存备查。
逾期仍未清偿的，本所将依法提起诉讼，届时诉讼费、保全费、律师费均由您承担，特此函告。
联系电话：{phone}
{firm}
{day}"""
OTHER = """{firm}
催告函
{name}：
根据您与{bank}签订的个人消费贷款合同约定，您应当按月归还本金和利息，但自上季度起已经连续数期未按约还款。
贵方的行为损害了贷款人的合法权益，我们受托提示您尽快与贷款人的客户服务部门取得联系并商定还款方案。
如确有生活困难，可以依照监管规定提出个性化分期申请，贷款人将根据您的实际情况在二十日内予以答复。
截至今日应还金额为{sum}元，具体金额以贷款人系统显示为准，请以官方渠道查询结果为准并妥善保管凭证。
咨询热线{phone}
{firm}
{day}"""
NAMES = ("张建国", "李秀英", "王小明", "陈丽华", "赵志强", "周海燕", "吴国庆", "郑晓东", "孙文静", "何立新")


def values(number: int) -> dict[str, str]:
    """What one receiver's letter says of him; `number` is the receiver's."""
    rng = Random(number)
    return {
        "name": NAMES[number % len(NAMES)],
        "bank": "江州商业银行股份有限公司",
        "day": f"2025年{rng.randint(1, 12)}月{rng.randint(1, 28)}日",
        "sum": f"{rng.randint(1000, 90000)}.{rng.randint(10, 99)}",
        "firm": "云南正信律师事务所",
        "phone": f"13{rng.randint(100000000, 999999999)}",
    }


def text(template: str = LETTER, number: int = 0, **given: str) -> str:
    """One letter to one receiver."""
    return template.format(**(values(number) | given))


def misread(words: str, share: float, seed: int = 0) -> str:
    """The words with so many signs taken for others."""
    rng = Random(seed)
    return "".join(rng.choice("的一是在不了") if each > "一" and rng.random() < share else each for each in words)


def fingerprint(seed: int, flaws: int | None = None) -> str:
    """A seal's fingerprint: 128 bits of lettering, 64 of flaws (even where None)."""
    rng = Random(seed)
    uneven = 0 if flaws is None else Random(flaws).getrandbits(64) & Random(flaws + 1).getrandbits(64)
    return f"{rng.getrandbits(128):032x}{uneven:016x}"


def flipped(print_: str, *bits: int) -> str:
    """The fingerprint with some bits changed."""
    value = int(print_, 16)
    for bit in bits:
        value ^= 1 << bit
    return f"{value:0{len(print_)}x}"


def stamp(print_: str, **more: object) -> Seal:
    """A seal with this fingerprint."""
    return replace(seal("云南正信律师事务所"), hash=print_, **more)


def row(
    words: str,
    seals: Sequence[Seal] = (),
    *,
    type: DocumentType = "lawyer_letter",
    name: str = "",
    label: str = "no_forgery_found",
) -> dict:
    """A row as results.jsonl holds it; its SHA-256 hangs on its name, else on its words and seals."""
    given = evidence(words, type=type, seals=seals)
    digest = sha256((name or repr((words, seals))).encode()).hexdigest()
    document = replace(given.document, sha256=digest, name=name or f"{digest[:8]}.jpg")
    return {"verdict": {"label": label}, **facts(replace(given, document=document))}


def read(*given: object, **more: object) -> Paper:
    """The paper of `row`."""
    found = paper(row(*given, **more))
    assert found is not None
    return found


def trail(*given: object, **more: object) -> Trail:
    """The trail of `row`."""
    return Tracer(SECRET).trail(read(*given, **more))


def batch(folder: Path, rows: Sequence[dict]) -> Path:
    """A folder as a batch leaves it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "results.jsonl").write_text(
        "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in rows), "utf-8"
    )
    return folder
