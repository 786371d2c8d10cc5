"""The text reader: PP-OCRv6 through PaddleOCR on ONNX Runtime, offline."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Protocol, cast

import numpy as np

from forgecheck.evidence import Image, Polygon

if TYPE_CHECKING:
    from collections.abc import Iterator

# Lower than PaddleOCR's 0.3 and 0.6, so that faint lines are kept; what is no text reads badly and is dropped later.
BOX_INK = 0.2  # a pixel this likely to be text counts
BOX_SCORE = 0.45  # mean likelihood inside a box
# How far the shrunken text kernel is grown back.  tests/benchmarks/reading.py: 3 errors in 6,036 characters at 1.6,
# 6 at 1.4; at 1.8 photographs are read with less confidence.
UNCLIP = 1.6
MAX_BOXES = 3000


@dataclass(frozen=True, slots=True)
class Reading:
    """What a strip of picture says."""

    text: str
    confidence: float
    """0..1, mean over the characters; not a probability."""
    centres: tuple[float, ...]
    """Each character's centre along the strip, 0..1."""


class _Predictor(Protocol):
    """The part of PaddleOCR's predictors that is used here."""

    def predict(self, images: Sequence[Image], **options: object) -> Sequence[dict[str, object]]: ...


class Reader:
    """Finds and reads lines of Chinese and Latin text.

    Parameters
    ----------
    detector, recogniser : Path
        The ONNX files; the recogniser carries its characters in its metadata.
    threads : int
        Threads that may work at a time: those of the detector's session, and strips recognised side by side.

    Notes
    -----
    A strip is recognised alone and by one thread: on a CPU that is faster than a padded batch and than sharing a
    strip out, needs a fifth of the memory, and the answer depends neither on its neighbours nor on the threads.
    """

    def __init__(self, detector: Path, recogniser: Path, threads: int) -> None:
        os.environ.setdefault("PADDLE_PDX_DISABLE_MODEL_SOURCE_CHECK", "True")
        from paddleocr import TextDetection, TextRecognition

        with _folder(detector, _DETECTOR_YML) as folder:
            options = _options(folder, threads)
            self._detector = cast(_Predictor, TextDetection(model_name="PP-OCRv6_small_det", **options))
        self._pool = ThreadPoolExecutor(threads)
        self._recognisers: SimpleQueue[_Predictor] = SimpleQueue()
        with _folder(recogniser, _RECOGNISER_YML.format(characters=_characters(recogniser))) as folder:
            for _ in range(threads):
                one = TextRecognition(model_name="PP-OCRv6_small_rec", **_options(folder, 1))
                self._recognisers.put(cast(_Predictor, one))

    def detect(self, image: Image, long_side: int) -> list[Polygon]:
        """Corners of the text lines, in pixels of the image.

        Parameters
        ----------
        image : ndarray of shape (H, W, 3)
            RGB, uint8.
        long_side : int
            The picture is shrunk to this before it is looked at; never enlarged.
        """
        bgr = np.ascontiguousarray(image[..., ::-1])
        found = self._detector.predict([bgr], limit_side_len=long_side, limit_type="max")[0]
        return [_polygon(each) for each in cast("Iterable[np.ndarray]", found["dt_polys"])]

    def recognise(self, strips: Sequence[Image]) -> list[Reading]:
        """What each strip says.

        Parameters
        ----------
        strips : sequence of ndarray of shape (H, W, 3)
            Upright lines of text, RGB, uint8, at least 8 x 8 px.
        """
        return list(self._pool.map(self._recognise, strips))

    def _recognise(self, strip: Image) -> Reading:
        recogniser = self._recognisers.get()
        try:
            found = recogniser.predict([np.ascontiguousarray(strip[..., ::-1])], return_word_box=True)[0]
        finally:
            self._recognisers.put(recogniser)
        text, layout = cast("tuple[str, tuple[float, list[list[str]], list[list[int]], object]]", found["rec_text"])
        columns, words, at = layout[0], layout[1], layout[2]
        known = [
            (character, (column + 0.5) / columns)
            for word, places in zip(words, at, strict=True)
            for character, column in zip(word, places, strict=True)
        ]
        return Reading(text, float(cast(float, found["rec_score"])), _centres(text, known))


def _options(folder: str, threads: int) -> dict[str, object]:
    engine = {
        "intra_op_num_threads": threads,
        "inter_op_num_threads": 1,
        # Strips and pages differ in size, and an arena keeps the most of every size that it has seen.
        "session_options": {"use_deterministic_compute": True, "enable_cpu_mem_arena": False},
    }
    return {"model_dir": folder, "engine": "onnxruntime", "engine_config": engine, "device": "cpu"}


def _centres(text: str, known: Sequence[tuple[str, float]]) -> tuple[float, ...]:
    """A centre for every character; a space, which the reader does not place, lies between its neighbours."""
    rest = iter(known)
    raw = [None if character == " " else next(rest, (character, None))[1] for character in text]
    at = [index for index, centre in enumerate(raw) if centre is not None]
    if not at:
        return ()
    filled = np.interp(range(len(raw)), at, [raw[index] or 0.0 for index in at])
    return tuple(min(float(each), 1.0) for each in filled)


def _polygon(corners: np.ndarray) -> Polygon:
    return cast(Polygon, tuple((float(x), float(y)) for x, y in corners))


def _characters(recogniser: Path) -> str:
    """All characters as one YAML string: parsing a list of 18,708 of them costs a second at every start."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(str(recogniser), options, providers=["CPUExecutionProvider"])
    joined = str(session.get_modelmeta().custom_metadata_map["character"]).replace("\n", "")
    return '"' + joined.replace("\\", "\\\\").replace('"', '\\"') + '"'


@contextmanager
def _folder(weights: Path, settings: str) -> Iterator[str]:
    """A folder as PaddleOCR wants it: inference.onnx beside inference.yml. Needed only while a model is opened."""
    with tempfile.TemporaryDirectory(prefix="forgecheck-") as folder:
        Path(folder, "inference.yml").write_text(settings, "utf-8")
        target = Path(folder, "inference.onnx")
        try:
            target.symlink_to(weights)
        except OSError:  # Windows without the right to make links
            target.write_bytes(weights.read_bytes())
        yield folder


_DETECTOR_YML = f"""\
Global: {{model_name: PP-OCRv6_small_det}}
PreProcess:
  transform_ops:
  - DetResizeForTest: {{resize_long: 960}}
  - NormalizeImage: {{mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225], scale: 1./255., order: hwc}}
  - ToCHWImage: null
PostProcess: {{name: DBPostProcess, thresh: {BOX_INK}, box_thresh: {BOX_SCORE}, unclip_ratio: {UNCLIP},
  max_candidates: {MAX_BOXES}}}
"""

_RECOGNISER_YML = """\
Global: {{model_name: PP-OCRv6_small_rec}}
PreProcess:
  transform_ops:
  - RecResizeImg: {{image_shape: [3, 48, 320]}}
PostProcess: {{name: CTCLabelDecode, character_dict: {characters}}}
"""
