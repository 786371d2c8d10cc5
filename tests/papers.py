"""Genuine-style papers, written for these tests: names, numbers and firms are invented, forms follow the real ones.

Each file in ``papers/`` holds many, each under a line ``=== its name``.
"""

from __future__ import annotations

import re
from pathlib import Path

_FOLDER = Path(__file__).parent / "papers"


def papers(*files: str) -> dict[str, str]:
    """The texts by name, of these files or of all."""
    found: dict[str, str] = {}
    for path in sorted(_FOLDER.glob("*.txt")):
        if not files or path.stem in files:
            _, *rest = re.split(r"^=== (.+)\n", path.read_text("utf-8"), flags=re.MULTILINE)
            found |= {f"{path.stem}: {n}": text.strip("\n") for n, text in zip(rest[::2], rest[1::2], strict=True)}
    return found
