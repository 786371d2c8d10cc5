"""The one door to weights: finds a model file, checks its sha256, opens it on first use.

Nothing is ever downloaded: the text reader's weights lie inside an installed wheel (`rapidocr`, Apache-2.0).
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from forgecheck.errors import SetupError

if TYPE_CHECKING:
    from forgecheck.look.pixels.network import TamperNet
    from forgecheck.look.reader import Reader
    from forgecheck.look.seals.letters import Cleaner
    from forgecheck.look.seals.network import SealNet


@dataclass(frozen=True, slots=True)
class Weights:
    """A model file: where it lies and what it must contain."""

    package: str
    """Import name of the installed package that holds it."""
    path: str
    """Path inside that package."""
    sha256: str

    def locate(self) -> Path:
        """The file, verified; raises SetupError where it is missing or differs by a single byte."""
        spec = importlib.util.find_spec(self.package)
        folders = [] if spec is None else list(spec.submodule_search_locations or ())
        file = next((Path(each, self.path) for each in folders if Path(each, self.path).is_file()), None)
        if file is None:
            raise SetupError(
                f"model file {self.path} is missing: install it again, `pip install --force-reinstall {self.package}`"
            )
        if hashlib.sha256(file.read_bytes()).hexdigest() != self.sha256:
            raise SetupError(
                f"model file {file} is damaged (its sha256 is not the one expected): reinstall {self.package}"
            )
        return file


# PP-OCRv6 small, Apache-2.0, as shipped in rapidocr 3.10.0.
DETECTOR = Weights(
    "rapidocr",
    "models/PP-OCRv6_det_small.onnx",
    "090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f",
)
RECOGNISER = Weights(
    "rapidocr",
    "models/PP-OCRv6_rec_small.onnx",
    "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884",
)

# Made by models/training/seals; their cards are models/seal_finder.md and seal_letters.md.
SEAL_FINDER = Weights(
    "forgecheck_models",
    "seal_finder.onnx",
    "f1ab1e94340bcd60835bd73ac51d91e74ca800a440071f24ae377f7bba4ddcc3",
)
SEAL_LETTERS = Weights(
    "forgecheck_models",
    "seal_letters.onnx",
    "0bfbc617603e25b786e20abc339b4f32f4a6ba49895d09f8bfc251e71b2a02d1",
)

# Made by models/training/tamper; its card is models/tamper_net.md.
TAMPER_NET = Weights(
    "forgecheck_models",
    "tamper_net.onnx",
    "c9cd11e5aa7f0324c933ba239505d186b10c099258575f669e82e69516573ead",
)

WEIGHTS = {
    "text detector": DETECTOR,
    "text recogniser": RECOGNISER,
    "seal finder": SEAL_FINDER,
    "seal letters": SEAL_LETTERS,
    "tampering network": TAMPER_NET,
}
"""Every file that an inspection opens, by what it is for; all are Apache-2.0."""


class Models:
    """What needs weights: opened when first asked for and then kept.

    Parameters
    ----------
    threads : int, optional
        Threads an inference session may use; the machine's cores, at most 2, when omitted.
        Batch workers use 1: threads are per session, and oversubscription is slower.
    """

    def __init__(self, threads: int | None = None) -> None:
        self.threads = threads or min(2, os.cpu_count() or 1)

    @cached_property
    def reader(self) -> Reader:
        """The text reader; raises SetupError where its weights are missing."""
        from forgecheck.look.reader import Reader

        return Reader(DETECTOR.locate(), RECOGNISER.locate(), self.threads)

    @cached_property
    def seal_net(self) -> SealNet:
        """The seal finder's network; raises SetupError where its weights are missing."""
        from forgecheck.look.seals.network import SealNet

        return SealNet(SEAL_FINDER.locate(), self.threads)

    @cached_property
    def cleaner(self) -> Cleaner:
        """The network that cleans seals' lettering; raises SetupError where its weights are missing."""
        from forgecheck.look.seals.letters import Cleaner

        return Cleaner(SEAL_LETTERS.locate(), self.threads)

    @cached_property
    def tamper_net(self) -> TamperNet:
        """The network for edited pixels; raises SetupError where its weights are missing."""
        from forgecheck.look.pixels.network import TamperNet

        return TamperNet(TAMPER_NET.locate(), self.threads)
