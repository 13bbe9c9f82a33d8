# SPDX-License-Identifier: MPL-2.0
"""What can become of a file that is looked at under guard. Whatever it is, nothing was changed."""

from __future__ import annotations

from typing import ClassVar

from evidencepack.errors import STOPPED, EvidencePackError, ExitCode


class GuardError(EvidencePackError):
    """A file that was looked at under guard did not pass."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT


class RefusedFileError(GuardError):
    """A function under guard found that the file is not what it should be; the message says why and what to do."""


class LockedFileError(RefusedFileError):
    """The file opens only with a password; the message asks for it, or says that it was not this one."""


class TookTooLongError(GuardError):
    """Looking at the file took longer than it may, and was stopped."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"Looking at this file took longer than {seconds:g} seconds, so it was stopped. Nothing was changed. "
            "Close other programs and try again, or use another file."
        )


class TooMuchMemoryError(GuardError):
    """Looking at the file took more memory than it may."""

    def __init__(self, megabytes: int) -> None:
        super().__init__(
            f"This file needs more than {megabytes:,} megabytes of memory to be looked at. Nothing was changed. "
            "Use a smaller file."
        )


class StoppedError(GuardError):
    """The person went on to something else meanwhile."""

    exit_code: ClassVar[ExitCode] = ExitCode.CANCELLED

    def __init__(self) -> None:
        super().__init__(STOPPED)


class CannotStartError(GuardError):
    """The system gives the program no process to look at files in."""

    exit_code: ClassVar[ExitCode] = ExitCode.BUG

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"This file was not looked at: the program could not start the part that does ({reason}). Nothing was "
            "changed. Close other programs and try again."
        )


class ChildDiedError(GuardError):
    """The process that looked at the file ended without an answer; what it said last is a note of the error."""

    def __init__(self, heard: str) -> None:
        super().__init__(
            "This file could not be looked at: the part of the program that reads it broke off. Nothing was changed. "
            "The file may be damaged; use another one."
        )
        if heard:
            self.add_note(heard)
