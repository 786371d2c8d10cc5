"""The folder of results: whose it is, what made it, and that one run at a time writes to it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from forgecheck import __version__
from forgecheck.batch.files import write_whole
from forgecheck.errors import SetupError

SCHEMA = "forgecheck.run/1"
STATE, LOCK, PARTS = "run.json", ".lock", "parts"


@dataclass(frozen=True, slots=True)
class State:
    """What `run.json` holds: enough to find the files again, and to tell whether the rows are still good."""

    fingerprint: str
    inputs: tuple[str, ...]
    """Absolute paths, in order."""
    pdf: str
    """How PDFs were read: pages or whole."""
    formats: tuple[str, ...]
    given: tuple[str, ...] = ()
    """Columns of the manifests."""
    finished: bool = False
    """Whether every input was reached."""
    written: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of each table as we wrote it."""


def load_state(out: Path) -> State | None:
    """The state of an earlier run; None where there was none.  Raises SetupError for one that cannot be read."""
    try:
        data = json.loads((out / STATE).read_text("utf-8"))
        if data["schema"] != SCHEMA:
            raise ValueError(data["schema"])
        return State(
            str(data["fingerprint"]),
            tuple(map(str, data["inputs"])),
            str(data["pdf"]),
            tuple(map(str, data["formats"])),
            tuple(map(str, data["given"])),
            data["finished"] is True,
            {str(name): str(digest) for name, digest in data["written"].items()},
        )
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SetupError(f"{out / STATE} is damaged; remove it to begin anew") from error


def save_state(out: Path, state: State) -> None:
    """Write `run.json`."""
    data = {"schema": SCHEMA, "version": __version__, **asdict(state)}
    write_whole(out / STATE, json.dumps(data, indent=1).encode())


def is_ours(out: Path) -> bool:
    """Whether a folder is new, empty or holds results of ours: only then do we write to it."""
    return not out.exists() or not any(each.name != LOCK for each in out.iterdir()) or (out / STATE).is_file()


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Keep OUT for this process; raises SetupError where another has it.  Its end, of any kind, lets go of it."""
    out.mkdir(parents=True, exist_ok=True)
    with (out / LOCK).open("w") as file:
        try:
            import fcntl
        except ImportError:  # Windows: nothing is locked
            yield
            return
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise SetupError(f"another forgecheck is writing to {out}") from error
        yield
