"""Names of organisations as seals and letters write them, and whether two are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from forgecheck.judge.prose import Prose
from forgecheck.judge.speaker import Office, office

ALLOWED_SHARE = 1 / 3  # of a core's characters that a misread seal may have wrong; assumed
ALIKE_SHARE = 2 / 3  # of a name's own letters that a signer's name must have to be the same one, misread; assumed
PIECE = 3  # characters of a core that, found anywhere in the letter, tell the same organisation; assumed
LONG = 4  # characters from which a core may stand anywhere before the suffix; assumed
WINDOW = 30  # characters before a suffix in which a name may stand
LEAST_SUFFIX = 3  # signs of an ending that tells a body's name even backwards; assumed
MOST = 400  # names in one text that are compared

SUFFIX = (
    r"人民法院|法院|人民政府|司法局|人民检察院|检察院|公安分局|公安局|派出所|律师事务所|(?:股份|有限责任|有限)公司|分公司|公司"
    r"|银行|分行|支行|信用社|营业所|调解中心|调解委员会|仲裁委员会|公证处|事务所|法律服务所|中心|集团|街道办事处|办事处|委员会"
    r"|税务局|税务所|管理局|建设局|保障局|监督局|[\u4e00-\u9fff]局|协会|学校|大学|学院|医院"
)
"""How the names of bodies end; a pattern."""
_SUFFIX = re.compile(SUFFIX)
# What a reader makes of bent letters; 人民医院 is a hospital and stays one.
_MISREAD = ((re.compile(r"人民[夫去注沣]院"), "人民法院"), (re.compile(r"律[^师]事务所"), "律师事务所"))
_LONG_ENDS = (
    "人民法院",
    "人民检察院",
    "人民政府",
    "有限公司",
    "律师事务所",
    "法律服务所",
    "委员会",
    "办事处",
    "服务中心",
)
# What seals carry beside the name.
_PURPOSE = re.compile(
    r"(?:合同|财务|发票|业务|行政|人事|律师函|法务|诉讼|电子送达|电子|执行|送达|立案|档案|文件)?(?:专用)?(?:签章|印章|公章|专用章|章)$"
    r"|(?:执行局|立案庭|诉讼服务中心|[民刑行商]事?审判第?[一二三四五六七八九十]?庭)$"
)
_GENERIC = re.compile(
    r"银行|股份|有限|责任|公司|国家税务总局|经济|开发区|住房和城乡|人力资源和社会|人民|物业|街道|律师|法律|信息|科技|技术|网络|咨询|服务|管理|资产|投资|控股|发展|融资|担保|小额|贷款|消费|金融|商业|农村|分行|第[一二三四五六七八九十]|省|市|区|县|中级|高级"
)
_PROVINCES = (
    "北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏"
    "|陕西|甘肃|青海|宁夏|新疆"
)
_PROVINCE = re.compile(rf"^(?:{_PROVINCES})(?:省|市|维吾尔自治区|壮族自治区|回族自治区|自治区)?")
_CITY = re.compile(r"^[\u4e00-\u9fff]{2,4}?市(?=[\u4e00-\u9fff]{2})")
_BRANCH = re.compile(r"\([^()]{2,6}\)")


class Name(NamedTuple):
    """An organisation's name, taken apart."""

    text: str
    """Chinese characters and brackets only, purpose and serial dropped."""
    core: str
    """Without place and suffix: what tells it from its like."""
    suffix: str
    office: Office


def name(written: str) -> Name | None:
    """Take a seal's text apart; None where it is not an organisation's name.

    >>> name("广东某某（深圳）律师事务所 律师函专用章").core, name("某省南山区人民法院执行局").suffix, name("张三之印")
    ('某某深圳', '人民法院', None)
    """
    text = re.sub(r"[^\u4e00-\u9fff()]", "", unicodedata.normalize("NFKC", written))
    for _ in range(3):
        text = re.sub(r"\(\)$|\([一二三四五六七八九十]\)$", "", _PURPOSE.sub("", text))
    for misread, meant in _MISREAD:
        text = misread.sub(meant, text)
    text = _mended(text)
    ends = list(_SUFFIX.finditer(text))
    if not ends:
        return None
    kind = office(text[: ends[-1].end()]) or "authority"  # schools, street offices, service centres ...
    text, suffix = text[: ends[-1].end()], ends[-1].group()
    core = _core(text, suffix)
    return Name(text, core, suffix, kind) if len(core) >= 2 else None


