"""Which part of an examination is under way, told to whoever waits for it.

Nothing depends on being heard: without a listener, `reached` does nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal

Stage = Literal["read", "look", "judge"]
"""read: the file is decoded and its text read; look: seals and pixels; judge: what it claims is checked."""

_listener: ContextVar[Callable[[Stage], None] | None] = ContextVar("listener", default=None)


def reached(stage: Stage) -> None:
    """Say that this part begins."""
    listener = _listener.get()
    if listener is not None:
        listener(stage)


@contextmanager
def heard_by(listener: Callable[[Stage], None]) -> Iterator[None]:
    """Within this block, `listener` hears of every part that begins in the same thread.

    >>> with heard_by(print):
    ...     reached("look")
    look
    """
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)
