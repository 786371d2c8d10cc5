"""Labels and results made from a few numbers."""

from __future__ import annotations

import json
from pathlib import Path


def report(path: str, label: str, weight: float, *said: str, score: float = 0.5, **more: object) -> dict[str, object]:
    """A row of results.jsonl; `said` as "law.one:strong"."""
    findings = [dict(zip(("check", "severity"), each.split(":"), strict=True)) for each in said]
    verdict = {"label": label, "score": score, "weight": weight}
    row = {"input": {"path": path, "capture": "scan"}, "verdict": verdict, "findings": findings}
    return row | {"seals": [], "coverage": [{"family": "law", "state": "looked"}]} | more


def failed(path: str, code: str = "truncated") -> dict[str, object]:
    """A row of a file that could not be read."""
    return {"input": {"path": path}, "error": {"code": code}}


def write(path: Path, rows: list[dict[str, object]]) -> Path:
    """Rows as JSON lines; returns the file."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def some(folder: Path) -> tuple[Path, Path]:
    """Ten genuine files with one false alarm, ten forged ones with two misses; labels and results."""
    labels = [{"file": f"g{n}.png", "label": "genuine", "type": "letter", "channel": "scan"} for n in range(10)]
    labels += [{"file": f"f{n}.png", "label": "forged", "attack": "A1", "type": "sms"} for n in range(10)]
    rows = [report(f"g{n}.png", "no_forgery_found", 0.0, score=0.05) for n in range(8)]
    rows += [report("g8.png", "inconclusive", 0.0, score=0.05)]
    rows += [report("g9.png", "suspicious", 1.2, "law.one:weak", "seal.two:strong", score=0.4)]
    rows += [report(f"f{n}.png", "forged", 3.0, "law.one:decisive", score=0.95) for n in range(8)]
    rows += [report("f8.png", "no_forgery_found", 0.0, "law.one:info", score=0.05), failed("f9.png")]
    return write(folder / "labels.jsonl", labels), write(folder / "results.jsonl", rows)
