"""The police are said to collect a private debt, or a collector announces their measures.

Police take no part in collecting loans: they may not, by their own rules.  Whether a criminal case is opened they
tell the person who reported it, and the suspect face to face with their papers; never through a collector or by text
message.

Strong where the police are said to help collecting, or where a private sender who asks for money announces that a
criminal case was opened or somebody is to be seized; weak where a report to the police is said to have been made or
filed.

Innocent causes
---------------
A lender who was deceived may report it and say so ("保留报案的权利", "必要时报案"): an announcement of a report is
left alone.  Police and courts write of their own cases.  News and warnings are left alone.

Limits
------
A text that names no sender is not told from a private one.

Sources
-------
* 公安机关办理刑事案件程序规定 (公安部令第159号) art. 171, in force 2020-09-01.
* 中华人民共和国刑事诉讼法 art. 3, in force 2018-10-26.
* 公安部关于严禁公安机关插手经济纠纷违法抓人的通知 (公通字〔1992〕50号), 1992-04-25."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import JUDGED, Act, speak
from forgecheck.judge.prose import prose
from forgecheck.judge.speaker import issuers

_OTHERS = re.compile(
    "挪用|侵占|职务|受贿|工资|劳动|被害人|受害人|线索|冒名|盗用|挂失|反诈|诈骗电话|犯罪分子|案件侦破|协查通报|涉恐|失踪|车祸|事故|被盗|防盗|法院|举报|可以联系|可联系|报警|醉|驾|民警提醒|嫌疑人|被告人|判处"
)
_HELP = Says(
    "文中说公安会配合催收或上门要债。公安机关不参与民间借款、网贷的催收。",
    "The text says that the police help to collect. The police take no part in collecting private debts.",
)
_CASE = Says(
    "催债的一方却宣布公安已经立案、要传唤或抓人。刑事立案由公安书面告知报案人，不会由催收人通知，也不会和还款绑在一起。",
    "A sender who asks for money announces a criminal case or an arrest. The police tell that themselves and in "
    "writing, never through a collector.",
)
_FILED = Says(
    "文中说已向公安、派出所备案或报案受理。单纯逾期公安不会受理，受理回执也只交给报案人；可以直接问当地派出所。",
    "The text says that the police took a report. They do not for a loan that is merely overdue; ask the local police.",
)
_COLLECT = "collect visit force pay freeze arrest search seize enforce"
_DEMANDS = Says(
    "文中由公安要求归还贷款。公安机关不处理借款纠纷，也不替人催收或收钱；请拨打110或到当地派出所核实，先不要付钱。",
    "The police are made to demand repayment of a loan. They settle no loans and collect for nobody: ask 110 "
    "or a station before paying.",
)
_PLATFORM = re.compile(
    "工资|劳动|被害人|受害人|线索|冒名|盗用|挂失|反诈|诈骗电话|犯罪分子|事故|被盗|醉|驾|嫌疑人|被告人|集资|吸收公众存款|退赔|清退|涉案|赃|投资人|出借人|案件侦办|不立案|不予立案|民事纠纷|诉讼解决|法院起诉|不属于"
)
_BY_POLICE = (
    Act(
        "pay",
        "strong",
        _DEMANDS,
        around=("debt debt_word nonpay",),
        within=("urge days soon clock owe will force put",),
        innocent=_PLATFORM,
        unless=_PLATFORM,
    ),
    Act(
        "freeze custody arrest mediate",
        "strong",
        _DEMANDS,
        around=("debt debt_word", "pay"),
        innocent=_PLATFORM,
        unless=_PLATFORM,
    ),
    Act("entrust", "strong", _DEMANDS, around=("debt debt_word",), within=("police lender", "pay"), innocent=_PLATFORM),
)
_RULES = (
    Act("team", "strong", _HELP, beside=("police", _COLLECT), innocent=_OTHERS),
    Act("visit", "strong", _HELP, by="police", innocent=_OTHERS),
    Act(
        "file arrest custody charge summon search paper prison",
        "strong",
        _CASE,
        by="police procurator",
        innocent=_OTHERS,
        unless=JUDGED,
        fits=lambda frame: frame.mode != "may",
    ),
    Act(
        "arrest charge",
        "strong",
        _CASE,
        around=("pay debt debt_word nonpay soon clock",),
        innocent=_OTHERS,
        unless=JUDGED,
        fits=lambda frame: frame.mode == "done" or frame.has("soon"),
    ),
    Act(
        "pay",
        "strong",
        _HELP,
        beside=("police",),
        around=("debt debt_word nonpay",),
        innocent=re.compile(f"{_OTHERS.pattern}|罚款|罚单|交警|户政|身份证"),
        fits=lambda frame: "ask" not in frame.act.classes,
    ),
    Act("ask", "weak", _FILED, beside=("police",), innocent=_OTHERS, fits=lambda frame: frame.mode == "done"),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest such claim, once."""
    text = prose(evidence)
    police = text is not None and any(each.office == "police" for each in issuers(evidence, text))
    yield from speak(evidence, _BY_POLICE if police else _RULES, officials=police)
