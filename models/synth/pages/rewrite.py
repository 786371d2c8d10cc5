"""Attacks on words: A1 copy-move, A2 splice, A3 reprint, A4 removal, A5 insertion, A6 digit surgery, A9 .. A12."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import cv2
import numpy as np

from . import jpeg, texts
from .fonts import Face, drawable, faces
from .pen import CLOSING
from .raster import Rasteriser, choices, write
from .scene import ERASED, TEXT, Box, Pixels, Rng, Run, Scene, pick
from .tools import BLENDS, ERASES, Shop, Target, blended, erased, ground, ink, marked, noise_of, target, touched

COMMON = "一二三四五六七八九十百千万元年月日号人民法院律师合同借款本金利息逾期通知收到还款账户银行公司请于到期内"
GROWS = {"3": "8", "1": "7", "0": "8", "6": "8", "5": "6", "9": "8", "2": "8", "4": "9", "7": "9", "8": "9"}


def other(text: str, rng: Rng, face: Face) -> str:
    """Another text of the same form: digits stay digits."""
    out = []
    for char in text:
        if char.isdigit():
            out.append(str((int(char) + int(rng.integers(1, 10))) % 10))
        elif char in texts.SURNAMES:
            out.append(pick(rng, texts.SURNAMES.replace(char, "")))
        elif char in CLOSING + "（《“.,:- 年月日元号第期天" or char.isascii():
            out.append(char)
        else:
            out.append(pick(rng, COMMON.replace(char, "")))
    new = "".join(out)
    return new if drawable(face, new) and new != text else text


def printed(
    scene: Scene,
    image: Pixels,
    found: Target,
    text: str,
    shop: Shop,
    rng: Rng,
    alien: bool = False,
    like: Box | None = None,
) -> tuple[Pixels, Box]:
    """Text written where the target stood; the picture and the box that the new text covers.

    Parameters
    ----------
    alien
        Never in the page's own face and rasteriser.
    like
        Where to take the colour from; from the target itself when omitted.
    """
    run = found.run
    family = [face for face in faces(shop.split) if drawable(face, text)]
    near = [face for face in family if face.look == run.face.look]
    way = rng.random()
    face = run.face if way < 0.45 and not alien else pick(rng, near if way < 0.8 and near else family or [run.face])
    face = face if drawable(face, text) else run.face
    rough = rng.random() < 0.5
    size = run.size * scene.scale * (float(rng.uniform(0.92, 1.08)) if rough else 1.0)
    shift = rng.normal(0, 1.0 if rough else 0.25, 2).clip(-2, 2)
    x, y = scene.placed([(run.edges[found.first], run.y)])[0] + shift
    colour = ink(scene.image, like or found.box) if rng.random() < 0.8 else run.colour
    new = Run(text, face, size, float(x), float(y), colour, run.role, run.spacing * scene.scale)
    mine: Rasteriser = shop.rasteriser if shop.rasteriser in choices() else "freetype"
    others = [each for each in choices() if each != mine] or list(choices())
    rasteriser = pick(rng, others) if alien or rng.random() < 0.6 else mine
    out = write(image, [new], rasteriser, float(rng.uniform(0.75, 1.25)) if rng.random() < 0.4 else 1.0)
    box = Box(int(new.edges[0]), int(y - size), int(new.edges[-1]) + 1, int(y))
    return out, touched(image, out, clipped(scene, union(box, found.box)), found.box)


def union(one: Box, two: Box) -> Box:
    """The smallest box around both."""
    return Box(min(one.left, two.left), min(one.top, two.top), max(one.right, two.right), max(one.bottom, two.bottom))


def clipped(scene: Scene, box: Box) -> Box:
    """What of the box lies on the picture."""
    return Box(max(box.left, 0), max(box.top, 0), min(box.right, scene.width), min(box.bottom, scene.height))


def softened(image: Pixels, box: Box, rng: Rng, grain: float) -> Pixels:
    """A box made to look like its surroundings: a little blur, and the paper's grain."""
    out = image.copy()
    part = out[box.slices].astype(np.float32)
    part = cv2.GaussianBlur(part, (0, 0), float(rng.uniform(0.4, 0.9)))
    part += rng.normal(0, max(grain, 0.01), (box.height, box.width, 1)).astype(np.float32)
    out[box.slices] = np.clip(np.rint(part), 0, 255).astype(np.uint8)
    return out


