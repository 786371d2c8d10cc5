"""The last pages: what could not be looked at, what all this does not prove, what was examined with what, the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from forgecheck.finding import Report, Says
from forgecheck.show.facts import facts, same
from forgecheck.show.order import unlooked
from forgecheck.show.pdf.sheet import BODY, INK, MARGIN, ROOM, SMALL, SOFT, TINY, Sheet
from forgecheck.show.safe import clean
from forgecheck.show.times import told, utc
from forgecheck.show.words import FIELDS, family
from forgecheck.versions import versions
from forgecheck.wording import BETTER

_NAMES = 46.0  # mm, the column of names
BLIND = Says("没能检查的", "What could not be examined")
ALL_LOOKED = Says("每一项检查都看过了。", "Every check could look.")
BETTER_FILE = Says("怎样得到更清楚的文件", "How to get a better file")
NOT_PROVEN = Says("这份报告不能证明什么", "What this report does not prove")
LIMITS = (
    Says(
        "它只说图片上看得到的事。图片证明不了是谁制作、谁发出的：没有发现问题，不等于文件没有问题。",
        "It tells what can be seen on the picture. A picture never proves who made or sent it: "
        "that nothing was found does not mean that nothing is wrong.",
    ),
    Says(
        "它不是司法鉴定意见，也不是法律意见。要确认，请找文书上写的单位，通过官方渠道核实。",
        "It is no forensic expert opinion and no legal advice. To be sure, ask the office named on the paper "
        "through an official channel.",
    ),
    Says(
        "文字由程序识别，可能认错字。引用之前，请和原图对照。",
        "The text was read by a program and may hold errors: compare it with the picture before you quote it.",
    ),
    Says(
        "电子印章、打码、压缩、裁剪都很常见，不当作伪造。",
        "Electronic seals, redaction, compression and cropping are common and not taken for forgery.",
    ),
)
EXAMINED = Says("检查的文件", "The file examined")
WITH = Says("用什么检查的", "What it was examined with")
VERSIONS: Mapping[str, Says] = {
    "forgecheck": Says("forgecheck 版本", "forgecheck"),
    "code": Says("程序代码", "code"),
    "rules": Says("检查规则", "rules"),
    "rates": Says("证据权重", "rates"),
    "text detector": Says("文字检测模型", "text detector"),
    "text recogniser": Says("文字识别模型", "text recogniser"),
    "seal finder": Says("印章检测模型", "seal finder"),
    "libraries": Says("软件库", "libraries"),
}
DIGESTS = Says(
    "12 位字符是 SHA-256 的前 12 位：两份报告上的都相同，就是用同样的规则和模型做的。",
    "Twelve signs are the beginning of a SHA-256: where all are alike, the same rules and models were used.",
)
BAN = Says(
    "ban 是证据重量的单位：+1 表示这种情况在伪造文件上出现的次数是正常文件上的 10 倍。",
    "A ban is a unit of evidence: +1 means seen 10 times as often on forged files as on others.",
)
FIELDS_READ = Says("读出的内容", "What was read")
TEXT = Says("识别出的文字", "The text as it was read")
NO_TEXT = Says("没有读到文字。", "No text was read.")


def record(sheet: Sheet, report: Report) -> None:
    """Everything that makes the report checkable."""
    sheet.page()
    _blind(sheet, report)
    sheet.gap(5)
    sheet.heading(NOT_PROVEN, bookmark=True)
    for each in LIMITS:
        sheet.both(each, BODY)
        sheet.gap(2)
    sheet.gap(5)
    sheet.heading(EXAMINED, bookmark=True)
    _table(sheet, (*_times(report), *facts(report)))
    sheet.both(BAN, TINY)
    sheet.gap(5)
    sheet.heading(WITH)
    _table(sheet, ((VERSIONS[name], same(value)) for name, value in versions().items()))
    sheet.both(DIGESTS, TINY)
    sheet.gap(6)
    _text(sheet, report)


def _times(report: Report) -> Iterable[tuple[Says, Says]]:
    yield Says("检查时间（北京时间）", "time (Beijing)"), same(told(report))
    if report.examined_at:
        yield Says("检查时间（UTC）", "time (UTC)"), same(utc(report.examined_at))


def _blind(sheet: Sheet, report: Report) -> None:
    sheet.heading(BLIND, bookmark=True)
    rows = unlooked(report)
    if not rows:
        sheet.both(ALL_LOOKED)
    for name, reason in rows:
        what = family(name)
        sheet.both(Says(f"{what.zh}：{reason.zh}", f"{what.en}: {reason.en}"), SMALL)
        sheet.gap(1)
    sheet.gap(2)
    sheet.both(
        Says(
            f"{BETTER_FILE.zh}：{BETTER[report.evidence.document.capture.kind].zh}",
            f"{BETTER_FILE.en}: {BETTER[report.evidence.document.capture.kind].en}",
        )
    )


def _table(sheet: Sheet, rows: Iterable[tuple[Says, Says]]) -> None:
    for name, value in rows:
        called, shown = sheet.first(name) or sheet.second(name), sheet.first(value) or "-"
        high = max(sheet.tall(called, SMALL, _NAMES - 3), sheet.tall(shown, SMALL, ROOM - _NAMES))
        sheet.need(high)
        with sheet.aside():
            sheet.text(called, SMALL, SOFT, MARGIN, _NAMES - 3)
        start, number = sheet.top, sheet.number
        sheet.text(shown, SMALL, INK, MARGIN + _NAMES, ROOM - _NAMES)
        if sheet.number == number:  # or a long value went on to the next page
            sheet.top = start + high
        sheet.gap(0.6)


def _text(sheet: Sheet, report: Report) -> None:
    if report.evidence.fields:
        sheet.heading(FIELDS_READ, bookmark=True)
        _table(sheet, ((FIELDS[each.name], same(each.text)) for each in report.evidence.fields))
        sheet.gap(5)
    sheet.heading(TEXT, bookmark=True)
    pages = report.evidence.pages
    for page in pages:
        if len(pages) > 1:
            sheet.gap(2)
            sheet.text(f"第 {page.number} 页" if sheet.lang == "zh" else f"page {page.number}", SMALL, SOFT)
        if not page.lines:
            sheet.both(NO_TEXT)
        for line in page.lines or ():
            sheet.text(clean(line.text), SMALL)
    if sheet.lacking:
        codes = "、".join(f"U+{ord(each):04X}" for each in sheet.lacking)
        sheet.gap(3)
        sheet.both(
            Says(
                f"□ 代替了本报告字体里没有的字符：{codes}。",
                "□ stands for characters that the font of this report lacks, named above.",
            ),
            TINY,
        )
