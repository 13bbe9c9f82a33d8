# SPDX-License-Identifier: MPL-2.0
"""A cache on the disk whose entries open only to whoever has what they were made of.

An entry is named, encrypted and authenticated with a key that is a hash of the source itself. So what somebody purges
from a workspace cannot be had from the cache any more, and no other program can put something of its own there: an
entry that was changed, cut short or forged counts as none. A cache that cannot be used is no fault; it is only empty.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from evidencepack.paths.faults import CannotWriteError
from evidencepack.paths.files import write_atomically

_MAGIC = b"EPC1"
_SEAL = 32
_SUFFIX = ".sealed"


@dataclass(frozen=True, slots=True)
class SealedCache:
    """Entries in a folder of their own, at most so many bytes of them; those not asked for the longest go first."""

    folder: Path
    most_bytes: int

    def get(self, source: bytes, maker: bytes) -> bytes | None:
        """Return what was kept for a source and its maker; None if there is nothing that is whole.

        Args:
            source: what it was made of.
            maker: what made it, with its version: another one would have made something else.
        """
        key = _key(source, maker)
        file = self._file(key)
        try:
            sealed = file.read_bytes()
            os.utime(file)
        except OSError:
            return None
        seal, hidden = sealed[len(_MAGIC) :][:_SEAL], sealed[len(_MAGIC) + _SEAL :]
        if not sealed.startswith(_MAGIC) or not hmac.compare_digest(seal, _seal(hidden, key)):
            return None
        return _crossed(hidden, key)

    def put(self, source: bytes, maker: bytes, made: bytes) -> None:
        """Keep what was made of a source, unless it is larger than a quarter of the cache, or cannot be written."""
        if len(made) > self.most_bytes // 4:
            return
        key = _key(source, maker)
        hidden = _crossed(made, key)
        with suppress(CannotWriteError):
            write_atomically(self._file(key), _MAGIC + _seal(hidden, key) + hidden)
            self._make_room()

    def _file(self, key: bytes) -> Path:
        return self.folder / f"{hashlib.blake2b(key, digest_size=20, person=b'name').hexdigest()}{_SUFFIX}"

    def _make_room(self) -> None:
        found = sorted(self._entries(), reverse=True)
        size = 0
        for _, name, length in found:
            size += length
            if size > self.most_bytes:
                with suppress(OSError):
                    (self.folder / name).unlink()

    def _entries(self) -> Iterator[tuple[int, str, int]]:
        """Yield when each file was last asked for, its name, and its length; parts that a crash left are files, too."""
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    said = entry.stat()
                    yield said.st_mtime_ns, entry.name, said.st_size


def _key(source: bytes, maker: bytes) -> bytes:
    """Return the key of an entry, which nobody can work out without the source. Its SHA-256 would be known to many."""
    inner = hashlib.blake2b(source, digest_size=32, person=b"sealed cache").digest()
    return hashlib.blake2b(maker, key=inner, digest_size=32).digest()


def _seal(hidden: bytes, key: bytes) -> bytes:
    return hashlib.blake2b(hidden, key=key, digest_size=_SEAL, person=b"seal").digest()


def _crossed(data: bytes, key: bytes) -> bytes:
    """Return bytes encrypted, or decrypted: crossed with the output of SHAKE-256 (FIPS 202); a key is for one text."""
    size = len(data)
    stream = hashlib.shake_256(b"stream" + key).digest(size)
    return (int.from_bytes(data, "little") ^ int.from_bytes(stream, "little")).to_bytes(size, "little")
