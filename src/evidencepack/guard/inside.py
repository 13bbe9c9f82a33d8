# SPDX-License-Identifier: MPL-2.0
"""The child's side: read what to do from the pipe, take the limits on, do it, answer, end."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from evidencepack.guard.faults import RefusedFileError
from evidencepack.guard.limits import TOO_MUCH_MEMORY, take_on_limits
from evidencepack.guard.wire import Plain, WireError, from_bytes, to_bytes


class Request(NamedTuple):
    """What a child is asked: "module:function", its arguments, and what it may take."""

    function: str
    arguments: tuple[Plain, ...]
    seconds: float
    megabytes: int


def request_bytes(request: Request) -> bytes:
    """Return a request for the pipe."""
    return to_bytes(tuple(request))


def serve() -> None:
    """Do the one thing that standard input asks for and answer on standard output; then end the process.

    An error that the function does not raise on purpose goes to standard error and ends the process with 1.
    """
    with os.fdopen(0, "rb", closefd=False) as pipe:
        request = _request(from_bytes(pipe.read()))
    answers = _take_standard_output()
    function = _named(request.function)
    take_on_limits(seconds=request.seconds, megabytes=request.megabytes)
    try:
        answer = to_bytes(("done", function(*request.arguments)))
    except RefusedFileError as refused:
        answer = to_bytes(("refused", refused.message))
    except MemoryError:
        # Nothing is certain to work from here on, not even saying so.
        os._exit(TOO_MUCH_MEMORY)
    with os.fdopen(answers, "wb") as pipe:
        pipe.write(answer)
    # Threads that a library left running must not keep the process.
    sys.stderr.flush()
    os._exit(0)


def _request(value: Plain) -> Request:
    match value:
        case (str(function), tuple(arguments), float() | int() as seconds, int(megabytes)):
            return Request(function, arguments, seconds, megabytes)
        case _:
            raise WireError("is no request")


def _take_standard_output() -> int:
    """Return where answers go. What a library prints goes to standard error from here on."""
    answers = os.dup(1)
    os.dup2(2, 1)
    return answers


def _named(name: str) -> Callable[..., Plain]:
    module, _, function = name.partition(":")
    found: Callable[..., Plain] = getattr(import_module(module), function)
    return found
