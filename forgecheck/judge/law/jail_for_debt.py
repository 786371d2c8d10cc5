"""Prison or arrest is threatened for a debt that is merely overdue.

Not paying a loan on time is a breach of contract (民法典 art. 577, 676), not a crime.  Crime needs more:
deceit when the loan was taken, or refusing a final judgment although able to pay.  "不还款就坐牢" is said to
frighten.

Strong where prison, arrest or a wanted notice follows from not paying, or where paying is the way out of a
criminal charge; weak where only criminal liability or a report to the police is announced.

Innocent causes
---------------
Courts warn of the crime of refusing a judgment (刑法 art. 313) and of its milder form, fine and detention
(罚款、拘留), also where the picture shows only a piece of their paper.  Banks may name malicious overdraft of a
credit card (art. 196), employers are warned about unpaid wages (art. 276-1).  "构成犯罪的，依法追究刑事责任"
is a common and true condition.  News and warnings against fraud speak of other people.  All of these are left
alone.

Limits
------
Needs the threat within two sentences of the debt or of what is asked of the reader.

Sources
-------
* 中华人民共和国民法典 art. 577, 579, 676, in force 2021-01-01: overdue repayment is breach of contract.
* 中华人民共和国刑法 art. 193, 196, 266, 313, in force 1997-10-01: what fraud and refusing a judgment require.
* 中华人民共和国民事诉讼法 art. 114, in force 2024-01-01: fine or detention for not performing a judgment.
* 最高人民法院、最高人民检察院关于办理妨害信用卡管理刑事案件具体应用法律若干问题的解释 (法释〔2018〕19号) art.
  6, in force 2018-12-01."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, speak

# Past or third persons, a legal condition, the crimes that do fit, warnings against just this threat.
_OTHER = re.compile(
    r"(?<![将会])被判|(?<![将会])(?<!直接)(?<![将会]被)判处|获刑|落网|抓获|归案|嫌疑人|被告人|犯罪分子|记者|警方|日电|判决(?!你|您)|裁定|执行人|法律文书|劳动报酬|工资|欠薪"
    r"|构成犯罪的|涉嫌犯罪的|触犯刑法的|情节严重|如构成|若构成|如涉嫌|若涉嫌|如果涉嫌|醉|驾|骗局|骗子|套路|冒充|假冒|谎称|声称|自称"
    r"|罚款[、,和或者]{0,2}拘留|拘留[、,和或者]{0,2}罚款|虚假|伪造|隐瞒|骗取|挪用|侵占|职务|贪污|受贿"
    r"|谨防|警惕|请勿|不要(?:相信|轻信)|不会|并不|不是|不属于|不构成|不等于|不涉及|不存在|误区|民事纠纷|谣|放心|无需|上岸"
)
_CARD = re.compile(r"信用卡(?:[^诈]|$)|贷记卡")
_MALICE = re.compile("恶意透支|信用卡诈骗|第一百九十六条|第196条")
_PRISON = Says(
    "文中说欠款不还就会被抓、坐牢或追究刑事责任。单纯逾期是民事违约，不是犯罪，不会因此坐牢。",
    "The text says that not paying leads to arrest, prison or a criminal charge. "
    "Being overdue is a civil breach of contract, not a crime.",
)
_CHARGE = Says(
    "文中把逾期说成要追究刑事责任。单纯逾期是民事违约；构成犯罪还需要骗贷等别的情节，由公安和法院认定。",
    "The text speaks of criminal liability for being overdue. That is a civil breach; a crime needs more, "
    "such as deceit, and only police and courts decide it.",
)
_DEBT = "nonpay if debt debt_word pay you absent soon clock"
_RULES = (
    Act("prison arrest custody", "strong", _PRISON, around=(_DEBT,), without="judged", innocent=_OTHER),
    Act("charge", "strong", _PRISON, within=("if",), around=("pay",), without="judged", innocent=_OTHER, unless=_CARD),
    Act("charge", "weak", _CHARGE, around=(_DEBT,), without="judged", innocent=_OTHER, unless=_CARD),
    Act("ask", "weak", _CHARGE, beside=("police",), around=(_DEBT,), without="judged", innocent=_OTHER),
    Act(
        "charge",
        "weak",
        _CHARGE,
        around=(_DEBT,),
        without="judged",
        innocent=re.compile(f"{_OTHER.pattern}|{_MALICE.pattern}"),
    ),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest threat, once."""
    yield from speak(evidence, _RULES)
