# SPDX-License-Identifier: MPL-2.0
"""The command line: reads the words, runs the use case, turns a failure into its sentence and exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from evidencepack.cli.output import complain
from evidencepack.cli.parser import parser
from evidencepack.errors import EvidencePackError, ExitCode


def run(words: Sequence[str], *, open_window: Callable[[Path | None], int]) -> int:
    """Run one command and return its exit code. ``open_window`` opens the window on a workspace."""
    _speak_utf8()
    arguments = parser().parse_args(words)
    arguments.open_window = open_window
    try:
        code = int(arguments.command(arguments))
        sys.stdout.flush()
    except EvidencePackError as error:
        complain(str(error))
        return int(error.exit_code)
    except KeyboardInterrupt:
        complain("Stopped. Nothing half-done was kept.")
        return int(ExitCode.CANCELLED)
    except BrokenPipeError:
        # The reader of our output went away, as `| head` does: there is nobody left to tell, also at the very end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(ExitCode.OK)
    return code


def _speak_utf8() -> None:
    """Names come in every script; a Windows console would otherwise stop at the first it cannot encode."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
