# SPDX-License-Identifier: MPL-2.0
"""Mistakes in the files that describe kinds: gathered while reading, so that a writer sees all of them at once."""

from __future__ import annotations

from typing import ClassVar

from evidencepack.errors import EvidencePackError, ExitCode


class KindError(EvidencePackError):
    """A file of the library has a mistake. Names the file and the key, and says what is wrong with it."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_KIND

    def __init__(self, file: str, key: str, problem: str) -> None:
        super().__init__(
            f"{file}, {key}: {problem}. No answer of yours was touched; "
            "mend that line or install the program again, then try again."
        )
        self.file = file
        self.key = key
        self.problem = problem


class Problems:
    """The mistakes found so far in one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[KindError] = []

    def add(self, key: str, problem: str) -> None:
        """Note one more mistake; reading goes on."""
        self.found.append(KindError(self.file, key, problem))


class TemplateError(ValueError):
    """A clause's words are no template of ours. The message names the line and what stands wrong there."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(f"line {line}: {problem}")
