"""What the page and the API say about a check that is under way."""

from __future__ import annotations

from collections.abc import Mapping

from forgecheck_web.checks import State

from forgecheck.finding import Says

STATES: Mapping[State, Says] = {
    "waiting": Says("已收到，正在排队", "Received, waiting for its turn"),
    "read": Says("正在读图上的文字", "Reading the text"),
    "look": Says("正在看印章和像素", "Looking at seals and pixels"),
    "judge": Says("正在核对上面的说法", "Checking what it claims"),
    "done": Says("检查完了", "Done"),
    "failed": Says("没有检查完", "Not finished"),
}
