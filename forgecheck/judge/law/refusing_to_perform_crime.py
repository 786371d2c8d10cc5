"""The crime of refusing a judgment (拒执罪) is held against somebody although there is no judgment.

Criminal Law article 313 punishes who can obey a final judgment and refuses.  Before a court has decided there is
nothing to refuse: an unpaid bill is not a judgment.

Strong where the debtor is told that he commits or will commit it and the whole text names no judgment, award or
enforcement case; silent where it does.

Innocent causes
---------------
Courts warn of it, and lawyers write that it follows if a judgment is not obeyed: both name the judgment.  The plain
rule ("有能力执行而拒不执行，情节严重的") accuses nobody and is left alone.

Limits
------
A judgment that is merely invented silences the check; its case number is looked at elsewhere.

Sources
-------
* 中华人民共和国刑法 art. 313, in force 1997-10-01.
* 最高人民法院、最高人民检察院关于办理拒不执行判决、裁定刑事案件适用法律若干问题的解释 (法释〔2024〕13号), in force
  2024-12-01."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, speak

# The name of the crime itself holds the words 判决 and 裁定.
_JUDGED = re.compile(
    r"(?<!不执行)(?<!不履行)(?<!等)判决(?!、?裁定)|判决书|裁定书|调解书|裁决|支付令|公证|执行依据|执行通知|被执行人|执行案|法院(?:已|强制)"
    r"|[(\[〔]20\d\d[)\]〕][^\n]{2,12}(?:执|民初|民终|民特|民督)[^\n]{0,4}\d+号"
)
_RULE_ITSELF = re.compile("情节严重的|有能力执行|经[^,。]{0,6}执行|如果?法院|判后|判决后")
_SAYS = Says(
    "文中说不还款就构成“拒执罪”。这个罪只有法院判决生效以后、有能力却拒不执行才可能成立；文中没有任何判决。",
    "The text holds the crime of refusing a judgment against the reader. It needs a final judgment that "
    "somebody able to obey refuses, and the text names none.",
)
_RULES = (
    Act("refusal", "strong", _SAYS, innocent=_RULE_ITSELF, unless=_JUDGED),
    Act("refusal", "strong", _SAYS, fits=lambda frame: frame.bypassed),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the first such claim."""
    yield from speak(evidence, _RULES)
