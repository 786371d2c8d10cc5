"""How long one check takes, from cold and warm: `make bench`.

A rendered 1080 x 2400 screenshot with 40 lines of text; every figure is measured in a process of its own.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from forgecheck_models import figures
from PIL import Image

sys.path.insert(0, str(Path(__file__).parents[1]))
from render import page, rows

WARM_RUNS = 7
WARM = f"""
import resource, sys, time
from pathlib import Path
from forgecheck import Models, inspect
data, models, times = Path(sys.argv[1]).read_bytes(), Models(threads=int(sys.argv[2])), []
for _ in range({WARM_RUNS}):
    start = time.perf_counter()
    report = inspect(data, "page.png", models)
    times.append(time.perf_counter() - start)
lines = len(report.evidence.pages[0].lines or ())
stages = " ".join(f"{{name}} {{ms:.0f}} ms," for name, ms in report.timing_ms.items())
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{{sorted(times[1:])[len(times) // 2 - 1]:.2f}} s, peak {{peak:.0f}} MB, {{lines}} lines; {{stages[:-1]}}")
print(f"{{sorted(times[1:])[len(times) // 2 - 1]:.2f}} {{peak:.0f}}")
"""


def seconds(*command: str) -> float:
    """Wall time of a command."""
    start = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    figures.option(parser)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder, "page.png")
        Image.fromarray(page(rows(40), (1080, 2400))).save(picture)
        python = sys.executable
        bare = median(seconds(python, "-c", "pass") for _ in range(5))
        imported = median(seconds(python, "-c", "import forgecheck") for _ in range(5))
        cold = median(seconds(python, "-m", "forgecheck", "check", str(picture)) for _ in range(3))
        sys.stdout.write(f"import forgecheck       {imported - bare:.3f} s\n")
        sys.stdout.write(f"cold command            {cold:.2f} s\n")
        told = {
            "import": figures.number("import forgecheck", imported - bare, "s"),
            "cold": figures.number("cold command", cold, "s", 1),
        }
        for threads in ("1", "2"):
            warm = subprocess.run(
                [python, "-c", WARM, str(picture), threads], check=True, capture_output=True, text=True
            )
            shown, numbers = warm.stdout.splitlines()[-2:]
            sys.stdout.write(f"warm check, {threads} thread(s)  {shown}\n")
            taken, peak = map(float, numbers.split())
            told[f"warm_{threads}"] = figures.number(f"warm check, threads: {threads}", taken, "s", 1)
            told["peak"] = figures.number("memory, peak", peak, "MB", 0)
    if given.figures:
        figures.keep(
            "road", "a rendered screenshot of 1080 x 2400 px with 40 lines; an idle machine of two cores", told
        )


if __name__ == "__main__":
    main()
