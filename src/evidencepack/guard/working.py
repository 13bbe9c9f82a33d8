# SPDX-License-Identifier: MPL-2.0
"""A worker's side: do the long work that standard input asks for, tell how it goes, and end with the program.

A worker does the program's own work on the program's own data, so it has no limits. It is a process of its own only so
that the window, which cannot share one Python with long work, stays quick.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from queue import SimpleQueue
from threading import Thread
from typing import IO, Any

from evidencepack.errors import EvidencePackError
from evidencepack.guard.frames import receive, send
from evidencepack.guard.wire import Plain, WireError

_KINDNESS = 5


class Line:
    """What joins a worker to the program that started it. When that program ends, so does the worker.

    Once it was allowed to go on, the worker finishes whatever happens: it may be moving files into place.
    """

    def __init__(self, heard: IO[bytes], said: IO[bytes]) -> None:
        self._heard, self._said = heard, said
        self._messages: SimpleQueue[Plain] = SimpleQueue()
        self._finishes = False
        self.request = receive(heard)
        Thread(target=self._listen, daemon=True).start()

    def tell(self, *said: Plain) -> None:
        """Tell how the work goes."""
        send(self._said, ("told", said))

    def wait_for_leave(self) -> None:
        """Wait until the program says that the work may be finished; it cannot be stopped from then on."""
        send(self._said, ("asks",))
        self._messages.get()

    def answer(self, *answer: Plain) -> None:
        """Say what came of the work."""
        send(self._said, answer)

    def _listen(self) -> None:
        while True:
            try:
                message = receive(self._heard)
            except WireError:
                if not self._finishes:
                    os._exit(1)
                return
            self._finishes = True
            self._messages.put(message)


def serve_worker() -> None:
    """Do the one thing that standard input asks for, then end the process; a fault goes to standard error."""
    code = 1
    try:
        _serve(os.fdopen(0, "rb", closefd=False), os.fdopen(os.dup(1), "wb"))
        code = 0
    finally:
        if sys.exc_info()[0] is not None:
            traceback.print_exc()
        sys.stderr.flush()
        # The thread that listens would keep the process.
        os._exit(code)


def _serve(heard: IO[bytes], said: IO[bytes]) -> None:
    # What a library prints goes to standard error.
    os.dup2(2, 1)
    if sys.platform != "win32":
        os.nice(_KINDNESS)
    line = Line(heard, said)
    function, arguments = _asked(line.request)
    try:
        line.answer("done", function(line, *arguments))
    except EvidencePackError as error:
        line.answer("failed", int(error.exit_code), str(error))


def _asked(request: Plain) -> tuple[Callable[..., Plain], tuple[Any, ...]]:
    match request:
        case (str(name), tuple(arguments)):
            module, _, function = name.partition(":")
            return getattr(import_module(module), function), arguments
        case _:
            raise WireError("is no request")
