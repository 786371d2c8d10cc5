"""Step 2 of 2: fit how a seal was applied, and write judge/data/seal_origin.csv.

    pip install scikit-learn==1.9.1                                       (in an environment of its own)
    python models/training/seals/origin_trees.py MEASURED.jsonl... --out forgecheck/judge/data/seal_origin.csv

Two models of boosted trees of at most eight leaves.  The first parts pages that were scanned or photographed from
pages that never were paper; the second, on the former only, parts seals that were there before from seals that came
later.  Where physics knows the direction, the trees must follow it: what is sharper than its page, more even, brighter
or hides text is never taken for more of a stamp.  Seals that were extracted and multiplied in are left out of the
second: they are ink.
"""

from __future__ import annotations

import argparse
import csv
import json
from pathlib import Path

import numpy as np
import sklearn
from sklearn.ensemble import HistGradientBoostingClassifier

# Direction in which a number speaks for a stamp.
STAMPED = {
    "ramp_seal_px": 1, "log_ramp": 1, "log_ramp_page": 1, "log_sharpest": 1, "soft_px": 1,
    "even_fine": 1, "even_coarse": 1, "even_all": 1,
    "brighter": -1, "halo": -1, "hidden": -1, "overprinted": 1, "lit": 1, "unlit": -1,
}  # fmt: skip
SETTINGS = {
    "max_iter": 160,
    "learning_rate": 0.06,
    "max_leaf_nodes": 8,
    "min_samples_leaf": 10,
    "l2_regularization": 1.0,
}
COLUMNS = ("model", "tree", "node", "name", "threshold", "left", "right", "unknown", "value")
HEAD = """# How seals were applied: two sums of decision trees on the numbers of look/seals/physics.py.
# Maker: models/training/seals/origin.py and origin_trees.py, scikit-learn {version}, {settings}.
# Data: {seals} generated seals of the training and validation splits; first made 2026-11-28.
# captured: the page was scanned or photographed; stamped: the seal was on it before. Positive values speak for it.
"""


def rows(measured: list[dict], names: tuple[str, ...]) -> np.ndarray:
    """(N, len(names)), NaN where a number is unknown."""
    return np.array([[each["numbers"].get(name, np.nan) for name in names] for each in measured])


def fitted(table: np.ndarray, truth: np.ndarray, names: tuple[str, ...], ways: dict[str, int]) -> object:
    """A model in which both sides weigh alike."""
    share = truth.mean()
    model = HistGradientBoostingClassifier(
        **SETTINGS, random_state=0, early_stopping=False, monotonic_cst=[ways.get(name, 0) for name in names]
    )
    return model.fit(table, truth, sample_weight=np.where(truth, 0.5 / share, 0.5 / (1 - share)))


def captured_and_stamped(measured: list[dict], names: tuple[str, ...]) -> dict[str, object]:
    """Both models."""
    table = rows(measured, names)
    captured = np.array([each["origin"] != "electronic" for each in measured])
    stamped = np.array([each["origin"] == "ink" for each in measured])
    used = captured & np.array([each["way"] != "extracted" for each in measured])
    return {
        "captured": fitted(table, captured, names, {}),
        "stamped": fitted(table[used], stamped[used], names, STAMPED),
    }


def written(models: dict[str, object], names: tuple[str, ...]) -> list[tuple[object, ...]]:
    """The table's rows."""
    lines: list[tuple[object, ...]] = []
    for model, trees in models.items():
        start = float(np.ravel(trees._baseline_prediction)[0])
        lines.append((model, 0, 0, "", "", "", "", "", f"{start:.5f}"))
        for at, (tree,) in enumerate(trees._predictors, 1):
            for number, node in enumerate(tree.nodes):
                if node["is_leaf"]:
                    lines.append((model, at, number, "", "", "", "", "", f"{node['value']:.5f}"))
                    continue
                left, right = int(node["left"]), int(node["right"])
                unknown = left if node["missing_go_to_left"] else right
                name, threshold = names[node["feature_idx"]], f"{node['num_threshold']:.6g}"
                value = f"{node['value'] * SETTINGS['learning_rate']:.5f}"  # leaves have it already
                lines.append((model, at, number, name, threshold, left, right, unknown, value))
    return lines


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("measured", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    measured = [json.loads(line) for file in given.measured for line in file.read_text("utf-8").splitlines()]
    names = tuple(sorted({name for each in measured for name in each["numbers"]}))
    models = captured_and_stamped(measured, names)
    settings = ", ".join(f"{key} {value}" for key, value in SETTINGS.items())
    with given.out.open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD.format(version=sklearn.__version__, settings=settings, seals=len(measured)))
        out = csv.writer(file, lineterminator="\n")
        out.writerow(COLUMNS)
        out.writerows(written(models, names))


if __name__ == "__main__":
    main()
