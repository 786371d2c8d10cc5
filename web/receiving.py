"""What a browser or a program sends: one file, in memory, never on a disk."""

from __future__ import annotations

from io import BytesIO
from typing import IO, NamedTuple

from flask import Request, request
from forgecheck_web.jobs import Lang
from forgecheck_web.problems import BAD_KEY, NO_FILE, Refused, of

from forgecheck.errors import InputError
from forgecheck.load.limits import WEB

BODY_BYTES = WEB.file_bytes + 1_000_000  # the file and the form around it
FORM_PARTS = 8
FIELD_BYTES = 256_000  # of the parser's buffer; below its reads of 64 KiB every file would be refused
KEY_SIGNS = 64


class InMemory(Request):
    """A request whose files are never spooled to a disk."""

    def _get_file_stream(self, *_sizes: object, **_named: object) -> IO[bytes]:
        return BytesIO()


class Upload(NamedTuple):
    """One file as it came."""

    data: bytes
    name: str


def upload() -> Upload:
    """The file of this request: of the fields `file`, the first that holds one; raises Refused."""
    for file in request.files.getlist("file"):
        data = file.stream.read()
        if len(data) > WEB.file_bytes:
            raise Refused(of(InputError("file_too_large")))
        if data:
            return Upload(data, file.filename or "")
    raise Refused(NO_FILE)


def idempotency_key() -> str | None:
    """The key under which a program may repeat its upload; raises Refused for one that is none."""
    key = request.headers.get("Idempotency-Key")
    if key is not None and not (0 < len(key) <= KEY_SIGNS and key.isascii() and key.isprintable()):
        raise Refused(BAD_KEY)
    return key


def lang() -> Lang:
    """The language that was asked for; Chinese where none was."""
    return "en" if request.args.get("lang") == "en" else "zh"
