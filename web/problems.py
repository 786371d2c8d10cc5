"""What can go wrong with a request: HTTP status and words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from forgecheck.errors import Code, InputError
from forgecheck.finding import Says


class Problem(NamedTuple):
    """One failure, for the page and for `application/problem+json` (RFC 9457)."""

    status: int
    code: str
    """Stable, for machines."""
    says: Says
    retry_s: int | None = None
    """Seconds after which the same request may succeed; None where it never will."""


class Refused(Exception):  # noqa: N818  (an answer, not a fault)
    """Ends a request with a problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


STATUS: Mapping[Code, int] = {
    "file_too_large": 413,
    "unsupported_format": 415,
    "out_of_memory": 413,
    "timeout": 504,
    "internal": 500,
}
"""All other codes are 422: we understood the request, but nothing can be read from this file."""

NO_FILE = Problem(
    400, "no_file", Says("没有收到图片。请先选择图片，再点“开始检查”。", "No picture came with the request.")
)
FOREIGN = Problem(403, "cross_origin", Says("请在本页面上传图片。", "Requests from other sites are refused."))
WRONG_HOST = Problem(400, "wrong_host", Says("网址不对。", "This address is not served here."))
BAD_KEY = Problem(
    400,
    "bad_idempotency_key",
    Says("Idempotency-Key 只能是 1 到 64 个可见的 ASCII 字符。", "Idempotency-Key takes 1 to 64 visible ASCII signs."),
)
KEY_REUSED = Problem(
    422,
    "idempotency_key_reused",
    Says("这个 Idempotency-Key 已经用于另一个文件。", "This Idempotency-Key was used for another file."),
)
BAD_MASKS = Problem(400, "bad_masks", Says("遮挡的位置不对，请重新选择。", "The places to mask could not be read."))
BUSY = Problem(
    503, "busy", Says("现在检查的人较多，请半分钟后再试。", "All workers are busy: try again in half a minute."), 30
)
MANY_AT_ONCE = Problem(
    429,
    "rate_limited",
    Says("您还有图片正在检查，请等它们完成再上传。", "Other pictures of yours are still being checked: wait for them."),
    5,
)
GONE = Problem(
    404,
    "no_such_check",
    Says(
        "这份结果不在了：结果最多保留 15 分钟，也可能已经被删除。请重新上传图片。",
        "This result is gone: results are kept for 15 minutes at most, or until they are deleted. Upload it again.",
    ),
)
BROKEN = Problem(500, "internal", Says("程序出错，没有检查完。请稍后再试。", "Something went wrong inside."))
TOO_LARGE = Says("图片太大，最多 10 MB。可以截图后再上传截图。", "The file is too large: 10 MB at most.")
HTTP: Mapping[int, Problem] = {
    400: Problem(400, "bad_request", Says("请求不完整，请重新上传。", "The request could not be read.")),
    404: Problem(404, "not_found", Says("没有这个页面。", "There is no such page.")),
    405: Problem(405, "method_not_allowed", Says("不支持这种请求。", "This method is not allowed here.")),
    413: Problem(413, "file_too_large", TOO_LARGE),
}


def too_often(retry_s: int) -> Problem:
    """More requests from one address than the limit allows.

    >>> too_often(90).says.zh
    '上传太频繁了，请 2 分钟后再试。'
    """
    minutes = max(-(-retry_s // 60), 1)
    return Problem(
        429,
        "rate_limited",
        Says(f"上传太频繁了，请 {minutes} 分钟后再试。", f"Too many requests: try again in {minutes} min."),
        max(retry_s, 1),
    )


def of(error: InputError) -> Problem:
    """The problem behind a file that cannot be judged."""
    says = TOO_LARGE if error.code == "file_too_large" else error.says
    return Problem(STATUS.get(error.code, 422), error.code, says)
