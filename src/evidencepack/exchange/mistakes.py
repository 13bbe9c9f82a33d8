# SPDX-License-Identifier: MPL-2.0
"""Mistakes in a tender file: gathered with the path of the wrong key, so that one reading shows them all."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from evidencepack.errors import EvidencePackError, ExitCode

MOST_SHOWN = 20
"""How many mistakes the message lists; the rest are counted."""

_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,59}")
_LONGEST_WORD = 60


class BadTenderFileError(EvidencePackError):
    """A tender file is not as it should be. ``mistakes`` holds the first of them, each with its path."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT

    def __init__(self, mistakes: Sequence[str], *, more: int = 0) -> None:
        lines = [f"- {mistake}" for mistake in mistakes]
        if more:
            lines.append(f"- and {more:,} more")
        listed = "\n".join(lines)
        super().__init__(
            f"This tender file cannot be read:\n{listed}\n"
            "Nothing was imported. Mend the file, or ask whoever sent it for a new one."
        )
        self.mistakes = tuple(mistakes)


class NewerTenderFileError(BadTenderFileError):
    """The file says that it was written by a newer version of the program."""

    exit_code: ClassVar[ExitCode] = ExitCode.NEWER_VERSION


@dataclass(slots=True)
class Mistakes:
    """The mistakes found so far."""

    shown: list[str] = field(default_factory=list)
    more: int = 0
    _paths: set[str] = field(default_factory=set)

    def add(self, path: str, problem: str) -> None:
        """Note one more mistake; reading goes on. Of two at the same path the second only follows from the first."""
        if path and path in self._paths:
            return
        self._paths.add(path)
        if len(self.shown) < MOST_SHOWN:
            self.shown.append(f"{path}: {problem}" if path else problem)
        else:
            self.more += 1

    def refuse(self) -> None:
        """Raise if there were any.

        Raises:
            BadTenderFileError: with the first mistakes, and how many more there are.
        """
        if self.shown:
            raise BadTenderFileError(self.shown, more=self.more)


def child(path: str, key: str | int) -> str:
    """Return the path of a member (``records[3].values``); a key of odd letters is written in quotes."""
    if isinstance(key, int):
        return f"{path}[{key}]"
    if not _PLAIN_KEY.fullmatch(key):
        return f"{path}[{word(key)}]"
    return f"{path}.{key}" if path else key


def word(text: str) -> str:
    """Return text from a file for a message: in quotes, cut short, with nothing that a terminal cannot print."""
    short = text if len(text) <= _LONGEST_WORD else text[: _LONGEST_WORD - 1] + "…"
    printable = short.isprintable() and not any("\ud800" <= letter <= "\udfff" for letter in short)
    return json.dumps(short, ensure_ascii=not printable)
