"""The message insults and curses the borrower or his family.

Lenders and their collectors must stay civil; those who curse have left the lawful way.  It says nothing about the debt.

A hint only: a screen does not tell who of two wrote a line.

Innocent causes
---------------
Friends joke, films and complaints quote, and a borrower may have cursed himself: words that are told of others, asked
about or laughed at do not count, nor do texts that do not speak of money owed.

Limits
------
Knows set words only.  Threats are looked at by language.threat.

Sources
-------
* 中国银行业协会 金融机构个人消费类贷款催收工作指引（试行） (2026-01): no insults in collecting.
* 《中华人民共和国治安管理处罚法》, in force 2026-01-01: insulting others in public is punished.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.alike import SURE
from forgecheck.judge.claims import addressed, official
from forgecheck.judge.prose import UNREAD, prose
from forgecheck.judge.told import quoted

MOST = 30  # insults looked at in one text; assumed
NEAR = 60  # characters around an insult in which money is spoken of; assumed
_INSULT = re.compile(
    "狗东西|狗杂种|狗娘养|狗日的|狗屎东西|畜生|畜牲|王八蛋|王八羔子|龟孙子|人渣|社会败类|贱人|贱货|贱骨头|婊子|小杂种|死杂种|猪狗不如|狼心狗肺|没爹没妈|没爹没娘"
    "|有(?:娘|妈|人)生没(?:娘|妈|人)(?:养|教)|没(?:爹|妈|娘|家)教|断子绝孙|天打雷劈|不得好报|全家火葬|全家死绝|死全家|全家不得好死|祖宗十八代|操你|草你|艹你|日你妈|你妈[逼死的]|你他妈"
    "|傻[逼屄Bb]|臭不要脸|(?:真|太)?不要脸(?:的|!|$|,)|厚颜无耻|你还是(?:个)?人吗|还(?:算|配)(?:是)?(?:个)?人吗|不配做人|怎么不去死|去死吧|短命鬼|死皮赖脸|窝囊废|废物东西"
)
_MONEY = re.compile(r"欠|还钱|还款|不还|借|贷|债|逾期|催|老赖")
_OTHERS = re.compile(
    r"骂我|辱骂|骂人|被骂|骂了|他们?骂|她骂|说我|称我|投诉|禁止|不得(?!好)|严禁|举报|哈哈|嘻嘻|开玩笑|\[(?:偷笑|捂脸|呲牙|笑哭)\]|侮辱|谩骂|剧情|小说|电影|录音|曝光他们|报警"
)


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """At most one finding."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if not addressed(evidence, text) or official(evidence, text):
        return
    for match in islice(_INSULT.finditer(text.text), MOST):
        near = text.text[max(0, match.start() - NEAR) : match.end() + NEAR]
        place = text.place(*match.span())
        if not _MONEY.search(near) or _OTHERS.search(near) or quoted(text, *match.span()) or place.confidence < SURE:
            continue
        says = Says(
            "文中有辱骂。催收不得侮辱人，请保存截图，可向贷款机构或监管热线12378投诉；欠款本身另行核实。",
            "The text holds insults, which collectors may not use. Keep the picture and complain at 12378.",
        )
        yield Finding("weak", says, place, {"words": match.group()})
        return
