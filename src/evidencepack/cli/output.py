# SPDX-License-Identifier: MPL-2.0
"""What the command line prints: words for people, JSON for programs, a bar for long work."""

from __future__ import annotations

import json
import os
import re
import shlex
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import ClassVar, TextIO

from evidencepack.errors import EvidencePackError, ExitCode

_SHORT = 160
_PLAIN = re.compile(r"[\w./:\\=+@%-]+")
_RISKY = re.compile(r"[\"$`!\\]")
_HINT = re.compile(r"(?<=evidencepack )(?P<command>[a-z]+) FILE\b")
_FILE: ContextVar[Path | None] = ContextVar("workspace", default=None)
_BAR = 24
_KEPT = frozenset("\n\t\u200c\u200d")
_STEERING = frozenset({"Cc", "Cf"})


class CannotPrintError(EvidencePackError):
    """Standard output takes nothing: it is closed, or the disk behind it is full."""

    exit_code: ClassVar[ExitCode] = ExitCode.CANNOT_WRITE

    def __init__(self, reason: str) -> None:
        super().__init__(f"Nothing could be printed: {reason}. What the command did is done. Print to another place.")


@contextmanager
def about(file: Path | None) -> Iterator[None]:
    """While it lasts, commands that are suggested name this workspace; without one they say FILE."""
    before = _FILE.set(file)
    try:
        yield
    finally:
        _FILE.reset(before)


def quoted(word: str) -> str:
    """Return a word as it can be typed in a shell: in quotes if it has a space or another sign of the shell's own."""
    if _PLAIN.fullmatch(word):
        return word
    # Double quotes are understood on Windows too.
    return shlex.quote(word) if _RISKY.search(word) else f'"{word}"'


def say(*lines: str) -> None:
    """Print lines to standard output.

    Raises:
        CannotPrintError: if it takes nothing.
        BrokenPipeError: if nobody reads any more.
    """
    # Python has no stream where the shell closed it (`>&-`).
    if sys.stdout is None:
        raise CannotPrintError("standard output is closed")
    with _printing():
        for line in lines:
            sys.stdout.write(_named(line) + "\n")


def flush_output() -> None:
    """Print what was held back until now; raises as ``say`` does."""
    if sys.stdout is not None:
        with _printing():
            sys.stdout.flush()


def close_output() -> None:
    """Let everything that is still to be printed, also by Python at the very end, go nowhere."""
    _close(sys.stdout)


def _close(stream: TextIO) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


@contextmanager
def _printing() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        close_output()
        raise CannotPrintError(error.strerror or type(error).__name__) from error


def complain(message: str) -> None:
    """Print a failure's sentence to standard error; where that takes nothing, the exit code has to say it."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(f"evidencepack: {seen(_named(message))}\n")
            sys.stderr.flush()
        except OSError:
            # Python would try once more at its very end, and change the exit code when that fails.
            _close(sys.stderr)


def _named(line: str) -> str:
    """Return a line in which the commands that it suggests name the workspace."""
    file = _FILE.get()
    return line if file is None else _HINT.sub(lambda found: f"{found['command']} {quoted(str(file))}", line)


def say_json(content: object) -> None:
    """Print JSON, readable and with every script as it is."""
    with about(None):
        say(json.dumps(content, ensure_ascii=False, indent=2))


def counted(number: int, thing: str) -> str:
    """Return "1 page", "2 pages"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def one_line(text: str) -> str:
    """Return text for one line of a table: white space runs as one space."""
    return " ".join(text.split())


def seen(text: str) -> str:
    """Return text without the signs that nobody sees and that turn or steer what a terminal shows.

    Line feeds and tabs stay, and so do the joiners that many scripts write words with.
    """
    return "".join(sign for sign in text if sign in _KEPT or unicodedata.category(sign) not in _STEERING)


def short(text: str) -> str:
    """Return the beginning of a text in one line, at most 160 characters of it."""
    line = one_line(text)
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1].rstrip()}…"


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
