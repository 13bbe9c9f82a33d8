# SPDX-License-Identifier: MPL-2.0
"""A comparison as plain values, for the pipe from the child that made it and for JSON, and back.

What comes back is checked by the types of its fields: the child may have been taken over by the file that it read.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Final, get_args, get_origin, get_type_hints

from evidencepack.exchange.replies.report import Comparison

_PLAIN: Final = frozenset({str, int, bool, type(None)})


def to_plain(comparison: Comparison) -> dict[str, Any]:
    """Return a comparison as dictionaries by the names of its fields, lists, text, numbers, true, false and None."""
    found: dict[str, Any] = as_plain(comparison)
    return found


def from_plain(plain: dict[str, Any]) -> Comparison:
    """Return the comparison that plain values speak of.

    Raises:
        KeyError, TypeError, ValueError: if they are not of the making of ``to_plain``.
    """
    made: Comparison = _made(Comparison, plain)
    return made


def as_plain(value: object) -> Any:
    """Return a value of a comparison as plain ones."""
    if type(value) in _PLAIN:
        return value
    if is_dataclass(value):
        return {one.name: as_plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        names: tuple[str, ...] = getattr(value, "_fields", ())
        return dict(zip(names, map(as_plain, value), strict=True)) if names else [as_plain(one) for one in value]
    return value


def _made(kind: Any, plain: Any) -> Any:
    """Return a value of a type from plain ones."""
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        if not isinstance(plain, list):
            raise TypeError(plain)
        if inner[-1] is Ellipsis:
            return tuple(_made(inner[0], one) for one in plain)
        return tuple(_made(one, other) for one, other in zip(inner, plain, strict=True))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(plain)
    if is_dataclass(kind) or hasattr(kind, "_fields"):
        hints = _hints(kind)
        if set(plain) != set(hints):
            raise KeyError(*set(plain) ^ set(hints))
        return kind(**{name: _made(hint, plain[name]) for name, hint in hints.items()})
    if not isinstance(plain, kind) or (kind is int and isinstance(plain, bool)):
        raise TypeError(plain)
    return plain


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
