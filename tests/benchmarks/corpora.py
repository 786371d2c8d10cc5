"""Run over whole folders and count what came out: `.venv/bin/python tests/benchmarks/corpora.py DIR...`

One row a folder: files, verdicts, coded errors, the slowest file.  Exits with 1 when a file got neither a report nor
a coded error.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path


def rows(folder: Path) -> list[dict[str, object]]:
    """The batch's result rows of a folder."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "forgecheck", "batch", str(folder), "-o", out, "--fail-on", "never"]
        subprocess.run(command, check=False, stderr=subprocess.DEVNULL)
        return [json.loads(line) for line in Path(out, "results.jsonl").read_text("utf-8").splitlines()]


def main() -> int:
    lost = 0
    for folder in map(Path, sys.argv[1:]):
        found = rows(folder)
        files = sum(1 for each in folder.rglob("*") if each.is_file() and not each.name.startswith("."))
        labels = Counter(each["verdict"]["label"] if "verdict" in each else each["error"]["code"] for each in found)
        slowest = max((each["timing"]["total_ms"] for each in found if "timing" in each), default=0) / 1000
        counts = ", ".join(f"{name} {count}" for name, count in sorted(labels.items()))
        sys.stdout.write(f"{folder.name:16s} {files:4d} files  {counts}; slowest {slowest:.1f} s\n")
        for each in found:
            if "verdict" in each and each["verdict"]["label"] in ("forged", "suspicious"):
                heard = ", ".join(f"{f['check']}:{f['severity']}" for f in each["findings"])
                sys.stdout.write(f"    {each['verdict']['label']:10s} {each['input']['path']}: {heard}\n")
        lost += files - len(found)
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
