"""Other data follow after the end of the picture.

A picture ends with its own end mark; whatever comes behind is not shown.  Some tools append their data there,
and now and then the earlier version of a picture, or another file, is found behind the one that is shown.

Innocent causes
---------------
Phones do it all the time: motion photos, several pictures in one file (MPO), Samsung's and Huawei's notes; so
do some printers and web sites.  The finding is therefore only a note and weighs nothing.

Limits
------
What the data are is not looked at.  Up to 1024 bytes are left out as padding.  Messengers and screenshots remove
such data.

Sources
-------
* ITU-T T.81 (09/92) B.1.1.3: a JPEG ends with the marker EOI.
* W3C PNG (Third Edition) 11.2.4: a PNG ends with the chunk IEND.
* CIPA DC-007 (Multi-Picture Format): further pictures follow after the first one's end.
"""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable

PADDING_BYTES = 1024  # assumed: fill, line ends, and notes of phones, of which 24 to 320 bytes were seen


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one note where more than padding follows the end."""
    count = evidence.document.container.trailing_bytes
    if count > PADDING_BYTES:
        said = Says(
            f"图片结尾之后还附带了 {count} 字节的其他数据。很多手机会自动附带（例如动态照片），这本身不说明问题。",
            f"{count} bytes of other data follow after the picture's end. Many phones add such data by themselves "
            "(motion photos, for one); it proves nothing.",
        )
        yield Finding("info", said, None, {"trailing_bytes": count})