def backwards(written: str) -> Name | None:
    """The name that a seal's text has from right to left; None where it has one from left to right, or none at all.

    >>> backwards("所务事师律衡明州云") is not None, backwards("云州明衡律师事务所") is None
    (True, True)
    """
    if any(_SUFFIX.search(part) for part in (written, _PURPOSE.sub("", written))):
        return None
    body = _PURPOSE.sub("", written)
    found = [name(each[::-1]) for each in dict.fromkeys((body, written))]
    return next((each for each in found if each is not None and len(each.suffix) >= LEAST_SUFFIX), None)


def _mended(text: str) -> str:
    """With the last sign of the ending put right or back, where a reader confused or lost one of its signs."""
    if _SUFFIX.search(text[-5:]):
        return text
    for end in _LONG_ENDS:
        tail = text[-len(end) :]
        if len(end) > 3 and sum(one == other for one, other in zip(tail, end, strict=False)) == len(end) - 1:
            return text[: -len(end)] + end
        if text.endswith(end[:-1]):
            return text + end[-1]
        if text[:-1].endswith(end[:-1]):
            return text[:-1] + end[-1]
    return text


def _core(text: str, suffix: str) -> str:
    """The name without place and suffix; with its city where nothing else tells it from its like (深圳市中级)."""
    local = _PROVINCE.sub("", text.removesuffix(suffix))
    core = _CITY.sub("", local)
    return re.sub(r"[()]", "", core if len(_GENERIC.sub("", core)) >= 2 else local)


def mentioned(seal: Name, text: Prose) -> bool:
    """Whether the text may name the seal's organisation anywhere: in full, in short, or with misread characters."""
    whole = re.sub(r"[^\u4e00-\u9fff]", "", text.text)
    return _pieces(seal, whole) or any(_alike(seal, window) for window in _windows(text))


def _pieces(seal: Name, whole: str) -> bool:
    parts = [part for part in _GENERIC.sub(" ", _CITY.sub("", seal.core)).split() if len(part) >= 2]
    return any(part[at : at + PIECE] in whole for part in parts for at in range(max(1, len(part) - PIECE + 1)))


def _windows(text: Prose) -> Iterator[str]:
    """What stands before each suffix in the text, with and without the branch in brackets."""
    seen: set[str] = set()
    for match in _SUFFIX.finditer(text.text):
        before = text.before(match.start(), WINDOW)
        for written in (before, _BRANCH.sub("", before)):
            window = re.sub(r"[^\u4e00-\u9fff]", "", written)
            if window not in seen:
                seen.add(window)
                yield window
        if len(seen) >= MOST:
            return


def _alike(seal: Name, window: str) -> bool:
    own = _own(seal.core)
    if 2 * sum(sign in window for sign in own) < len(own):
        return False  # alike in words that many names share (农村商业银行股份), not in its own
    for core in {seal.core, _core(_BRANCH.sub("", seal.text), seal.suffix)}:
        row = _distances(core, window)
        # A short core must stand right before the suffix, or one letter in common would do.
        least = min(row) if len(core) >= LONG else row[-1]
        if len(core) >= 2 and least <= max(1, int(len(core) * ALLOWED_SHARE)):
            return True
    return False


def resembles(seal: Name, signer: str) -> bool:
    """Whether most of what tells the seal's owner from its like stands in a signer's name: a badly misread seal.

    >>> seal = name("徐州市样小林款有限公司")
    >>> seal is not None and resembles(seal, "徐州南样小额贷款有限公司")
    True
    """
    own = _own(seal.core)
    return sum(sign in signer for sign in own) >= ALIKE_SHARE * len(own)


def _own(core: str) -> str:
    """The core's letters that few names share; all where hardly any are left."""
    own = _GENERIC.sub("", _CITY.sub("", core))
    return own if len(own) >= 2 else core


def _distances(core: str, window: str) -> list[int]:
    """Least edits that turn the core into a part of the window that ends at each place (Sellers 1980)."""
    row = [0] * (len(window) + 1)
    for at, sign in enumerate(core):
        new = [at + 1]
        for column, other in enumerate(window):
            new.append(min(row[column] + (sign != other), row[column + 1] + 1, new[column] + 1))
        row = new
    return row
