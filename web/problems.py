"""What can go wrong with an upload: HTTP status and words."""

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
BUSY = Problem(
    503, "busy", Says("现在检查的人较多，请半分钟后再试。", "All workers are busy: try again in half a minute."), 30
)
BROKEN = Problem(500, "internal", Says("程序出错，没有检查完。请稍后再试。", "Something went wrong inside."))
TOO_LARGE = Says("图片太大，最多 10 MB。可以截图后再上传截图。", "The file is too large: 10 MB at most.")
HTTP: Mapping[int, Problem] = {
    400: Problem(400, "bad_request", Says("请求不完整，请重新上传。", "The request could not be read.")),
    404: Problem(404, "not_found", Says("没有这个页面。", "There is no such page.")),
    405: Problem(405, "method_not_allowed", Says("不支持这种请求。", "This method is not allowed here.")),
    413: Problem(413, "file_too_large", TOO_LARGE),
}


def of(error: InputError) -> Problem:
    """The problem behind a file that cannot be judged."""
    says = TOO_LARGE if error.code == "file_too_large" else error.says
    return Problem(STATUS.get(error.code, 422), error.code, says)
