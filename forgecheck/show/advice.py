"""What to do next: calm, short, and only through channels from our own table.

No phone number, link or name of a channel is ever taken from the picture: a forger wrote it.  Of the picture only the
city of the court and the case number are repeated, and only in their strict form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from forgecheck.evidence import Evidence
from forgecheck.finding import Report, Says
from forgecheck.show.channels import Contact, area_codes, channels, city
from forgecheck.show.topics import Topic, topics
from forgecheck.wording import BETTER

_CASE_NUMBER = re.compile(r"（\d{4}）[一-龥\d]{2,20}号(?:之[一二三四五六七八九十]+)?")


@dataclass(frozen=True, slots=True)
class Advice:
    """One step that the reader can take."""

    says: Says
    contact: Contact | None
    """Whom to ask; None where nobody needs to be asked."""
    because: str
    """What on the picture called for it: a check's name, ``kind:<document type>`` or ``claim:<field or word>``."""


def advice(report: Report) -> tuple[Advice, ...]:
    """The steps in the order in which they should be taken; never empty."""
    evidence, found = report.evidence, topics(report)
    kind = f"kind:{evidence.kind.type if evidence.kind else 'other'}"
    return (
        *_first(found, kind),
        *_court(evidence, found),
        *_police(found),
        *_authority(found),
        *_law_firm(found),
        *_money(found),
        *_pressure(report, found),
        *_better(report),
        *_last(report, kind),
    )


def _first(found: Mapping[Topic, str], kind: str) -> Iterator[Advice]:
    yield Advice(
        Says(
            "先不要因为这张图片付款。不要把钱转到个人账户，也不要扫图片里的二维码。",
            "Do not pay because of this picture: not to a private account, not by a QR code on it.",
        ),
        None,
        found.get("payment", kind),
    )
    official = found.get("court") or found.get("enforcement") or found.get("police")
    if official:
        yield Advice(
            Says(
                "也不要不理会。它可能关系到您的案件：先用下面的官方渠道核实，再决定怎么办。",
                "Do not ignore it either: it may concern a case of yours. Ask through an official channel below first.",
            ),
            None,
            official,
        )


def _court(evidence: Evidence, found: Mapping[Topic, str]) -> Iterator[Advice]:
    because = found.get("court") or found.get("enforcement")
    if because is None:
        return
    number = next((each.value for each in evidence.named("case_number") if _CASE_NUMBER.fullmatch(each.value)), None)
    named = next((city(each.value) for each in evidence.named("court") if city(each.value)), None)
    ask_zh = f"报上案号{number}，" if number else ""
    ask_en = f"give the case number {number} and " if number else ""
    hotline = channels()["court_hotline"]
    code = area_codes().get(named or "")
    dial = f"{code}-{hotline.phone}" if code else hotline.phone
    zh = f"拨打 {dial}（{named}）" if code else f"拨打 12368，前面加{named or '法院所在地'}的电话区号"
    en = (
        f"Call {dial} ({named})"
        if code
        else f"Call 12368 with the area code of {named or 'the city of the court'} before it"
    )
    yield Advice(
        Says(
            f"{zh}，{ask_zh}问法院有没有这个案件、这份文书是不是法院发的。",
            f"{en}; {ask_en}ask whether the case exists and whether the court sent this.",
        ),
        hotline._replace(phone=dial),
        because,
    )
    yield Advice(
        Says(
            "自己输入网址打开“人民法院在线服务”，或用同名微信小程序，在“我的案件”里查。不要点图片或短信里的链接。",
            "Open the courts' online service by typing its address and look under “my cases”. "
            "Do not use a link from the picture.",
        ),
        channels()["court_online"],
        because,
    )
    if "enforcement" in found:
        with_zh = f"，核对案号{number}" if number else ""
        with_en = f" and compare the case number {number}" if number else ""
        yield Advice(
            Says(
                f"在中国执行信息公开网查自己有没有失信、限制消费或被执行的记录{with_zh}。"
                "刚作出的决定可能还查不到，再问 12368。",
                f"Search the enforcement site for entries about you{with_en}. "
                "A fresh decision may not be there yet: ask 12368.",
            ),
            channels()["court_enforcement"],
            found["enforcement"],
        )