def reprint(scene: Scene, rng: Rng, shop: Shop, alien: bool = False, found: Target | None = None) -> Scene | None:
    """A3: wiped out and written again."""
    found = found or target(scene, rng, 1, 8)
    if not found:
        return None
    text = other(found.text, rng, found.run.face)
    if text == found.text:
        return None
    image = erased(scene.image, found.box, pick(rng, ERASES), rng)
    image, box = printed(scene, image, found, text, shop, rng, alien)
    grain = noise_of(scene.image, found.box)
    if rng.random() < (0.6 if grain > 0.5 else 0.1):
        image = softened(image, box, rng, grain)
    return marked(scene, image, box)


def copy_move(scene: Scene, rng: Rng, _: Shop, grid: int = 1) -> Scene | None:
    """A1: characters of the same page over others; A12 where both stand on the same place of the JPEG grid."""
    found = target(scene, rng, 1, 4)
    if not found:
        return None
    count = found.last - found.first
    for _attempt in range(12):
        source = target(scene, rng, count, count)
        if not source or source.text == found.text or abs(source.run.size / found.run.size - 1) > 0.1:
            continue
        if source.text[0].isdigit() != found.text[0].isdigit():
            continue
        box, shift = found.box.grown(1), rng.integers(-1, 2, 2)
        dx = source.box.left - found.box.left + int(shift[0])
        dy = source.box.top - found.box.top + int(shift[1])
        if grid > 1:
            dx, dy = round(dx / grid) * grid, round(dy / grid) * grid
        taken = Box(box.left + dx, box.top + dy, box.right + dx, box.bottom + dy)
        if taken.within(scene.width, scene.height) and (abs(dx) >= 4 or abs(dy) >= 4):
            way = "none" if grid > 1 else pick(rng, BLENDS)
            return marked(scene, blended(scene.image, scene.image[taken.slices], box, way), box)
    return None


def splice(scene: Scene, rng: Rng, shop: Shop) -> Scene | None:
    """A2: characters of another page."""
    found, donor = target(scene, rng, 1, 6), shop.donor()
    if not found or not donor:
        return None
    count = found.last - found.first
    best: tuple[float, Target] | None = None
    for _attempt in range(10):  # donors that look alike: size first, then paper and ink
        source = target(donor, rng, count, count)
        if not source or source.text == found.text:
            continue
        far = abs(np.log(source.box.height / found.box.height)) * 60
        far += (
            sum(
                abs(a - b) for a, b in zip(ground(donor.image, source.box), ground(scene.image, found.box), strict=True)
            )
            / 3
        )
        if best is None or far < best[0]:
            best = (float(far), source)
    if best is None or best[0] > 90:
        return None
    box = found.box.grown(1)
    patch = donor.image[best[1].box.grown(1).slices]
    patch = cast(
        Pixels,
        cv2.resize(
            patch, (box.width, box.height), interpolation=pick(rng, (cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_AREA))
        ),
    )
    return marked(scene, blended(scene.image, patch, box, pick(rng, BLENDS)), box)


def removal(scene: Scene, rng: Rng, _: Shop) -> Scene | None:
    """A4: wiped out, nothing instead."""
    found = target(scene, rng, 2, 16)
    if not found:
        return None
    box = clipped(scene, found.box.grown(int(rng.integers(0, 3))))
    return marked(scene, erased(scene.image, box, pick(rng, ERASES), rng), box, ERASED)


def insertion(scene: Scene, rng: Rng, shop: Shop) -> Scene | None:
    """A5: a word, a date or a sum where there was bare paper: behind the end of a line, or below it."""
    found = target(scene, rng, 1, 4)
    if not found:
        return None
    run = found.run
    text = pick(rng, (texts.day(rng), texts.money(rng) + "元", texts.person(rng), "逾期将追究责任", "限三日内还清"))
    if not drawable(run.face, text):
        return None
    for _attempt in range(6):
        below = rng.random() < 0.5
        x = run.x + float(rng.uniform(0, 3)) * run.size if below else run.edges[-1] + 0.3 * run.size
        y = run.y + (float(rng.uniform(1.3, 2)) * run.size if below else 0.0)
        place = replace(run, text=text, x=x, y=y)
        box = scene.span(place, 0, len(text))
        if box.grown(3).within(scene.width, scene.height):
            part = scene.image[box.slices].astype(np.int16)
            if np.abs(part - np.array(ground(scene.image, box))).max() < 60:
                spot = Target(place, 0, len(text), box)
                if np.abs(np.array(ink(scene.image, found.box)) - ground(scene.image, box)).sum() < 120:
                    return None
                image, area = printed(scene, scene.image, spot, text, shop, rng, like=found.box)
                grain = noise_of(scene.image, box)
                image = softened(image, area, rng, grain) if grain > 0.5 and rng.random() < 0.5 else image
                return marked(scene, image, area)
    return None


