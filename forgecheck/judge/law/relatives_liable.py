"""Relatives are told to pay somebody else's debt.

父债子偿 is a proverb, not law.  Parents, children, brothers and people who were only named as a contact owe nothing.
Heirs pay out of what they inherit and no more; husband and wife share only a common debt; a guarantor pays because
he signed.

Strong where relatives are said to have to pay; weak where that only "may" be.

Innocent causes
---------------
Guarantees, joint loans, common debts of a couple, and estates: sentences that name one of these are left alone, and
so is asking the family to pass on a message or to help of their own will.

Limits
------
Does not know who the addressee is: a letter to a guarantor that does not say so looks like one to a relative.

Sources
-------
* 中华人民共和国民法典 art. 1064, 1089, 1161, in force 2021-01-01: couples and heirs.
* 中华人民共和国民法典 art. 118, 465, 681, in force 2021-01-01: a contract binds who made it; the guarantor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Act, Rule, speak
from forgecheck.judge.frames import Frame
from forgecheck.judge.words import Token

_SIGNED = re.compile(
    "担保|保证人(?!由)|保证责任|共同(?:借款|债务|还款|生活|签)|共债|夫妻|继承|遗产|遗嘱|自愿|愿意|可以?由|监护|法定代理|法定代表|股东|工伤|赔偿|保险|已(?:代|替|由|帮)|感谢|代还成功|签字|签名|签署"
)
_SAYS = Says(
    "文中要求家人亲属替人还债。没有签字担保的亲属没有还款义务：“父债子偿”不是法律，继承人也只在遗产范围内偿还。",
    "The text makes relatives pay the debt. Relatives who signed no guarantee owe nothing; heirs pay only out of "
    "what they inherit.",
)
_SUFFER = Says(
    "文中说家人会一起被起诉、上征信、冻结或列入名单。欠债只由借款人和签字担保的人负责，不会牵连家人。",
    "The text says that the family will be sued, listed, frozen or marked as well. Only who borrowed or signed a "
    "guarantee answers for a debt.",
)
_KIN = "kin child"


def _kin_are_hit(frame: Frame) -> bool:
    """Whether kin stand before the act in its clause, or are its object behind it."""
    words = frame.sentence.within(*frame.clause)
    kin = next((each for each in words if each.classes & {"kin", "child"}), None)
    return kin is not None and _is_hit(kin, frame) and (kin.start < frame.act.start or kin.start - frame.act.end <= 4)


def _kin_pay(frame: Frame) -> bool:
    words = frame.sentence.within(*frame.clause)
    return any(each.classes & {"kin", "child"} and _is_hit(each, frame) for each in words)


def _is_hit(kin: Token, frame: Frame) -> bool:
    """Whether kin are not those who lent, or who are merely spoken to."""
    text, at = frame.sentence.text, kin.start - frame.sentence.start
    lent = "借" in text[at + len(kin.text) : at + len(kin.text) + 3]
    return not lent and (at == 0 or text[at - 1] not in "受欠与跟")


_GUARANTOR = Says(
    "文中说紧急联系人、家人就是担保人。没有签担保合同的人不是担保人，没有还款义务。",
    "The text calls a contact or relative a guarantor. Who signed no guarantee is none and owes nothing.",
)
_STAFF = Says(
    "文中要求单位替员工还个人贷款。单位没有这个义务；只有法院在执行案件里才会要求单位协助扣工资。",
    "The text makes an employer pay an employee's loan. It need not; only a court may ask it for help in enforcement.",
)
_RULES = (
    Act("guarantee", "strong", _GUARANTOR, beside=("amount_to admit",), within=("kin contacts",)),
    Act(
        "owe admit",
        "strong",
        _GUARANTOR,
        around=("pay owe",),
        also=re.compile("联系人"),
        innocent=re.compile("签[字署订]了?|担保(?:合同|协议)|转告|不会|打扰"),
    ),
    Act("owe", "strong", _SAYS, also=re.compile("(?:兄弟|姐妹|亲属|家人|父子|母子|家庭成员)[^,。]{0,6}互负")),
    Rule(
        re.compile("放弃(?:了)?继承"),
        re.compile("^[^。;\n]{0,24}(?:仍[须应需要]|不因|照样|也[须要得])"),
        "strong",
        _SAYS,
    ),
    Act("owe", "strong", _STAFF, within=("staff", "pay debt")),
    Act(
        "owe",
        "strong",
        _SAYS,
        within=(_KIN,),
        around=("pay debt debt_word share",),
        innocent=re.compile(f"{_SIGNED.pattern}|转告|商量|沟通|帮助|联系"),
    ),
    Act("pay", "strong", _SAYS, within=(_KIN, "owe"), innocent=_SIGNED, fits=_kin_pay),
    Act("owe", "strong", _SAYS, within=("pay nonpay debt debt_word share",), innocent=_SIGNED, fits=_kin_pay),
    Act("kinship_debt", "strong", _SAYS, innocent=re.compile("不是|没有|并非|不存在|谚语|俗话")),
    Act("harm lose", "strong", _SUFFER, within=("kin child", "debt credit account"), innocent=_SIGNED),
    Act(
        "put report freeze deduct seize dishonest sue limit credit",
        "strong",
        _SUFFER,
        innocent=_SIGNED,
        fits=_kin_are_hit,
    ),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest such claim, once."""
    yield from speak(evidence, _RULES)
