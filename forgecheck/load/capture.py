"""How a picture most likely came about: by its container, its size and four measured numbers.

Every rule says its reason; where none holds, the kind is unknown, which is better than wrong.  The thresholds were
set by eye on public Chinese screenshots, scans and photos and lie in the gap between the kinds.  A photo of a screen is
called a photo: no public pictures of that kind were at hand to measure a rule with.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from forgecheck.evidence import Capture, CaptureKind, Container, Image
from forgecheck.load.measure import Measures, measure
from forgecheck.load.sizes import is_paper_aspect, paper_at_dpi, screen_width

_FLAT_SCREEN = 0.1  # the busiest of 86 genuine screens has 0.12; camera pictures of screen size have 0.01 or less
_FEW_COLOURS = 0.3  # share of the eight commonest colours; above it few colours make up the picture
_FLAT_PAGE = 0.3  # share of flat blocks; camera pictures and scans have less
_SPECKLED_MOST = 0.01  # drawn pages 0.003 or less, scanner apps 0.04
_EVEN_MOST = 15.0  # grey levels; scans 0 to 10
_UNEVEN_FROM = 35.0  # grey levels; photos 39 and more
_MESSENGER_FROM = 800
"""Sum of the luminance table: above it the quality is below 90 of 100 (T.81 annex K scaled as libjpeg does).  Phones
write screenshots at 90 and above; messengers and their senders go to 65 to 80."""
_SCANNERS: Final = (
    "camscanner", "扫描全能王", "intsig", "genius scan", "office lens", "microsoft lens", "adobe scan", "scansnap",
    "夸克扫描", "白描", "epson", "brother", "fujitsu", "ricoh", "kyocera", "xerox", "kodak", "hewlett", "hp scan",
)  # fmt: skip
"""Names of scanners and scanning apps as they write themselves into EXIF; collected by us, 2026-11."""


class _View(NamedTuple):
    """What the rules look at."""

    container: Container
    width: int
    height: int
    measured: Measures

    @property
    def is_lossy(self) -> bool:
        return self.container.format == "JPEG" or any(name == "VP8 " for name, _ in self.container.segments)


Told = tuple[CaptureKind, tuple[str, ...]]


def tell_capture(image: Image, container: Container, typeset: bool) -> Capture:
    """Tell the capture class of a document from its first page.

    Parameters
    ----------
    image : ndarray of shape (H, W, 3)
        The upright first page.
    container : Container
        The file it came in.
    typeset : bool
        Whether it is a PDF page made of text and lines, not of pictures.
    """
    if typeset:
        return Capture("render", ("PDF 页面由文字和线条组成，不是图片",))
    view = _View(container, image.shape[1], image.shape[0], measure(image))
    told = next((each for each in (rule(view) for rule in _RULES) if each is not None), None)
    return Capture("unknown", ("没有足够的特征",)) if told is None else Capture(*told)


def _named_screenshot(view: _View) -> Told | None:
    if "screenshot" in view.container.texts.get("exif:UserComment", "").lower():
        return "screenshot", ("EXIF 注明是截图",)
    return None


def _screen(view: _View) -> Told | None:
    wide = screen_width(view.width, view.height)
    made = view.measured
    if wide is None or not (made.flat >= _FLAT_SCREEN or made.main_colours >= _FEW_COLOURS):
        return None
    reasons = (f"宽 {wide} 像素，是手机屏幕的尺寸", f"{made.flat:.0%} 的小块颜色完全一致")
    jpeg = view.container.jpeg
    coarse = jpeg is not None and sum(jpeg.tables.get(0, ())) > _MESSENGER_FROM
    return ("messenger", (*reasons, "JPEG 压缩较重，像是聊天软件转发")) if coarse else ("screenshot", reasons)


def _named_scanner(view: _View) -> Told | None:
    fields = ("exif:Software", "exif:Make", "exif:Model", "exif:ImageDescription")
    said = " ".join(view.container.texts.get(each, "") for each in fields).lower()
    name = next((each for each in _SCANNERS if each in said), None)
    return None if name is None else ("scan", (f"EXIF 写有扫描工具：{name}",))


def _camera(view: _View) -> Told | None:
    if not {"exif:ExposureTime", "exif:FNumber"} & view.container.texts.keys():
        return None
    return ("photo", ("EXIF 写有相机曝光数据",)) if view.measured.flat < _FLAT_PAGE else None


def _scan(view: _View) -> Told | None:
    size = paper_at_dpi(view.width, view.height)
    made = view.measured
    if size is None or made.flat >= _FLAT_PAGE or made.lighting > _EVEN_MOST:
        return None
    return "scan", (f"尺寸等于 {size}", f"纸面亮度均匀（相差 {made.lighting:.0f} 级）")


def _drawn_page(view: _View) -> Told | None:
    made = view.measured
    if view.is_lossy or not is_paper_aspect(view.width, view.height) or made.flat < _FLAT_PAGE:
        return None
    if made.speckled > _SPECKLED_MOST or made.main_colours < 2 * _FEW_COLOURS:
        return None
    return "render", ("长宽比等于 A4 或信纸", f"{made.flat:.0%} 的小块颜色完全一致，没有纸纹和噪点")


def _photo(view: _View) -> Told | None:
    made = view.measured
    if made.lighting < _UNEVEN_FROM or made.main_colours >= _FEW_COLOURS or made.flat > 0.5:
        return None
    return "photo", (f"明暗不均（相差 {made.lighting:.0f} 级）", "颜色多，没有大片单色")


_RULES: Final[tuple[Callable[[_View], Told | None], ...]] = (
    _named_screenshot,
    _screen,
    _named_scanner,
    _camera,
    _scan,
    _drawn_page,
    _photo,
)
"""Surest first."""
