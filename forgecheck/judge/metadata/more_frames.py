"""The file holds more than one picture, and only the first was examined.

Animated GIF, WebP and PNG files show one frame after the other.  What a later frame says is not read: somebody who
looks at the moving picture sees more than this report speaks of.

Innocent causes
---------------
Stickers, screen recordings and live photos are animated; messengers turn short videos into GIF files.  The finding is
therefore only a note and weighs nothing.

Limits
------
Further pictures behind the end of a JPEG (MPO, motion photos) count as trailing data.  The number is what the file
claims: in a PNG it stands in one field.

Sources
-------
* GIF89a specification (CompuServe, 1990), section 20: a data stream may hold any number of images.
* RFC 9649, section 2.7.1.1: animated WebP files hold frames (ANMF).
* W3C PNG (Third Edition) 11.3.6: acTL gives the number of frames.
"""

from __future__ import annotations

from collections.abc import Iterator

from forgecheck.evidence import Evidence
from forgecheck.finding import Finding, Says, Unable


def check(evidence: Evidence) -> Iterator[Finding | Unable]:
    """Yield one note where there is more than one frame."""
    count = evidence.document.container.frames
    if count > 1:
        said = Says(
            f"这是动图，共 {count} 帧，只检查了第一帧。想检查其他画面，请截图后再发。",
            f"This is an animation of {count} frames, and only the first was examined: send screenshots of the others.",
        )
        yield Finding("info", said, None, {"frames": count})
