# SPDX-License-Identifier: MPL-2.0
"""Plain values one after the other on a pipe, each behind its length."""

from __future__ import annotations

from typing import IO

from evidencepack.guard.wire import Plain, WireError, from_bytes, to_bytes

_HEAD = 8


def send(pipe: IO[bytes], value: Plain) -> None:
    """Write a value and see to it that it leaves.

    Raises:
        OSError: if the other side is gone.
    """
    data = to_bytes(value)
    pipe.write(len(data).to_bytes(_HEAD, "big") + data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> Plain:
    """Wait for a value and return it.

    Raises:
        WireError: if the other side is gone, or sent something else.
    """
    return from_bytes(_exactly(pipe, int.from_bytes(_exactly(pipe, _HEAD), "big")))


def _exactly(pipe: IO[bytes], length: int) -> bytes:
    data = pipe.read(length)
    if len(data) < length:
        raise WireError("cut short")
    return data
