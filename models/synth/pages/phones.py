"""Screenshots of phones: an inbox or a thread of SMS, a chat, a web page; light and dark."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, cast

import cv2
import numpy as np
from PIL import Image

from . import documents, graphics, jpeg, texts
from .fonts import Split
from .pen import Pen, body_face, latin_face
from .raster import write
from .scene import Colour, Kind, Pixels, Rng, Sheet, pick

WHITE: Colour = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Theme:
    """How a phone and its app look."""

    name: str
    split: Split
    bar: Literal["ios", "android", "harmony"]
    page: Colour
    theirs: Colour
    mine: Colour
    accent: Colour
    radius: float
    """Of bubbles and cards, in em."""
    avatars: bool = True
    cards: bool = False
    """Messages as cards of full width."""


THEMES = (
    Theme("ios_blue", "train", "ios", WHITE, (233, 233, 235), (30, 130, 250), (10, 120, 255), 1.0, avatars=False),
    Theme("green_chat", "train", "android", (237, 237, 237), WHITE, (149, 236, 105), (7, 193, 96), 0.25),
    Theme("android_flat", "train", "android", (250, 250, 250), (238, 240, 244), (200, 224, 255), (26, 115, 232), 0.9),
    Theme("inbox", "train", "android", (245, 246, 248), WHITE, WHITE, (255, 120, 0), 0.6, avatars=False, cards=True),
    Theme("ios_grey", "calibration", "ios", (242, 242, 247), WHITE, (52, 199, 89), (52, 120, 246), 0.8),
    Theme("card_blue", "calibration", "harmony", (241, 243, 245), WHITE, WHITE, (10, 89, 247), 0.8, False, True),
    Theme("harmony", "test", "harmony", (241, 243, 245), WHITE, (205, 226, 255), (10, 89, 247), 1.1),
    Theme(
        "square_chat", "test", "android", (230, 232, 226), WHITE, (220, 248, 198), (0, 128, 105), 0.12, avatars=False
    ),
    Theme("plain_cards", "test", "ios", WHITE, (246, 246, 246), (246, 246, 246), (230, 60, 60), 0.3, False, True),
)
SCREENS = ((1080, 2400), (1080, 2340), (1080, 1920), (1080, 2160), (1170, 2532), (1179, 2556), (720, 1600), (828, 1792))


def dark(colour: Colour) -> Colour:
    """The same surface in dark mode."""
    red, green, blue = colour
    grey = (max(colour) - min(colour)) < 25
    return (30 - (255 - red) // 12,) * 3 if grey else (red // 2, green // 2, blue // 2)


def lay(kind: Kind, rng: Rng, split: Split, _ink_seal: bool = False) -> Sheet:
    """A screenshot of one of the split's themes."""
    fitting = [each for each in THEMES if each.split == split and (kind != "chat" or not each.cards)]
    theme = pick(rng, fitting)
    width, height = pick(rng, SCREENS)
    night = rng.random() < 0.25
    page = dark(theme.page) if night else theme.page
    ink: Colour = (225, 225, 225) if night else (int(rng.integers(0, 40)),) * 3
    pen = Pen(rng, split, kind, width, height, page, ink, body_face(rng, split, ("sans",)))
    pen.latin = latin_face(rng, split, 0.15)
    em = width * float(rng.uniform(0.036, 0.045))
    top = _frame(pen, theme, em, night)
    if kind == "web":
        _web(pen, theme, em, top, night)
    elif theme.cards:
        _cards(pen, theme, em, top, night)
    else:
        _thread(pen, theme, em, top, night)
    if rng.random() < 0.3:  # cut to what matters, as people do
        low = int(rng.integers(0, round(top)))
        high = int(rng.integers(round(0.6 * height), height))
        return _cropped(pen, low, high, f"{kind}_{theme.name}{'_dark' if night else ''}")
    return pen.sheet(f"{kind}_{theme.name}{'_dark' if night else ''}")


def _cropped(pen: Pen, low: int, high: int, layout: str) -> Sheet:
    pen.runs = [replace(run, y=run.y - low) for run in pen.runs if low + run.size < run.y < high - 0.3 * run.size]
    pen.image = pen.image.crop((0, low, pen.width, high))
    return pen.sheet(layout)


