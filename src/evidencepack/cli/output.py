# SPDX-License-Identifier: MPL-2.0
"""What the command line prints: words for people, JSON for programs, a bar for long work."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import TextIO

_BAR = 24


def say(*lines: str) -> None:
    """Print lines to standard output."""
    for line in lines:
        sys.stdout.write(line + "\n")


def complain(message: str) -> None:
    """Print a failure's sentence to standard error."""
    sys.stderr.write(f"evidencepack: {message}\n")


def say_json(content: object) -> None:
    """Print JSON, readable and with every script as it is."""
    say(json.dumps(content, ensure_ascii=False, indent=2))


def counted(number: int, thing: str) -> str:
    """Return "1 page", "2 pages"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def one_line(text: str) -> str:
    """Return text for one line of a table: white space runs as one space."""
    return " ".join(text.split())


def say_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows in columns, the last column as wide as it is."""
    widths = [max((len(row[at]) for row in rows), default=0) for at in range(max(map(len, rows), default=0))]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row[:-1], widths, strict=False)]
        say("  ".join([*cells, row[-1]]).rstrip())


class Bar:
    """A progress bar on standard error, where a person watches; silent where none does."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._watched = self._stream.isatty()
        self._width = 0

    def __call__(self, done: int, total: int, words: str) -> None:
        """Show that ``done`` of ``total`` parts are done, and what is being done."""
        if self._watched:
            filled = _BAR * done // max(total, 1)
            line = f"[{'#' * filled}{'.' * (_BAR - filled)}] {done} of {total}  {words}"
            self._stream.write("\r" + line.ljust(self._width))
            self._stream.flush()
            self._width = len(line)

    def close(self) -> None:
        """Take the bar away."""
        if self._width:
            self._stream.write("\r" + " " * self._width + "\r")
            self._stream.flush()
            self._width = 0
