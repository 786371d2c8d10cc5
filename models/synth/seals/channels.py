"""What a page goes through on its way: scanner, camera, messenger, screenshot.  Each also says how points move."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import cv2
import numpy as np
import numpy.typing as npt
from forgecheck_models.synth.seals.impress import Pixels

Matrix = npt.NDArray[np.float64]
Channel = Literal["none", "jpeg", "wechat", "resize", "scan", "gray_scan", "photo", "screenshot", "nested"]
MESSENGER_SIDE = 1280  # px: messengers shrink the shorter side to 1080 or the longer to this; then about quality 70


def jpeg(image: Pixels, quality: int) -> Pixels:
    """The picture after one pass as JPEG, 4:2:0."""
    _, coded = cv2.imencode(".jpg", image[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.ascontiguousarray(cv2.imdecode(coded, cv2.IMREAD_COLOR)[..., ::-1])


def resized(image: Pixels, factor: float) -> tuple[Pixels, Matrix]:
    """The picture `factor` times as large."""
    size = (max(round(image.shape[1] * factor), 1), max(round(image.shape[0] * factor), 1))
    ways = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    return cv2.resize(image, size, interpolation=ways), np.diag(
        [size[0] / image.shape[1], size[1] / image.shape[0], 1.0]
    )


def _none(image: Pixels, _: np.random.Generator) -> tuple[Pixels, Matrix]:
    return image, np.eye(3)


def _jpeg(image: Pixels, rng: np.random.Generator) -> tuple[Pixels, Matrix]:
    return jpeg(image, int(rng.integers(60, 96))), np.eye(3)


def _wechat(image: Pixels, rng: np.random.Generator) -> tuple[Pixels, Matrix]:
    short = 1080 / min(image.shape[:2])
    factor = min(
        1.0,
        max(short, MESSENGER_SIDE / max(image.shape[:2]))
        if rng.random() < 0.5
        else MESSENGER_SIDE / max(image.shape[:2]),
    )
    small, matrix = resized(image, factor)
    return jpeg(small, int(rng.integers(64, 76))), matrix


def _resize(image: Pixels, rng: np.random.Generator) -> tuple[Pixels, Matrix]:
    small, matrix = resized(image, float(rng.uniform(0.5, 1.5)))
    return jpeg(small, int(rng.integers(70, 96))), matrix


def _scan(image: Pixels, rng: np.random.Generator) -> tuple[Pixels, Matrix]:
    """Paper grain, the scanner's blur and noise, a slight turn; sometimes whitened as phone scanners do."""
    height, width = image.shape[:2]
    turn = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), float(rng.uniform(-1.5, 1.5)), 1), (0, 0, 1)])
    done = cv2.warpPerspective(image, turn, (width, height), borderValue=(250, 250, 250)).astype(np.float32)
    done = cv2.GaussianBlur(done, (0, 0), float(rng.uniform(0.4, 1.0)))
    done += rng.normal(0, float(rng.uniform(1, 4)), done.shape).astype(np.float32)
    if rng.random() < 0.35:
        done = np.clip((done - 30) * 255 / 190, 0, 255)
    return jpeg(np.clip(done, 0, 255).astype(np.uint8), int(rng.integers(70, 95))), turn


def _gray_scan(image: Pixels, rng: np.random.Generator) -> tuple[Pixels, Matrix]:
    done, turn = _scan(image, rng)
    gray = cv2.cvtColor(done, cv2.COLOR_RGB2GRAY)
    return np.repeat(gray[..., None], 3, axis=2), turn


