"""What a line is by where it stands: letterhead, title, addressee, closing signature and date of the letter."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from forgecheck.look.fields.folded import Folded, Found

# Lines at either end in which a letterhead and a closing are looked for; a screenshot has up to 3 lines of bars above.
_HEAD_LINES = 6
_TITLE_LINES = 14
_CLOSING_LINES = 14
_TITLE_LENGTH = 30
# Share of its line that a name or date fills when the line is the letterhead or the closing.
_FILLS = 0.6

_ORGANISATION = ("court", "law_firm", "police", "company")
_ENDS_LIKE_BODY = re.compile(
    r"[\u4e00-\u9fff()]{0,26}(法院|法院执行局|执行局|检察院|公安局|公安分局|派出所|(?:律师|法律)事务所|公司|银行|中心|法务部|法务|事务部|"
    r"委员会|司法局|协会|联盟|[支大]队|专案组)"
)
_A_SENTENCE = re.compile("[的是了给到说被都就也很]|最(?!高)|一[个边]|自己|某些|有些")
_SEALED = re.compile(r"\((盖章|公章|印章|章|院印)\)|[:,。.]|盖章|日期|落款|发函|律师$")
_TITLE = re.compile(
    r"[\u4e00-\u9fff0-9《》()\"“”·、—-]{0,24}?("
    r"律师函|律师[\u4e00-\u9fff]{2,4}函|法务函|催告函|催收函|催款函|告知函|警告函|通知函|传票|传唤证|限制(?:高)?消费令|"
    r"[\u4e00-\u9fff]{0,10}(?:通知书|告知书|决定书|判决书|裁定书|调解书|催告书|催款书|起诉状|回[执证]|公告|令|通告|通知|证明)|拘留证|逮捕证|支付令)"
    r"(?:\((?:存根|副本|稿|样本|[\u4e00-\u9fff]{1,4}联)\))?"
)
_ADDRESSEE = re.compile(
    r"(?:致|收函人|被催告人|被通知人|受送达人|被传唤人|被执行人|尊敬的)[:,]?"
    r"(?P<name>[\u4e00-\u9fffA-Za-z*×某·]{2,24}?)(?:先生|女士|客户)?(?:\(.{0,40}\))?[:,]?"
    r"|(?P<plain>[\u4e00-\u9fff*×某·]{2,20}(?:先生|女士)?)(?:\([^()]{0,40}\))?:"
)
_NO_ADDRESSEE = re.compile(
    "如下|事宜|附|电话|地址|账[户号]|日期|联系|说明|注|金额|名称|事项|原因|身份证|案号|编号|主题|标题|内容|时间|地点"
)
_NOT_OF_LETTER = re.compile("开庭|应到|到庭|还款|截止|到期|出生|放款|打印|下载|届满|前|起|至|有效")


def layout(folded: Folded, named: Sequence[Found]) -> Iterator[Found]:
    """Letterhead, title, addressee, signature, issuer and letter_date; at most one of each but signature.

    ``named`` are the organisations and dates that were found; values are folded names, titles or ISO dates.
    """
    head = next(_letterhead(folded, named), None)
    signatures = tuple(_signatures(folded, named))
    yield from (
        found for found in (head, _title(folded, named), _addressee(folded), _letter_date(folded, named)) if found
    )
    yield from signatures
    issuer = head or (signatures[-1] if signatures else _sms_issuer(folded))
    if issuer:
        yield issuer._replace(name="issuer")


def _line(folded: Folded, start: int, end: int) -> str:
    return _SEALED.sub("", folded.text[start:end])


def _letterhead(folded: Folded, named: Sequence[Found]) -> Iterator[Found]:
    for start, end in folded.lines[:_HEAD_LINES]:
        line = _line(folded, start, end)
        if folded.text[start:end].endswith(":"):  # an addressee
            continue
        for found in named:
            rest = folded.text[found.end : end]
            alone = len(found.value) >= _FILLS * len(line) or _TITLE.fullmatch(rest)
            if found.name in _ORGANISATION and found.start == start and found.end <= end and alone:
                yield Found("letterhead", found.start, found.end, found.value)
        if (
            _ENDS_LIKE_BODY.fullmatch(line)
            and not _A_SENTENCE.search(line)
            and len(line) >= 4
            and folded.text[start:end].startswith(line)
        ):
            yield Found("letterhead", start, start + len(line), line)


def _title(folded: Folded, named: Sequence[Found]) -> Found | None:
    for start, end in folded.lines[:_TITLE_LINES]:
        after_name = max(
            (f.end for f in named if f.name in _ORGANISATION and f.start == start and f.end < end), default=start
        )
        title = _TITLE.fullmatch(folded.text, after_name, end)
        if title and end - after_name <= _TITLE_LENGTH:
            return Found("title", after_name, end, title[0])
    return None


def _addressee(folded: Folded) -> Found | None:
    for start, end in folded.lines[:_TITLE_LINES]:
        match = _ADDRESSEE.fullmatch(folded.text, start, end)
        group = "name" if match and match["name"] else "plain"
        if match and not _NO_ADDRESSEE.search(match[group]):
            return Found("addressee", *match.span(group), match[group])
    return None


def _closing(folded: Folded) -> tuple[tuple[int, int], ...]:
    """The last lines, but not those that are the letterhead too."""
    return folded.lines[max(_HEAD_LINES // 2, len(folded.lines) - _CLOSING_LINES) :]


def _signatures(folded: Folded, named: Sequence[Found]) -> Iterator[Found]:
    for start, end in _closing(folded):
        line = folded.text[start:end]
        dated = sum(f.end - f.start for f in named if f.name == "date" and start <= f.start and f.end <= end)
        length = len(_SEALED.sub("", line)) - dated
        for found in named:
            inside = found.name in _ORGANISATION and start <= found.start <= start + 4 and found.end <= end
            if (
                inside
                and len(found.value) >= _FILLS * length
                and ":" not in line[:8]
                and folded.text[found.end : found.end + 1] != "的"
            ):
                yield Found("signature", found.start, found.end, found.value)


def _letter_date(folded: Folded, named: Sequence[Found]) -> Found | None:
    last: Found | None = None
    for start, end in folded.lines[max(0, len(folded.lines) - _CLOSING_LINES) :]:
        line = _line(folded, start, end)
        organisation = sum(len(f.value) for f in named if f.name in _ORGANISATION and start <= f.start and f.end <= end)
        for found in named:
            if found.name != "date" or not (start <= found.start and found.end <= end) or not _is_day(found.value):
                continue
            length = found.end - found.start
            if length >= _FILLS * (len(line) - organisation) and not _NOT_OF_LETTER.search(folded.text[start:end]):
                last = Found("letter_date", found.start, found.end, found.value)
    return last


def _is_day(value: str) -> bool:
    """Whether a date's value is a day of the calendar; one that does not exist is kept as it was written."""
    try:
        return bool(datetime.date.fromisoformat(value))
    except ValueError:
        return False


def _sms_issuer(folded: Folded) -> Found | None:
    signature = re.search(r"^【([^】【\n]{2,24})】|【([^】【\n]{2,24})】$", folded.text, re.MULTILINE)
    if signature is None:
        return None
    group = 1 if signature[1] else 2
    return Found("issuer", *signature.span(group), signature[group])
