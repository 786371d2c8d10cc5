"""Cut the Chinese font that ships with forgecheck out of Noto Sans CJK SC.

    python models/training/subset_font.py

needs Debian's fonts-noto-cjk and unicode-data, and forgecheck installed.  It writes forgecheck/show/fonts/; the same
input gives the same bytes.
"""

from __future__ import annotations

import argparse
import bz2
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import onnxruntime
from fontTools import subset
from fontTools.ttLib import TTFont

from forgecheck.models import RECOGNISER

HERE = Path(__file__).resolve().parents[2]
SOURCE = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
UNIHAN = Path("/usr/share/unicode/Unihan_OtherMappings.txt.bz2")
SIMPLIFIED_CHINESE = 2  # index in the collection
TARGET = HERE / "forgecheck/show/fonts/NotoSansSC-subset.otf"
# "Noto" is no Reserved Font Name but a trademark of Google, so the cut font bears a name of its own.
FAMILY = "Forgecheck Sans SC"
POSTSCRIPT = "ForgecheckSansSC-Regular"
OWN_TEXTS = ("*.py", "*.csv", "*.json", "*.html")
VERTICAL = ["VORG", "vhea", "vmtx", "BASE", "GPOS", "GSUB"]  # tables that nothing here reads
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


def names(unihan: Path) -> Iterator[str]:
    """The 8,105 characters of the 《通用规范汉字表》 (2013): those that a name given in China may hold."""
    with bz2.open(unihan, "rt", encoding="utf-8") as lines:
        rows = (line.split("\t") for line in lines if "\tkTGH\t" in line)
        yield from (chr(int(row[0].removeprefix("U+"), 16)) for row in rows)


def read_signs() -> Iterator[str]:
    """Whatever the text reader can give that is no Chinese character: symbols, accented letters, kana."""
    session = onnxruntime.InferenceSession(str(RECOGNISER.locate()), providers=["CPUExecutionProvider"])
    given = session.get_modelmeta().custom_metadata_map["character"].splitlines()
    return (each for each in given if len(each) == 1 and not unicodedata.name(each, "CJK").startswith("CJK"))


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
    options.drop_tables += VERTICAL
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
    parser.add_argument("--unihan", type=Path, default=UNIHAN)
    parser.add_argument("--target", type=Path, default=TARGET)
    given = parser.parse_args()
    ranged = {chr(code) for first, last in RANGES for code in range(first, last + 1)}
    listed = {*simplified(), *traditional(), *names(given.unihan), *read_signs()}
    font = cut(given.source, ranged | listed | own_characters(HERE / "forgecheck"))
    font.save(given.target)
    print(f"{given.target.name}: {len(font.getGlyphOrder())} glyphs, {given.target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
