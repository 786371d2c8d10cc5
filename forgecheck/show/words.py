"""What things are called in front of people, Chinese first."""

from __future__ import annotations

from collections.abc import Mapping

from forgecheck.evidence import Box, CaptureKind, Emblem, FieldName, Origin, Seal, SealShape
from forgecheck.finding import Says, Severity

SEVERITIES: Mapping[Severity, Says] = {
    "decisive": Says("决定性", "decisive"),
    "strong": Says("明显", "strong"),
    "weak": Says("轻微", "weak"),
    "info": Says("说明", "note"),
}
FAMILIES: Mapping[str, Says] = {
    "law": Says("法律内容", "law"),
    "identifier": Says("号码与名称", "numbers and names"),
    "seal": Says("印章", "seals"),
    "pixel": Says("图像痕迹", "pixels"),
    "metadata": Says("文件信息", "file data"),
    "sender": Says("发送方", "sender"),
    "language": Says("用语", "wording"),
    "layout": Says("版式", "layout"),
}
CAPTURES: Mapping[CaptureKind, Says] = {
    "screenshot": Says("手机或电脑截图", "screenshot"),
    "messenger": Says("聊天软件转发的图片", "picture passed on by a messenger"),
    "scan": Says("扫描件", "scan"),
    "photo": Says("纸面照片", "photo of paper"),
    "screen_photo": Says("翻拍屏幕的照片", "photo of a screen"),
    "render": Says("由电子文件生成的图片", "rendered from an electronic file"),
    "unknown": Says("来源不明的图片", "unknown"),
}
SHAPES: Mapping[SealShape, Says] = {
    "round": Says("圆形", "round"),
    "oval": Says("椭圆形", "oval"),
    "square": Says("方形", "square"),
}
EMBLEMS: Mapping[Emblem, Says] = {
    "star": Says("中间有五角星", "star in the centre"),
    "national_emblem": Says("中间有国徽", "national emblem in the centre"),
    "none": Says("中间没有图案", "nothing in the centre"),
}
ORIGINS: Mapping[Origin, Says] = {
    "ink": Says("像盖在纸上的印章", "looks inked on paper"),
    "electronic": Says("像电子印章（电子签章很常见）", "looks electronic, which is common"),
    "pasted": Says("像后来贴上去的", "looks pasted in later"),
    "unclear": Says("盖章方式没有判断", "how it was applied was not judged"),
}
ORIGIN_WHY: Mapping[str, Says] = {
    "text_shows": Says("字从印章下面透出来", "the text shows through it"),
    "uneven": Says("印泥有深有浅", "its ink is uneven"),
    "sharp_as_page": Says("边缘和旁边的字一样", "its edges are like the text's"),
    "page_was_never_paper": Says("这一页没有经过纸张", "the page was never paper"),
    "hides_text": Says("盖住了下面的字", "it hides the text below"),
    "brighter_than_paper": Says("颜色比纸还亮", "it is brighter than the paper"),
    "not_in_this_light": Says("没有随页面的光线明暗变化", "it does not follow the page's light"),
    "other_ground": Says("四周底色和纸不同", "the ground around it differs"),
    "sharper_than_text": Says("边缘比旁边的字锐利", "it is sharper than the text"),
    "smoother_than_page": Says("没有纸面的颗粒", "it lacks the page's grain"),
    "even": Says("颜色过于均匀", "its colour is too even"),
    "no_page_around": Says("图里只有印章，没有页面可比", "there is no page around it to compare with"),
    "no_coloured_ink": Says("没有彩色的印迹", "it has no colour"),
    "too_small": Says("印章太小", "it is too small"),
    "page_may_be_digital": Says("分不清这一页是不是纸张", "the page may never have been paper"),
    "over_other_colours": Says("印章下面有别的彩色图案", "it lies over other colours"),
    "too_close_to_tell": Says("迹象不够明确", "the signs are too close to tell"),
}
"""What the words of `Seal.origin_why` mean."""
FIELDS: Mapping[FieldName, Says] = {
    "case_number": Says("案号", "case number"),
    "court": Says("法院", "court"),
    "law_firm": Says("律师事务所", "law firm"),
    "company": Says("公司", "company"),
    "police": Says("公安机关", "police"),
    "date": Says("日期", "date"),
    "letter_date": Says("落款日期", "date of the letter"),
    "statute": Says("法律条文", "statute"),
    "credit_code": Says("统一社会信用代码", "credit code"),
    "phone": Says("电话", "phone"),
    "link": Says("链接", "link"),
    "issuer": Says("发出单位", "issuer"),
    "signature": Says("落款", "signature"),
    "letterhead": Says("抬头", "letterhead"),
    "title": Says("标题", "title"),
    "addressee": Says("收件人", "addressee"),
    "sms_sender": Says("短信号码", "SMS sender"),
    "sms_signature": Says("短信签名", "SMS signature"),
    "letter_number": Says("函号", "letter number"),
    "amount": Says("金额", "amount"),
    "deadline": Says("期限", "deadline"),
    "identity_number": Says("身份证号", "identity number"),
    "licence_number": Says("律师执业证号", "lawyer's licence number"),
    "organisation_code": Says("组织机构代码", "organisation code"),
    "account": Says("收款账号", "account"),
    "payee": Says("收款人", "payee"),
    "parcel_number": Says("邮件号", "parcel number"),
}


def family(name: str) -> Says:
    """What a family of checks is called; its own name where it is new."""
    return FAMILIES.get(name, Says(name, name))


def seal_words(seal: Seal) -> tuple[Says, ...]:
    """What a seal looks like: shape, emblem, how it was applied, and why that is thought."""
    return (
        SHAPES[seal.shape],
        *([EMBLEMS[seal.emblem]] if seal.emblem else []),
        ORIGINS[seal.origin],
        *(ORIGIN_WHY[why] for why in seal.origin_why if why in ORIGIN_WHY),
    )


def where(box: Box, width: int, height: int) -> Says:
    """Where a box lies on a page of this size (pixels), in plain words.

    >>> where(Box(0, 0, 30, 30), 300, 300)
    Says(zh='左上角', en='top left')
    >>> where(Box(100, 110, 200, 190), 300, 300).zh
    '中间'
    """
    column = min(int(3 * (box.left + box.right) / 2 / max(width, 1)), 2)
    row = min(int(3 * (box.top + box.bottom) / 2 / max(height, 1)), 2)
    zh = (("左上角", "上部", "右上角"), ("左侧", "中间", "右侧"), ("左下角", "下部", "右下角"))[row][column]
    en = (
        ("top left", "top", "top right"),
        ("left", "middle", "right"),
        ("bottom left", "bottom", "bottom right"),
    )[row][column]
    return Says(zh, en)
