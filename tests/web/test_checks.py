"""The store of checks: what is kept, how long, how much."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from forgecheck_web.checks import Check, Checks
from forgecheck_web.desk import Desk, Here
from forgecheck_web.jobs import Job, Wanted, done
from forgecheck_web.problems import Problem, Refused
from forgecheck_web.settings import Settings
from webstub import inspect, picture


class Clock:
    """A clock that is turned by hand."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def work(job: Job) -> str:
    return done(inspect, job)


def checks(
    answers: Callable[[Job], str] = work, clock: Callable[[], float] = time.monotonic, **settings: object
) -> Checks:
    given = Settings(**{"at_once": None, **settings})
    return Checks(Desk([Here(answers)], given.waiting), given, clock)


def ended(store: Checks, data: bytes, client: str = "a") -> Check:
    check = store.begin(data, "a.png", client)
    assert check.ended.wait(60)
    return check


def code(call: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.problem.code


def test_a_check_is_found_by_a_link_that_nobody_can_guess() -> None:
    store = checks()
    first, second = (ended(store, b"error too_small") for _ in range(2))
    assert store.find(first.id) is first
    assert first.id != second.id
    assert len(first.id) == 24, "18 bytes of chance"
    assert code(lambda: store.find("")) == code(lambda: store.find(first.id[:-1])) == "no_such_check"


def test_a_check_is_forgotten_after_its_time_though_nobody_asks() -> None:
    clock = Clock()
    store = checks(clock=clock, keep_s=900.0)
    check = ended(store, picture())
    clock.now += 899
    store.drop_old()
    assert store.find(check.id) is check
    assert store.minutes_left(check) == 1
    clock.now += 1
    store.drop_old()
    assert store.counts() == {"waiting": 0, "running": 0, "done": 0, "bytes": 0}
    assert code(lambda: store.find(check.id)) == "no_such_check"


def test_the_oldest_finished_one_gives_way_where_room_is_short() -> None:
    store = checks(most_kept=2)
    first, second, third = (ended(store, picture()) for _ in range(3))
    assert code(lambda: store.find(first.id)) == "no_such_check"
    assert store.find(second.id)
    assert store.find(third.id)
    size = len(picture())
    store = checks(most_bytes=3 * size)
    for _ in range(20):
        ended(store, picture())
        assert store.counts()["bytes"] <= 3 * size


def test_where_nothing_can_give_way_newcomers_are_told_to_wait() -> None:
    store = checks(most_bytes=1000)
    assert code(lambda: store.begin(bytes(1001), "a.png", "a")) == "busy"
    store = checks(most_kept=1)
    store.begin(picture(seconds=0.2), "a.png", "a")
    assert code(lambda: store.begin(picture(), "a.png", "b")) == "busy"


def test_the_line_of_those_who_wait_is_short() -> None:
    store = checks(waiting=1)
    for _ in range(2):
        store.begin(picture(seconds=0.2), "a.png", "a")
    assert code(lambda: store.begin(picture(), "a.png", "a")) == "busy"


def test_a_cancelled_check_gives_its_place_to_others_and_is_never_examined() -> None:
    seen: list[bytes] = []

    def noted(job: Job) -> str:
        seen.append(job.data)
        return work(job)

    store = checks(noted, waiting=1)
    running = store.begin(picture(seconds=0.2), "a.png", "a")
    waiting = store.begin(picture("suspicious"), "a.png", "a")
    store.drop(waiting)
    last = store.begin(picture("inconclusive"), "a.png", "a")
    assert running.ended.wait(60)
    assert last.ended.wait(60)
    assert waiting.ended.is_set()
    assert waiting.data not in seen


def test_what_a_dropped_check_comes_to_is_not_kept() -> None:
    store = checks()
    check = store.begin(picture(seconds=0.1), "a.png", "a")
    while check.state == "waiting":
        pass
    store.drop(check)
    assert check.ended.wait(60)
    assert store.counts()["bytes"] == 0


@pytest.mark.parametrize(
    "answer",
    ["", "{}", "[]", "null", '{"label": "genuine", "report": "", "view": {}, "pictures": {}, "seen": ""}',
     '{"label": "forged", "report": "", "view": {}, "pictures": {"1.jpg": "?"}, "seen": ""}'],
)  # fmt: skip
def test_an_answer_of_another_form_is_a_fault_and_no_result(answer: str) -> None:
    check = ended(checks(lambda _: answer), b"any")
    assert isinstance(check.outcome, Problem)
    assert check.outcome.code == "internal"


def test_nothing_is_made_of_a_check_that_has_no_result() -> None:
    store = checks()
    failed = ended(store, b"error truncated")
    assert code(lambda: store.make(failed, Wanted("pdf"))) == "truncated"
    unfinished = store.begin(picture(seconds=0.2), "a.png", "a")
    assert code(lambda: store.make(unfinished, Wanted("pdf"))) == "no_such_check"


def test_times_and_outcomes_are_counted() -> None:
    clock = Clock()
    store = checks(clock=clock)
    ended(store, picture())
    ended(store, b"error truncated")
    tally = store.tally()
    assert tally.ended == {"forged": 1, "truncated": 1}
    assert tally.within[-1] == 2
    assert tally.seconds == 0.0
