"""A few seconds of fuzzing; `make fuzz` does it for longer and guided by coverage."""

from __future__ import annotations

import pytest
from fuzz.targets import TARGETS, seeds
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

EXAMPLES = {"load": 150, "edited": 150, "walkers": 300, "metadata": 200, "names": 300, "web": 150, "fields": 150}
OTHERWISE = 60  # whole sets of rules and whole reports take 20 to 100 ms each
QUICK = settings(deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
BYTES = st.binary(min_size=1, max_size=400)


@pytest.mark.parametrize("name", TARGETS)
def test_holds_for_any_bytes(name: str):
    target = TARGETS[name]
    for each in seeds(name):
        target(each)

    @settings(QUICK, max_examples=EXAMPLES.get(name, OTHERWISE))
    @given(BYTES)
    def hold(data: bytes) -> None:
        target(data)

    hold()
