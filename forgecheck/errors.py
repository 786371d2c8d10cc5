"""The ways an input or a set-up can fail: each has a stable code, words for people, and what to do next."""

from __future__ import annotations

from typing import Literal, get_args

from forgecheck.finding import Says

Code = Literal[
    "file_too_large",
    "unsupported_format",
    "pixels_exceeded",
    "too_small",
    "truncated",
    "decode_failed",
    "encrypted_pdf",
    "too_many_pages",
    "archive_unsafe",
    "timeout",
    "out_of_memory",
    "internal",
]
CODES: tuple[Code, ...] = get_args(Code)

MESSAGES: dict[Code, Says] = {
    "file_too_large": Says(
        "文件太大，没有打开。请发原图，不要发录屏或压缩包。",
        "The file is too large and was not opened: send the picture itself.",
    ),
    "unsupported_format": Says(
        "不支持这种文件。请用 JPEG、PNG、WebP 图片或 PDF。",
        "This kind of file is not supported: use JPEG, PNG, WebP or PDF.",
    ),
    "pixels_exceeded": Says(
        "图片尺寸太大，没有打开。请截取需要检查的部分。",
        "The picture has too many pixels and was not opened: cut out the part to be checked.",
    ),
    "too_small": Says(
        "图片太小，看不清内容。请换一张更大的原图。", "The picture is too small to read: send a larger one."
    ),
    "truncated": Says(
        "文件不完整，可能没有下载完。请重新保存后再试。", "The file is incomplete: save it again and retry."
    ),
    "decode_failed": Says(
        "文件已损坏，打不开。请重新保存或截图后再试。",
        "The file is damaged and could not be opened: save it again, or send a screenshot.",
    ),
    "encrypted_pdf": Says(
        "这个 PDF 有密码。请去掉密码，或把页面截图后再试。",
        "The PDF is encrypted: remove the password, or send screenshots.",
    ),
    "too_many_pages": Says(
        "页数太多。请只发需要检查的几页。", "The file has too many pages: send only those to be checked."
    ),
    "archive_unsafe": Says("压缩包不安全，没有打开。", "The archive is unsafe and was not opened."),
    "timeout": Says(
        "检查用时过长，已停止。请截取主要部分再试。",
        "The check took too long and was stopped: send the main part only.",
    ),
    "out_of_memory": Says(
        "图片占用内存过大，已停止。请缩小后再试。",
        "The check needed too much memory and was stopped: send a smaller picture.",
    ),
    "internal": Says("程序出错，这个文件没有检查完。", "Something went wrong inside; this file was not checked."),
}


class ForgecheckError(Exception):
    """Anything that forgecheck raises on purpose."""


class InputError(ForgecheckError):
    """A file that cannot be judged. It ends that file, never the batch.

    >>> InputError("truncated").says.en
    'The file is incomplete: save it again and retry.'
    """

    def __init__(self, code: Code, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code: Code = code
        self.detail = detail
        """For logs; never holds text of the document."""

    @property
    def says(self) -> Says:
        """What people read."""
        return MESSAGES[self.code]

    def __reduce__(self) -> tuple[type[InputError], tuple[Code, str]]:
        return type(self), (self.code, self.detail)


class SetupError(ForgecheckError):
    """A model or another part of the installation is missing or damaged (exit code 4)."""
