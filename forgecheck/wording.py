"""The sentences of the verdict: plain, calm, Chinese first, and never "genuine"."""

from __future__ import annotations

from collections.abc import Mapping

from forgecheck.evidence import DocumentType
from forgecheck.finding import Label, Says

KINDS: Mapping[DocumentType, Says] = {
    "lawyer_letter": Says("律师函", "lawyer's letter"),
    "contract_cancellation": Says("解除合同通知", "notice of contract cancellation"),
    "court_notice": Says("法院文书", "court paper"),
    "dishonest_debtor_notice": Says("失信通知", "notice about the list of dishonest debtors"),
    "consumption_restriction_order": Says("限制消费令", "order restricting consumption"),
    "police_notice": Says("公安文书", "police paper"),
    "collection_notice": Says("催收通知", "collection notice"),
    "sms_screenshot": Says("短信截图", "screenshot of a text message"),
    "chat_screenshot": Says("聊天截图", "screenshot of a chat"),
    "debt_relief_ad": Says("债务减免广告", "debt relief advertisement"),
    "other": Says("图片", "picture"),
}
"""What each type of document is called."""

LABELS: Mapping[Label, Says] = {
    "forged": Says("有伪造迹象", "Signs of forgery"),
    "suspicious": Says("可疑，请先核实", "Suspicious: verify first"),
    "no_forgery_found": Says("没有发现明显的伪造迹象", "No clear sign of forgery found"),
    "inconclusive": Says("看不清，无法判断", "Cannot tell"),
}
"""The verdict in a few words."""

CRASHED = Says("这一项检查出了错，没有完成。", "This examination failed and was not finished.")


def summary(label: Label, kind: DocumentType) -> Says:
    """One or two sentences that say what was found and what that means.

    >>> summary("suspicious", "court_notice").zh
    '这份法院文书有可疑之处。付款或回复之前，请先通过官方渠道核实。'
    """
    zh, en = KINDS[kind]
    measure = "张" if "图" in zh else "条" if kind == "debt_relief_ad" else "份"
    zh = f"这{measure}{zh}"
    return {
        "forged": Says(
            f"{zh}有明显的伪造迹象。不要按上面的要求付款，也不要拨打上面的电话。",
            f"This {en} shows clear signs of forgery. Do not pay as it demands and do not call the numbers on it.",
        ),
        "suspicious": Says(
            f"{zh}有可疑之处。付款或回复之前，请先通过官方渠道核实。",
            f"Something about this {en} is suspicious. Verify through an official channel before you pay or answer.",
        ),
        "no_forgery_found": Says(
            f"{zh}没有发现明显的伪造迹象。但图片本身证明不了来源，请通过官方渠道核实。",
            f"No clear sign of forgery was found on this {en}. That does not prove where it comes from: "
            "ask through an official channel.",
        ),
        "inconclusive": Says(
            f"{zh}看不清楚或缺少关键内容，无法判断。请换一张原图再试，或直接向官方渠道核实。",
            f"This {en} cannot be judged: too little could be read or seen. Send the original picture, "
            "or ask through an official channel.",
        ),
    }[label]
