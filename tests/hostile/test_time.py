"""No file within the limits keeps the loader busy, and none makes it fill the memory."""

from __future__ import annotations

import time
import tracemalloc
from contextlib import suppress

import pytest
from hostile.worst import WORST, exif_of_long_fields

from forgecheck.errors import InputError
from forgecheck.load import load
from forgecheck.load.exif import read_exif
from forgecheck.load.limits import BATCH

SIZE = 5_000_000  # bytes, a sixth of what the batch takes
LIMIT_S = 3.0  # of processor time on a slow machine; on a fast one the slowest takes 0.2


@pytest.mark.parametrize("name", WORST)
def test_a_file_that_repeats_one_thing_ends_soon(name: str):
    data = WORST[name](SIZE)
    begun = time.process_time()
    with suppress(InputError):
        load(data, name, BATCH)
    assert time.process_time() - begun < LIMIT_S


def test_exif_fields_that_claim_the_whole_block_cost_no_memory():
    data = exif_of_long_fields()
    tracemalloc.start()
    texts, _ = read_exif(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(texts) <= 15
    assert peak < 10_000_000  # 350 MB when every field was copied
