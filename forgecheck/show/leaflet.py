"""The README of an evidence pack: what is in it, whom to hand it to, what it does not prove; plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter

from forgecheck.finding import Report, Says
from forgecheck.show.channels import channels
from forgecheck.show.pdf.record import LIMITS
from forgecheck.show.safe import clean, file_name
from forgecheck.show.times import told
from forgecheck.wording import LABELS

FILES = (
    ("original.", Says("收到的原文件，一个字节也没有改", "the file as it was received, not a byte changed")),
    ("annotated.", Says("标出问题位置的图片", "the picture with the places marked")),
    ("report.pdf", Says("检查报告", "the report")),
    ("report.json", Says("同一份报告，给程序看", "the same report for programs")),
    (
        "masked",
        Says(
            "遮住姓名、证件号、电话、住址、账号的图片。遮盖由程序完成，可能有遗漏，给别人看之前请自己检查一遍",
            "the picture with names, numbers and addresses of its recipient covered by a program: look at it before "
            "you show it, something may have been missed",
        ),
    ),
    ("versions.json", Says("检查时间，程序、规则、模型的版本", "time, versions of program, rules and models")),
    ("SHA256SUMS", Says("每个文件的 SHA-256", "the SHA-256 of every file")),
)
"""What each file is, by how its name begins."""
WHOM = (
    ("finance", Says("银行、消费金融公司的催收", "collection for banks and consumer finance companies")),
    ("local_finance", Says("小额贷款公司的催收", "collection for microloan companies")),
    ("spam", Says("骚扰短信、诈骗短信和电话", "spam, threatening or fraudulent messages and calls")),
    ("police", Says("威胁人身安全，或冒充法院、公安要钱", "threats, or posing as court or police to get money")),
)
"""Channels and what each is for."""
PLATFORM = Says(
    "也可以用聊天软件、贷款平台、短信里的“投诉”入口提交。",
    "The complaint form of the messenger or the lending platform takes it as well.",
)
TELL = Says(
    "交材料时请说明：什么时候、从哪个号码或账号、用什么方式收到的。手机里的原消息不要删除。",
    "Tell when, from which number or account and by what means it came. Do not delete the message on the phone.",
)
PRIVATE = Says(
    "除遮盖过的图片外，其他文件都有个人信息，原文件里还可能有拍摄时间和地点。只交给受理的单位，不要公开发布。",
    "All files but the masked picture hold personal data, and the original may hold time and place of the photograph: "
    "hand them to the authority only and do not publish them.",
)
COMPARE = Says(
    "核对文件有没有被改过：算出文件的 SHA-256，和 SHA256SUMS 里的比较。"
    "Windows：certutil -hashfile 文件名 SHA256；macOS：shasum -a 256 -c SHA256SUMS；Linux：sha256sum -c SHA256SUMS。",
    "To see whether a file was changed, compare its SHA-256 with SHA256SUMS "
    "(Windows: certutil -hashfile NAME SHA256; macOS: shasum -a 256 -c SHA256SUMS; Linux: sha256sum -c SHA256SUMS).",
)


WHAT = Says("一份文件的检查材料", "What was found on a file that somebody received")
NAME, WHEN, VERDICT = (
    Says("文件", "File"),
    Says("检查时间（北京时间）", "Examined (Beijing time)"),
    Says("结论", "Verdict"),
)
INSIDE, TO = Says("【里面有什么】", "WHAT IS IN HERE"), Says("【可以交给谁】", "WHOM TO HAND IT TO")
NOT_PROVEN = Says("【不能证明什么】", "WHAT IT DOES NOT PROVE")
PROTECT, HOW = Says("【请保护个人信息】", "PERSONAL DATA"), Says("【怎样核对】", "HOW TO COMPARE")


def leaflet(report: Report, names: Sequence[str]) -> bytes:
    """The text as UTF-8 with a mark and Windows ends of line, so that every editor shows it; Chinese, then English."""
    lines = [*_lines(report, names, attrgetter("zh")), "", "", *_lines(report, names, attrgetter("en"))]
    return b"\xef\xbb\xbf" + "".join(f"{line}\r\n" for line in lines).encode()


def _lines(report: Report, names: Sequence[str], say: Callable[[Says], str]) -> Iterator[str]:
    verdict = report.verdict
    yield say(WHAT)
    yield f"{say(NAME)}: {file_name(report.evidence.document.name)}"
    yield f"{say(WHEN)}: {told(report)}"
    yield f"{say(VERDICT)}: {say(LABELS[verdict.label])}  {clean(say(verdict.summary))}"
    yield from ("", say(INSIDE))
    yield from (f"{name}  {say(what)}" for start, what in FILES for name in names if name.startswith(start))
    yield from ("", say(TO))
    yield from (f"{channels()[key].phone}  {say(channels()[key].name)}: {say(what)}" for key, what in WHOM)
    yield from (say(PLATFORM), say(TELL))
    yield from ("", say(NOT_PROVEN), *map(say, LIMITS))
    yield from ("", say(PROTECT), say(PRIVATE), "", say(HOW), say(COMPARE))
