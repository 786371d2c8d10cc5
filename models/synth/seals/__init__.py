"""Draws seals and puts their impressions on pages; every name is invented.

`scene(seed, split)` of `scenes.py` makes whole pages with their truths;
`python -m forgecheck_models.synth.seals.sheet OUT.png` shows many of them.
"""

from forgecheck_models.synth.seals.design import FONTS, SHIPPED, Design, invent
from forgecheck_models.synth.seals.draw import draw_seal
from forgecheck_models.synth.seals.impress import impress
from forgecheck_models.synth.seals.ink import BLACK, BLUE, RED

__all__ = ["BLACK", "BLUE", "FONTS", "RED", "SHIPPED", "Design", "draw_seal", "impress", "invent"]
