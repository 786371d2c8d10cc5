"""The installation's secret: what turns names and numbers into hashes that nobody else can make or try out."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path

import numpy as np

from forgecheck.errors import SetupError

KEY_BYTES = 32
SUFFIX = ".key"
"""Of the file beside a store that holds its secret."""


class Secret:
    """Hashes with a key."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def number(self, *parts: str) -> int:
        """64 bits of a keyed hash, with a sign as databases want them; equal parts give equal numbers."""
        digest = blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8, key=self._key).digest()
        return int.from_bytes(digest, "big", signed=True)

    def generator(self, purpose: str) -> np.random.Generator:
        """Random numbers that only this secret gives."""
        return np.random.default_rng(self.number("generator", purpose) & (2**64 - 1))

    @property
    def check(self) -> str:
        """What a store keeps to recognise its secret again; tells nothing of it."""
        return blake2b(b"check", digest_size=16, key=self._key).hexdigest()


def read_secret(path: Path) -> Secret:
    """The secret in a file; raises SetupError where there is none."""
    try:
        key = bytes.fromhex(path.read_text("ascii").strip())
    except FileNotFoundError as error:
        raise SetupError(
            f"{path} is missing: the store's secret, without which nothing in it can be compared"
        ) from error
    except ValueError as error:
        raise SetupError(f"{path} holds no secret of a store of links") from error
    if len(key) != KEY_BYTES:
        raise SetupError(f"{path} holds no secret of a store of links")
    return Secret(key)


def make_secret(path: Path) -> Secret:
    """A new secret in a new file that only its owner may read; one that is there already is kept and read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(os.urandom(KEY_BYTES).hex() + "\n")
    except FileExistsError:
        pass
    return read_secret(path)
