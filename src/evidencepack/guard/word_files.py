# SPDX-License-Identifier: MPL-2.0
"""Word files that anyone may have sent: none is parsed before a child with limits has looked through all of it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any, TypeVar, TypeVarTuple, cast

from evidencepack.guard.child import limited
from evidencepack.guard.faults import ChildDiedError
from evidencepack.guard.word_opening import Opened, Outside, open_word_file, refuse_other_files

T = TypeVar("T")
More = TypeVarTuple("More")

SECONDS = 10.0
MEGABYTES = 400
"""What a child may take for a Word file; with the program itself, less than 512 MB."""


def vet_word_file(data: bytes, *, stop: Event | None = None) -> Opened:
    """Return the parts of a Word file, each looked through by a child.

    Args:
        data: the file.
        stop: ends the look soon after another thread sets it.

    Raises:
        RefusedFileError: if it is no Word file, is damaged, too large, or could do harm; the message says what to do.
        GuardError: if looking at it took too long or too much memory, or broke off.
    """
    return _checked(read_word_file(word_parts, data, stop=stop))


def read_word_file(function: Callable[[bytes, *More], T], data: bytes, *more: *More, stop: Event | None = None) -> T:
    """Return what a function of a module makes of a Word file, in a child with the limits of Word files.

    The function calls ``open_word_file`` before anything else. Arguments and result are plain (``child.limited``).

    Raises:
        GuardError: as ``vet_word_file``.
    """
    refuse_other_files(data)
    return limited(function, data, *more, seconds=SECONDS, megabytes=MEGABYTES, stop=stop)


def word_parts(data: bytes) -> tuple[Any, ...]:
    """Return what a Word file holds, as plain values; for a child.

    Raises:
        RefusedFileError: as ``open_word_file``.
    """
    opened = open_word_file(data)
    return (
        opened.main,
        opened.template,
        dict(opened.parts),
        [(one.kind, one.target) for one in opened.outside],
        [(one.kind, one.target) for one in opened.active],
        list(opened.left),
    )


def _checked(answer: object) -> Opened:
    """Return the child's answer once it has the shape of one: the file may have taken the child over.

    Raises:
        ChildDiedError: if it has not.
    """
    match answer:
        case (str(main), bool(template), dict(parts), list(outside), list(active), list(left)) if (
            main in parts
            and all(isinstance(part, bytes) for part in parts.values())
            and all(_is_link(one) for one in (*outside, *active))
            and all(isinstance(one, str) for one in left)
        ):
            links = cast("list[tuple[str, str]]", outside), cast("list[tuple[str, str]]", active)
            away, acting = (tuple(Outside(*one) for one in some) for some in links)
            return Opened(main, template, cast("dict[str, bytes]", parts), away, acting, tuple(cast("list[str]", left)))
        case _:
            raise ChildDiedError("The child answered, but not with a Word file.")


def _is_link(one: object) -> bool:
    return isinstance(one, tuple) and len(one) == 2 and all(isinstance(part, str) for part in one)
