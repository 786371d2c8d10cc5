"""Talk among people: which lines the reader wrote, and whether several talk with each other.

Screens of chats show names or roles before what is said ("二姨：…", "你：…").  What the reader answers is no claim of
the sender's, and people who talk with each other about a letter demand nothing of the reader.
"""

from __future__ import annotations

import re

from forgecheck.judge.prose import Prose

READER = re.compile(r"\s*(?:你|我|本人)[:]")
"""The beginning of a line that the reader wrote."""

_LABEL = re.compile(r"^ *([\u4e00-\u9fffA-Za-z]{1,6}\d?)[:](?=[^\n]*[\u4e00-\u9fff])", re.MULTILINE)
_READERS = frozenset({"你", "我", "本人"})
# Labels of forms and headings, not of people: they stand in letters and notices.
_FORM = re.compile(
    "[号话间址点由额人期名码式目项款准费容者关责备注户行方院师员件据及办证类别称]$|^(?:致|附|注|提示|说明|通知|公告)"
)
# Who writes of debts by trade, in a chat as well.
_BY_TRADE = re.compile("贷|催|清收|回款|法务|委外|外访|信贷|专员|客服|律师|案件|执行|法院|法官|公安|警")
_PILLORY = re.compile("曝光|欠款|催收|清收|贷后")  # a group that a collector made; assumed
SEVERAL = 2  # people besides the reader who make it a talk; one may be the sender; assumed
LINES = 3  # labelled lines in a talk; assumed


def several(text: Prose) -> bool:
    """Whether several people talk with each other, none of them by trade about debts.

    A group whose name is a threat is a collector's, whoever talks in it.
    """
    if _PILLORY.search(text.text.lstrip().split("\n", 1)[0]):
        return False
    names = [each for each in _LABEL.findall(text.text) if each in _READERS or not _FORM.search(each)]
    others = set(names) - _READERS
    return len(names) >= LINES and len(others) >= SEVERAL and not any(_BY_TRADE.search(each) for each in others)
