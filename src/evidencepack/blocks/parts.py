# SPDX-License-Identifier: MPL-2.0
"""What all parts of a document have in common: they never change, and are compared and shown by what they hold.

A frozen dataclass would make all of this anew for each of its forty classes, every time the program starts, and that
takes three times as long.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, fields
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeVar, dataclass_transform

_Made = TypeVar("_Made", bound="Part")


class Part:
    """What ``part`` makes a dataclass of."""

    __slots__ = ()
    __match_args__: tuple[str, ...]
    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    else:

        def __setattr__(self, name: str, _value: object) -> NoReturn:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")

        def __delattr__(self, name: str) -> NoReturn:
            raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self is other or self._held() == other._held()

    def __hash__(self) -> int:
        return hash(self._held())

    def __repr__(self) -> str:
        held = zip(self.__match_args__, self._held(), strict=True)
        return f"{self.__class__.__qualname__}({', '.join([f'{name}={value!r}' for name, value in held])})"

    def __reduce__(self) -> tuple[type[Part], tuple[object, ...]]:
        return self.__class__, self._held()

    def _held(self) -> tuple[object, ...]:
        return tuple([getattr(self, name) for name in self.__match_args__])


@dataclass_transform(frozen_default=True, eq_default=False)
def part(cls: type[_Made]) -> type[_Made]:
    """Return a class as a frozen dataclass with slots. Its fields have plain values for defaults, or none."""
    made = dataclass(init=False, slots=True, eq=False, repr=False)(cls)
    known: dict[str, Any] = {"_put": object.__setattr__}
    takes, puts = ["self"], ["pass"]
    for one in fields(made):
        known[f"_{one.name}"] = one.default
        takes.append(one.name if one.default is MISSING else f"{one.name}=_{one.name}")
        puts.append(f"_put(self, {one.name!r}, {one.name})")
    if hasattr(made, "__post_init__"):
        puts.append("self.__post_init__()")
    exec(f"def __init__({', '.join(takes)}): {'; '.join(puts)}", known)  # noqa: S102 - as dataclasses does
    made.__init__ = known["__init__"]  # type: ignore[method-assign]
    return made
