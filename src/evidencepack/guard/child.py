# SPDX-License-Identifier: MPL-2.0
"""Runs a function on a file that anyone may have sent, in a process of its own with limits.

Whatever the file does to that process, this one gets an answer, a refusal in words, or an error that says that there
was neither; and the process is gone.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event
from typing import Any, TypeVar, TypeVarTuple, cast

from evidencepack.guard.faults import (
    CannotStartError,
    ChildDiedError,
    RefusedFileError,
    TookTooLongError,
    TooMuchMemoryError,
)
from evidencepack.guard.inside import Request, request_bytes
from evidencepack.guard.limits import TOO_MUCH_MEMORY, ran_out_of_time
from evidencepack.guard.starting import Child
from evidencepack.guard.talk import Talk
from evidencepack.guard.wire import WireError, from_bytes

T = TypeVar("T")
More = TypeVarTuple("More")


def limited(
    function: Callable[[bytes, *More], T],
    data: bytes,
    *more: *More,
    seconds: float,
    megabytes: int,
    stop: Event | None = None,
) -> T:
    """Return what a function makes of a file, called in a child process.

    Arguments and result are plain: text, numbers, bytes, None, and lists, tuples and dictionaries of them. The child
    writes no file and opens few, and nobody waits for it longer than its time. What it answers has the type that the
    function says only as long as the file has not taken the child over: whoever uses it checks what it relies on.

    Args:
        function: of a module, so that the child finds it by its name; it raises ``RefusedFileError`` for a file that
            it does not take.
        data: the file.
        more: further arguments.
        seconds: from the child's start to its answer.
        megabytes: of memory on top of what the program itself takes.
        stop: ends the child soon after another thread sets it.

    Raises:
        RefusedFileError: with the function's own words.
        TookTooLongError, TooMuchMemoryError: the child was ended.
        ChildDiedError: it crashed, or its answer was none.
        StoppedError: ``stop`` was set.
        CannotStartError: there was no child.
    """
    arguments = cast("tuple[Any, ...]", (data, *more))
    request = request_bytes(Request(_name_of(function), arguments, seconds, megabytes))
    until = time.monotonic() + seconds
    with Talk(_started(megabytes), request) as talk:
        code = talk.exit_code(until, stop)
        if code is None or ran_out_of_time(code):
            raise TookTooLongError(seconds)
        if code == TOO_MUCH_MEMORY:
            raise TooMuchMemoryError(megabytes)
        return cast("T", _answer(talk))


def _started(megabytes: int) -> Child:
    try:
        return Child(megabytes=megabytes)
    except OSError as error:
        raise CannotStartError(error.strerror or type(error).__name__) from error


def _name_of(function: Callable[..., object]) -> str:
    name = function.__qualname__
    if not name.isidentifier():
        raise ValueError(f"{name} is no function of a module, so a child cannot find it")
    return f"{function.__module__}:{name}"


def _answer(talk: Talk) -> object:
    """Return the answer of a child that has ended."""
    try:
        answer = from_bytes(talk.answer)
    except WireError as error:
        raise ChildDiedError(talk.heard) from error
    match answer:
        case ("done", result):
            return result
        case ("refused", str(message)):
            raise RefusedFileError(message)
        case _:
            raise ChildDiedError(talk.heard)
