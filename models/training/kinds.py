"""Fits the weights that tell kinds of documents apart, and writes them into the table `kind_weights`.

    python models/training/kinds.py [--check]

Texts: the letters of split "dev" and tests/look/kinds, each also cropped or misread, and chats drawn as bubbles.
Multinomial logistic regression; each template counts once, each kind nearly alike.
--check writes nothing and prints macro-F1 and mistakes of texts whose template was left out of the fit, in four parts.
Needs this project's own packages only; runs some minutes, nearly all of them reading the texts.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from build import LINE_PX  # noqa: E402
from build import lines as rows_of  # noqa: E402
from forgecheck_models.synth.letters.templates import templates  # noqa: E402

from forgecheck.evidence import DocumentType, Page, TextLine  # noqa: E402
from forgecheck.look import kind as kinds  # noqa: E402
from forgecheck.look.fields import find_fields  # noqa: E402
from forgecheck.look.fields.folded import fold_flow  # noqa: E402
from forgecheck.look.flow import flow  # noqa: E402

Floats = npt.NDArray[np.float64]
SEEDS = 2  # fillings of each template
PARTS = 4
L2, FREE = 0.0005, 1e-6  # penalty on a weight, and on the weight that every text has
STEPS = 120  # of L-BFGS
SPARED = 0.5
"""How much each change of a text counts against the original."""
NOISE = 0.02
"""Share of characters that are misread."""
AT = list(kinds.KINDS)
BLANK = np.broadcast_to(np.uint8(255), (1600, 1080, 3))
_TIME = re.compile(r"\d:\d\d$")


class Example(NamedTuple):
    """A text as the fit sees it."""

    group: str
    kind: DocumentType
    found: Floats
    weight: float
    original: bool


def texts() -> Iterator[tuple[str, DocumentType, str]]:
    """Group, kind and text of everything that the fit may see."""
    for truth in ("genuine", "forged"):
        for each in templates(truth):
            if each.split == "dev":
                yield from ((f"{truth}/{each.name}", each.kind, each.fill(seed)) for seed in range(SEEDS))
    for path in sorted((ROOT / "tests/look/kinds").glob("*.txt")):
        _, *rest = re.split(r"^=== (.+)\n", path.read_text("utf-8"), flags=re.MULTILINE)
        for name, text in zip(rest[::2], rest[1::2], strict=True):
            yield f"{path.stem}/{name}", path.stem, text.strip("\n")  # type: ignore[misc]


def changed(text: str, kind: str, rng: Random) -> Iterator[Page]:
    """The text as people send it: without its top or its end, misread, or as bubbles."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) >= 6:
        yield drawn("\n".join(lines[rng.randint(1, len(lines) // 3) :]))
        yield drawn("\n".join(lines[: -rng.randint(1, len(lines) // 3)]))
    yield drawn("".join(misread(text, rng)))
    if kind == "chat_screenshot":
        yield bubbles(lines, rng)
        yield bubbles([line for line in lines[1:] if not _TIME.search(line)], rng)


def misread(text: str, rng: Random) -> Iterator[str]:
    """Every fiftieth character lost or taken for another one of the text."""
    for char in text:
        if char == "\n" or rng.random() > NOISE:
            yield char
        elif rng.random() < 0.6:
            yield rng.choice(text.replace("\n", "") or char)


def drawn(text: str) -> Page:
    """Lines one under the other."""
    return Page(1, BLANK, lines=rows_of(text or " "))


def bubbles(lines: list[str], rng: Random) -> Page:
    """Lines as bubbles from two sides, times in the middle."""
    width, found, y = 1080, [], 150
    for line in lines:
        mine, size = rng.random() < 0.45, min(LINE_PX, 700 // max(len(line), 1))
        wide = size * len(line)
        left = (width - wide) // 2 if _TIME.search(line) else width - 140 - wide if mine else 140
        corners = ((left, y), (left + wide, y), (left + wide, y + LINE_PX), (left, y + LINE_PX))
        found.append(TextLine(line, corners, 0.98))
        y += 110
    return Page(1, np.full((max(y + 150, 1600), width, 3), 255, np.uint8), lines=tuple(found))


def seen(page: Page) -> Floats:
    """What the features find on a page, by their order, after a one."""
    text = flow((page,))
    assert text
    parts = kinds._parts(fold_flow(text), find_fields(text) or (), (page,))
    found = kinds.spoken(parts)
    return np.array([1.0, *(float(each.name in found) for each in kinds.features())])


def examples() -> list[Example]:
    """All texts, each with a change (chats with all); the originals of one template count one together."""
    given = list(texts())
    of_group = Counter(group for group, _, _ in given)
    made: list[Example] = []
    for number, (group, kind, text) in enumerate(given):
        weight = 1 / of_group[group]
        made.append(Example(group, kind, seen(drawn(text)), weight, True))
        rng = Random(number)
        others = list(changed(text, kind, rng))
        shown = others if kind == "chat_screenshot" else rng.sample(others, 1)
        part = SPARED * weight * (1 if len(shown) > 1 else 2)
        made += (Example(group, kind, seen(page), part, False) for page in shown)
    return made


def fit(some: list[Example]) -> Floats:
    """Weights (features, kinds) of the least penalised cross-entropy."""
    x = np.array([each.found for each in some])
    y = np.eye(len(AT))[[AT.index(each.kind) for each in some]]
    weight = np.array([each.weight for each in some])
    of_kind = y.T @ weight
    weight = weight / np.sqrt(y @ of_kind)
    weight /= weight.sum()
    penalty = np.full((x.shape[1], 1), L2)
    penalty[0] = FREE

    def cost(flat: Floats) -> tuple[float, Floats]:
        w = flat.reshape(x.shape[1], len(AT))
        told = x @ w
        told -= told.max(1, keepdims=True)
        powers = np.exp(told)
        total = powers.sum(1, keepdims=True)
        loss = -(weight * ((y * told).sum(1) - np.log(total[:, 0]))).sum() + 0.5 * (penalty * w * w).sum()
        return loss, (x.T @ ((powers / total - y) * weight[:, None]) + penalty * w).ravel()

    start = np.zeros(x.shape[1] * len(AT))
    found = minimize(cost, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return found.reshape(x.shape[1], len(AT))


def check(made: list[Example]) -> None:
    """Macro-F1 of texts whose template was left out."""
    groups = sorted({each.group for each in made})
    Random(1).shuffle(groups)
    part = {group: at % PARTS for at, group in enumerate(groups)}
    told: list[tuple[Example, str]] = []
    for left in range(PARTS):
        w = fit([each for each in made if part[each.group] != left])
        told += ((each, AT[int((each.found @ w).argmax())]) for each in made if part[each.group] == left)
    for name, chosen in (
        ("as written, all", [(e, t) for e, t in told if e.original]),
        (
            "as written, letters of dev",
            [(e, t) for e, t in told if e.original and e.group[:7] in ("genuine", "forged/")],
        ),
        ("cropped, misread or as bubbles", [(e, t) for e, t in told if not e.original]),
    ):
        scores = {kind: f1(kind, chosen) for kind in AT}
        print(f"{name}: macro-F1 {sum(scores.values()) / len(AT):.3f}", {k: round(v, 3) for k, v in scores.items()})
    wrong = Counter((e.group, e.kind, t) for e, t in told if e.original and t != e.kind)
    for (group, kind, said), _ in sorted(wrong.items()):
        print(f"    {group}: {kind} -> {said}")


def f1(kind: str, told: list[tuple[Example, str]]) -> float:
    """F1 of one kind, each template counting once."""
    hits = sum(e.weight for e, t in told if e.kind == t == kind)
    there = sum(e.weight for e, _ in told if e.kind == kind) + sum(e.weight for e, t in told if t == kind)
    return 2 * hits / there


def write(w: Floats, path: Path) -> None:
    """The table, a row for each feature."""
    names = [kinds.BIAS, *(each.name for each in kinds.features())]
    centred = w - w.mean(1, keepdims=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(
            "# How much each feature of table kinds speaks for each kind of document (logits, mean of a row 0).\n"
        )
        file.write(
            "# Source: fitted by models/training/kinds.py on texts of this project's own wording; do not edit.\n"
        )
        file.write("# Date: 2026-11-28. Maker: the forgecheck project.\n")
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["name", *AT])
        for name, row in zip(names, centred, strict=True):
            table.writerow([name, *(f"{value:.3f}" for value in row)])


def main() -> None:
    """Fits, or checks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="measure on templates that were left out; write nothing")
    asked = parser.parse_args()
    made = examples()
    if asked.check:
        check(made)
    else:
        write(fit(made), ROOT / "forgecheck/judge/data/kind_weights.csv")


if __name__ == "__main__":
    main()
