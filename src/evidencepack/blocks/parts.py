# SPDX-License-Identifier: MPL-2.0
"""What all parts of a document have in common: they are compared, hashed and shown by what they hold.

A dataclass would make these anew for each of its thirty classes, every time the program starts.
"""

from __future__ import annotations


class Part:
    """A frozen dataclass, to be made with ``eq=False`` and ``repr=False``: both stand here, and mean the same."""

    __slots__ = ()
    __match_args__: tuple[str, ...]

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self is other or self._held() == other._held()

    def __hash__(self) -> int:
        return hash(self._held())

    def __repr__(self) -> str:
        held = zip(self.__match_args__, self._held(), strict=True)
        return f"{self.__class__.__qualname__}({', '.join([f'{name}={value!r}' for name, value in held])})"

    def _held(self) -> tuple[object, ...]:
        return tuple([getattr(self, name) for name in self.__match_args__])
