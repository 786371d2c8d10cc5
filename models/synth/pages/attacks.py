"""The attacks by name, and one door to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import numpy as np

from . import paste, rewrite
from .draw import PHONE
from .scene import BENIGN, UNTOUCHED, Kind, Rng, Scene, generator, pick
from .tools import Shop, target, visible

Attack = Literal["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11", "A12"]
Work = Callable[[Scene, Rng, Shop], Scene | None]
WORKS: dict[Attack, Work] = {
    "A1": rewrite.copy_move,
    "A2": rewrite.splice,
    "A3": rewrite.reprint,
    "A4": rewrite.removal,
    "A5": rewrite.insertion,
    "A6": rewrite.surgery,
    "A7": paste.seal,
    "A8": paste.picture,
    "A9": rewrite.interface,
    "A10": rewrite.texture,
    "A11": rewrite.inpainted,
    "A12": rewrite.aligned,
}
ATTACKS: tuple[Attack, ...] = tuple(WORKS)
SHARES: dict[Attack, float] = {
    "A1": 0.11,
    "A2": 0.11,
    "A3": 0.2,
    "A4": 0.06,
    "A5": 0.09,
    "A6": 0.06,
    "A7": 0.09,
    "A8": 0.05,
    "A9": 0.05,
    "A10": 0.1,
    "A11": 0.05,
    "A12": 0.03,
}
"""How often each is drawn (assumed)."""


def choose(rng: Rng, kind: Kind) -> Attack:
    """An attack that fits the kind of page."""
    names = [each for each in ATTACKS if each != ("A7" if kind in PHONE else "A9")]
    weights = np.array([SHARES[each] for each in names])
    return names[int(rng.choice(len(names), p=weights / weights.sum()))]


def attacked(
    scene: Scene, attack: Attack, shop: Shop, most: int, *seeds: int | str
) -> tuple[Scene, Attack, int] | None:
    """The scene after 1 to `most` edits of this kind; with A3 or A10 where it cannot be done here.

    Returns
    -------
    tuple or None
        The scene, the attack that was made, and how many edits; None where the scene offers no place at all.
    """
    rng = generator(*seeds, "attack")
    for name in (attack, "A3", "A10", "A4"):
        out, done = scene, 0
        wanted = int(rng.integers(1, most + 1))
        for _ in range(wanted * 4):
            new = WORKS[name](out, rng, shop)
            fresh = new is not None and (new.mask != out.mask).any()
            if new is not None and fresh and visible(out, new, 3 if name == "A10" else 8, 12):
                out, done = new, done + 1
            if done == wanted:
                break
        if done:
            return out, name, done
    return None


def tampered(scene: Scene) -> bool:
    """Whether a forger's work is still to be seen in the mask."""
    return bool(((scene.mask != UNTOUCHED) & (scene.mask != BENIGN)).any())


def idle(scene: Scene, rng: Rng) -> Scene:
    """The same code with nothing changed: characters cut out and laid back in their place. No forgery."""
    found = target(scene, rng)
    if not found:
        return scene
    image = scene.image.copy()
    image[found.box.slices] = scene.image[found.box.slices].copy()
    return scene.with_image(image)


def some(rng: Rng) -> Attack:
    """Any attack."""
    return pick(rng, ATTACKS)
