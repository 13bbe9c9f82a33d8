# SPDX-License-Identifier: MPL-2.0
"""The one error tree.

Each failure a person can meet is a small class beside the code that raises it. It carries a message for that
person (what happened, what was kept, what to do) and the exit code of the command line.
"""

from __future__ import annotations

from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """Exit codes of the ``evidencepack`` command. 1 is left to bugs, 2 to wrong usage (argparse's own)."""

    OK = 0
    BUG = 1
    USAGE = 2
    FINDINGS = 3
    NOT_FOUND = 4
    BAD_INPUT = 5
    BAD_WORKSPACE = 6
    NEWER_VERSION = 7
    ALREADY_OPEN = 8
    CANNOT_WRITE = 9
    BAD_KIND = 10
    BAD_CHARACTER = 11
    CANCELLED = 12
    UNCONFIRMED = 13


STOPPED = "Stopped. Nothing half-done was kept."
"""What is said to a person who pressed Ctrl-C."""


class EvidencePackError(Exception):
    """A failure that a person can do something about.

    ``str(error)`` is the whole message: what happened, what was kept, what to do.
    """

    exit_code: ClassVar[ExitCode] = ExitCode.BUG

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
