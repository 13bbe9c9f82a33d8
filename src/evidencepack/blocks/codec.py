# SPDX-License-Identifier: MPL-2.0
"""Documents as JSON, both ways: what a frozen issue keeps, and what the fingerprint of a document is made of.

Each block is an object whose ``is`` names its class. What has its default value is left out, so that a block that
gains an optional part later keeps the fingerprints of documents that do not use it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass, replace
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from evidencepack.blocks import blocks, document, figures, inlines
from evidencepack.blocks.document import Document

Json: TypeAlias = str | int | float | bool | Sequence["Json"] | Mapping[str, "Json"]

_IS = "is"
_CLASSES: Mapping[str, type] = {
    found.__name__: found
    for module in (inlines, figures, blocks, document)
    for found in vars(module).values()
    if isinstance(found, type) and is_dataclass(found)
}


class WrongBlocksError(ValueError):
    """The JSON is not a document as ``to_json`` writes it. The message names what was found."""


def to_json(made: Document) -> dict[str, Json]:
    """Return the JSON form of a document."""
    return _object(made)


def from_json(found: Json) -> Document:
    """Read a document back from its JSON form.

    Raises:
        WrongBlocksError: if a class, a key or a value is not what ``to_json`` writes.
    """
    made: Document = _read(Document, found)
    return made


def canonical_bytes(made: Document) -> bytes:
    """Return the one byte form of a document's content: its fingerprint and its place in a pack are no part of it."""
    bare = replace(made, letter="", running=replace(made.running, fingerprint=""))
    return json.dumps(to_json(bare), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _write(value: object) -> Json:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, tuple):
        return [_write(part) for part in value]
    return _object(value)


def _object(value: Any) -> dict[str, Json]:
    written: dict[str, Json] = {_IS: type(value).__name__}
    for name, default in _PARTS[type(value)]:
        part = getattr(value, name)
        if default is MISSING or part != default:
            written[name] = _write(part)
    return written


class _Parts(dict[type, tuple[tuple[str, object], ...]]):
    """A class of blocks -> the names of its parts, each with its default value."""

    def __missing__(self, made: type) -> tuple[tuple[str, object], ...]:
        parts = self[made] = tuple((field.name, field.default) for field in fields(made))
        return parts


_PARTS = _Parts()


def _read(expected: Any, found: Json) -> Any:
    """Read a value of a type as the dataclasses' annotations give it."""
    if get_origin(expected) is tuple:
        return _read_tuple(get_args(expected), found)
    if get_origin(expected) is UnionType or is_dataclass(expected):
        return _read_object(get_args(expected) or (expected,), found)
    if issubclass(expected, StrEnum):
        return _read_member(expected, found)
    allowed = (int, float) if expected is float else (expected,)
    if not isinstance(found, allowed) or (isinstance(found, bool) and expected is not bool):
        raise WrongBlocksError(f"expected {expected.__name__}, found {found!r}")
    return found


def _read_tuple(parts: tuple[Any, ...], found: Json) -> tuple[Any, ...]:
    if not isinstance(found, Sequence) or isinstance(found, str):
        raise WrongBlocksError(f"expected a list, found {found!r}")
    expected = parts[:1] * len(found) if parts[-1] is Ellipsis else parts
    if len(expected) != len(found):
        raise WrongBlocksError(f"expected a list of {len(expected)}, found {found!r}")
    return tuple(_read(part, one) for part, one in zip(expected, found, strict=True))


def _read_object(allowed: tuple[type, ...], found: Json) -> Any:
    if not isinstance(found, Mapping):
        raise WrongBlocksError(f"expected an object, found {found!r}")
    made = _CLASSES.get(str(found.get(_IS)))
    if made not in allowed:
        raise WrongBlocksError(f"expected {' or '.join(one.__name__ for one in allowed)}, found {found.get(_IS)!r}")
    hints = _hints(made)
    unknown = set(found) - {_IS, *hints}
    lacking = {field.name for field in fields(made) if field.default is MISSING} - set(found)
    if unknown or lacking:
        raise WrongBlocksError(f"{made.__name__} with wrong or missing keys: {', '.join(sorted(unknown | lacking))}")
    parts = {name: _read(hints[name], part) for name, part in found.items() if name != _IS}
    try:
        return made(**parts)
    except ValueError as error:
        raise WrongBlocksError(str(error)) from None


def _read_member(expected: type[StrEnum], found: Json) -> StrEnum:
    if not isinstance(found, str) or found not in set(expected):
        raise WrongBlocksError(f"expected one of {', '.join(expected)}, found {found!r}")
    return expected(found)


@cache
def _hints(made: type) -> Mapping[str, Any]:
    return get_type_hints(made, localns={"Drawing": figures.Drawing})
