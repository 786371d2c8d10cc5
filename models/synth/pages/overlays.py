"""What people do to a picture before they show it: bars, mosaics, highlights, circles, watermarks, stickers.

No forgery: class BENIGN in the mask, on genuine and on forged pages alike.
"""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
from PIL import Image

from . import graphics
from .fonts import Split
from .pen import body_face
from .raster import write
from .scene import BENIGN, Box, Colour, Pixels, Rng, Run, Scene, pick

LOUD: tuple[Colour, ...] = ((230, 30, 30), (255, 60, 40), (20, 110, 240), (0, 160, 70))


def spot(scene: Scene, rng: Rng) -> Box | None:
    """Some characters of a line, wholly in sight."""
    for _ in range(12):
        if not scene.runs:
            return None
        run = pick(rng, scene.runs)
        count = min(len(run.text), int(rng.integers(2, 12)))
        first = int(rng.integers(0, len(run.text) - count + 1))
        box = scene.span(run, first, first + count)
        if box.grown(4).within(scene.width, scene.height):
            return box
    return None


def changed(scene: Scene, image: Pixels, box: Box, hides: bool = False) -> Scene:
    """The scene with this picture; what differs inside the box counts as BENIGN.

    A forger's work stays marked where it shines through, and is gone where the overlay hides it.
    """
    rows, columns = box.slices
    red, green, blue = cv2.split(cv2.absdiff(image[rows, columns], scene.image[rows, columns]))
    differs = cv2.max(cv2.max(red, green), blue)
    closed = cv2.morphologyEx(differs, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    mask = scene.mask.copy()
    part = mask[rows, columns]
    part[(closed > 0) if hides else (closed > 0) & (part == 0)] = BENIGN
    return scene.with_image(image, mask)


def bar(scene: Scene, rng: Rng, _: Split) -> Scene:
    """Black, white or coloured bars over private words."""
    out, colour = scene, pick(rng, ((0, 0, 0), (0, 0, 0), (255, 255, 255), (128, 128, 128), *LOUD))
    for _ in range(int(rng.integers(1, 5))):
        box = spot(out, rng)
        if box:
            image = out.image.copy()
            image[box.slices] = colour
            out = changed(out, image, box, hides=True)
    return out


def mosaic(scene: Scene, rng: Rng, _: Split) -> Scene:
    """Coarse squares over private words."""
    out = scene
    for _ in range(int(rng.integers(1, 4))):
        box = spot(out, rng)
        if box:
            image, side = out.image.copy(), int(rng.integers(6, 18))
            small = cv2.resize(
                image[box.slices], (max(box.width // side, 1), max(box.height // side, 1)), interpolation=cv2.INTER_AREA
            )
            image[box.slices] = cv2.resize(small, (box.width, box.height), interpolation=cv2.INTER_NEAREST)
            out = changed(out, image, box, hides=True)
    return out


def highlight(scene: Scene, rng: Rng, _: Split) -> Scene:
    """A marker's colour multiplied in, or the selection of a viewer."""
    out = scene
    colour = np.array(pick(rng, ((255, 245, 110), (170, 255, 150), (255, 190, 210), (180, 215, 255))), np.float32) / 255
    for _ in range(int(rng.integers(1, 4))):
        box = spot(out, rng)
        if box:
            image = out.image.copy()
            image[box.slices] = np.rint(image[box.slices] * colour).astype(np.uint8)
            out = changed(out, image, box)
    return out


def drawn(scene: Scene, rng: Rng, _: Split) -> Scene:
    """A red circle, an underline or an arrow drawn by hand."""
    box = spot(scene, rng)
    if not box:
        return scene
    canvas, thick = scene.image.copy(), int(rng.integers(2, 7))
    colour, wide = pick(rng, LOUD), scene.scale * 20
    way = int(rng.integers(3))
    if way == 0:
        steps = np.linspace(0, 2 * np.pi * rng.uniform(0.95, 1.1), 60)
        wobble = 1 + 0.05 * np.sin(3 * steps + rng.uniform(0, 6))
        x = (box.left + box.right) / 2 + (box.width / 2 + wide * 0.5) * np.cos(steps) * wobble
        y = (box.top + box.bottom) / 2 + (box.height / 2 + wide * 0.3) * np.sin(steps) * wobble
    elif way == 1:
        x = np.linspace(box.left, box.right, 30)
        y = box.bottom + 2 + np.cumsum(rng.normal(0, 0.5, 30))
    else:
        x = np.array(
            [box.right + 3 * wide, box.right + wide, box.right + 1.6 * wide, box.right + wide, box.right + 1.7 * wide]
        )
        middle = (box.top + box.bottom) / 2
        y = np.array([middle + 2 * wide, middle, middle - 0.1 * wide, middle, middle + 0.8 * wide])
    points = np.column_stack((x, y))
    cv2.polylines(canvas, [np.asarray(points * 16, np.int32)], False, colour, thick, cv2.LINE_AA, 4)
    return changed(scene, canvas, Box(0, 0, scene.width, scene.height))


def watermark(scene: Scene, rng: Rng, split: Split) -> Scene:
    """Words of a platform or of the sender across the page, or in a corner."""
    size = scene.width * float(rng.uniform(0.025, 0.05))
    words = pick(rng, ("仅供参考", "内部资料", "@云州生活", "客户留存", "复印无效", "水印相机"))
    run = Run(words, body_face(rng, split), size, 0.2 * size, 1.1 * size, (255, 255, 255))
    blank = np.zeros((int(1.6 * size), int(run.edges[-1] + 0.4 * size), 3), np.uint8)
    stamp = Image.fromarray(write(blank, [run])[..., 0])
    cover = Image.new("L", (scene.width, scene.height), 0)
    if rng.random() < 0.4:
        cover.paste(255, (scene.width - stamp.width - 8, scene.height - stamp.height - 8), stamp)
    else:
        stamp = stamp.rotate(float(rng.uniform(-35, 40)), Image.Resampling.BICUBIC, expand=True)
        step = (int(stamp.width * rng.uniform(1.1, 2)), int(stamp.height * rng.uniform(1.1, 2.5)))
        for y in range(-stamp.height // 2, scene.height, step[1]):
            for x in range(-stamp.width // 2, scene.width, step[0]):
                cover.paste(255, (x, y), stamp)
    grey = int(rng.integers(110, 200))
    share = np.asarray(cover, np.float32) * np.float32(rng.uniform(0.15, 0.5) / 255)
    image = graphics.blend(scene.image, share, (0, 0), (grey, grey, grey), False)
    return changed(scene, image, Box(0, 0, scene.width, scene.height))


def sticker(scene: Scene, rng: Rng, _: Split) -> Scene:
    """A round face or an emblem over somebody's picture or name."""
    box = spot(scene, rng)
    if not box:
        return scene
    side = max(int(box.height * rng.uniform(1.2, 2.4)), 8)
    left, top = max(box.left, 0), max(box.top - side // 4, 0)
    place = Box(left, top, left + side, top + side).grown(2)
    if not place.within(scene.width, scene.height):
        return scene
    canvas = scene.image.copy()
    middle = (left + side // 2, top + side // 2)
    cv2.circle(canvas, middle, side // 2, (255, 205, 60), -1, cv2.LINE_AA)
    for sign in (-1, 1):
        cv2.circle(
            canvas,
            (middle[0] + sign * side // 6, middle[1] - side // 8),
            max(side // 14, 1),
            (90, 50, 10),
            -1,
            cv2.LINE_AA,
        )
    cv2.ellipse(
        canvas,
        (middle[0], middle[1] + side // 12),
        (side // 4, side // 5),
        0,
        10,
        170,
        (90, 50, 10),
        max(side // 20, 1),
        cv2.LINE_AA,
    )
    return changed(scene, canvas, place, hides=True)


OVERLAYS: dict[str, Callable[[Scene, Rng, Split], Scene]] = {
    each.__name__: each for each in (bar, mosaic, highlight, drawn, watermark, sticker)
}
