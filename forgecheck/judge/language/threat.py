"""The message threatens violence, harassment day and night, or harm to the family.

Whoever lends lawfully may demand, remind and sue.  A sender who threatens bodies, homes or families is no bank, no law
firm and no court, whatever name stands above the message.

Strong for such threats in the sender's own words.  Weak where a demand holds two of the stock phrases with which
letters are sharpened ("后果自负", "勿谓言之不预"): one of them alone is found in lawful letters too.

Innocent causes
---------------
Chats and films quote such words; victims repeat them when they ask for help: words that are quoted, asked, denied or
ascribed to others do not count.  Courts and police describe threats in their papers and are not looked at.

Limits
------
Knows set phrases only; a polite threat passes.  Threats to tell relatives, employers or neighbours are looked at by
law.neighbours_told, visits by force by law.forced_visit.

Sources
-------
* 刑法 art. 293之一 (催收非法债务罪), in force 2021-03-01.
* 消费金融公司管理办法 (国家金融监督管理总局令2024年第4号), in force 2024-04-18: no violence, threats, harassment.
* 中国银行业协会 金融机构个人消费类贷款催收工作指引（试行） (2026-01): forbidden acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.claims import Rule, addressed, official, speak
from forgecheck.judge.prose import prose

_LAWFUL = re.compile("法院|判决|裁定|不得(?!安宁|好死)|禁止|严禁|违法|报警|举报|行为之一|剧|电影|小说")
_STRONG = Says(
    "文中有暴力、骚扰或伤害家人的威胁。正规的银行、律师事务所和法院都不会这样说。请保存截图，感到危险就报警（110）。",
    "The text threatens violence, harassment or harm to the family. No bank, law firm or court writes so. "
    "Keep the picture, and call the police (110) if you feel in danger.",
)
_WEAK = Says(
    "文中用了好几句施压的话。欠款可以协商，也可以等法院处理，不必被吓住。",
    "The text heaps up stock phrases of pressure. A debt can be negotiated or left to a court.",
)
# Hours told as service, or as what must not be.
_DAYTIME = re.compile(
    f"{_LAWFUL.pattern}|不超过|最多|至多|不再|上限|维护|升级|扣款|到账|客服热线|服务时间|营业|避免|请于|投诉|咨询(?!服?务?有限|公司|中心)|不应|不能|停止|之后不"
)
_THEM = "债务人|借款人|客户|家人|亲友|联系人|紧急联系人"
# From thirty; a reminder or two a day are usual.
_HUNDREDS = "(?:[1-9]\\d{2,3}|[3-9]\\d|[几数上成一二两三五八九][百千](?:[多余]|[一二三五]十)?|[几数三四五六七八九]十)"
_RULES = (
    Rule(
        re.compile(
            "(?:打断|打折|卸)(?:你|您)?(?:的)?(?:一条|两条)?(?:腿|胳膊|手)|弄死|整死|砍死|打死你|要你(?:的)?命|泼(?:油漆|粪)|断你(?:手|腿)"
            "|(?:送|寄|摆)(?:到你家)?(?:花圈|寿衣|棺材|冥币)|不得安宁|鸡犬不宁|不得好死|死全家|全家(?:死|陪葬)|家破人亡|身败名裂|生不如死"
            "|呼死你|轰炸你(?:的)?(?:手机|电话)|堵(?:你)?(?:家)?门|抬不起头|让你(?:社死|没脸|在[^,。]{0,6}待不下去)|裸照|横着(?:出|进)|躺着(?:出|进)|缺胳膊少腿|缺(?:个|条)(?:胳膊|腿)|见(?:点)?血|收尸|买好棺材|刀(?:子)?(?:不长眼|伺候)|弄(?:你|死)|做掉|搞死|灭门|弄[你您]?(?:全家|一家)|让你(?:后悔|好看|家破|活不)|给你(?:点)?颜色|别想(?:好过|安生|过安稳)|走夜路|(?:接|等|堵)[你您](?:家)?(?:的)?(?:孩子|闺女|儿子|女儿|娃|小孩)[^,。\n]{0,4}放学|车祸|别怪没提醒|(?:几口人|几点出门)[^,。\n]{0,10}(?:记着|清楚|知道)"
            "|打到(?:你|您)(?:关机|崩溃|接(?:听)?为止|停机|还钱|手机没电)|夺命连环|接不完(?:的)?电话|(?:爆|轰|炸|呼)(?:你|您)(?:的)?通讯录|(?:呼叫|电话)轰炸|(?:云呼|呼死)(?:你|您)|(?:打|呼|炸)(?:爆|到爆)(?:你|您)(?:的)?(?:手机|电话)"
            "|照片[^,。\n]{0,6}(?:[Pp]成?|做成|改成)[^,。\n]{0,4}(?:遗[照像]|灵堂)"
        ),
        None,
        "strong",
        _STRONG,
        _LAWFUL,
    ),
    Rule(
        re.compile("小心|当心|注意|想想|别怪我们?(?:找|动)?|对你"),
        re.compile(
            "^(?:点)?(?:你|您)?(?:的)?(?:家人|家里人|全家|孩子|小孩|老婆|老公|父母|女儿|儿子)[^,。\n]{0,4}(?:安全|性命|死活|不客气|倒霉|遭殃|出事|$|[,。!])"
            "|^(?:会)?(?:去|到|上)[你您](?:的)?(?:家人|孩子|小孩|老婆|老公|父母|爸妈|女儿|儿子)[^,。\n]{0,6}(?:学校|家里?|单位|公司)"
        ),
        "strong",
        _STRONG,
        _LAWFUL,
    ),
    Rule(
        re.compile("(?:每天|天天|一天|日夜|全天|轮流|不停|24小时(?!之?内))"),
        re.compile(
            "^[^,。;\n]{0,8}(?:轰炸|骚扰|打爆|打你家|堵你|上你家闹|(?:去|到)你(?:家|单位)闹)|^(?:地)?(?:不间断|不停|轮[班番流]){1,2}(?:地)?(?:拨打|打)[你您]"
        ),
        "strong",
        _STRONG,
        _LAWFUL,
    ),
    Rule(
        re.compile(
            r"凌晨|半夜|深夜|后半夜|大半夜|三更半夜|通宵|彻夜|夜里|整夜|(?<!\d)(?:2[23]|0?[0-5])(?:[点时]|:\d\d)|(?:夜里?|晚上?)(?:十[一二]?|1[0-2])[点时]|零[点时]"
        ),
        re.compile(
            rf"^[^。;!\n]{{0,24}}(?:(?:拨|打)(?:通|爆)?[您你]|(?:给|对|向)[您你][^,。;\n]{{0,10}}(?:打|拨|致电|呼叫|发)|致电[您你]|联系[您你]|呼叫[您你]|(?:吵|叫|催)醒[您你]|(?:拨打|呼叫|致电|骚扰)(?:{_THEM})|(?:敲|砸|踹)[您你]家?(?:的)?门|(?:去|到|上)[您你]家)"
        ),
        "strong",
        _STRONG,
        _DAYTIME,
        reach=40,
    ),
    Rule(
        re.compile("(?:联[络系]|拨打|外呼|致电|催收)时[间段]"),
        re.compile(r"^[^。;\n]{0,14}(?<!\d)(?:2[23]|0?[0-5])(?:[点时]|:\d\d)[^。;\n]{0,3}[至到\-]"),
        "strong",
        _STRONG,
        _DAYTIME,
    ),
    Rule(
        re.compile(r"每隔?(?:半|\d{1,2}|[一二两三四五十]{1,2})个?(?:小时|分钟|钟头)"),
        re.compile(r"^[^,。;\n]{0,10}(?:打|拨|呼|电话|语音|短信|次)"),
        "strong",
        _STRONG,
        _DAYTIME,
    ),
    Rule(
        re.compile("每(?:天|日|晚)|一天|天天|每(?:个)?小时|24小时内?|全天"),
        re.compile(
            rf"^[^。;\n]{{0,20}}(?:打|拨|呼|电话|来电|轰炸|短信|催)[^。;\n]{{0,12}}?{_HUNDREDS}(?:多|余|来)?(?:次|遍|通|条|个)|^[^。;\n]{{0,12}}?{_HUNDREDS}(?:多|余|来)?(?:次|遍|通|个)(?:的)?(?:电话|来电|呼叫|短信|拨打)"
        ),
        "strong",
        _STRONG,
        _DAYTIME,
        reach=44,
    ),
)
_STOCK = re.compile(
    "后果自负|勿谓言之不预|好自为之|别怪(?:我们|我司)?(?:不客气|无情|没提醒)|走着瞧|你看着办|自己看着办|最后通牒|休怪|敬酒不吃|不要心存侥幸|切勿心存侥幸|严惩不贷"
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest threat, once."""
    spoke = False
    for each in speak(evidence, _RULES):
        spoke = True
        yield each
    text = prose(evidence)
    if spoke or text is None or not addressed(evidence, text) or official(evidence, text):
        return
    stock: dict[str, re.Match[str]] = {}
    for match in _STOCK.finditer(text.text):
        stock.setdefault(match.group(), match)
        if len(stock) == 2:
            first = min(stock.values(), key=lambda each: each.start())
            yield Finding("weak", _WEAK, text.place(*first.span()), {"phrases": list(stock)})
            return
