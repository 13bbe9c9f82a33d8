# SPDX-License-Identifier: MPL-2.0
"""The command line: reads the words, runs the use case, turns a failure into its sentence and exit code."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from evidencepack.cli.output import about, close_output, complain, flush_output
from evidencepack.cli.parser import read_words
from evidencepack.errors import STOPPED, EvidencePackError, ExitCode


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
    arguments = read_words(words)
    arguments.open_window = open_window
    with about(getattr(arguments, "file", None)):
        code = _done(arguments)
    flush_output()
    return code


def _done(arguments: Namespace) -> int:
    try:
        return int(arguments.command(arguments))
    except EvidencePackError as error:
        complain(str(error))
        return int(error.exit_code)


def _speak_utf8() -> None:
    """Names come in every script; a Windows console would otherwise stop at the first it cannot encode."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
