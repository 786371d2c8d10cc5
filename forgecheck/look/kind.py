"""Which kind of document a text claims to be.

Counted phrases with weights, nothing else: every kind needs one mark of *form* (a title, who writes, how the
screen looks) and a sum of at least `ENOUGH`; what merely talks of courts and debts stays "other".
The weights are assumed; tests hold them against texts of every kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, get_args

from forgecheck.evidence import DocumentType, Field, Flow, Kind, Page
from forgecheck.look.fields.folded import fold_flow

ENOUGH = 3.0
"""Least sum of weights for a kind other than "other"; assumed."""

_KINDS: tuple[DocumentType, ...] = get_args(DocumentType)
_SCREENS = ("sms_screenshot", "chat_screenshot")


class Feature(NamedTuple):
    """A phrase that speaks for a kind.  ``form`` features are searched in lines ``field=value``, others in the text."""

    type: DocumentType
    weight: float
    form: bool
    pattern: str

    def search(self, text: str, marks: str) -> re.Match[str] | None:
        """The first place where it speaks."""
        return _compiled(self.pattern).search(marks if self.form else text)


_COURT_TITLES = (
    "传票|应诉通知书|举证通知书|受理案件通知书|立案通知书|开庭通知|出庭通知|判决书|裁定书|民事调解书|执行通知书|财产令|支付令|"
    "诉前调解|调解通知|送达回证|[交缴]费通知|生效证明|[拘罚][留款]决定|协助执行通知书|合议庭组成|执行公告|保全通知|冻结通知|查封|评估拍卖"
)
_POLICE_TITLES = "立案告知书|受案回执|立案决定书|传唤[证书]|拘留[证通]|逮捕[证令通]|拘捕令|拘传|协查|报案回执|网上追逃"
_WRITES = r"^(?:issuer|letterhead|signature)=.*"

_YOU = "(?:您|你|尊敬的|客户|退订|请)"

FEATURES: tuple[Feature, ...] = (
    Feature("lawyer_letter", 3.0, True, "^title=.*律师.*函"),
    Feature("lawyer_letter", 2.0, True, rf"{_WRITES}律师(\(.*\))?事务所"),
    Feature(
        "lawyer_letter",
        2.0,
        False,
        "事务所.{0,6}(?:依法)?(?:接受|受).{2,50}?委托|受.{2,40}委托.{0,30}指派.{0,9}律师",
    ),
    Feature("lawyer_letter", 1.0, False, "特此函告|特致函|致函|函告如下|律函字|本律师|本所律师"),
    Feature("contract_cancellation", 3.5, True, "^title=.*(?:解除.*(?:通知|告知|函)|合同解除|提前到期.*(?:通知|函))"),
    Feature("contract_cancellation", 1.5, False, "合同.{0,20}(?:解除|提前到期)|解除.{0,20}合同"),
    Feature("court_notice", 2.5, True, rf"^title=.*(?:{_COURT_TITLES})"),
    Feature("court_notice", 2.0, True, rf"{_WRITES}法院(?:执行局|立案庭|诉讼服务中心)?$"),
    Feature("court_notice", 1.0, False, "本院|被传唤人|应到时间|审判[员长]|书记员|执行员|合议庭"),
    Feature("court_notice", 0.5, True, "^case_number=.+"),
    Feature("dishonest_debtor_notice", 4.5, True, "^title=.*失信"),
    Feature("dishonest_debtor_notice", 1.5, False, "(?:纳入|列入|发布).{0,12}失信(?:被执行人|人员)"),
    Feature("consumption_restriction_order", 5.0, True, "^title=.*(?:限制高?消费|限高)"),
    Feature("consumption_restriction_order", 1.5, False, "不得有以下.{0,6}消费|限制高?消费措施|非生活和工作必需"),
    Feature("police_notice", 3.0, True, f"^title=.*(?:{_POLICE_TITLES})"),
    Feature("police_notice", 2.5, True, rf"{_WRITES}(?:公安|派出所|[刑经网][侦警]|[支大]队$|专案组)"),
    Feature(
        "police_notice",
        1.0,
        False,
        "[本我]局|违法行为人|公安机关办理|犯罪嫌疑人|涉嫌.{0,20}(?:诈骗|犯罪)|你单位报称|立案侦查",
    ),
    Feature(
        "collection_notice", 3.0, True, "^title=.*(?:催[收款告缴]|逾期|还款|欠款|法务函|告知函|警告函|债权转让|上门)"
    ),
    Feature("collection_notice", 1.5, False, "(?:您|你|贵方|借款人|债务人).{0,40}(?:逾期|欠款|拖欠|未还|未履行还款)"),
    Feature(
        "collection_notice",
        1.0,
        False,
        "(?:尽快|立即|日内|小时内|今日|前).{0,15}(?:还款|清偿|结清|偿还|归还|还清|付款)",
    ),
    Feature("collection_notice", 0.5, False, "上门|走访|户籍|逾期利息|罚息|违约金|本息"),
    Feature("collection_notice", 1.0, True, rf"{_WRITES}(?:法务|清收|催收|资产管理|小额贷款|消费金融|银行|金融|征信)"),
    Feature("sms_screenshot", 3.5, True, "^sms_sender=.+"),
    Feature("sms_screenshot", 2.0, True, "^sms_signature=(?!.*(?:函|书|通知|通告|公告|警告|提醒|传票|提示)$).+"),
    Feature("sms_screenshot", 1.5, False, f"^【[^】\n]{{2,20}}】.{{0,60}}{_YOU}|{_YOU}.{{4,}}【[^】\n]{{2,20}}】$"),
    Feature(
        "sms_screenshot",
        1.5,
        False,
        "^(?:短信/彩信|信息/彩信|文本信息|短信|SMS|iMessage|增强信息)$|拒收请?回复|回复?[TRtr]退订|回[TR]退",
    ),
    Feature(
        "chat_screenshot",
        3.0,
        False,
        "^按住?说话$|对方正在输入|撤回了一条消息|以上是打招呼的内容|现在可以开始聊天了|^语音通话|^视频通话",
    ),
    Feature("chat_screenshot", 1.5, False, r"^(?:昨天|前天|星期[一二三四五六日]|[上下]午|凌晨|晚上|中午)[0-9:]{3,}$"),
    Feature(
        "chat_screenshot",
        1.5,
        False,
        r"^(?:微信|QQ|钉钉|通讯录|发送|按住说话|聊天信息)$|^\[(?:图片|语音|转账|文件|链接)\]",
    ),
    Feature("chat_screenshot", 1.5, False, "群聊|^.{1,12}\\([0-9]{1,3}\\)$|已读|通过了?你的(?:好友|朋友)验证"),
    Feature(
        "debt_relief_ad",
        2.0,
        False,
        "债务(?:优化|重组|规划|减免|托管)|停息挂账|反催收|代理维权|征信修复|修复征信|铲单|洗白",
    ),
    Feature(
        "debt_relief_ad",
        1.5,
        False,
        "个性化分期|延期还款|协商(?:还款|分期)|退息|退费|减免利息|免息分期|最长60期|分60期",
    ),
    Feature(
        "debt_relief_ad",
        1.5,
        False,
        "免费咨询|专业团队|成功(?:后|再)收费|不成功不收费|扫码(?:咨询|添加)|加微信|私信|上岸|名额有限|先办理后付款|预付",
    ),
    Feature("debt_relief_ad", 1.0, False, "负债|网贷|信用卡.{0,8}逾期|逾期.{0,6}怎么办|催收(?:骚扰|电话)"),
)
# Kinds whose look is in the wording: an advert has no title, a chat no letterhead; two different marks do instead.
_BY_WORDING = ("debt_relief_ad", "chat_screenshot")
_NOT_LETTERS = re.compile(
    "第[一二三四五六七八九十0-9]{1,3}[章课讲]|本章小结|思考题|习题|参考文献|ISBN|目录|记者|本报讯|新华社|菜单|套餐|开票日期|"
    "价税合计|购买方|销售方|放假|招聘|会议纪要|操作指南|用户协议|隐私政策|范本|模板|实验|考试"
)


def classify(text: Flow | None, fields: Sequence[Field] | None, pages: Sequence[Page]) -> Kind | None:
    """The kind with the phrases that spoke for it; None where no text was read.

    Confidence is the sum of weights s as s / (s + 2), from 0.6 up; 0 for "other", which nothing speaks for.
    """
    if text is None:
        return None
    folded = _text(text)
    marks = "\n".join(f"{each.name}={each.value}" for each in fields or ())
    against = 2.0 * len(set(_NOT_LETTERS.findall(folded)))
    candidates = [
        _candidate(kind, folded, marks, against) for kind in _KINDS if not (kind in _SCREENS and len(pages) > 1)
    ]
    clear = [each for each in candidates if each.score >= ENOUGH]
    best = max(clear, key=lambda each: (each.kind in _SCREENS, each.score), default=None)
    return Kind("other", 0.0) if best is None else Kind(best.kind, best.score / (best.score + 2), best.phrases)


def _text(flow: Flow) -> str:
    """The running text, for phrases, and the printed lines below it, for what stands alone on a line."""
    folded = fold_flow(flow)
    return "\n".join([folded.text, *(folded.text[start:end] for start, end in folded.lines)])


class _Candidate(NamedTuple):
    kind: DocumentType
    score: float
    phrases: tuple[str, ...]


def _candidate(kind: DocumentType, text: str, marks: str, against: float) -> _Candidate:
    said = [(each, match) for each in FEATURES if each.type == kind and (match := each.search(text, marks))]
    has_form = any(each.form for each, _ in said) or (kind in _BY_WORDING and len(said) >= 2)
    score = sum(each.weight for each, _ in said) - against if has_form else 0.0
    return _Candidate(kind, score, tuple(match[0].split("=", 1)[-1].replace("\n", "")[:40] for _, match in said))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE)
