"""The whole verdict beside stock PaddleOCR that only reads: `tests/benchmarks/stock.py [--threads N] [--pairs N]`.

Five generated pages.  On each the two take turns, warm and in one process, so that a busy machine slows both; told is
the ratio of each pair.  Stock means the pipeline's own defaults with the same weights, runtime and threads; the three
networks that turn and flatten pages are off, since their weights do not ship with it.
"""

from __future__ import annotations

import argparse
import io
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Protocol, cast

import cv2
import numpy as np
from forgecheck_models import figures
from PIL import Image, ImageDraw

from forgecheck import Models, inspect
from forgecheck.look import reader
from forgecheck.models import DETECTOR, RECOGNISER

sys.path.insert(0, str(Path(__file__).parents[1]))
from render import font, page, rows

# The defaults of the pipeline, in the words of the settings that ours stand in.
STOCK = {reader.BOX_INK: 0.3, reader.BOX_SCORE: 0.6, reader.UNCLIP: 1.5, reader.MAX_BOXES: 1000}
SEED = 0


class Pipeline(Protocol):
    """PaddleOCR."""

    def predict(self, image: np.ndarray) -> list[dict[str, list[str]]]: ...


def stock(threads: int) -> Pipeline:
    """PaddleOCR as it comes, with the weights that forgecheck reads with."""
    from paddleocr import PaddleOCR

    detector, recogniser = DETECTOR.locate(), RECOGNISER.locate()
    settings = reader._DETECTOR_YML
    for ours, theirs in STOCK.items():
        settings = settings.replace(f": {ours}", f": {theirs}")
    characters = reader._RECOGNISER_YML.format(characters=reader._characters(recogniser))
    with ExitStack() as stack:
        return cast(
            Pipeline,
            PaddleOCR(
                text_detection_model_name="PP-OCRv6_small_det",
                text_detection_model_dir=stack.enter_context(reader._folder(detector, settings)),
                text_recognition_model_name="PP-OCRv6_small_rec",
                text_recognition_model_dir=stack.enter_context(reader._folder(recogniser, characters)),
                use_doc_orientation_classify=False,
                use_doc_unwarping=False,
                use_textline_orientation=False,
                engine="onnxruntime",
                engine_config={"intra_op_num_threads": threads, "inter_op_num_threads": 1},
                device="cpu",
            ),
        )


def chat() -> np.ndarray:
    """Fourteen bubbles, left and right by turns."""
    picture = Image.new("RGB", (1080, 2400), (237, 237, 237))
    pen = ImageDraw.Draw(picture)
    for index, row in enumerate(rows(14)):
        left, top = (60, 260)[index % 2], 120 + 155 * index
        pen.rounded_rectangle((left, top, left + 760, top + 130), 18, "white" if index % 2 else (149, 236, 105))
        pen.text((left + 30, top + 22), row[:20], font=font(34), fill="black")
        pen.text((left + 30, top + 72), row[20:], font=font(34), fill="black")
    return np.asarray(picture)


def scan() -> np.ndarray:
    """An A4 sheet at 200 dpi with the grain of a scanner."""
    sheet = page(rows(38), (1654, 2340), 34, left=180, top=160)
    return _grained(sheet, 3)


def photo() -> np.ndarray:
    """The same sheet seen askew by a camera, in uneven light."""
    sheet = page(rows(38), (1654, 2340), 34, left=180, top=160)
    corners = np.array([[0, 0], [1654, 0], [1654, 2340], [0, 2340]], np.float32)
    seen = np.array([[300, 260], [2740, 330], [2800, 3760], [240, 3700]], np.float32)
    image = cv2.warpPerspective(
        sheet, cv2.getPerspectiveTransform(corners, seen), (3024, 4032), borderValue=(120, 104, 90)
    )
    light = np.linspace(0.75, 1.0, 3024, dtype=np.float32)[None, :, None]
    return _grained((cv2.GaussianBlur(image, (0, 0), 1.2) * light).astype(np.uint8), 4)


def _grained(image: np.ndarray, sigma: float) -> np.ndarray:
    grain = np.random.default_rng(SEED).normal(0, sigma, image.shape[:2])[..., None]
    return np.clip(image + grain, 0, 255).astype(np.uint8)


PAGES: dict[str, tuple[Callable[[], np.ndarray], str]] = {
    "phone screenshot, 40 lines": (lambda: page(rows(40)), "PNG"),
    "chat screenshot": (chat, "PNG"),
    "A4 scan": (scan, "JPEG"),
    "long screenshot": (lambda: page(rows(130), (1080, 8000)), "PNG"),
    "photograph": (photo, "JPEG"),
}


def main() -> None:
    """Time the pairs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--pairs", type=int, default=5)
    figures.option(parser)
    given = parser.parse_args()
    pipeline, models, told = stock(given.threads), Models(threads=given.threads), {}
    cv2.setNumThreads(given.threads)
    for name, (draw, form) in PAGES.items():
        image, buffer = draw(), io.BytesIO()
        Image.fromarray(image).save(buffer, form, quality=85)
        data, bgr = buffer.getvalue(), np.ascontiguousarray(image[..., ::-1])
        ratios, ours = [], []
        for turn in range(given.pairs + 1):
            begun = time.perf_counter()
            read = pipeline.predict(bgr)
            between = time.perf_counter()
            report = inspect(data, "page", models)
            ended = time.perf_counter()
            if turn:  # the first pair warms both
                ratios.append((ended - between) / (between - begun))
                ours.append(ended - between)
        lines = len(report.evidence.pages[0].lines or ()), len(read[0]["rec_texts"])
        width, height = image.shape[1::-1]
        sys.stdout.write(
            f"{name}, {width} x {height}: verdict / stock {median(ratios):.2f} "
            f"({min(ratios):.2f} to {max(ratios):.2f}), verdict {median(ours):.1f} s, lines {lines[0]} / {lines[1]}\n"
        )
        told[name] = figures.estimate(
            f"whole verdict / stock PaddleOCR that only reads: {name}, {width} x {height} px",
            figures.Estimate(median(ratios), min(ratios), max(ratios)),
            digits=2,
        )
    if given.figures:
        figures.keep("stock", f"{given.pairs} pairs a page, {given.threads} threads; median, least and most", told)


if __name__ == "__main__":
    main()
