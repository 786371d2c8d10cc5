"""Cairo by ctypes: other anti-aliasing, hinting and sub-pixel places than FreeType through Pillow; also PDF.

Needs only the system's libcairo.so.2 and libfreetype.so.6 (LGPL/MPL and FTL, linked at run time); where they are
missing `available()` is false and pages are drawn without.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterable
from ctypes import POINTER, Structure, byref, c_char_p, c_double, c_int, c_long, c_ulong, c_void_p
from functools import cache

import numpy as np

from .fonts import Face
from .scene import Pixels, Run

A8, RGB24 = 2, 1
GREY, SUBPIXEL = 2, 3  # cairo_antialias_t
HINTING = {"cairo": 1, "cairo_lcd": 2, "cairo_hinted": 4}  # cairo_hint_style_t: none, slight, full
METRICS_OFF = 1


class Glyph(Structure):
    """cairo_glyph_t."""

    _fields_ = [("index", c_ulong), ("x", c_double), ("y", c_double)]


_WRITER = ctypes.CFUNCTYPE(c_int, c_void_p, ctypes.POINTER(ctypes.c_ubyte), ctypes.c_uint)


@cache
def _libraries() -> tuple[ctypes.CDLL, ctypes.CDLL, c_void_p] | None:
    try:
        cairo, freetype = ctypes.CDLL("libcairo.so.2"), ctypes.CDLL("libfreetype.so.6")
    except OSError:
        return None
    for name in ("cairo_image_surface_create_for_data", "cairo_create", "cairo_ft_font_face_create_for_ft_face"):
        getattr(cairo, name).restype = c_void_p
    for name in ("cairo_font_options_create", "cairo_pdf_surface_create_for_stream"):
        getattr(cairo, name).restype = c_void_p
    freetype.FT_Get_Char_Index.restype = ctypes.c_uint
    freetype.FT_Get_Char_Index.argtypes = [c_void_p, c_ulong]
    handle = c_void_p()
    return (cairo, freetype, handle) if freetype.FT_Init_FreeType(byref(handle)) == 0 else None


def available() -> bool:
    """Whether this machine has Cairo."""
    return _libraries() is not None


@cache
def _opened(face: Face) -> tuple[c_void_p, c_void_p]:
    """The FreeType face and the Cairo face made of it; both stay open."""
    found = _libraries()
    assert found is not None
    cairo, freetype, library = found
    raw = c_void_p()
    freetype.FT_New_Face.argtypes = [c_void_p, c_char_p, c_long, POINTER(c_void_p)]
    if freetype.FT_New_Face(library, face.path.encode(), face.index, byref(raw)):
        raise OSError(f"FreeType cannot open {face.path}")
    return raw, c_void_p(cairo.cairo_ft_font_face_create_for_ft_face(raw, 0))


def _show(context: c_void_p, run: Run, corner: tuple[int, int]) -> None:
    found = _libraries()
    assert found is not None
    cairo, freetype, _ = found
    raw, face = _opened(run.face)
    glyphs = (Glyph * len(run.text))()
    for place, char, edge in zip(glyphs, run.text, run.edges, strict=False):
        place.index, place.x, place.y = freetype.FT_Get_Char_Index(raw, ord(char)), edge - corner[0], run.y - corner[1]
    cairo.cairo_set_font_face(context, face)
    cairo.cairo_set_font_size(context, c_double(run.size))
    cairo.cairo_show_glyphs(context, glyphs, c_int(len(run.text)))


def coverage(run: Run, size: tuple[int, int], corner: tuple[int, int], style: str) -> Pixels:
    """How much ink each pixel takes: (H, W), or (H, W, 3) for "cairo_lcd" (one value a colour of the screen)."""
    found = _libraries()
    assert found is not None
    cairo = found[0]
    lcd = style == "cairo_lcd"
    stride = size[0] * 4 if lcd else (size[0] + 3) // 4 * 4
    buffer = np.full((size[1], stride), 255 if lcd else 0, np.uint8)
    surface = c_void_p(
        cairo.cairo_image_surface_create_for_data(c_void_p(buffer.ctypes.data), RGB24 if lcd else A8, *size, stride)
    )
    context, options = c_void_p(cairo.cairo_create(surface)), c_void_p(cairo.cairo_font_options_create())
    cairo.cairo_font_options_set_antialias(options, SUBPIXEL if lcd else GREY)
    cairo.cairo_font_options_set_hint_style(options, HINTING[style])
    cairo.cairo_font_options_set_hint_metrics(options, METRICS_OFF)
    cairo.cairo_set_font_options(context, options)
    cairo.cairo_set_source_rgb(context, c_double(0), c_double(0), c_double(0))
    _show(context, run, corner)
    cairo.cairo_surface_flush(surface)
    cairo.cairo_font_options_destroy(options)
    cairo.cairo_destroy(context)
    cairo.cairo_surface_destroy(surface)
    if lcd:
        return 255 - buffer.reshape(size[1], size[0], 4)[..., 2::-1]
    return buffer[:, : size[0]]


def pdf(runs: Iterable[Run], size: tuple[int, int]) -> bytes:
    """A PDF of one page, one point to a pixel of the page, with the runs as text and nothing else."""
    found = _libraries()
    assert found is not None
    cairo = found[0]
    out = io.BytesIO()

    def receive(_: object, data: ctypes._Pointer[ctypes.c_ubyte], length: int) -> int:
        out.write(ctypes.string_at(data, length))
        return 0

    writer = _WRITER(receive)
    surface = c_void_p(cairo.cairo_pdf_surface_create_for_stream(writer, None, c_double(size[0]), c_double(size[1])))
    context = c_void_p(cairo.cairo_create(surface))
    for run in runs:
        cairo.cairo_set_source_rgb(context, *(c_double(each / 255) for each in run.colour))
        _show(context, run, (0, 0))
    cairo.cairo_destroy(context)
    cairo.cairo_surface_finish(surface)
    cairo.cairo_surface_destroy(surface)
    return out.getvalue()
