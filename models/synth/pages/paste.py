"""Attacks with pictures: A7 seals (S1 .. S7) and A8 pasted signatures, letterheads and QR codes."""

from __future__ import annotations

from typing import Literal, cast

import cv2
import numpy as np

from . import graphics
from .pen import body_face
from .raster import write
from .scene import ERASED, GRAPHIC, Box, Floats, Pixels, Rng, Run, Scene, pick
from .tools import BLENDS, ERASES, Shop, Target, blended, erased, ground, touched

SealWay = Literal["opaque", "alpha", "multiply", "cutout", "extracted", "moved", "removed"]
SEAL_WAYS: tuple[SealWay, ...] = ("opaque", "alpha", "multiply", "cutout", "extracted", "moved", "removed")
"""S1 .. S7."""


def seal(scene: Scene, rng: Rng, shop: Shop) -> Scene | None:
    """A7: a seal pasted, copied or wiped out."""
    own = [scene.around(box) for box in scene.seals]
    own = [box for box in own if box.grown(3).within(scene.width, scene.height)]
    ways = [each for each in SEAL_WAYS if own or each not in {"moved", "removed"}]
    if not shop.optics:  # a clean seal multiplied into a clean file is how electronic seals come about
        ways.remove("multiply")
    way = pick(rng, ways)
    if way == "removed":
        return _removed(scene, pick(rng, own), rng)
    width = scene.scale * _page_width(scene)
    diameter = round(width * graphics.SEAL_SHARE * float(rng.uniform(0.75, 1.2)))
    if own and way == "moved":
        source = pick(rng, own)
        diameter = max(source.width, source.height)
    corner = _where(scene, diameter, rng)
    if corner is None or diameter < 24:
        return None
    box = Box(corner[0], corner[1], corner[0] + diameter, corner[1] + diameter)
    if way == "moved":
        source = pick(rng, own)
        patch = scene.image[source.slices]
        box = Box(corner[0], corner[1], corner[0] + source.width, corner[1] + source.height)
        if not box.within(scene.width, scene.height):
            return None
        cover = coloured(patch, ground(scene.image, source))
        return _laid(scene, patch, cover, box, multiply=rng.random() < 0.5, white=ground(scene.image, source))
    if way in {"cutout", "extracted"}:
        return _from_scan(scene, box, rng, shop, hard=way == "cutout")
    cover = graphics.seal_cover(rng, diameter)
    patch = np.empty((diameter, diameter, 3), np.uint8)
    patch[:] = graphics.seal_colour(rng)
    if way == "alpha":
        cover = cover * np.float32(rng.uniform(0.6, 0.95))
    return _laid(scene, patch, cover, box, multiply=way == "multiply", white=(255, 255, 255))


def _page_width(scene: Scene) -> float:
    """Of the page itself, as far as its text tells: in page pixels."""
    left = min((run.x for run in scene.runs), default=0.0)
    right = max((run.edges[-1] for run in scene.runs), default=scene.width / scene.scale)
    return max((right - left) * 1.25, 0.5 * scene.width / scene.scale)


def _where(scene: Scene, side: int, rng: Rng) -> tuple[int, int] | None:
    """Over the signature mostly: where the last lines stand; else anywhere on text."""
    for attempt in range(10):
        last = sorted(scene.runs, key=lambda run: run.y)[-3:]
        if not last:
            return None
        run = pick(rng, last if attempt < 5 and rng.random() < 0.6 else list(scene.runs))
        x, y = scene.placed([((run.edges[0] + run.edges[-1]) / 2, run.y)])[0] + rng.normal(0, 0.35 * side, 2)
        corner = (int(x - side / 2), int(y - side / 2))
        if Box(corner[0], corner[1], corner[0] + side, corner[1] + side).grown(2).within(scene.width, scene.height):
            return corner
    return None


def _bare(scene: Scene, side: int, rng: Rng) -> tuple[int, int] | None:
    """Where nothing stands yet."""
    if side + 4 >= min(scene.width, scene.height):
        return None
    for _ in range(25):
        left, top = int(rng.integers(2, scene.width - side - 2)), int(rng.integers(2, scene.height - side - 2))
        part = scene.image[top : top + side : 4, left : left + side : 4].astype(np.int16)
        if np.abs(part - np.median(part, axis=(0, 1))).max() < 50:
            return left, top
    return None


def _laid(scene: Scene, patch: Pixels, cover: Floats, box: Box, multiply: bool, white: tuple[int, int, int]) -> Scene:
    """The patch over the picture where the cover says so; the mask is what it covers, closed."""
    image = scene.image.copy()
    old = image[box.slices].astype(np.float32)
    cover = np.where(cover > 0.04, cover, 0).astype(np.float32)  # what nobody would see is not done
    share = cover[..., None]
    if multiply:
        factor = np.clip(patch / np.maximum(np.array(white, np.float32), 1), 0, 1)
        new = old * (1 - share + share * factor)
    else:
        new = old * (1 - share) + patch * share
    image[box.slices] = np.clip(np.rint(new), 0, 255).astype(np.uint8)
    mask = scene.mask.copy()
    mask[box.slices][cover > 0] = GRAPHIC
    return scene.with_image(image, mask)


def coloured(patch: Pixels, paper: tuple[int, int, int]) -> Floats:
    """How much each pixel is stained with colour: (H, W), 0..1."""
    pixels = patch.astype(np.int16)
    chroma = pixels.max(axis=2) - pixels.min(axis=2)
    tint = max(paper) - min(paper)
    return cast(Floats, np.clip((chroma - tint - 18) / 50.0, 0, 1).astype(np.float32))