def _photo(image: Pixels, rng: np.random.Generator) -> tuple[Pixels, Matrix]:
    """Perspective, uneven and tinted light, a desk around the sheet, blur and noise."""
    height, width = image.shape[:2]
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    inwards = rng.uniform(0, 0.09, (4, 2)) * (width, height) * ((1, 1), (-1, 1), (-1, -1), (1, -1))
    matrix = np.asarray(cv2.getPerspectiveTransform(corners, (corners + inwards).astype(np.float32)), np.float64)
    desk = tuple(int(each) for each in rng.integers(30, 200, 3))
    done = cv2.warpPerspective(image, matrix, (width, height), borderValue=desk).astype(np.float32)
    y, x = np.mgrid[:height, :width].astype(np.float32)
    slope = rng.uniform(-0.4, 0.4, 2)
    shade = 0.82 + slope[0] * (x / width - 0.5) + slope[1] * (y / height - 0.5)
    tint = np.array([1.0, rng.uniform(0.93, 1.0), rng.uniform(0.8, 1.05)], np.float32)
    done = cv2.GaussianBlur(done * shade[..., None] * tint, (0, 0), float(rng.uniform(0.4, 1.2)))
    done += rng.normal(0, float(rng.uniform(1, 5)), done.shape).astype(np.float32)
    done = np.clip(done, 0, 255).astype(np.uint8)
    quarter = int(rng.integers(4)) if rng.random() < 0.12 else 0
    turned, move = _quarter(done, quarter)
    return jpeg(turned, int(rng.integers(70, 95))), move @ matrix


def _quarter(image: Pixels, times: int) -> tuple[Pixels, Matrix]:
    """Turned by `times` quarters clockwise."""
    move = np.eye(3)
    for _ in range(times):
        move = np.array([[0.0, -1.0, image.shape[0]], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]) @ move
        image = np.ascontiguousarray(np.rot90(image, -1))
    return image, move


def _screenshot(image: Pixels, rng: np.random.Generator) -> tuple[Pixels, Matrix]:
    """The picture as a phone shows it: as wide as the screen, bars above and below, black or white around."""
    width = int(rng.choice((720, 1080)))
    small, matrix = resized(image, width / image.shape[1] * float(rng.choice((1.0, 1.0, 0.92))))
    height = round(width * rng.uniform(1.8, 2.2))
    ground = (0, 0, 0) if rng.random() < 0.6 else (240, 240, 240)
    screen = np.full((height, width, 3), ground, np.uint8)
    left = (width - small.shape[1]) // 2
    top = max((height - small.shape[0]) // 2, 0)
    part = small[:height]
    screen[top : top + len(part), left : left + small.shape[1]] = part[:, :width]
    light = 230 if ground[0] == 0 else 30
    for y in (0.02, 0.96):
        for x in rng.uniform(0.05, 0.9, 4):
            cv2.circle(screen, (int(x * width), int(y * height)), width // 60, (light,) * 3, int(rng.choice((-1, 2))))
    return screen, np.array([[1.0, 0, left], [0, 1.0, top], [0, 0, 1]]) @ matrix


def _nested(image: Pixels, rng: np.random.Generator) -> tuple[Pixels, Matrix]:
    """A screenshot, sent on as JPEG, shown and captured once more."""
    first, one = _screenshot(image, rng)
    second, two = _wechat(first, rng)
    third, three = resized(second, float(rng.uniform(0.7, 1.0)))
    return third, three @ two @ one


CHANNELS: dict[Channel, Callable[[Pixels, np.random.Generator], tuple[Pixels, Matrix]]] = {
    "none": _none,
    "jpeg": _jpeg,
    "wechat": _wechat,
    "resize": _resize,
    "scan": _scan,
    "gray_scan": _gray_scan,
    "photo": _photo,
    "screenshot": _screenshot,
    "nested": _nested,
}


def through(image: Pixels, channel: Channel, rng: np.random.Generator) -> tuple[Pixels, Matrix]:
    """The picture after this channel, and the homography that carries its points along."""
    return CHANNELS[channel](image, rng)


def carried(points: npt.NDArray[np.float64], matrix: Matrix) -> npt.NDArray[np.float64]:
    """Points (N, 2) after a homography."""
    flat = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    return np.asarray(flat[:, :2] / flat[:, 2:])
