"""The sentences of the verdict: plain, calm, Chinese first, and never "genuine"."""

from __future__ import annotations

from collections.abc import Mapping

from forgecheck.evidence import CaptureKind, DocumentType
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

BETTER: Mapping[CaptureKind, Says] = {
    "messenger": Says(
        "聊天软件会压缩图片。请让对方选“原图”再发一次；如果原来是 PDF，请发 PDF 文件本身。",
        "Messengers compress pictures: ask for the original (原图), or for the PDF itself if there is one.",
    ),
    "screenshot": Says(
        "请上传没有裁剪、没有再转发过的截图；如果能打开原文件（如 PDF），请上传文件本身，要整页。",
        "Send the screenshot uncropped and not passed on; if the file itself (such as a PDF) can be had, send that.",
    ),
    "photo": Says(
        "请把纸放平、光线均匀，正对着拍完整的一页（四边和落款都要拍到）；能扫描更好。",
        "Lay the paper flat in even light and photograph the whole page straight on; a scan is better.",
    ),
    "screen_photo": Says(
        "不要对着屏幕拍照，请直接截图，或发送原文件。",
        "Do not photograph the screen: take a screenshot or send the file itself.",
    ),
    "scan": Says(
        "请扫描完整的一页，用彩色，不要用“增强”或“去阴影”，清晰度 300 dpi 左右。",
        "Scan the whole page in colour at about 300 dpi, without “enhance”.",
    ),
    "render": Says(
        "如果有原来的 PDF 文件，请上传文件本身，不要转成图片。",
        "If there is a PDF, send the file itself instead of a picture of it.",
    ),
    "unknown": Says(
        "请上传最初收到的那个文件（原图或 PDF），要整页，不要裁剪，不要转发后的版本。",
        "Send the file as it was first received (original picture or PDF), the whole page, uncropped.",
    ),
}
"""How to get a better file, by the way in which this one was captured."""


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
