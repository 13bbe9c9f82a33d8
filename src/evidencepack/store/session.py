# SPDX-License-Identifier: MPL-2.0
"""Who edits, on which computer, with which version of the program, by which clock."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime


def _now() -> datetime:
    return datetime.now(UTC)


def _person() -> str:
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        # A process may run under a number that has no name; its edits are edits all the same.
        return "unknown"


def _computer() -> str:
    if sys.platform != "win32":
        return os.uname().nodename or "unknown"
    import platform  # reads much to know it, where the system cannot be asked as above

    return platform.node() or "unknown"


@dataclass(frozen=True, slots=True)
class Session:
    """What every revision says about its maker. ``clock`` returns an aware time; it is stored as UTC.

    ``version`` is that of the program, or says it, and is asked when something is written.
    """

    actor: str = field(default_factory=_person)
    device: str = field(default_factory=_computer)
    version: str | Callable[[], str] = ""
    clock: Callable[[], datetime] = _now

    @property
    def app_version(self) -> str:
        """The version of the program."""
        return self.version if isinstance(self.version, str) else self.version()

    def time(self) -> str:
        """Return the time now as ISO 8601 text in UTC with microseconds, for example 2026-11-22T09:30:00.000000Z."""
        return f"{self.clock().astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"
