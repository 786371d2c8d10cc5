"""Every hostile file becomes a page or a coded error, soon, and nothing else."""

from __future__ import annotations

import time
from collections import Counter

import numpy as np
import pytest
from files import pdf, picture, saved
from hostile.bombs import ACTIONS, PACKETS, PAGE, PAGES, SQUARE, pdf_that_draws_itself
from hostile.corpora import CORPORA, NAMES, samples
from hostile.loader import opener

from forgecheck.batch.worker import Worker
from forgecheck.errors import CODES, InputError
from forgecheck.evidence import Document
from forgecheck.judge.metadata._xmp import properties
from forgecheck.load import load
from forgecheck.load.limits import BATCH, WEB

LIMIT_S = 5.0  # of processor time for one file on a slow machine


def outcome(data: bytes, name: str = "a") -> Document | str:
    try:
        return load(data, name, BATCH)
    except InputError as error:
        return error.code


@pytest.mark.parametrize("name", CORPORA)
def test_every_file_is_read_or_refused_with_a_code_and_soon(name: str):
    said: Counter[str] = Counter()
    for label, data in CORPORA[name]():
        begun = time.process_time()
        found = outcome(data, label)
        assert time.process_time() - begun < LIMIT_S, label
        said["read" if isinstance(found, Document) else found] += 1
    assert said.keys() <= {"read", *CODES} - {"internal", "timeout"}
    assert said.total() > 4


def test_a_cut_file_is_truncated_and_only_a_pdf_may_be_mended():
    for name, data in samples().items():
        allowed = {"truncated", "read"} if name == "pdf" else {"truncated"}
        for percent in range(1, 100):
            found = outcome(data[: len(data) * percent // 100])
            assert ("read" if isinstance(found, Document) else found) in allowed, (name, percent)


@pytest.mark.parametrize("name", PACKETS)
def test_a_packet_of_entities_is_left_unread(name: str):
    begun = time.process_time()
    found = properties(PACKETS[name].decode())
    assert time.process_time() - begun < LIMIT_S
    assert (found is None) == (b"<!DOCTYPE" in PACKETS[name] or len(PACKETS[name]) > 256_000)


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_decides_nothing(name: str):
    document = load(saved(picture(), "PNG"), name, WEB)
    assert document.name == name
    assert np.array_equal(document.pages[0].image, picture())


@pytest.mark.parametrize("action", ACTIONS)
def test_what_a_pdf_asks_for_is_left_undone(action: str):
    data = pdf([b"<< /Type /Catalog /Pages 2 0 R /OpenAction << %b >> >>" % ACTIONS[action], PAGES, PAGE, SQUARE])
    assert load(data, "a", WEB).pages[0].image[-50, 50].tolist() == [255, 0, 0]


def test_a_trap_ends_with_its_time_and_the_next_file_is_read():
    """The others are in tests/benchmarks/threats.py: each costs its time."""
    worker = Worker(opener, 2.0, folders=())  # in 4 s it has filled its memory as well, and PDFium aborts
    with pytest.raises(InputError) as caught:
        worker.ask(pdf_that_draws_itself())
    assert caught.value.code == "timeout"
    assert worker.ask(samples()["letter"]) == "JPEG"
    worker.close()
