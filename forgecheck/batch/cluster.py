"""The engine of many machines: Ray Data with actor pools; needs the extra forgecheck[ray].

The same tasks, orders and results as on one machine.  Files are hashed first, by tasks without models, so that equal
and known contents are never examined; then actors, each with a worker process of its own, examine what is left.
Results come back to the driver, which alone writes to the store: a killed actor costs the few orders that it held,
which Ray gives to another.  All machines must see the inputs under the same paths or addresses (s3://...).

Ray joins the cluster named by RAY_ADDRESS, or starts one on this machine.

Sources
-------
* Ray issue 44687: actors that hold every processor leave none for the tasks that feed them, and nothing moves.
"""

from __future__ import annotations

import itertools
import logging
import os
import pickle
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from forgecheck.batch.desk import Desk, Done, Options, Order, Task, carried_out, hashed
from forgecheck.batch.inspector import Open
from forgecheck.batch.source import Source
from forgecheck.batch.work import Job, start
from forgecheck.batch.worker import Worker
from forgecheck.errors import SetupError

if TYPE_CHECKING:
    import ray.data

WAVE = 20_000  # tasks hashed before the first of them is examined; assumed
HASHED, EXAMINED = 200, 4  # tasks that travel together: hashing is short, an examination takes seconds; assumed
FOR_READS = 1.0  # processors that actors leave free

Batch = dict[str, list[bytes]]
Item = TypeVar("Item")


def on_ray(tasks: Iterable[Task], desk: Desk, open_inspector: Open, options: Options, stop: Event) -> Iterator[Done]:
    """Each task once, in any order; raises SetupError where Ray is missing.

    When `stop` is set, nothing more is waited for: what was in flight is examined again by the next run.
    """
    ray = _ray()
    began_here = not ray.is_initialized()
    if began_here:
        ray.init(log_to_driver=False, logging_level=logging.ERROR, include_dashboard=False)
    try:
        todo = iter(tasks)
        while not stop.is_set() and (wave := list(itertools.islice(todo, WAVE))):
            yield from _wave(wave, desk, open_inspector, options, stop)
    finally:
        if began_here:
            ray.shutdown()


def _wave(tasks: list[Task], desk: Desk, open_inspector: Open, options: Options, stop: Event) -> Iterator[Done]:
    """All of these tasks, and then the pages that turned up among them."""
    while tasks and not stop.is_set():
        more: list[Task] = []
        orders: list[Order] = []
        for read in _hashed(tasks, desk):
            order = read if isinstance(read, Done) else desk.sort(read)
            if isinstance(order, Done):
                more += order.more
                yield order
            else:
                orders.append(order)
        for done in _examined(orders, open_inspector, options, stop):
            more += done.more
            yield done
        tasks = more


def _hashed(tasks: Sequence[Task], desk: Desk) -> Iterator[Task | Done]:
    known = [task for task in tasks if task.sha256]
    yield from known
    given = [(task, desk.source(task)) for task in tasks if not task.sha256]
    if given:
        for read in _rows(_dataset(given, HASHED).map_batches(_hash, batch_size=HASHED)):
            assert isinstance(read, (Task, Done))
            yield read


def _hash(batch: Batch) -> Batch:
    """Runs in a task of Ray."""
    given: list[tuple[Task, Source]] = [pickle.loads(item) for item in batch["item"]]
    return {"item": [pickle.dumps(hashed(*each)) for each in given]}


def _examined(orders: Sequence[Order], open_inspector: Open, options: Options, stop: Event) -> Iterator[Done]:
    if not orders:
        return
    actors = min(options.workers, -(-len(orders) // EXAMINED))
    examiners = _dataset(orders, EXAMINED).map_batches(
        Examiner,
        fn_constructor_args=(open_inspector, options),
        batch_size=EXAMINED,
        concurrency=actors,
        num_cpus=_share(actors),
    )
    for done in _rows(examiners):
        if isinstance(done, SetupError):
            raise done
        assert isinstance(done, Done)
        yield done
        if stop.is_set():
            return


class Examiner:
    """Lives in an actor of Ray: asks a worker process, which alone holds models and reads strangers' files."""

    def __init__(self, open_inspector: Open, options: Options) -> None:
        self._worker: Worker[Job] = Worker(partial(start, open_inspector), options.timeout_s, options.memory_bytes)

    def __call__(self, batch: Batch) -> Batch:
        """Carry out a few orders."""
        orders: list[Order] = [pickle.loads(item) for item in batch["item"]]
        return {"item": [pickle.dumps(self._carried_out(order)) for order in orders]}

    def _carried_out(self, order: Order) -> Done | SetupError:
        try:
            return carried_out(self._worker, order)
        except SetupError as error:  # raised on the driver: Ray would start the actor again and again
            return error


def _share(actors: int) -> float:
    """Processors that each actor asks for, so that some are left for reading whatever their number."""
    import ray

    return max(0.1, round((ray.cluster_resources().get("CPU", 1.0) - FOR_READS) / actors, 2)) if actors else 1.0


def _dataset(items: Sequence[object], together: int) -> ray.data.Dataset:
    import ray

    packed = [{"item": pickle.dumps(each)} for each in items]
    return ray.data.from_items(packed, override_num_blocks=max(1, -(-len(packed) // together)))


def _rows(dataset: ray.data.Dataset) -> Iterator[object]:
    """What our own tasks and actors sent back; none of them reads a stranger's file itself."""
    return (pickle.loads(row["item"]) for row in dataset.iter_rows())


def _ray() -> ray:
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")  # it warns on stderr of every actor that may restart
    try:
        import ray.data
    except ImportError as error:
        raise SetupError('the engine "ray" needs Ray: pip install "forgecheck[ray]"') from error
    ray.data.DataContext.get_current().enable_progress_bars = False
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    return ray
