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
Needs the cause and the threat in one sentence, the cause first, not more than 40 characters apart.

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
from itertools import islice

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Severity, Unable
from forgecheck.judge.claims import letter
from forgecheck.judge.frames import frames
from forgecheck.judge.prose import UNREAD, Prose, prose
from forgecheck.judge.speaker import issuers
from forgecheck.judge.told import about, quoted

MOST = 500  # causes looked at in one text; more is no letter
REACH = 40  # characters between cause and threat; assumed

_DEBT = re.compile("贷款|借款|欠款|欠债|债务|还款|还清|逾期|网贷|本息|借呗|花呗|白条|信用卡|账单|分期|代偿")
_CAUSE = re.compile(
    r"否则|逾期(?:\d{1,4}[天日]|未|不|即|仍|将|者|会|贷款)|(?:贷款|借款|账单|欠款|款项|已经?|长期|严重|恶意)逾期|不还|未还|不予?偿还|不归还|不清偿|不处理|未处理"
    r"|不结清|未结清|不支付|拒不|仍不|仍未|不联系|失联|不回[复应]|恶意拖欠|拖欠|欠债不|恶意逃"
)
_PRISON = re.compile(
    r"判刑|坐牢|坐监|入狱|牢狱|蹲监|进监狱|刑事拘留|刑拘|拘留|逮捕|拘捕|抓捕|抓人|抓你|通缉|追逃|有期徒刑|刑期|强制传唤"
)
_CHARGE = re.compile(
    r"追究[^,。;!\n]{0,8}刑事|刑事(?:责任|立案|案件|犯罪|起诉|诉讼|追责)|(?:移交|移送)[^,。;!\n]{0,6}(?:公安|经侦|派出所|警方)"
    r"|(?:涉嫌|构成|以)[^,。;!\n]{0,6}诈骗|诈骗罪"
)
_SOON = re.compile(r"将|会|要|就|必|面临|即|否则|立即|直接|等着|等待|准备|应|需|已|可|对[您你]|处以")
# Past or third persons, a legal condition, the crimes that do fit, warnings against just this threat.
_OTHER = re.compile(
    r"(?<![将会])被判|(?<![将会])(?<!直接)(?<![将会]被)判处|获刑|落网|抓获|归案|嫌疑人|被告人|犯罪分子|记者|警方|民警|日电|判决|裁定|生效|执行人|法律文书|第三百一十三条|第313条|劳动报酬|工资|欠薪"
    r"|构成犯罪的|涉嫌犯罪的|触犯刑法的|情节严重|如构成|若构成|如涉嫌|若涉嫌|如果涉嫌|醉|驾|骗局|骗子|套路|冒充|假冒|谎称|声称|自称"
    r"|罚款[、,和或者]{0,2}拘留|拘留[、,和或者]{0,2}罚款"
    r"|谨防|警惕|请勿|不要(?:相信|轻信)|不会|并不|不是|不属于|不构成|不等于|不涉及|不存在|误区|民事纠纷|谣|吗\?|吗$|么\?|放心|不用|无需|上岸"
)

_CARD = re.compile(r"恶意透支|信用卡诈骗|第一百九十六条|第196条")


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield the heaviest threat, once."""
    text = prose(evidence)
    if text is None:
        yield UNREAD
        return
    if not _DEBT.search(text.text) or about(evidence, text):
        return
    if any(each.office in ("court", "police") for each in issuers(evidence, text)):
        return
    found: list[Finding] = list(_acts(evidence, text))
    for cause in islice(_CAUSE.finditer(text.text), MOST):
        rest = text.after(cause.end(), REACH + 10)
        sentence = text.before(cause.start(), 40) + cause.group() + text.after(cause.end(), 60)
        if _OTHER.search(sentence) or ("信用卡" in text.text and _CARD.search(sentence)):
            continue
        prison, charge = _PRISON.search(rest), _CHARGE.search(rest)
        threat = prison or charge
        if threat is None or quoted(text, cause.start(), cause.end() + threat.end()):
            continue
        if threat.start() > REACH or not _SOON.search(cause.group() + rest[: threat.start()]):
            continue
        bargain = cause.group() == "否则" and _DEBT.search(text.before(cause.start(), 20))
        severity: Severity = "strong" if prison or bargain else "weak"
        place = text.place(cause.start(), cause.end() + threat.end())
        found.append(Finding(severity, _SAYS[severity], place, {"cause": cause.group(), "threat": threat.group()}))
        if severity == "strong":
            break
    yield from sorted(found, key=lambda each: each.severity)[:1]


def _acts(evidence: Evidence, text: Prose) -> Iterator[Finding]:
    for frame in islice(frames(text.sentences, frozenset({"prison", "arrest", "custody", "charge"})), MOST):
        if frame.told or frame.denied or frame.judged or quoted(text, frame.act.start, frame.act.end):
            continue
        if _OTHER.search(frame.sentence.text) or ("信用卡" in text.text and _CARD.search(frame.sentence.text)):
            continue
        if not frame.passes("nonpay", "if", "debt", "debt_word", "pay", "you", "absent"):
            continue
        severe = letter(evidence) and frame.act.classes & {"prison", "arrest", "custody"} and frame.mode != "may"
        yield Finding("strong" if severe else "weak", _SAYS["strong" if severe else "weak"], text.place(*frame.span), {"threat": frame.act.text})


_SAYS: dict[Severity, Says] = {
    "strong": Says(
        "文中说欠款不还就会被抓、坐牢或追究刑事责任。单纯逾期是民事违约，不是犯罪，不会因此坐牢。",
        "The text says that not paying leads to arrest, prison or a criminal charge. "
        "Being overdue is a civil breach of contract, not a crime.",
    ),
    "weak": Says(
        "文中把逾期说成要追究刑事责任。单纯逾期是民事违约；构成犯罪还需要骗贷等别的情节，由公安和法院认定。",
        "The text speaks of criminal liability for being overdue. That is a civil breach; a crime needs more, "
        "such as deceit, and only police and courts decide it.",
    ),
}
