"""What is fuzzed: each target takes any bytes and holds what must be true of them, whatever they are.

`test_fuzz.py` runs them for seconds with Hypothesis, `run.py` for as long as asked, guided by coverage.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fuzz import of_files, of_text, of_web

TARGETS: Mapping[str, Callable[[bytes], object]] = {
    "load": of_files.loaded,
    "edited": of_files.edited,
    "walkers": of_files.walked,
    "metadata": of_files.metadata,
    "fields": of_text.fields,
    "rules": of_text.judged,
    "shown": of_text.shown,
    "names": of_text.names,
    "web": of_web.asked,
}


def seeds(target: str) -> tuple[bytes, ...]:
    """Bytes to begin with."""
    if target == "load":
        return of_files.samples()
    return tuple(bytes([number]) * 40 for number in range(len(of_files.samples())))
