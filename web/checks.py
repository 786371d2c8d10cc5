"""The checks that are under way or can still be read: in memory, for a short while, behind links nobody can guess."""

from __future__ import annotations

import json
import logging
import secrets
import time
from base64 import b64decode
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from hashlib import sha256
from threading import Event, Lock
from typing import Literal, get_args

from forgecheck_web.desk import Busy, Desk
from forgecheck_web.jobs import Examine, Job, Make, Wanted
from forgecheck_web.problems import BUSY, GONE, KEY_REUSED, MANY_AT_ONCE, Problem, Refused, of
from forgecheck_web.settings import Settings

from forgecheck.batch.failure import as_input_error
from forgecheck.finding import Label
from forgecheck.stages import Stage

ID_BYTES = 18  # 144 bits of chance in 24 characters
MAKING_S = 40.0  # how long a PDF or a pack may take, the wait for a worker included; assumed
BOUNDS_S = (1, 2, 4, 8, 15, 30)  # between which the times of checks are counted
log = logging.getLogger("forgecheck_web")
State = Literal["waiting", "read", "look", "judge", "done", "failed"]


@dataclass(frozen=True, slots=True)
class Examined:
    """What a worker made of an upload."""

    report: str
    """The report as JSON, forgecheck.report/1."""
    label: Label
    view: Mapping[str, object]
    """What the page shows; see `view.py`."""
    pictures: Mapping[str, bytes]
    """JPEG files by name, drawn anew by the worker."""
    seen: bytes
    """The worker's own notes, from which it makes a PDF later; opened by workers only."""

    @property
    def size(self) -> int:
        """In bytes, about."""
        return 3 * len(self.report) + len(self.seen) + sum(map(len, self.pictures.values()))


@dataclass(slots=True)
class Check:
    """One upload and what became of it."""

    id: str
    client: str
    data: bytes
    name: str
    """As the browser gave it; shown in the report, never used on a disk."""
    until: float
    """When it goes, on the store's clock."""
    answer: Future[str]
    stage: Stage | None = None
    key: tuple[str, str] | None = None
    outcome: Examined | Problem | None = None
    ended: Event = field(default_factory=Event)
    """Set once there is an outcome, or will be none."""

    @property
    def state(self) -> State:
        """Where it stands."""
        if self.outcome is not None:
            return "failed" if isinstance(self.outcome, Problem) else "done"
        return self.stage or "waiting"

    @property
    def size(self) -> int:
        """Bytes held for it."""
        return len(self.data) + (self.outcome.size if isinstance(self.outcome, Examined) else 0)


@dataclass(slots=True)
class Tally:
    """What became of all checks since the start."""

    ended: Counter[str] = field(default_factory=Counter)
    """By verdict or error code."""
    seconds: float = 0.0
    """From upload to end, summed."""
    within: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS_S) + 1))
    """How many took at most so long as each of `BOUNDS_S`, and how many there were in all."""

    def count(self, outcome: str, seconds: float) -> None:
        """One more."""
        self.ended[outcome] += 1
        self.seconds += seconds
        for index, bound in enumerate((*BOUNDS_S, float("inf"))):
            self.within[index] += seconds <= bound


