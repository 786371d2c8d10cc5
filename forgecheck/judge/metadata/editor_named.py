"""The file itself says that it was last saved by an image editor.

Programs such as Photoshop or 美图秀秀 write their name into the files they save, and a forger who changes a name, a
date or a seal in one of them often sends the file as it came out.  Genuine papers reach people as camera
photos, scans, screenshots or PDF files, and those name a phone, a scanner, an office program, or nothing.

>>> editor("Adobe Photoshop 25.0 (Windows)"), editor("WPS Office"), editor("Canvas Scan")
('Adobe Photoshop', None, None)

Innocent causes
---------------
People crop, mark and blacken with the same programs before they show a letter to somebody, and a firm may lay
out its letterhead in one.  The finding is therefore only a weak hint and says nothing about what was changed.

Limits
------
Messengers and screenshots drop these notes, so silence means nothing; anybody can remove or invent them.  Knows
the programs in the table `editors` only; scanner apps, phone firmware, office programs and PDF viewers are left
out on purpose.

Sources
-------
* CIPA DC-008 (Exif 2.32) 4.6.4: tag Software.
* ISO 16684-1:2019 (XMP) 8.4: xmp:CreatorTool; XMP Part 2: stEvt:softwareAgent.
* W3C PNG (Third Edition) 11.3.3: keywords Software and Comment.
* ISO 32000-1:2008 14.3.3: PDF Creator and Producer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from forgecheck.evidence import Container, Evidence
from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge.metadata._xmp import properties
from forgecheck.tables import table

_FIELDS = (
    *("exif:Software", "png:Software", "png:Comment", "png:Creation Tool"),
    *("jpeg:comment", "gif:comment", "pdf:Producer", "pdf:Creator"),
)
_XMP_NAMES = ("CreatorTool", "softwareAgent")
_WORDS_MAX = 200  # characters of a field that are searched; names of programs are shorter


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one finding for each editor that is named."""
    said: set[str] = set()
    for field, value in _named(evidence.document.container):
        name = editor(value)
        if name is None or name in said:
            continue
        said.add(name)
        yield Finding("weak", _says(name), None, {"program": name, "field": field})


def editor(value: str) -> str | None:
    """The editor that a field names; None where it names none that is known."""
    found = _pattern().search(value[:_WORDS_MAX].lower())
    return None if found is None else _names()[found.group()]


def _named(container: Container) -> Iterator[tuple[str, str]]:
    yield from ((field, container.texts[field]) for field in _FIELDS if field in container.texts)
    for each in properties(container.xmp or "") or ():
        if each.name in _XMP_NAMES:
            yield f"xmp:{each.name}", each.value


@cache
def _names() -> dict[str, str]:
    return {row["sign"]: row["name"] for row in table("editors")}


@cache
def _pattern() -> re.Pattern[str]:
    signs = "|".join(re.escape(sign) for sign in sorted(_names(), key=len, reverse=True))
    return re.compile(f"(?<![a-z0-9])(?:{signs})(?![a-z])")


def _says(name: str) -> Says:
    return Says(
        f"文件里写着，它是用修图软件“{name}”保存的。如果您自己用它裁剪或打过码，这很正常；"
        "如果收到时就是这样，请留意内容是否被改过。",
        f"The file says that it was saved by the image editor {name}. That is normal if you cropped or marked "
        "it yourself; if it came like this, look closely for changes.",
    )
