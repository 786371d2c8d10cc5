"""From the numbers of `physics` to two probabilities, by two sums of small decision trees whose table can be read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from forgecheck.tables import table

Row = npt.NDArray[np.float64]

NAMES = (
    "page_flat", "page_ramp_px", "page_skew_deg", "page_noise", "page_shade",
    "ramp_text_px", "ramp_seal_px", "log_ramp", "log_ramp_page", "log_sharpest", "soft_px",
    "paper_noise", "ink_noise", "log_noise_dark", "log_noise_bright", "log_noise_luma", "log_noise_box",
    "even_fine", "even_coarse", "even_all", "clipped", "brighter",
    "halo", "box_step", "box_tint", "border_step", "border_noise", "text_cut", "hidden", "overprinted", "lit", "unlit",
)  # fmt: skip
ENOUGH = 150.0  # px of crossing text that count fully
BRIGHT = 0.03  # spread of the paper's light, as a logarithm, that counts fully


class Node(NamedTuple):
    """A question about one number, or an answer."""

    name: str
    """Of the number; empty in a leaf."""
    threshold: float
    """Up to here the way goes left."""
    left: int
    right: int
    unknown: int
    """Where the way goes if the number could not be measured."""
    value: float
    """What a leaf adds to the logit; elsewhere the mean of what is below."""


Tree = list[Node]


def terms(measured: Mapping[str, float]) -> dict[str, float]:
    """The numbers of `NAMES` that are known."""
    known = dict(measured)
    if "ramp_seal_px" in known and "page_ramp_px" in known:
        known["log_ramp_page"] = float(np.log(known["ramp_seal_px"] / known["page_ramp_px"]))
    if "sharpest_seal_px" in known and "page_sharpest_px" in known:
        known["log_sharpest"] = float(np.log(known["sharpest_seal_px"] / known["page_sharpest_px"]))
    weight = min(known.get("expected_px", 0.0) / ENOUGH, 1.0)
    shown = min(known.get("shown", 0.0), 1.0)
    known |= {"hidden": (1 - shown) * weight, "overprinted": shown * weight}
    light = min(known.get("light_range", 0.0) / BRIGHT, 1.0)
    follows = known.get("follows_light", 0.0)
    known |= {"lit": follows * light, "unlit": (1 - follows) * light}
    return {name: known[name] for name in NAMES if name in known}


class Answer(NamedTuple):
    """What the trees say."""

    captured: float
    """Probability that the page was scanned or photographed,"""
    stamped: float
    """and, if so, that the seal was there before."""
    spoke: Mapping[str, float]
    """What each number added to the logit of `stamped`: below 0 it speaks for a paste."""


def answer(measured: Mapping[str, float]) -> Answer:
    """Probabilities from the numbers of `physics`, and which of the numbers gave them.

    Notes
    -----
    A number's share in an answer is what the trees' values change by at each question about it, on the way down
    (Saabas, "Interpreting random forests", 2014); the shares and a constant sum to the logit.
    """
    known = terms(measured)
    captured, _ = _walk("captured", known)
    stamped, spoke = _walk("stamped", known)
    return Answer(captured, stamped, spoke)


def _walk(model: str, known: Mapping[str, float]) -> tuple[float, dict[str, float]]:
    logit = 0.0
    spoke: dict[str, float] = {}
    for tree in _trees()[model]:
        node = tree[0]
        while node.name:
            value = known.get(node.name)
            after = tree[node.unknown if value is None else node.left if value <= node.threshold else node.right]
            spoke[node.name] = spoke.get(node.name, 0.0) + after.value - node.value
            node = after
        logit += node.value
    return float(1 / (1 + np.exp(-np.clip(logit, -30, 30)))), spoke


@cache
def _trees() -> dict[str, list[Tree]]:
    """The trees of both models; a tree's nodes stand in their order, and the first row of each is its root."""
    found: dict[str, list[Tree]] = {"captured": [], "stamped": []}
    for each in table("seal_origin"):
        node = Node(
            each["name"],
            float(each["threshold"] or 0),
            int(each["left"] or 0),
            int(each["right"] or 0),
            int(each["unknown"] or 0),
            float(each["value"] or 0),
        )
        if int(each["node"]) == 0:
            found[each["model"]].append([])
        found[each["model"]][-1].append(node)
    return found
