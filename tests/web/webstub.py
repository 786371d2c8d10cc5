"""Reports about real pictures without a reader: what a picture is said to be is written in it.

Spawned workers import this file.  Bytes that are no picture make `batch.stub` misbehave in its own ways.
"""

from __future__ import annotations

import time
from dataclasses import replace
from io import BytesIO

import numpy as np
from batch import stub
from build import lines, seal
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo
from show.reports import EDITOR, LETTER, PASTED, REPEALED, field, report

from forgecheck.evidence import Box, Place
from forgecheck.finding import Finding, Report, Says, Weighed
from forgecheck.load import load
from forgecheck.load.limits import WEB
from forgecheck.stages import reached

SIZE = (1080, 1600)
DIFFERS = Weighed(
    "seal.issuer_mismatch",
    Finding(
        "strong", Says("印章和落款对不上。", "Seal and signature differ."), Place(1, Box(600, 900, 800, 1100), 0.9)
    ),
    1.5,
)
EDITED = Weighed(
    "pixel.edited_words",
    Finding("weak", Says("这里的墨色不一样。", "The ink differs here."), Place(1, Box(100, 280, 180, 320), 1.0)),
    0.5,
)
WEIGHED = {
    "forged": (REPEALED, PASTED, DIFFERS, EDITOR),
    "suspicious": (DIFFERS, EDITED),
    "no_forgery_found": (EDITOR,),
    "inconclusive": (),
}
PRIVATE = replace(field("addressee", "张某"), place=Place(1, Box(100, 280, 180, 320), 0.98))


def picture(label: str = "forged", says: str = LETTER, seconds: float = 0.0, size: tuple[int, int] = SIZE) -> bytes:
    """A PNG that the stub calls `label`, reads as `says`, and takes `seconds` for at every stage."""
    image = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(image)
    for each in lines(says):
        pen.rectangle(each.box, "#dddddd")
    pen.ellipse((600, 900, 800, 1100), outline="#cc2222", width=8)
    notes = PngInfo()
    notes.add_itxt("label", label)
    notes.add_itxt("says", says)
    notes.add_itxt("seconds", str(seconds))
    buffer = BytesIO()
    image.save(buffer, "PNG", pnginfo=notes)
    return buffer.getvalue()


def inspect(data: bytes, name: str) -> Report:
    """What the picture says of itself."""
    if not data.startswith(b"\x89PNG"):
        reached("read")
        return stub.inspect(data, name)
    document = load(data, name, WEB)
    with Image.open(BytesIO(data)) as image:
        notes = dict(image.text)
    for stage in ("read", "look", "judge"):
        reached(stage)
        time.sleep(float(notes.get("seconds", 0)))
    label, says = notes.get("label", "no_forgery_found"), notes.get("says", LETTER)
    first = replace(document.pages[0], lines=lines(says), seals=(seal("广东测试律师事务所", origin="pasted"),))
    first = replace(first, heat=np.full((-(-first.height // 8), -(-first.width // 8)), 200, np.uint8))
    given = report(says, WEIGHED[label], label=label, fields=(PRIVATE, field("signature", "上海测试律师事务所")))
    document = replace(document, pages=(first, *document.pages[1:]))
    return replace(given, evidence=replace(given.evidence, document=document))


def open_stub(threads: int | None, limits: object):
    """Stands in for `forgecheck.batch.inspector.open_inspector`."""
    return inspect


def open_offline(threads: int | None, limits: object):
    """The real inspector, in a process that may not reach for a network."""
    import socket

    from forgecheck.batch.inspector import open_inspector

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a network connection was asked for")

    for name in ("connect", "connect_ex", "sendto"):
        setattr(socket.socket, name, refused)
    socket.create_connection = socket.getaddrinfo = socket.gethostbyname = refused
    return open_inspector(threads, limits)