def _police(found: Mapping[Topic, str]) -> Iterator[Advice]:
    if "police" in found:
        yield Advice(
            Says(
                "公安机关不替人催收。可以到就近的派出所当面核实，或拨打 96110 咨询。",
                "The police do not collect debts. Ask in person at the nearest police station, or call 96110.",
            ),
            channels()["fraud"],
            found["police"],
        )


def _authority(found: Mapping[Topic, str]) -> Iterator[Advice]:
    if "authority" in found:
        yield Advice(
            Says(
                "仲裁委员会、公证处、税务等单位的文书有期限，不要不理会。"
                "向这个单位核实，电话从它的官方网站或 114 查，不要用图片上的。",
                "Papers of arbitration commissions, notaries and tax offices set time limits: do not ignore them. "
                "Ask the office itself by a number from its own site or from 114, not from the picture.",
            ),
            None,
            found["authority"],
        )


def _law_firm(found: Mapping[Topic, str]) -> Iterator[Advice]:
    if "law_firm" not in found:
        return
    yield Advice(
        Says(
            "在律师公示平台查这家律师事务所和署名律师，用平台上登记的电话打过去问。不要用来函上的电话。",
            "Look up the firm and its lawyers in the national register and call the number given there, "
            "not the one in the letter.",
        ),
        channels()["lawyers"],
        found["law_firm"],
    )
    yield Advice(
        Says("拿不准时可以拨打 12348，免费咨询法律问题。", "When in doubt call 12348 for free legal advice."),
        channels()["legal_aid"],
        found["law_firm"],
    )


def _money(found: Mapping[Topic, str]) -> Iterator[Advice]:
    if "debt_relief" in found:
        yield Advice(
            Says(
                "不要先交“服务费”“保证金”，也不要把身份证、银行卡和验证码交给代办人。有疑问拨打 96110。",
                "Pay no fee in advance, and hand over no ID, bank card or code. In doubt call 96110.",
            ),
            channels()["fraud"],
            found["debt_relief"],
        )
    if "lender" in found:
        yield Advice(
            Says(
                "欠款多少，只在原来的贷款 App 或银行官方客服那里查。"
                "对催收不满，可以拨打 12378 投诉；小额贷款公司拨打 12345。",
                "Check what you owe only in the lender's own app or with its official service. "
                "Complaints about collection: 12378; about microloan companies: 12345.",
            ),
            channels()["finance"],
            found["lender"],
        )


def _pressure(report: Report, found: Mapping[Topic, str]) -> Iterator[Advice]:
    accused = report.verdict.label in ("forged", "suspicious")
    official = found.keys() & {"court", "enforcement", "police", "authority"}
    if "sms" in found and not accused and (official or "lender" not in found):
        # It may be a court's own: nobody should report that as spam.
        yield Advice(
            Says(
                "没有核实之前，不要回复短信，也不要点里面的链接。",
                "Until you have asked, do not answer the message or open its links.",
            ),
            None,
            found["sms"],
        )
    elif "sms" in found:
        yield Advice(
            Says(
                "不要回复短信，也不要点里面的链接。可以截图后向 12321 举报。",
                "Do not answer the message or open its links. You can report it to 12321.",
            ),
            channels()["spam"],
            found["sms"],
        )
    if "threat" in found:
        yield Advice(
            Says(
                "如果有人威胁、骚扰您或家人，或者冒充法院、公安要钱，请保留录音和截图，拨打 110。",
                "If somebody threatens you or your family, or poses as court or police to get money, "
                "keep the proof and call 110.",
            ),
            channels()["police"],
            found["threat"],
        )


def _better(report: Report) -> Iterator[Advice]:
    """How to get a better file, where a check could not look or the whole could not be judged."""
    blind = next((each.name for each in report.outcomes if each.unable or each.error), None)
    if blind or report.verdict.label == "inconclusive":
        kind = report.evidence.document.capture.kind
        yield Advice(BETTER[kind], None, blind or "verdict:inconclusive")


def _last(report: Report, kind: str) -> Iterator[Advice]:
    if report.verdict.label == "inconclusive":
        yield Advice(
            Says(
                "向发给您的人要原图或纸质原件，再检查一次。",
                "Ask the sender for the original picture or paper and check again.",
            ),
            None,
            kind,
        )
    yield Advice(
        Says(
            "把原图、短信、通话记录和信封都留着，核实和投诉时用得上。",
            "Keep the original picture, messages, call records and the envelope.",
        ),
        None,
        kind,
    )
