"""The sample of `make check`: a made-up "lawyer's letter" of the kind that collectors send. No name in it is real.

python -m forgecheck_models.synth.sample out/sample.png
"""

from __future__ import annotations

import re
import sys
from importlib.resources import as_file, files
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

WIDTH = 1080  # px, as a phone shows it
MARGIN = 90
BODY_PX = 36
TITLE_PX = 60

FORGED_LETTER = """\
广东衡某律师事务所
律师函
（2023）粤衡律函字第0086号
张某某先生：
　　受深圳市某某信息咨询有限公司委托，就您拖欠借款一事，郑重函告如下：
　　一、截至2023年9月30日，您尚欠本金人民币18,600.00元。依据《中华人民共和国合同法》第一百零七条、\
《中华人民共和国民法典》第一千三百条的规定，您应当立即清偿。
　　二、本案已由深圳市南山区人民法院立案，案号为（2023）深0305民初12345号。
　　三、我所已依法冻结您名下全部银行账户及微信、支付宝账户，并将您列入失信被执行人名单，限制高消费。
　　四、限您于收到本函二十四小时内将欠款转入指定账户，逾期将直接追究您的刑事责任。
广东衡某律师事务所
2023年10月8日
"""


def draw(text: str, width: int = WIDTH) -> Image.Image:
    """A page: first line letterhead, second title, third number at the right, last two lines at the right."""
    with as_file(files("forgecheck.show") / "fonts" / "NotoSansSC-subset.otf") as font:
        body, title = ImageFont.truetype(str(font), BODY_PX), ImageFont.truetype(str(font), TITLE_PX)
    room = width - 2 * MARGIN
    rows: list[tuple[str, ImageFont.FreeTypeFont, float]] = []
    paragraphs = text.strip().splitlines()
    for index, paragraph in enumerate(paragraphs):
        face = title if index < 2 else body
        for row in wrap(paragraph, face, room):
            spare = room - face.getlength(row)
            side = spare / 2 if index < 2 else spare if index == 2 or index >= len(paragraphs) - 2 else 0.0
            rows.append((row, face, side))
    height = 2 * MARGIN + sum(round(face.size * 1.9) for _, face, _ in rows)
    page = Image.new("RGB", (width, height), "white")
    pen, top = ImageDraw.Draw(page), MARGIN
    for row, face, side in rows:
        pen.text((MARGIN + side, top), row, font=face, fill=(20, 20, 20))
        top += round(face.size * 1.9)
    return page


def wrap(paragraph: str, face: ImageFont.FreeTypeFont, room: float) -> list[str]:
    """Break a paragraph at the right edge, as printers do: numbers whole, no bracket parted from its words."""
    rows = [""]
    for piece in re.findall(r"[（《“]*(?:[\w.,]*[0-9][0-9.,]*|.)[）》”，。、；：！？]*", paragraph, re.ASCII):
        if rows[-1] and face.getlength(rows[-1] + piece) > room:
            rows.append("")
        rows[-1] += piece
    return rows


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    draw(FORGED_LETTER).save(target)