def _frame(pen: Pen, theme: Theme, em: float, night: bool) -> float:
    """Status bar and title bar; the y below them."""
    rng, width = pen.rng, pen.width
    small, line = 0.85 * em, 1.5 * em
    clock = f"{rng.integers(0, 24):02d}:{rng.integers(0, 60):02d}"
    left = width * (0.09 if theme.bar == "ios" else 0.04)
    pen.text(clock, left, line, small, role="status", face=pen.body)
    x, base = width - left, line - 0.7 * small
    battery = (x - 1.5 * small, base, x, base + 0.7 * small)
    pen.rounded(battery, 0.2 * small, (130, 130, 130) if theme.bar == "android" else pen.ink)
    level = float(rng.uniform(0.2, 1))
    inner = (battery[0] + 3, battery[1] + 3, battery[0] + 3 + level * (1.5 * small - 6), battery[3] - 3)
    pen.rounded(inner, 0.1 * small, pick(rng, ((52, 199, 89), pen.paper)))
    for step in range(4):
        foot = x - 3.4 * small + step * 0.22 * small
        pen.draw.rectangle(
            (foot, base + (0.55 - 0.18 * step) * small, foot + 0.12 * small, base + 0.7 * small), fill=pen.ink
        )
    words = {"ios": "5G", "android": f"{rng.integers(1, 900) / 10:.1f}KB/s 5G", "harmony": "HD 5G"}[theme.bar]
    pen.text(words, x - 9 * small, line, 0.75 * small, role="status", face=pen.body)
    y = line + 2.2 * em
    name = pick(
        rng,
        (
            texts.person(rng),
            "106" + texts.digits(rng, 9),
            texts.filled("{firm}法务部", rng),
            "95" + texts.digits(rng, 3),
        ),
    )
    align = "center" if theme.bar == "ios" or rng.random() < 0.4 else "left"
    pen.text(name, 0.13 * width, y, 1.1 * em, right=0.87 * width, align=align, role="title", face=pen.body)
    cv2_points = np.array(
        [(0.055 * width, y - 0.8 * em), (0.035 * width, y - 0.35 * em), (0.055 * width, y + 0.1 * em)]
    )
    _stroke(pen, cv2_points, theme.accent if theme.bar == "ios" else pen.ink)
    y += 0.9 * em
    pen.draw.line((0, y, width, y), fill=(60, 60, 60) if night else (222, 222, 222), width=1)
    return y + 0.5 * em


