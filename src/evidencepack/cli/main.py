# SPDX-License-Identifier: MPL-2.0
"""The command line: reads the words, runs the use case, turns a failure into its sentence and exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from evidencepack.cli.output import about, close_output, complain, flush_output
from evidencepack.errors import STOPPED, EvidencePackError, ExitCode

_WINDOW, _MOST = "app", 2


def run(words: Sequence[str], *, open_window: Callable[[Path | None], int]) -> int:
    """Run one command and return its exit code. ``open_window`` opens the window on a workspace."""
    try:
        _speak_utf8()
        return _obey(words, open_window)
    except EvidencePackError as error:
        complain(str(error))
        return int(error.exit_code)
    except KeyboardInterrupt:
        complain(STOPPED)
        return int(ExitCode.CANCELLED)
    except BrokenPipeError:
        # The reader of our output went away, as `| head` does: there is nobody left to tell, also at the very end.
        close_output()
        return int(ExitCode.OK)


def _obey(words: Sequence[str], open_window: Callable[[Path | None], int]) -> int:
    if _asks_for_window(words):
        file = Path(words[1]) if words[1:] else None
        return _done(lambda: open_window(file), about_file=file)
    from evidencepack.cli.parser import read_words  # to make the table of all commands would keep the window waiting

    arguments = read_words(words)
    arguments.open_window = open_window
    _end_what_was_cut_short()
    return _done(lambda: arguments.command(arguments), about_file=getattr(arguments, "file", None))


def _end_what_was_cut_short() -> None:
    from evidencepack.paths.unfinished import put_all_right  # words that cannot be read need it not

    for outcome in put_all_right():
        complain(outcome.words)


def _asks_for_window(words: Sequence[str]) -> bool:
    """Whether the words are those of the window and a file at most: no option, nothing to be explained."""
    return 1 <= len(words) <= _MOST and words[0] == _WINDOW and not any(word.startswith("-") for word in words)


def _done(command: Callable[[], int], *, about_file: Path | None) -> int:
    with about(about_file):
        try:
            code = int(command())
        except EvidencePackError as error:
            complain(str(error))
            code = int(error.exit_code)
    flush_output()
    return code


def _speak_utf8() -> None:
    """Names come in every script; a Windows console would otherwise stop at the first it cannot encode."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
