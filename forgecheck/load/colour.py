"""Any picture mode to 8-bit sRGB on white."""

from __future__ import annotations

import io
from typing import Final

import numpy as np
from PIL import Image

from forgecheck.load.limits import PROFILE_MAX

_SPACES: Final = {"RGB": b"RGB ", "L": b"GRAY", "CMYK": b"CMYK"}
"""Colour space a profile must state (ICC.1:2022, 7.2.8) to be used for a picture of this mode."""


def to_rgb(image: Image.Image) -> Image.Image:
    """Convert a decoded picture of any mode to RGB.

    Transparency is laid on white, as viewers of documents do; 16-bit grey keeps its upper byte; a sane ICC profile
    is converted to sRGB, a damaged one is ignored.
    """
    alpha = image.convert("RGBA").getchannel("A") if image.has_transparency_data else None
    plain = _srgb(_base(image), image.info.get("icc_profile"))
    if alpha is None:
        return plain
    page = Image.new("RGB", plain.size, "white")
    page.paste(plain, mask=alpha)
    return page


def _base(image: Image.Image) -> Image.Image:
    """The picture in mode L, CMYK or RGB, without transparency."""
    if image.mode.startswith("I"):
        return Image.fromarray((np.asarray(image).clip(0, 65_535) >> 8).astype(np.uint8))
    if image.mode in ("1", "L", "LA", "La", "F"):
        return image.convert("L")
    if image.mode in ("P", "PA"):
        return image.convert("RGBA").convert("RGB")  # the palette may have its own transparency
    return image if image.mode == "CMYK" else image.convert("RGB")


def _srgb(image: Image.Image, profile: object) -> Image.Image:
    if not isinstance(profile, bytes) or not _is_sane(profile, image.mode):
        return image.convert("RGB")
    from PIL import ImageCms  # only few pictures need it

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if image.mode == "RGB" and "sRGB" in ImageCms.getProfileDescription(source):
            return image
        target = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image.convert("RGB")
    return image.convert("RGB") if converted is None else converted


def _is_sane(profile: bytes, mode: str) -> bool:
    """Whether the profile's header (ICC.1:2022, 7.2) agrees with its length and with the picture."""
    return (
        128 <= len(profile) <= PROFILE_MAX
        and int.from_bytes(profile[:4], "big") == len(profile)
        and profile[36:40] == b"acsp"
        and profile[16:20] == _SPACES.get(mode)
    )
