"""Pictures with known text, drawn with the font that ships with forgecheck."""

from __future__ import annotations

import io
from importlib.resources import as_file, files

import numpy as np
from forgecheck_models.synth.sample import MARGIN, WIDTH, wrap
from PIL import Image, ImageDraw, ImageFont

SENTENCES = (
    "您尾号八八零零的借款已经到期，请按照合同约定及时还款。",
    "如对账单有疑问，请拨打银行卡背面的客服电话进行核实。",
    "本通知仅作提醒，不代表人民法院或者公安机关的任何意见。",
    "逾期利息按照合同约定计算，最高不超过法律规定的上限。",
    "您可以通过官方渠道查询案件信息，不要向个人账户转账。",
)

JPEG_QUALITY = 70
GLYPH_PX = 36


def font(px: int) -> ImageFont.FreeTypeFont:
    with as_file(files("forgecheck.show") / "fonts" / "NotoSansSC-subset.otf") as path:
        return ImageFont.truetype(str(path), px)


def rows(count: int) -> list[str]:
    """Numbered sentences, so that a lost or doubled line shows."""
    return [f"{index:03d}号：{SENTENCES[index % len(SENTENCES)]}" for index in range(1, count + 1)]


def page(
    text: list[str],
    size: tuple[int, int] = (1080, 2400),
    px: int = 32,
    left: int = 60,
    top: int = 60,
    gap: float = 1.75,
) -> np.ndarray:
    """Black text on white; size is (width, height)."""
    picture = Image.new("RGB", size, "white")
    pen, face = ImageDraw.Draw(picture), font(px)
    for index, row in enumerate(text):
        pen.text((left, top + round(index * gap * px)), row, font=face, fill="black")
    return np.asarray(picture)


def letter_picture(text: str) -> bytes:
    """The text on a white page as a JPEG."""
    room = WIDTH - 2 * MARGIN
    rows = [row for line in text.splitlines() for row in wrap(line.strip("　 "), font(GLYPH_PX), room)]
    picture = page(rows, (WIDTH, round(len(rows) * 1.75 * GLYPH_PX) + 2 * MARGIN), GLYPH_PX, MARGIN, MARGIN)
    buffer = io.BytesIO()
    Image.fromarray(picture).save(buffer, "JPEG", quality=JPEG_QUALITY)
    return buffer.getvalue()
