# SPDX-License-Identifier: MPL-2.0
"""Plain values as bytes, for the pipes between the program and its child.

Eight bytes give the length of a JSON text, then come the text and, in their order, the bytes that it speaks of. What
comes from a child is data and never code, whatever the child was made to send; ``pickle`` would run it.
"""

from __future__ import annotations

import json
from typing import TypeAlias

Plain: TypeAlias = "bool | int | float | str | bytes | list[Plain] | tuple[Plain, ...] | dict[str, Plain] | None"
"""What goes through the pipe, and comes out as the same type. Names of dictionaries are text."""

_HEAD = 8


class WireError(ValueError):
    """The bytes are no value: the child broke off in between, or was made to send something else."""


def to_bytes(value: Plain) -> bytes:
    """Return a value as bytes.

    Raises:
        TypeError: if something in it is not plain; a bug of the caller.
    """
    chunks: list[bytes] = []
    text = json.dumps(_tagged(value, chunks)).encode("ascii")
    return b"".join((len(text).to_bytes(_HEAD, "big"), text, *chunks))


def from_bytes(data: bytes) -> Plain:
    """Return the value that ``to_bytes`` was given.

    Raises:
        WireError: if the bytes are not whole, or not of its making.
    """
    length = int.from_bytes(data[:_HEAD], "big")
    chunks = _Chunks(data, _HEAD + length)
    try:
        value = _plain(json.loads(data[_HEAD : _HEAD + length].decode("ascii")), chunks)
    except (ValueError, RecursionError) as error:
        raise WireError("not a value of plain parts") from error
    if chunks.at != len(data):
        raise WireError("cut short, or longer than it says")
    return value


class _Chunks:
    """The bytes behind the text, taken one after the other."""

    def __init__(self, data: bytes, at: int) -> None:
        self._data = data
        self.at = at

    def take(self, length: int) -> bytes:
        begin, self.at = self.at, self.at + length
        if length < 0 or self.at > len(self._data):
            raise WireError("cut short")
        return self._data[begin : self.at]


def _tagged(value: Plain, chunks: list[bytes]) -> object:
    """Return a value for JSON: what JSON has not, or would mistake, as an object with the type for its one key."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case bytes():
            chunks.append(value)
            return {"bytes": len(value)}
        case list() | tuple():
            return {type(value).__name__: [_tagged(one, chunks) for one in value]}
        case dict() if all(isinstance(name, str) for name in value):
            return {"dict": [[name, _tagged(one, chunks)] for name, one in value.items()]}
        case _:
            raise TypeError(f"{type(value).__name__} cannot go to or come from a child; give its parts")


def _plain(json_value: object, chunks: _Chunks) -> Plain:
    match json_value:
        case None | bool() | int() | float() | str():
            return json_value
        case {"bytes": int(length), **rest} if not rest:
            return chunks.take(length)
        case {"list": list(items), **rest} if not rest:
            return [_plain(one, chunks) for one in items]
        case {"tuple": list(items), **rest} if not rest:
            return tuple(_plain(one, chunks) for one in items)
        case {"dict": list(items), **rest} if not rest:
            return dict(_named(item, chunks) for item in items)
        case _:
            raise WireError("has parts of no known type")


def _named(item: object, chunks: _Chunks) -> tuple[str, Plain]:
    if isinstance(item, list) and len(item) == 2 and isinstance(item[0], str):
        return item[0], _plain(item[1], chunks)
    raise WireError("has a name without a value")
