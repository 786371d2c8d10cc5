"""Character error rate of the text reader on rendered text: `.venv/bin/python tests/benchmarks/reading.py`.

Generated text in the fonts installed on this machine (Debian: fonts-noto-cjk, fonts-wqy-zenhei, fonts-arphic-ukai,
fonts-lxgw-wenkai); says nothing about photographs.
"""

from __future__ import annotations

import argparse
import sys
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
from forgecheck_models import figures
from PIL import Image, ImageDraw, ImageFont

from forgecheck.evidence import Page
from forgecheck.look.text import read_page
from forgecheck.models import Models

FONTS = {
    "Noto Sans SC": ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2),
    "Noto Serif SC": ("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 2),
    "WenQuanYi Zen Hei": ("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", 0),
    "AR PL UKai": ("/usr/share/fonts/truetype/arphic/ukai.ttc", 0),
}
GLYPH_PX = (24, 32, 44)
TEXT = """\
关于逾期借款的催告函
受某某消费金融有限公司委托，就您与委托人之间的借款合同纠纷一事，郑重函告如下：
一、根据委托人提供的借款合同、放款凭证及还款记录，您于2022年3月15日向委托人借款人民币20,000.00元，
期限十二个月，年利率百分之十八，还款日为每月十五日。截至2023年9月30日，尚欠本金13,425.67元、
利息2,108.33元、罚息864.20元，合计16,398.20元（大写：壹万陆仟叁佰玖拾捌元贰角整）。
二、依照《中华人民共和国民法典》第五百七十七条、第六百七十五条、第六百七十六条的规定，
借款人应当按照约定的期限返还借款，未按照约定的期限返还的，应当支付逾期利息。
三、请您于收到本函之日起七日内，将上述款项存入合同约定的还款账户，或者与委托人联系协商还款方案。
逾期未履行的，委托人将依法向有管辖权的人民法院提起诉讼，由此产生的诉讼费、保全费由您承担。
案号：（2023）粤0305民初12345号  被告：张某某  统一社会信用代码：91440300MA5TEQT04D
联系电话：0755-88880000  地址：广东省深圳市南山区科技园路88号1栋2单元1502室
特此函告。二〇二三年十月八日"""


def render(font: tuple[str, int], px: int) -> np.ndarray:
    """The text, black on white, glyphs about this many pixels high."""
    face = ImageFont.truetype(font[0], px, index=font[1])
    rows = TEXT.splitlines()
    width = max(int(face.getlength(row)) for row in rows) + 120
    picture = Image.new("RGB", (width, int(len(rows) * px * 1.8) + 120), "white")
    draw = ImageDraw.Draw(picture)
    for index, row in enumerate(rows):
        draw.text((60, 60 + index * px * 1.8), row, font=face, fill="black")
    return np.asarray(picture)


def plain(text: str) -> str:
    """Full-width forms and spaces make no difference."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def errors(read: str, written: str) -> int:
    """Characters that must be changed, put in or taken out (an upper bound of the edit distance)."""
    pieces = SequenceMatcher(None, read, written, autojunk=False).get_opcodes()
    return sum(max(b - a, d - c) for kind, a, b, c, d in pieces if kind != "equal")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    figures.option(parser)
    given = parser.parse_args()
    reader = Models().reader
    written = plain(TEXT)
    total = wrong = fonts = 0
    for name, font in FONTS.items():
        if not Path(font[0]).is_file():
            sys.stdout.write(f"{name}: not installed\n")
            continue
        fonts += 1
        for px in GLYPH_PX:
            page = read_page(Page(1, render(font, px)), reader)
            read = plain("".join(line.text for line in page.lines or ()))
            count = errors(read, written)
            total, wrong = total + len(written), wrong + count
            sys.stdout.write(
                f"{name:20s} {px:3d} px  {count:3d} of {len(written)}  {100 * count / len(written):.2f} %\n"
            )
    sys.stdout.write(f"all: {wrong} of {total} characters, {100 * wrong / max(total, 1):.2f} %\n")
    if given.figures:
        misread = figures.count("characters misread", wrong, total)._replace(digits=2)
        data = f"one generated letter in {fonts} fonts, each {', '.join(map(str, GLYPH_PX))} px high"
        figures.keep("reading", data, {"misread": misread})


if __name__ == "__main__":
    main()