class Checks:
    """All checks of this server; safe to use from many threads."""

    def __init__(self, desk: Desk[Job], settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        self._desk = desk
        self._settings = settings
        self._clock = clock
        self._lock = Lock()
        self._held: dict[str, Check] = {}
        self._keys: dict[tuple[str, str], str] = {}
        self._tally = Tally()

    def begin(self, data: bytes, name: str, client: str, key: str | None = None) -> Check:
        """Take an upload; raises Refused where there is no room, or where its key belongs to another file."""
        with self._lock:
            self._drop_old()
            if key is not None and (known := self._held.get(self._keys.get((client, key), ""))):
                if sha256(known.data).digest() != sha256(data).digest():
                    raise Refused(KEY_REUSED)
                return known
            unfinished = sum(each.client == client and each.outcome is None for each in self._held.values())
            if self._settings.at_once is not None and unfinished >= self._settings.at_once:
                raise Refused(MANY_AT_ONCE)
            self._make_room(len(data))
            check = Check(
                secrets.token_urlsafe(ID_BYTES),
                client,
                data,
                name,
                self._clock() + self._settings.keep_s,
                Future(),
                key=None if key is None else (client, key),
            )
            check.answer = self._ask(Examine(data, name), lambda stage: setattr(check, "stage", stage))
            self._held[check.id] = check
            if check.key is not None:
                self._keys[check.key] = check.id
        check.answer.add_done_callback(lambda answer: self._finish(check, answer))
        return check

    def _ask(self, job: Job, told: Callable[[Stage], None] = lambda _: None) -> Future[str]:
        try:
            return self._desk.ask(job, told)
        except Busy:
            raise Refused(BUSY) from None

    def _finish(self, check: Check, answer: Future[str]) -> None:
        if not answer.cancelled():
            seconds = self._clock() + self._settings.keep_s - check.until
            try:
                check.outcome = _examined(answer.result())
                said, why = check.outcome.label, ""
            except Exception as error:  # its message may quote the document: it goes nowhere, not even to a log
                coded = as_input_error(error)
                check.outcome = of(coded)
                said, why = coded.code, coded.detail
            log.info("check outcome=%s seconds=%.1f bytes=%d %s", said, seconds, len(check.data), why)
            with self._lock:
                self._tally.count(said, seconds)
                self._fit(self._settings.most_kept, self._settings.most_bytes)
        check.ended.set()

    def find(self, check_id: str) -> Check:
        """The check of this link; raises Refused where there is none any more."""
        with self._lock:
            self._drop_old()
            try:
                return self._held[check_id]
            except KeyError:
                raise Refused(GONE) from None

    def ahead(self, check: Check) -> int:
        """How many others wait before it."""
        with self._lock:
            waiting = [each.id for each in self._held.values() if each.state == "waiting"]
        return waiting.index(check.id) if check.id in waiting else 0

    def make(self, check: Check, what: Wanted) -> bytes:
        """Something made from a finished check, by a worker; raises Refused where it cannot be made."""
        if isinstance(check.outcome, Problem):
            raise Refused(check.outcome)
        if check.outcome is None:
            raise Refused(GONE)
        made = self._ask(Make(check.data, check.name, check.outcome.seen, what))
        try:
            return b64decode(made.result(MAKING_S), validate=True)
        except TimeoutError:
            made.cancel()
            raise Refused(BUSY) from None
        except Exception as error:
            raise Refused(of(as_input_error(error))) from None

    def drop(self, check: Check) -> None:
        """Forget it now."""
        with self._lock:
            self._drop(check)

    def minutes_left(self, check: Check) -> int:
        """Until it is forgotten, rounded up."""
        return max(-int(-(check.until - self._clock()) // 60), 1)

    def drop_old(self) -> None:
        """Forget what has been here long enough; to be called often, whoever asks."""
        with self._lock:
            self._drop_old()

    def counts(self) -> Mapping[str, int]:
        """What is held: `waiting`, `running`, `done` checks and their `bytes`."""
        with self._lock:
            held = list(self._held.values())
        states = Counter("done" if each.outcome else "running" if each.stage else "waiting" for each in held)
        return {**dict.fromkeys(("waiting", "running", "done"), 0), **states, "bytes": sum(each.size for each in held)}

    def tally(self) -> Tally:
        """What became of all checks so far."""
        with self._lock:
            return replace(self._tally, ended=self._tally.ended.copy(), within=[*self._tally.within])

    def _drop_old(self) -> None:
        now = self._clock()
        for each in [each for each in self._held.values() if each.until <= now]:
            self._drop(each)

    def _drop(self, check: Check) -> None:
        check.answer.cancel()
        self._held.pop(check.id, None)
        if check.key is not None:
            self._keys.pop(check.key, None)

    def _make_room(self, size: int) -> None:
        """Drop the oldest finished checks so that one more of this size fits; raises Refused where it cannot."""
        if not self._fit(self._settings.most_kept - 1, self._settings.most_bytes - size):
            raise Refused(BUSY)

    def _fit(self, most: int, most_bytes: int) -> bool:
        """Drop the oldest finished checks down to this number and weight, as far as there are any."""
        weight = sum(each.size for each in self._held.values())
        for each in list(self._held.values()):
            if len(self._held) <= most and weight <= most_bytes:
                break
            if each.outcome is not None:
                weight -= each.size
                self._drop(each)
        return len(self._held) <= most and weight <= most_bytes


def _examined(answer: str) -> Examined:
    """A worker's answer, of which nothing but its form is trusted."""
    data = json.loads(answer)
    if data["label"] not in get_args(Label):
        raise ValueError("no such verdict")
    pictures = {str(name): b64decode(each, validate=True) for name, each in data["pictures"].items()}
    seen = b64decode(data["seen"], validate=True)
    return Examined(str(data["report"]), data["label"], dict(data["view"]), pictures, seen)
