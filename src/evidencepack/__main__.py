# SPDX-License-Identifier: MPL-2.0
"""The ``evidencepack`` command, also ``python -m evidencepack``."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, ClassVar

from evidencepack.errors import STOPPED, EvidencePackError, ExitCode

if TYPE_CHECKING:
    from pathlib import Path

_TOOLKIT = ("PySide6", "shiboken6")
_FILES = ".evidencepack"


class NoWindowError(EvidencePackError):
    """What the window is drawn with is not installed, or cannot be loaded."""

    exit_code: ClassVar[ExitCode] = ExitCode.NOT_FOUND

    def __init__(self) -> None:
        super().__init__("The window needs Qt (PySide6), which is not installed here: get it with “make run”.")


def main() -> None:
    """Run the command line and leave with its exit code."""
    if getattr(sys, "frozen", False):
        _serve_if_child()
    # A command makes one thing and ends: Python need not look for cycles on the way. The window collects them itself.
    gc.disable()
    try:
        # Loading takes long enough for somebody to press Ctrl-C meanwhile.
        from evidencepack.cli.main import run

        code = run(_words(sys.argv[1:]), open_window=_open_window)
    except KeyboardInterrupt:
        sys.stderr.write(f"evidencepack: {STOPPED}\n")
        code = int(ExitCode.CANCELLED)
    gc.freeze()  # or Python would look through all that was made before it ends
    sys.exit(code)


def _words(words: list[str]) -> list[str]:
    """Return what is asked. A program that brings its own Python shows its window for no words, and for a file."""
    if getattr(sys, "frozen", False) and (not words or (len(words) == 1 and words[0].endswith(_FILES))):
        return ["app", *words]
    return words


def _serve_if_child() -> None:
    """Do one piece of work and end, if this process was started for that: a frozen program is its own Python."""
    from evidencepack.guard.starting import GUARDED_CHILD, WORKER

    if sys.argv[1:] == [GUARDED_CHILD]:
        from evidencepack.guard.inside import serve

        serve()
    if sys.argv[1:] == [WORKER]:
        from evidencepack.guard.working import serve_worker

        serve_worker()


def _open_window(file: Path | None) -> int:
    """Open the window; the command line itself works where Qt is not installed.

    Raises:
        NoWindowError: if Qt cannot be loaded.
    """
    try:
        from evidencepack.ui.features import load_qt

        load_qt()
        from evidencepack.ui.main import open_window
    except ImportError as error:
        if (error.name or "").partition(".")[0] in _TOOLKIT:
            raise NoWindowError from error
        raise
    return open_window(file)


if __name__ == "__main__":
    main()
