# SPDX-License-Identifier: MPL-2.0
"""Long work in a process of its own, as seen from the program: it can be followed, stopped, and waited for."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import IO, Any, ClassVar, Concatenate, ParamSpec, TypeVar, cast

from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.guard.faults import StoppedError
from evidencepack.guard.frames import receive, send
from evidencepack.guard.starting import ended, started_worker
from evidencepack.guard.wire import Plain, WireError
from evidencepack.guard.working import Line

P = ParamSpec("P")
T = TypeVar("T")

Told = Callable[..., None]
"""What a worker tells of how it goes is handed to it, on the thread that waits."""


class WorkerFailedError(EvidencePackError):
    """The work failed; the message is that of the error over there, and ``reason`` its exit code."""

    exit_code: ClassVar[ExitCode] = ExitCode.BUG

    def __init__(self, reason: int, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class WorkerBrokeOffError(EvidencePackError):
    """The worker ended in the middle of its work, or could not be started."""

    exit_code: ClassVar[ExitCode] = ExitCode.BUG

    def __init__(self) -> None:
        super().__init__(
            "The part of the program that does this broke off. Nothing was changed. Close other programs and try again."
        )


class Work:
    """One piece of work that can be stopped from another thread, until the worker was allowed to finish."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: Any = None
        self._stopped = False
        self._finishes = False

    def stop(self) -> bool:
        """End the worker, unless it is finishing already; whether it ends. Nothing of its work is kept."""
        with self._lock:
            if not self._finishes:
                self._stopped = True
                if self._process is not None:
                    self._process.kill()
            return self._stopped

    def do(self, function: Callable[Concatenate[Line, P], T], told: Told, *args: P.args, **named: P.kwargs) -> T:
        """Call a function of a module in a worker and return what it returns; arguments and result are plain.

        Raises:
            WorkerFailedError: the function raised an error of ours.
            WorkerBrokeOffError: the worker ended on its own.
            StoppedError: ``stop`` was called.
        """
        if named:
            raise TypeError("a worker takes arguments by their order only")
        try:
            with self._lock:
                if self._stopped:
                    raise StoppedError
                self._process = process = started_worker()
        except OSError as error:
            raise WorkerBrokeOffError from error
        try:
            name = f"{function.__module__}:{function.__qualname__}"
            send(cast("IO[bytes]", process.stdin), (name, cast("Any", args)))
            return cast("T", self._answer(process, told))
        except (WireError, OSError) as error:
            raise (StoppedError() if self._stopped else WorkerBrokeOffError()) from error
        finally:
            ended(process)

    def _answer(self, process: Any, told: Told) -> Plain:
        while True:
            match receive(process.stdout):
                case ("told", tuple(said)):
                    told(*said)
                case ("asks",):
                    self._let_finish(process)
                case ("done", result):
                    return result
                case ("failed", int(reason), str(message)):
                    raise WorkerFailedError(reason, message)
                case _:
                    raise WireError("is no answer")

    def _let_finish(self, process: Any) -> None:
        with self._lock:
            if self._stopped:
                raise StoppedError
            self._finishes = True
        send(process.stdin, "go on")
