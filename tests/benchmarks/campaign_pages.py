"""Pictures of the papers of `campaigns`: drawn, stamped, and sent through scanners, cameras and messengers."""

from __future__ import annotations

from functools import cache
from random import Random

import cv2
import numpy as np
from campaigns import SCREEN, Draft, Hand, Stamp, laid
from forgecheck_models.synth.pages import chain
from forgecheck_models.synth.pages.draw import draw
from forgecheck_models.synth.pages.jpeg import png
from forgecheck_models.synth.pages.pen import Pen, body_face
from forgecheck_models.synth.pages.scene import Kind, Pixels, Scene, generator
from forgecheck_models.synth.seals import RED, draw_seal, invent
from forgecheck_models.synth.seals.impress import Print, put
from forgecheck_models.synth.seals.ink import Cover, soak

DRAWN = 480  # px of a seal's picture before it is put on a page
KINDS: dict[str, Kind] = {
    "lawyer_letter": "letter",
    "collection_notice": "notice",
    "contract_cancellation": "cancellation",
    "sms_screenshot": "sms",
}


def picture(hand: Hand, draft: Draft, seed: int) -> bytes:
    """The file that somebody receives; one hand keeps its typeface, and its seal where that is a picture."""
    kind = KINDS.get(draft.form.kind, "court")
    own, rng = generator(Random(hand.name).getrandbits(30), "hand"), generator(seed, "page")
    plan = chain.plan(generator(seed, "plan"), kind)
    width = int(rng.integers(1000, 1260))
    lines, wide, end = laid(draft.form, draft.texts, 1000.0)
    scale = width / wide
    pen = Pen(own, "test", kind, width, round(max(end * scale * 1.1, (1.9 if kind == "sms" else 1.41) * width)))
    pen.body = body_face(own, "test")
    for text, box in lines:
        high = (box.bottom - box.top) * scale
        pen.text(text, box.left * scale, box.bottom * scale - 0.14 * high, high)
    scene = draw(pen.sheet("campaign"), "freetype").scene
    if draft.stamp is not None and draft.form.kind not in SCREEN:
        side = round(draft.form.style.seal * 1000 * scale)
        centre = (round(width * own.uniform(0.6, 0.75)), round(end * scale - side * own.uniform(0.1, 0.5)))
        scene = stamped(scene, draft.stamp, side, centre, rng)
    scene = chain.walked(scene, (*plan.before, *plan.after), seed, "way")
    return scene.data if scene.data is not None else png(scene.image)


def stamped(scene: Scene, stamp: Stamp, side: int, centre: tuple[int, int], rng: np.random.Generator) -> Scene:
    """The scene with an impression on it."""
    seed = stamp.letters % 2**32
    cover = _picture(seed, "flat" if stamp.flaws == 0 else "uneven") if not stamp.ink else _soaked(seed, rng)
    small = cv2.resize(cover, (side, side), interpolation=cv2.INTER_AREA)
    image: Pixels
    image, _ = put(scene.image, Print(small, np.zeros((1, 2))), centre, RED)
    return Scene(image, scene.mask, scene.runs, scene.matrix)


@cache
def _picture(seed: int, ink: str) -> Cover:
    return _soaked(seed, np.random.default_rng(seed), ink)


def _soaked(seed: int, rng: np.random.Generator, ink: str = "uneven") -> Cover:
    return soak(draw_seal(invent(np.random.default_rng(seed), "round", "test"), DRAWN), ink, rng)  # type: ignore[arg-type]
