"""Cut the Chinese font that ships with forgecheck out of Noto Sans CJK SC.

    python models/training/subset_font.py

needs Debian's fonts-noto-cjk and forgecheck installed.  It writes forgecheck/show/fonts/; the same
input gives the same bytes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parents[2]
SOURCE = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
SIMPLIFIED_CHINESE = 2  # index in the collection
TARGET = HERE / "forgecheck/show/fonts/NotoSansSC-subset.otf"
# "Noto" is no Reserved Font Name but a trademark of Google, so the cut font bears a name of its own.
FAMILY = "Forgecheck Sans SC"
POSTSCRIPT = "ForgecheckSansSC-Regular"
OWN_TEXTS = ("*.py", "*.csv", "*.json", "*.html")
RANGES = (
    (0x20, 0x7E),  # ASCII
    (0xA0, 0xFF),  # Latin-1
    (0x2010, 0x2027),  # dashes, quotation marks, ellipsis
    (0x2190, 0x2193),  # arrows
    (0x2460, 0x2473),  # circled digits 1 to 20
    (0x3000, 0x3017),  # CJK punctuation
    (0xFF01, 0xFF5E),  # full-width forms
    (0xFFE5, 0xFFE5),  # full-width yen sign
)


def simplified() -> Iterator[str]:
    """Every character of GB/T 2312-1980: 6,763 Chinese characters and 682 others."""
    return _decoded("gb2312", range(0xA1, 0xF8))


def traditional() -> Iterator[str]:
    """The 5,401 frequent characters of Big5 (level 1): senders use them to slip past filters, and we quote them."""
    return _decoded("big5", range(0xA4, 0xC7))


def _decoded(encoding: str, leads: range) -> Iterator[str]:
    for lead in leads:
        for trail in range(0x40, 0xFF):
            try:
                yield bytes((lead, trail)).decode(encoding)
            except UnicodeDecodeError:
                continue


def own_characters(root: Path) -> set[str]:
    """Every printable character in forgecheck's own messages and tables: place names go beyond GB/T 2312."""
    files = (file for pattern in OWN_TEXTS for file in sorted(root.rglob(pattern)))
    return {each for file in files for each in file.read_text("utf-8") if each.isprintable()}


def cut(source: Path, characters: set[str]) -> TTFont:
    """The font with these characters only, without hinting and layout features, under its own name."""
    font = TTFont(source, fontNumber=SIMPLIFIED_CHINESE, recalcTimestamp=False)
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=["*"], glyph_names=False)
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(sorted(characters)))
    cutter.subset(font)
    names = {1: FAMILY, 3: POSTSCRIPT, 4: FAMILY, 6: POSTSCRIPT, 16: FAMILY}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    private = font["CFF "].cff
    private.fontNames = [POSTSCRIPT]
    top = private.topDictIndex[0]
    top.FullName = top.FamilyName = FAMILY
    return font


def main() -> None:
    """Write the font."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--source", type=Path, default=SOURCE)
    parser.add_argument("--target", type=Path, default=TARGET)
    given = parser.parse_args()
    ranged = {chr(code) for first, last in RANGES for code in range(first, last + 1)}
    font = cut(given.source, ranged | set(simplified()) | set(traditional()) | own_characters(HERE / "forgecheck"))
    font.save(given.target)
    print(f"{given.target.name}: {len(font.getGlyphOrder())} glyphs, {given.target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