def surgery(scene: Scene, rng: Rng, shop: Shop) -> Scene | None:
    """A6: strokes added to one digit (3 becomes 8), or digits stretched over the next."""
    found = target(scene, rng, 1, 1, ("amount", "date", "number"))
    if not found or not found.text.isdigit():
        return None
    if rng.random() < 0.3 and found.last < len(found.run.text):
        two = scene.span(found.run, found.first, found.last + 1)
        if not two.grown(2).within(scene.width, scene.height):
            return None
        wide = cv2.resize(scene.image[found.box.slices], (two.width, two.height), interpolation=cv2.INTER_CUBIC)
        return marked(scene, blended(scene.image, cast(Pixels, wide), two, "none"), two)
    bare = np.empty_like(scene.image[found.box.slices])
    bare[:] = ground(scene.image, found.box)
    canvas = scene.image.copy()
    canvas[found.box.slices] = bare
    canvas, box = printed(scene, canvas, found, GROWS[found.text], shop, rng)
    dark = sum(ink(scene.image, found.box)) < sum(ground(scene.image, found.box))
    joined = (np.minimum if dark else np.maximum)(canvas[box.slices], scene.image[box.slices])
    image = scene.image.copy()
    image[box.slices] = joined
    return marked(scene, image, box)


def interface(scene: Scene, rng: Rng, shop: Shop) -> Scene | None:
    """A9: what the phone itself wrote (clock, sender, day) written again by another program."""
    found = target(scene, rng, 1, 8, ("status", "title", "label", "date"))
    return reprint(scene, rng, shop, alien=True, found=found) if found else None


def texture(scene: Scene, rng: Rng, _: Shop) -> Scene | None:
    """A10: the same words with another sharpness, noise or JPEG history."""
    found = target(scene, rng, 2, 10)
    if not found:
        return None
    box, image = clipped(scene, found.box.grown(1)), scene.image.copy()
    part = image[box.slices].astype(np.float32)
    way = int(rng.integers(4))
    if way == 0:
        part = cv2.GaussianBlur(part, (0, 0), float(rng.uniform(0.5, 1.2)))
    elif way == 1:
        part += rng.normal(0, float(rng.uniform(3, 9)), (box.height, box.width, 1))
    elif way == 2:
        part += float(rng.uniform(0.6, 1.8)) * (part - cv2.GaussianBlur(part, (0, 0), 1.0))
    else:
        part = jpeg.decode(jpeg.encode(np.ascontiguousarray(image[box.slices]), jpeg.setting(rng, 40, 80))).astype(
            np.float32
        )
    image[box.slices] = np.clip(np.rint(part), 0, 255).astype(np.uint8)
    return marked(scene, image, box)


def inpainted(scene: Scene, rng: Rng, shop: Shop) -> Scene | None:
    """A11: a region redrawn soft and then sharpened; a stand-in for what an image model does, no more."""
    edited = reprint(scene, rng, shop)
    if edited is None:
        return None
    rows, columns = np.nonzero((edited.mask == TEXT) & (scene.mask != TEXT))
    if not len(rows):
        return None
    box = Box(int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1)
    box = clipped(scene, box.grown(int(rng.integers(4, 20))))
    part, factor = edited.image[box.slices], float(rng.uniform(1.6, 3))
    small = cv2.resize(
        part, (max(int(box.width / factor), 2), max(int(box.height / factor), 2)), interpolation=cv2.INTER_AREA
    )
    calm = cv2.bilateralFilter(small, 5, 20, 3)
    large = cv2.resize(calm, (box.width, box.height), interpolation=cv2.INTER_CUBIC).astype(np.float32)
    large += float(rng.uniform(0.8, 2)) * (large - cv2.GaussianBlur(large, (0, 0), 1.5))
    image = edited.image.copy()
    image[box.slices] = np.clip(np.rint(large), 0, 255).astype(np.uint8)
    return marked(edited, image, box)


def aligned(scene: Scene, rng: Rng, shop: Shop) -> Scene | None:
    """A12: copy-move on the page's own JPEG grid."""
    return copy_move(scene, rng, shop, grid=16)
