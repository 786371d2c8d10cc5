"""Children or relatives are said to be punished for a debt: school, civil service, army.

A debt follows the debtor alone.  No rule keeps a child from a public school, the civil service or the army because
a parent is late with a loan.  The one thing close to it: who was sued, lost, and still does not pay may not send his
children to an expensive private school at his own cost.  Parents are frightened most by this, so it is invented most.

Strong where it is said as a fact; weak where it only "may" be, or where a judgment is spoken of.

Innocent causes
---------------
Courts and careful lawyers name the rule on expensive private schools.  Some local courts and recruiting offices did
announce more than the law says: what a court or another public body signs is left alone.  So are questions, denials
and warnings.

Limits
------
Needs the child and the harm in one sentence, and a text about a debt.

Sources
-------
* 最高人民法院关于限制被执行人高消费及有关消费的若干规定 (法释〔2015〕17号) art. 3, in force 2015-07-22.
* 最高人民法院关于公布失信被执行人名单信息的若干规定 (法释〔2017〕7号) art. 4, in force 2017-05-01: minors never.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, speak

_LAWFUL = re.compile("高收费|私立|民办|贵族|高价|学区|优惠|助学|助力|帮助|协助|辅导|培训|祝|喜|监护|接送|家长会")
_SAYS = Says(
    "文中说欠款会影响子女或家人上学、考公、参军。欠债只由本人负责，没有这样的规定；法院只会限制被执行人花钱送子女读高收费私立学校。",
    "The text says that the debt harms the family's schooling, civil service or army career. There is no such rule; "
    "a court can only bar a debtor under enforcement from paying for an expensive private school.",
)
_BARRED = "harm limit void lose put freeze"
_RULES = (
    Act(
        "school career exit welfare papers",
        "strong",
        _SAYS,
        within=("child", _BARRED),
        without="judged dishonest",
        innocent=_LAWFUL,
    ),
    Act("career", "strong", _SAYS, within=("kin", _BARRED), without="judged dishonest", innocent=_LAWFUL),
    Act("school career", "weak", _SAYS, within=("child kin", _BARRED), innocent=_LAWFUL),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest such claim, once."""
    yield from speak(evidence, _RULES)