def _from_scan(scene: Scene, box: Box, rng: Rng, shop: Shop, hard: bool) -> Scene | None:
    """S4 and S5: a seal of somebody's scanned page, cut out hard or lifted off softly."""
    side = box.width
    sheet = np.full((side + 16, side + 16, 3), 255, np.uint8)
    face = body_face(rng, shop.split)
    runs = [
        Run("某某律师事务所盖章日期", face, side / 8, -side / 8, y, (25, 25, 25)) for y in (side * 0.45, side * 0.7)
    ]
    sheet = write(sheet, runs)
    cover = graphics.seal_cover(rng, side)
    grain = np.clip(rng.normal(1, 0.16, cover.shape), 0, 1).astype(np.float32)
    sheet = graphics.blend(sheet, cover * grain, (8, 8), graphics.seal_colour(rng))
    lit = cv2.GaussianBlur(sheet, (0, 0), float(rng.uniform(0.6, 1.2))).astype(np.float32) * np.float32(
        rng.uniform(0.88, 1)
    )
    lit += rng.normal(0, float(rng.uniform(1, 4)), (*lit.shape[:2], 1)).astype(np.float32)
    patch = np.clip(lit, 0, 255)[8 : 8 + side, 8 : 8 + side]
    red, green, blue = patch[..., 0], patch[..., 1], patch[..., 2]
    if hard:  # as cut-out tools do: a threshold, the colour made stronger, hard edges
        low = float(rng.uniform(1.3, 1.6))
        keep = (np.maximum(red, blue) > 120) & ((red > low * green) | (blue > low * red)) & (patch.min(axis=2) < 220)
        strong = np.clip(patch * np.float32(rng.uniform(1.0, 1.2)), 0, 255).astype(np.uint8)
        return _laid(scene, strong, keep.astype(np.float32), box, multiply=False, white=(255, 255, 255))
    soft = coloured(patch.astype(np.uint8), (240, 240, 240))
    return _laid(scene, patch.astype(np.uint8), soft, box, multiply=True, white=(240, 240, 240))


def _removed(scene: Scene, box: Box, rng: Rng) -> Scene:
    """S7: the seal's colour taken off, or the whole place wiped out."""
    mask = scene.mask.copy()
    paper = ground(scene.image, box)
    if rng.random() < 0.4:
        image = erased(scene.image, box, pick(rng, ERASES), rng)
        mask[box.slices] = ERASED
        return scene.with_image(image, mask)
    image, part = scene.image.copy(), scene.image[box.slices]
    cover = coloured(part, paper)
    hole = cv2.dilate((cover > 0.15).astype(np.uint8), np.ones((3, 3), np.uint8))
    if rng.random() < 0.5:
        clean = cv2.inpaint(np.ascontiguousarray(part), hole, 3, cv2.INPAINT_TELEA)
    else:
        dark = part.max(axis=2) < 110
        clean = np.where((hole > 0)[..., None] & ~dark[..., None], np.array(paper, np.uint8), part)
    image[box.slices] = clean
    mask[box.slices][hole > 0] = ERASED
    return scene.with_image(image, mask)


def picture(scene: Scene, rng: Rng, shop: Shop) -> Scene | None:
    """A8: a signature, a logo with a letterhead, or a QR code."""
    side = round(scene.scale * _page_width(scene) * float(rng.uniform(0.1, 0.22)))
    way = int(rng.integers(4))
    if way == 3:
        return _letterhead(scene, rng, shop)
    corner = (_bare(scene, side, rng) if rng.random() < 0.7 else None) or _where(scene, side, rng)
    if corner is None or side < 20:
        return None
    box = Box(corner[0], corner[1], corner[0] + side, corner[1] + side)
    if way == 0:
        high = max(side // 2, 10)
        cover = graphics.signature(rng, side, high)
        box = Box(box.left, box.top, box.right, box.top + high)
        patch = np.empty((high, side, 3), np.uint8)
        patch[:] = pick(rng, ((20, 20, 30), (20, 30, 120), (40, 40, 40)))
        if rng.random() < 0.4:  # with the paper it was cut out of
            paper = np.array(ground(scene.image, box)) + rng.integers(-8, 3)
            whole = np.clip(paper * (1 - cover[..., None]) + patch * cover[..., None], 0, 255).astype(np.uint8)
            return _marked(scene, blended(scene.image, whole, box, pick(rng, BLENDS)), box)
        return _laid(scene, patch, cover, box, multiply=rng.random() < 0.5, white=(255, 255, 255))
    if way == 1:
        logo, shape = graphics.logo(rng, side)
        return _laid(scene, logo, shape, box, multiply=False, white=(255, 255, 255))
    return _marked(scene, blended(scene.image, graphics.qr(rng, side), box, "none"), box)


def _marked(scene: Scene, image: Pixels, box: Box) -> Scene:
    mask = scene.mask.copy()
    mask[box.slices] = GRAPHIC
    return scene.with_image(image, mask)


def _letterhead(scene: Scene, rng: Rng, shop: Shop) -> Scene | None:
    """Another sender's name over the title, in the forger's own face."""
    titles = [run for run in scene.runs if run.role == "title" and len(run.text) > 3]
    if not titles:
        return None
    run = pick(rng, titles)
    found = Target(run, 0, len(run.text), scene.span(run, 0, len(run.text)))
    if not found.box.grown(3).within(scene.width, scene.height):
        return None
    name = pick(rng, ("云州市衡正律师事务所", "安澜区人民法院", "清河口市公安局", "诉前调解中心"))
    image = erased(scene.image, found.box, pick(rng, ERASES), rng)
    size = found.box.width / max(len(name), len(found.text))
    new = Run(
        name,
        body_face(rng, shop.split),
        size,
        float(found.box.left),
        float(found.box.bottom) - 0.2 * size,
        found.run.colour,
    )
    out = write(image, [new])
    return _marked(scene, out, touched(image, out, found.box))
