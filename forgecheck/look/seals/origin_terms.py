"""From the numbers of `physics` to two probabilities, by two logistic regressions whose table can be read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np
import numpy.typing as npt

from forgecheck.tables import table

Row = npt.NDArray[np.float64]

NAMES = (
    "page_flat", "page_ramp_px", "page_skew_deg", "log_page_noise", "log_page_shade",
    "ramp_text_px", "ramp_seal_px", "log_ramp",
    "log_paper_noise", "log_ink_noise", "log_noise_dark", "log_noise_bright", "log_noise_luma", "log_noise_box",
    "even_fine", "even_coarse", "even_all", "clipped", "brighter", "density",
    "halo", "box_step", "box_tint", "hidden", "overprinted",
)  # fmt: skip
PRODUCTS = (
    ("page_flat", "page_ramp_px"), ("page_flat", "log_ink_noise"), ("log_page_noise", "log_ink_noise"),
    ("page_ramp_px", "ramp_seal_px"), ("page_flat", "page_skew_deg"), ("log_noise_luma", "log_paper_noise"),
    ("log_ramp", "page_ramp_px"), ("log_noise_dark", "log_paper_noise"), ("log_noise_bright", "log_paper_noise"),
    ("even_fine", "log_paper_noise"), ("even_fine", "page_flat"), ("log_ramp", "page_flat"),
    ("log_ramp", "even_fine"), ("log_ramp", "even_coarse"),
)  # fmt: skip
TERMS = ("1", *NAMES, *(f"{name}+" for name in NAMES), *(f"{a}*{b}" for a, b in PRODUCTS))
FLOORS = {"page_noise": 0.1, "page_shade": 0.01, "paper_noise": 0.1, "ink_noise": 0.2}  # added before the logarithm
ENOUGH = 200.0  # px of crossing text that count fully
FARTHEST = 3.0  # spreads from the middle; farther counts no more


def row(measured: Mapping[str, float]) -> Row:
    """The numbers in the order of `NAMES`; NaN where one could not be measured."""
    known = dict(measured)
    known |= {f"log_{name}": float(np.log(known[name] + floor)) for name, floor in FLOORS.items() if name in known}
    weight = min(known.get("expected_px", 0.0) / ENOUGH, 1.0)
    shown = min(known.get("shown", 0.0), 1.0)
    known |= {"hidden": (1 - shown) * weight, "overprinted": shown * weight}
    return np.array([known.get(name, np.nan) for name in NAMES])


def expanded(rows: Row, middle: Row, spread: Row) -> Row:
    """Rows (N, len(NAMES)) to terms (N, len(TERMS)): standardised, their positive parts, products; unknown is 0."""
    plain = np.nan_to_num(np.clip((rows - middle) / spread, -FARTHEST, FARTHEST))
    products = [plain[:, NAMES.index(a)] * plain[:, NAMES.index(b)] for a, b in PRODUCTS]
    return np.column_stack([np.ones(len(plain)), plain, np.maximum(plain, 0), *products])


def captured_and_stamped(measured: Mapping[str, float]) -> tuple[float, float]:
    """Probability that the page was scanned or photographed, and, if so, that the seal was there before."""
    middle, spread, weights = _table()
    terms = expanded(row(measured)[None], middle, spread)[0]
    captured, stamped = 1 / (1 + np.exp(-np.clip(weights @ terms, -30, 30)))
    return float(captured), float(stamped)


@cache
def _table() -> tuple[Row, Row, Row]:
    by_term = {each["term"]: each for each in table("seal_origin")}
    middle, spread = (np.array([float(by_term[name][key]) for name in NAMES]) for key in ("middle", "spread"))
    weights = np.array([[float(by_term[term][key]) for term in TERMS] for key in ("captured", "stamped")])
    return middle, spread, weights
