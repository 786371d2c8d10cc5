"""The wording of a paper without what changes from one receiver to the next.

Names of people and bodies, numbers, sums, dates and hosts become one sign each, and stops are dropped, because readers
take one for another.  Two letters written from one template are left nearly the same.
"""

from __future__ import annotations

import re
import unicodedata

from forgecheck.judge.people import is_person
from forgecheck.link.paper import Paper

NAMED, COUNTED, LATIN = "某", "0", "a"
"""What stands for a name, for a number or date, for Latin letters."""
_NAMES = (
    *("addressee", "payee", "issuer", "signature", "letterhead", "law_firm", "company", "court", "police"),
    *("sms_signature",),
)
_NUMBERS = ("case_number", "letter_number", "amount", "date", "letter_date", "deadline", "parcel_number")
_PERSON = r"[一-鿿*×]{2,4}"
_END = r"(?=[,，。:：;；)）、(（ 0-9]|先生|女士|你|您|$)"
# A name behind the word for a part that people play, up to the next stop; most words need a colon to be sure.
_ROLE = re.compile(
    r"(?P<role>(?:被告|原告|被申请人|申请人|被执行人|申请执行人|借款人|债务人|欠款人|持卡人|审判[长员]|书记员|执行员|法官)[:：]?|"
    r"(?:致|尊敬的|姓名|户名|收款人|律师|承办人|经办人|联系人|法定代表人|负责人|警官|客户|当事人)[:：]|尊敬的)"
    rf"(?P<name>{_PERSON}?){_END}",
    re.MULTILINE,
)
_CALLED = re.compile(rf"(?:(?<=[,，。:：;；\n])|^){_PERSON}(?=先生|女士|[:：])", re.MULTILINE)
_BODY = re.compile(
    r"[一-鿿]{2,16}?(?:律师事务所|股份有限公司|有限责任公司|有限公司|人民法院|公安局|派出所|人民检察院|仲裁委员会|银行)"
)
_DIGITS = re.compile(r"[0-9][0-9.,:/*×xX-]*")
_IN_WORDS = re.compile(r"[〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟元圆角分整廿]{3,}")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0a-z]*")
_DROPPED = re.compile(rf"[^一-鿿{COUNTED}{LATIN}]")
_AGAIN = re.compile(rf"([{NAMED}{COUNTED}{LATIN}])\1+")


def masked(paper: Paper) -> str:
    """The wording: Chinese signs, and one sign for each name, number and run of Latin letters."""
    text = "\n".join(line for line in (_plain(line.text) for line in paper.lines) if line) or _plain(paper.text)
    for name, found in sorted(paper.as_read, key=lambda each: -len(each[1])):
        plain = _plain(found)
        if len(plain) >= 2 and (name in _NAMES or name in _NUMBERS):
            text = _over_lines(plain).sub(NAMED if name in _NAMES else COUNTED, text)
    text = _ROLE.sub(lambda found: found["role"] + NAMED if _may_be_person(found["name"]) else found[0], text)
    text = _CALLED.sub(NAMED, text)
    text = _IN_WORDS.sub(COUNTED, _DIGITS.sub(COUNTED, _BODY.sub(NAMED, text)))
    return _AGAIN.sub(r"\1", _DROPPED.sub("", _LATIN.sub(LATIN, text)))


def _may_be_person(name: str) -> bool:
    return is_person(name) or set(name) & set("*×某") != set()


def _plain(text: str) -> str:
    return re.sub(r"[ \t\r\n]+", "", unicodedata.normalize("NFKC", text))


def _over_lines(text: str) -> re.Pattern[str]:
    return re.compile("\n?".join(map(re.escape, text)))
