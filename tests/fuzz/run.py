"""Fuzz for as long as you like: `make fuzz FUZZ_S=600`, or `.venv/bin/python tests/fuzz/run.py TARGET --seconds 60`.

With Atheris (extra `fuzz`) the choice of bytes is guided by coverage of our own code; where it has no wheel for this
Python, Hypothesis chooses at random.  What was found lies in out/fuzz: a corpus a target, and a file for every crash;
`run.py TARGET FILE...` runs such files again.  A crash becomes a test, then it is mended.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[2]
OUT = ROOT / "out" / "fuzz"
INPUT_MAX = 2000  # bytes; a sample file has 300 to 2,000
INPUT_S = 20  # for one input; more is a hang
MEMORY_MB = 3000

sys.path[:0] = [str(ROOT / "tests")]


def guided(name: str, seconds: int) -> None:
    """Atheris; does not return."""
    import atheris

    with atheris.instrument_imports(include=["forgecheck", "forgecheck_web"], enable_loader_override=False):
        from fuzz.targets import TARGETS, seeds

        from forgecheck.judge import all_checks

        all_checks()  # they are imported when first asked for
    corpus, crashes = OUT / name, OUT / f"{name}-crash-"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, each in enumerate(seeds(name)):
        (corpus / f"seed-{number}").write_bytes(each)
    limits = (f"-max_total_time={seconds}", f"-timeout={INPUT_S}", f"-rss_limit_mb={MEMORY_MB}")
    options = (*limits, f"-max_len={INPUT_MAX}", f"-artifact_prefix={crashes}", "-print_final_stats=1", "-verbosity=0")
    atheris.Setup([sys.argv[0], *options, str(corpus)], TARGETS[name])
    atheris.Fuzz()


def at_random(name: str, seconds: int) -> None:
    """Hypothesis, with other bytes each time."""
    from fuzz.targets import TARGETS
    from fuzz.test_fuzz import BYTES, QUICK
    from hypothesis import given, settings

    begun, runs = time.monotonic(), 0
    while time.monotonic() - begun < seconds:
        settings(QUICK, max_examples=500, derandomize=False)(given(BYTES)(TARGETS[name]))()
        runs += 500
    sys.stderr.write(f"{name}: {runs} inputs without a crash\n")


def everything(seconds: int) -> int:
    """All targets, each in a process of its own and with its share of the time; 1 where one crashed."""
    from fuzz.targets import TARGETS

    crashed = []
    for name in TARGETS:
        command = [sys.executable, __file__, name, "--seconds", str(max(1, seconds // len(TARGETS)))]
        if subprocess.run(command, check=False).returncode:
            crashed.append(name)
    sys.stderr.write(f"crashed: {', '.join(crashed) or 'none'}\n")
    return 1 if crashed else 0


def main() -> int:
    """One target, all, or files once more."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("target", help="a name of fuzz/targets.py, or all")
    parser.add_argument("files", nargs="*", type=Path, help="inputs to run once more")
    parser.add_argument("--seconds", type=int, default=60)
    given = parser.parse_args()
    if given.target == "all":
        return everything(given.seconds)
    if given.files:
        from fuzz.targets import TARGETS

        for each in given.files:
            TARGETS[given.target](each.read_bytes())
        return 0
    if find_spec("atheris"):
        guided(given.target, given.seconds)
    else:
        sys.stderr.write("atheris is not installed: bytes are chosen at random\n")
        at_random(given.target, given.seconds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