def _stroke(pen: Pen, points: np.ndarray, colour: Colour) -> None:
    canvas = np.array(pen.image)
    cv2.polylines(canvas, [np.asarray(points * 16, np.int32)], False, colour, max(2, pen.width // 270), cv2.LINE_AA, 4)
    pen.image.paste(Image.fromarray(canvas))


def _stamp_time(pen: Pen, em: float, y: float) -> float:
    words = pick(pen.rng, ("昨天 {d}:{e}", "星期三 下午{d}:{e}", "{m}月{d}日 {d}:{e}"))
    clock = words.format(m=pen.rng.integers(1, 13), d=pen.rng.integers(10, 13), e=pen.rng.integers(10, 60))
    pen.text(
        clock, 0, y + em, 0.72 * em, right=pen.width, align="center", colour=(150, 150, 150), role="date", face=pen.body
    )
    return y + 1.9 * em


def _thread(pen: Pen, theme: Theme, em: float, y: float, night: bool) -> None:
    """Bubbles of two speakers, a picture now and then, the input field."""
    rng, width = pen.rng, pen.width
    floor = pen.height - 3.2 * em
    one_way = pen.kind == "sms" and rng.random() < 0.7
    y = _stamp_time(pen, em, y)
    for words in texts.messages(rng, 16, pen.kind, pen.split):
        mine = not one_way and rng.random() < 0.45
        ground = theme.mine if mine else theme.theirs
        ground = dark(ground) if night else ground
        if night and not mine:
            ground = (ground[0] + 14,) * 3
        side = (0.14 if theme.avatars else 0.04) * width
        room = width * float(rng.uniform(0.66, 0.72))
        pad = 0.6 * em
        if rng.random() < 0.13 and y + 9 * em < floor:
            wide, high = int(rng.uniform(6, 14) * em), int(rng.uniform(5, 9) * em)
            at = (round(width - side - wide if mine else side), round(y))
            pen.image.paste(Image.fromarray(_shared(pen, wide, high)), at)
            y += high + em
            continue
        trial = Pen(rng, pen.split, pen.kind, 8, 8, body=pen.body, latin=pen.latin)
        bottom = trial.text(words, 0, 0, em, right=room - 2 * pad, pitch=1.42)
        wide = max(run.edges[-1] for run in trial.runs) + 2 * pad
        high = bottom + 2 * pad - 0.35 * em
        if y + high > floor:
            break
        left = width - side - wide if mine else side
        pen.rounded((left, y, left + wide, y + high), theme.radius * em, ground)
        ink: Colour = (
            WHITE
            if theme.name == "ios_blue" and mine and not night
            else (pen.ink if night or not mine else (10, 10, 10))
        )
        if night and mine:
            ink = WHITE
        pen.text(words, left + pad, y + pad + 0.85 * em, em, right=left + room - pad, pitch=1.42, colour=ink)
        if theme.avatars:
            face = 0.095 * width
            spot = (width - 0.025 * width - face, y) if mine else (0.025 * width, y)
            picture, _ = graphics.logo(np.random.default_rng(mine + 7 * int(em)), round(face))
            pen.image.paste(Image.fromarray(picture), (round(spot[0]), round(spot[1])))
        y += high + float(rng.uniform(0.5, 1.1)) * em
        if rng.random() < 0.2 and y + 4 * em < floor:
            y = _stamp_time(pen, em, y)
    field = (0.1 * width, pen.height - 2.4 * em, 0.84 * width, pen.height - 0.6 * em)
    pen.rounded(
        field, em, (50, 50, 52) if night else (250, 250, 250) if theme.page != (250, 250, 250) else (236, 236, 236)
    )


def _shared(pen: Pen, wide: int, high: int) -> Pixels:
    """A photo, or a letter that was sent as a picture: it has a past of its own."""
    rng = pen.rng
    if rng.random() < 0.4:
        return graphics.photo(rng, wide, high)
    sheet = documents.lay(pick(rng, ("letter", "notice", "court")), rng, pen.split, False)
    image = write(sheet.ground, sheet.runs)[: round(sheet.ground.shape[1] * high / wide)]
    kept = jpeg.decode(jpeg.encode(image, jpeg.setting(rng, 55, 92)))
    small = cv2.resize(kept, (wide, high), interpolation=pick(rng, (cv2.INTER_AREA, cv2.INTER_LINEAR)))
    return cast(Pixels, small)


def _cards(pen: Pen, theme: Theme, em: float, y: float, night: bool) -> None:
    rng, side, pad = pen.rng, 0.04 * pen.width, 0.8 * em
    for words in texts.messages(rng, 12, pen.kind, pen.split):
        ground = dark(theme.theirs) if night else theme.theirs
        trial = Pen(rng, pen.split, pen.kind, 8, 8, body=pen.body, latin=pen.latin)
        high = trial.text(words, 0, 0, em, right=pen.width - 2 * side - 2 * pad, pitch=1.5) + 2 * pad + 1.5 * em
        if y + high > pen.height - 2 * em:
            break
        pen.rounded(
            (side, y, pen.width - side, y + high), theme.radius * em, (ground[0] + 12,) * 3 if night else ground
        )
        sender = pick(rng, ("106" + texts.digits(rng, 10), texts.person(rng), "云州商业银行"))
        pen.text(sender, side + pad, y + pad + 0.8 * em, 0.85 * em, colour=(140, 140, 140), role="label", face=pen.body)
        room = pen.width - side - pad
        pen.text(words, side + pad, y + pad + 2.4 * em, em, right=room, pitch=1.5)
        y += high + float(rng.uniform(0.5, 1)) * em


def _web(pen: Pen, theme: Theme, em: float, y: float, night: bool) -> None:
    """A bill or an announcement in a browser or an app."""
    rng, width, side = pen.rng, pen.width, 0.05 * pen.width
    grey: Colour = (150, 150, 150)
    title = pick(rng, texts.TITLES["web"])
    y = pen.text(title, side, y + 1.6 * em, 1.4 * em, right=width - side, role="title", face=pen.body) + 0.4 * em
    if rng.random() < 0.6:
        high = 2.6 * em
        top = y
        surface = (48, 48, 50) if night else theme.theirs if theme.theirs != theme.page else (244, 246, 250)
        count = int(rng.integers(3, 7))
        pen.rounded((side * 0.6, top, width - side * 0.6, top + count * high), theme.radius * em, surface)
        rows = (
            "姓名 {name}",
            "借款金额 {amount}",
            "应还日期 {date}",
            "合同编号 {account}",
            "逾期利息 {small}",
            "联系电话 {phone}",
        )
        for pattern in rows[:count]:
            label, value = texts.filled(pattern, rng).split(" ", 1)
            pen.text(label, side, top + 1.6 * em, em, colour=grey, role="label", face=pen.body)
            pen.text(value, side, top + 1.6 * em, em, right=width - side, align="right")
            top += high
        y = top + 1.4 * em
    if rng.random() < 0.3:
        wide, high = round(width - 2 * side), round(rng.uniform(5, 9) * em)
        pen.image.paste(Image.fromarray(graphics.photo(rng, wide, high)), (round(side), round(y)))
        y += high + 1.5 * em
    if rng.random() < 0.25:
        code = graphics.qr(rng, round(7 * em))
        pen.image.paste(Image.fromarray(code), (round(width / 2 - 3.5 * em), round(y)))
        y += 8.5 * em
    for paragraph in texts.document("notice", rng, pen.split).paragraphs:
        if y > pen.height - 9 * em:
            break
        y = pen.text(paragraph, side, y + 0.3 * em, em, right=width - side, pitch=1.65, indent=2 * em)
    button = (side, pen.height - 4.4 * em, width - side, pen.height - 1.9 * em)
    pen.rounded(button, 1.2 * em, theme.accent)
    words = pick(rng, ("立即还款", "联系客服", "查看详情", "我已知晓"))
    pen.text(
        words,
        side,
        pen.height - 2.8 * em,
        1.05 * em,
        right=width - side,
        align="center",
        colour=WHITE,
        role="label",
        face=pen.body,
    )
