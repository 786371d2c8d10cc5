"""A contact sheet of scenes: `python -m forgecheck_models.synth.seals.sheet OUT.png --split test --first 0`."""

from __future__ import annotations

import argparse

from forgecheck_models.synth.seals.names import Split
from forgecheck_models.synth.seals.scenes import scene
from PIL import Image, ImageDraw

COLUMNS, ROWS, CELL = 8, 4, 300


def contact_sheet(first: int, split: Split, cell: int = CELL, size: tuple[int, int] = (COLUMNS, ROWS)) -> Image.Image:
    """Scenes side by side with their truths drawn in: green whole seals, orange cut ones."""
    sheet = Image.new("RGB", (size[0] * cell, size[1] * cell), "gray")
    for index in range(size[0] * size[1]):
        done = scene(first + index, split)
        picture = Image.fromarray(done.image)
        draw = ImageDraw.Draw(picture)
        for truth in done.truths:
            draw.rectangle(truth.box, outline=(0, 170, 60) if truth.share > 0.95 else (255, 140, 0), width=3)
        picture.thumbnail((cell - 6, cell - 6))
        at = (index % size[0] * cell + 3, index // size[0] * cell + 3)
        sheet.paste(picture, at)
        label = f"{first + index} {done.kind or '-'} {'+'.join(done.channels)} " + " ".join(
            each.attack or each.ink for each in done.truths
        )
        ImageDraw.Draw(sheet).text((at[0] + 2, at[1] + 2), label, fill=(0, 120, 255))
    return sheet


def main() -> None:
    """Write one sheet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out")
    parser.add_argument("--split", choices=("train", "validate", "test"), default="train")
    parser.add_argument("--first", type=int, default=0)
    given = parser.parse_args()
    contact_sheet(given.first, given.split).save(given.out)


if __name__ == "__main__":
    main()
