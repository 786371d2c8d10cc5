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
from forgecheck.judge.claims import JUDGED, Act, Rule, speak
from forgecheck.judge.frames import Frame

_POLICE = "公安|派出所|民警|警方|警察|经侦|刑侦|刑警"
_COLLECT = "催收|催缴|催款|清收|追缴|追债|追讨|还款|上门(?!服务)|走访|外访|家访"
_OTHERS = re.compile(
    "工资|劳动|被害人|受害人|线索|冒名|盗用|挂失|反诈|诈骗电话|犯罪分子|案件侦破|协查通报|涉恐|失踪|车祸|事故|被盗|防盗|法院|举报|可以联系|可联系"
)
_LAWFUL_ARREST = re.compile(f"{_OTHERS.pattern}|报警|醉|驾|民警提醒|嫌疑人|被告人|判处|判决|生效")
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


def _helps(frame: Frame) -> bool:
    """Whether police go along with a collector."""
    return (
        frame.near("police")
        and frame.near("visit", "force", "pay", "freeze", "arrest", "search", "seize", "enforce")
        and not _OTHERS.search(frame.sentence.text)
    )


def _police_case(frame: Frame) -> bool:
    """Whether the police are said to have a case or to come for the reader."""
    return frame.has("police") and frame.mode in ("done", "will") and not _OTHERS.search(frame.sentence.text)


_RULES = (
    Act(frozenset({"team"}), _helps, "strong", _HELP),
    Act(frozenset({"file", "arrest", "custody", "charge", "summon", "search"}), _police_case, "strong", _CASE, JUDGED),
    Rule(
        re.compile("联合|协同|会同|配合|协助|陪同|联系|通知"),
        re.compile(rf"^[^,。;\n]{{0,8}}(?:{_POLICE})[^。;\n]{{0,12}}(?:{_COLLECT})"),
        "strong",
        _HELP,
        _OTHERS,
        reach=34,
    ),
    Rule(
        re.compile(_POLICE),
        re.compile(rf"^[^,。;\n]{{0,8}}(?:配合|协助|联合|陪同|协同|介入)[^,。;\n]{{0,10}}(?:{_COLLECT})"),
        "strong",
        _HELP,
        _OTHERS,
    ),
    Rule(
        re.compile(_POLICE),
        re.compile(
            r"^[^。;\n]{0,10}(?:已经?|现已|正式|依法)[^,。;\n]{0,6}(?:刑事立案|立案侦查|立案|批捕|批准逮捕|通缉|网上追逃)"
        ),
        "strong",
        _CASE,
        _OTHERS,
    ),
    Rule(
        re.compile("已经?被|现已|已经?由?|正式"),
        re.compile(r"^[^,。;\n]{0,10}(?:刑事立案|立案侦查|网上追逃|全国通缉|全网通缉|批捕)"),
        "strong",
        _CASE,
        _OTHERS,
    ),
    Rule(
        re.compile(_POLICE),
        re.compile(r"^[^,。;\n]{0,8}(?:将|会|马上|即将|准备)[^,。;\n]{0,8}(?:传唤|抓|拘|逮捕|上门)"),
        "strong",
        _CASE,
        _OTHERS,
    ),
    Rule(
        re.compile("立即|立刻|马上|即刻|否则|直接|随时|准备|即将|今[日天晚]|现已"),
        re.compile(r"^[^。;\n]{0,8}(?:出警|抓捕|抓人|抓你|抓您|押送|押解|收押|羁押|批捕|刑拘)"),
        "strong",
        _CASE,
        _LAWFUL_ARREST,
        JUDGED,
    ),
    Rule(
        re.compile("已经?(?:在|向|到|移[送交]|转[给交至送]?|交由|报)"),
        re.compile(rf"^[^,。;\n]{{0,10}}(?:{_POLICE})[^,。;\n]{{0,8}}(?:备案|报案|受理|立案|处理)"),
        "weak",
        _FILED,
        _OTHERS,
    ),
    Rule(
        re.compile(f"{_POLICE}|报案"),
        re.compile("^[^,。;\n]{0,6}已经?受理"),
        "weak",
        _FILED,
        _OTHERS,
    ),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest such claim, once."""
    yield from speak(evidence, _RULES)
