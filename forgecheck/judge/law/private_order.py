"""A law firm, lender or collector rules, summons, orders banks, or deals out measures like an authority.

Only a court rules (裁定如下), only courts and the police summon (传唤), only they order a bank to stop accounts, and
nobody can lead them into the field for a private claim.  A lender cannot give its own contract the force of a judgment
either: a notary does, with the borrower present.  Letters that do so were written to frighten.

Strong where the private sender says it in so many words; a hint where it may be careless language, or was read poorly.

Innocent causes
---------------
Letters quote rulings of courts, announce requests to them, and say what a court may order: a court named in the same
sentence keeps this silent.  Banks stop their own cards.  Regulators order (责令) companies to mend their ways.

Limits
------
Only texts that speak to somebody of his debt; what a court, the police or a notary signs is not looked at.

Sources
-------
* 中华人民共和国民事诉讼法 art. 103, 112, 157, 249, 253, in force 2024-01-01: rulings, summons, orders to help.
* 中华人民共和国律师法 art. 28, in force 2018-01-01: what lawyers do; no power of command is among it.
* 中华人民共和国公证法 art. 2, 37, in force 2018-01-01: who gives a deed the force of execution.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import JUDGED, Act, Rule, speak

_RULES_LIKE_COURT = Says(
    "发信的不是法院，却用“裁定”“责令”“传唤”这样的命令口气。律师事务所、公司和催收人都没有这种权力。",
    "The sender is no court but rules, orders or summons. Law firms, companies and collectors have no such power.",
)
_ORDERS_BANKS = Says(
    "文中说发信的一方已让银行或支付平台停用您的卡和账户。律师事务所和公司无权命令银行，只有法院等机关依法才可以。",
    "The sender says it had banks stop your cards and accounts. Only a court, or another organ by law, can order that.",
)
_LEADS_AUTHORITIES = Says(
    "文中说会联合公安、法院等对您采取强制措施。这些机关不替人要债，也不听公司或律师事务所指挥。",
    "The text announces measures together with police or courts. They do not collect debts, nor follow private orders.",
)
_TAKES = Says(
    "文中说会在限定时间直接划扣、查封您名下的财产。只有法院在执行案件里才能这样做，公司和催收人不能。",
    "The text announces that your property will be taken at a set time. Only a court can, in an enforcement case.",
)
_OWN_DEED = Says(
    "文中说放款方自己办了强制执行公证。强制执行公证要由公证处办理、借款人本人到场或确认，公司自己办不了，执行也要由法院进行。",
    "The lender says it notarised its own claim. Only a notary can, with the borrower; and only a court enforces.",
)
_COURT = "法院|法庭|法官|司法机关|仲裁|检察|监管|主管|有关部门|相关部门|市监|行政|申请|起诉|诉讼|请求"
_BY_COURT = re.compile(f"{_COURT}|判决书|裁定书|裁定生效|贵院|整改|改正|工作人员|业务员|催收员|合作机构|第三方机构")
_ASKED = re.compile(
    "法院(?:将|会|可|依法|裁定|判决|提起|起诉|申请)|(?:向|至|由|经|请)[^,。;\n]{0,12}(?:法院|司法机关)|申请|请求|提请|提起|起诉|反诈|冒用|涉诈|盗刷|挂失|宣传|普法|公益"
)
_OWN_ACCOUNT = re.compile(
    f"{_COURT}|保全|裁定|约定|合同|绑定|自动扣款|还款(?:账户|卡)|代扣|信用卡(?:功能|使用)|额度|我行|本行|公积金中心"
)
_SOLEMN = re.compile(
    "申请|公证处|公证机构|公证员|执行证书|双方|共同|您(?:已|与|本人)|可|拟|向|如需|约定|签署|签订|法院(?:立案|受理|已)"
)
_WHO = "公安|派出所|警方|警察|法院|检察|司法|经侦|刑侦|政府|多部门|各部门"
_WHOSE = r"[^,。;\n]{0,5}(?:名下|所有|全部|个人|家庭|住所|住处|家中|家里)"

_RULES = (
    Act(
        "freeze limit void",
        "strong",
        _ORDERS_BANKS,
        beside=("banks carrier authority", "tell order team issue report"),
        unasked=True,
        innocent=_ASKED,
        unless=JUDGED,
    ),
    Act(
        "team",
        "strong",
        _LEADS_AUTHORITIES,
        beside=("court police authority procurator", "force enforce visit arrest freeze dishonest seize search limit"),
        without="judged",
        innocent=_ASKED,
        unless=JUDGED,
    ),
    Act(
        "freeze deduct seize",
        "strong",
        _TAKES,
        by="nobody private",
        beside=("account wage",),
        within=("soon clock",),
        unasked=True,
        innocent=_OWN_ACCOUNT,
        unless=JUDGED,
    ),
    Act("deed", "strong", _OWN_DEED, by="private", beside=("issue",), innocent=_SOLEMN),
    Act("deed", "strong", _OWN_DEED, by="private nobody", also=re.compile("单方|无[需须]您?(?:到场|签字)")),
    Act(
        "power_word",
        "strong",
        _RULES_LIKE_COURT,
        by="private nobody",
        innocent=re.compile("无权|没有|不具有|不享有|法院|公安|机关"),
    ),
    Act(
        "payorder",
        "strong",
        _RULES_LIKE_COURT,
        by="private nobody",
        within=("voided admit issue soon days",),
        unasked=True,
        without="court sue",
        innocent=re.compile("申请|异议(?:期|权)|可以"),
        unless=JUDGED,
    ),
    Act(
        "payorder",
        "strong",
        _RULES_LIKE_COURT,
        by="private nobody",
        around=("voided",),
        also=re.compile("平台|我司|本公司|我公司"),
        innocent=re.compile("法院(?:作出|裁定|发出|认为|依法)|申请"),
        unless=JUDGED,
    ),
    Act("order", "strong", _RULES_LIKE_COURT, by="private nobody", within=("you pay",), innocent=_BY_COURT),
    Rule(
        re.compile(
            "裁定如下|判决如下|依法决定如下|判[您你](?:败诉|偿还|还款|赔偿|输)|裁决如下|判令如下|处罚如下|执行如下|本裁定|本判决|本裁决|本决定书|审查裁定|裁定您|裁定你|判令[您你]"
        ),
        None,
        "strong",
        _RULES_LIKE_COURT,
        # An office rules by an article that it names, or tells how to fight its decision; its head may be cut off.
        re.compile(
            "法院|法庭|贵院|仲裁|判决书|裁定书|号民事|号裁|一审|二审|起诉|诉讼|请求|条规定,?(?:裁定|判决|决定|裁决)如下|收到本|本裁决(?:为终局|作出之日)"
        ),
        re.compile(
            r"[(\[〔]20\d\d[)\]〕][^\n]{2,12}\d+号(?:之.)?(?:民事|执行|刑事)?(?:判决|裁定|裁决)"
            "|如?不服本(?:决定|裁决|裁定|判决)|终局裁决|行政复议|行政诉讼"
        ),
    ),
    Rule(
        re.compile(
            r"(?:现|兹|特|依法|正式|郑重|予以|严正|本所|本司|我司|我所|我部|本部门|公司){1,2}(?:责令|勒令|判令|敕令|命令)[您你债欠借]"
        ),
        None,
        "strong",
        _RULES_LIKE_COURT,
        _BY_COURT,
    ),
    Rule(
        re.compile(r"(?:现|兹|特|依法|正式|强制|将|已|再次|须){1,2}(?:对[您你])?(?:传唤|拘传|传讯|传召)(?![您你]的)"),
        re.compile(r"^(?:[您你]|本人|借款人|债务人|欠款人|到案|措施|[^,。;\n]{0,10}(?:到案|我司|本司|接受|询问|说明))"),
        "strong",
        _RULES_LIKE_COURT,
        _ASKED,
        JUDGED,
    ),
    Rule(
        re.compile("向|通知|责令|要求|指令|指示|函告|通报|命令|联合|协调|协同|发函"),
        re.compile(
            r"^[^。;\n]{0,10}(?:银行|支付机构|金融机构|支付平台|微信|支付宝|运营商|铁路|民航|出入境)[^。;\n]{0,14}"
            r"(?:停用|停卡|停止|停掉|关闭|销户|冻结|止付|封停|封存|管控|限制|禁止|锁定|注销|协助执行|扣划|划扣|拒绝)"
        ),
        "strong",
        _ORDERS_BANKS,
        _ASKED,
        JUDGED,
        reach=44,
    ),
    Rule(
        re.compile("联合|协同|会同|携同|配合|伙同|联动|联手"),
        re.compile(
            rf"^[^。;\n]{{0,14}}(?:{_WHO})[^。;\n]{{0,18}}(?:强制|执行(?:你|您|到位|完毕)|打击|抓|控制|查封|冻结|惩戒|拘|处置|追责|围堵|限制)"
        ),
        "strong",
        _LEADS_AUTHORITIES,
        _ASKED,
        JUDGED,
        reach=48,
    ),
    Rule(
        re.compile(r"今[日天晚]|明[日天]|当[日天]|立即|立刻|马上|即刻|即日|现已?|直接|强制|小时|\d[点时分]|到期"),
        re.compile(
            rf"^[^。;\n]{{0,14}}(?:(?:对|将|把)?[您你]{_WHOSE}[^,。;\n]{{0,12}}(?:划扣|扣划|查封|扣押|拍卖|没收|冻结|清算|变卖|直接执行|强制执行|划走)"
            rf"|(?:划扣|扣划|查封|扣押|拍卖|没收|清算|变卖|冻结)[您你]?(?:{_WHOSE})[^,。;\n]{{0,6}}(?:财产|资产|账户|存款|工资|房|车|卡))"
        ),
        "strong",
        _TAKES,
        _OWN_ACCOUNT,
        JUDGED,
        reach=50,
    ),
    Rule(
        re.compile(rf"[您你]{_WHOSE}|[您你](?:的)?(?:工资|存款|房产|财产|车辆)"),
        re.compile(
            r"^[^,。;\n]{0,8}(?:今[日天晚]|明[日天]|立即|马上|即日|每月|\d{1,2}[点时]|小时|直接|统一)[^,。;\n]{0,8}"
            r"(?:划扣|扣划|划走|查封|扣押|拍卖|没收|变卖|强制执行)"
        ),
        "strong",
        _TAKES,
        _OWN_ACCOUNT,
        JUDGED,
        reach=40,
    ),
    Rule(
        re.compile(r"由(?:我[司部所方]|我公司|本[司所部]|本公司|本中心|我中心|本平台)"),
        re.compile(
            r"^[^,。;\n]{0,8}(?:强制执行|直接执行|执行[您你]|冻结|查封|划扣|扣划|拘|解除(?:冻结|限制|失信|限高))"
        ),
        "strong",
        _TAKES,
        _OWN_ACCOUNT,
        JUDGED,
    ),
    Rule(
        re.compile("限制[您你]"),
        re.compile("^[^,。;\n]{0,8}(?:高铁|飞机|动车|出行|出境|乘坐|高消费)"),
        "weak",
        _TAKES,
        re.compile(f"{_COURT}|判决|执行案件|被执行|可能|会被"),
        JUDGED,
    ),
    Rule(
        re.compile("(?:我司|本公司|本司|我部|公司)(?:自行|单方|内部)|(?:自行|单方|内部)(?:办理|完成|做)"),
        re.compile("^[^,。;\n]{0,8}公证"),
        "strong",
        _OWN_DEED,
        _SOLEMN,
    ),
    Rule(
        re.compile("自行|单方|已将?|直接|内部|我[司部行]|本[司公]"),
        re.compile(
            r"^[^,。;\n]{0,16}(?:办理|出具|作出|赋予|完成|做|办)[^,。;\n]{0,6}(?:强制执行(?:效力)?的?公证|公证强制执行|强制公证|赋强公证)"
        ),
        "strong",
        _OWN_DEED,
        _SOLEMN,
    ),
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest such sentence, once."""
    yield from speak(evidence, _RULES)
