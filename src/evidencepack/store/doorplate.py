# SPDX-License-Identifier: MPL-2.0
"""The text beside an open workspace that says who has it open.

Who is refused there may knock: the window that has the workspace open comes to the front.

The lock is SQLite's own and dies with the process; a text left behind by a crash locks nothing, and is only read
when the lock is held.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def hang_doorplate(path: Path, who: str) -> None:
    """Write who has the workspace open. A folder that takes no more files is no reason not to open it."""
    with suppress(OSError):
        _beside(path).write_text(f"{who}\n", encoding="utf-8")


def take_doorplate(path: Path) -> None:
    """Remove the text again."""
    with suppress(OSError):
        _beside(path).unlink(missing_ok=True)


def read_doorplate(path: Path) -> str:
    """Return who has the workspace open; empty if nobody said."""
    with suppress(OSError, UnicodeDecodeError):
        return " ".join(_beside(path).read_text(encoding="utf-8")[:200].split())
    return ""


def knock(path: Path) -> bool:
    """Ask the window that has the workspace open to come to the front; whether a knock could be left there."""
    with suppress(OSError):
        _knock(path).write_text("", encoding="utf-8")
        return True
    return False


def take_knock(path: Path) -> bool:
    """Take a knock away; whether there was one. Whoever knocked sees by that that somebody is there."""
    with suppress(OSError):
        _knock(path).unlink()
        return True
    return False


def is_knocking(path: Path) -> bool:
    """Whether a knock waits for an answer."""
    return _knock(path).exists()


def _knock(path: Path) -> Path:
    return path.with_name(f"{path.name}.knock.txt")


def _beside(path: Path) -> Path:
    # Names ending in .lock or starting with ~$ are refused by OneDrive.
    return path.with_name(f"{path.name}.open.txt")
