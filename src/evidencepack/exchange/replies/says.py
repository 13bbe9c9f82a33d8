# SPDX-License-Identifier: MPL-2.0
"""What a Word file that anyone may have sent says of itself, by the manifest part that files of this program have."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Event
from typing import Any

from evidencepack.exchange.replies.identity import touched
from evidencepack.exchange.replies.issue import read_issue
from evidencepack.exchange.replies.word_file import read_parts
from evidencepack.guard.faults import ChildDiedError
from evidencepack.guard.word_files import read_word_file
from evidencepack.guard.word_opening import open_word_file


@dataclass(frozen=True, slots=True)
class WordSays:
    """What a Word file of ours is: its reference and version, and each document in it by reference and code.

    A code is the beginning of the SHA-256 of what the document said. ``answers`` are those that the file shows, and
    ``changed`` how many of them are no longer what they were when it was made.
    """

    reference: str
    version: str
    documents: frozenset[tuple[str, str]]
    answers: int
    changed: int


def word_says(data: bytes, *, stop: Event | None = None) -> WordSays | None:
    """Return what a Word file says of itself; None if this program did not make it, or another has dropped that.

    Raises:
        RefusedFileError: if it is no Word file that can be opened.
        GuardError: if looking at it took too long or too much memory, or broke off.
    """
    said: Any = read_word_file(said_by, data, stop=stop)
    if said is None:
        return None
    try:
        reference, version, documents, answers, changed = said
        codes = frozenset((str(name), str(code)) for name, code in documents)
        return WordSays(_line(reference), _line(version), codes, int(answers), int(changed))
    except (TypeError, ValueError) as error:
        raise ChildDiedError("The child answered, but not with what a Word file says.") from error


def said_by(data: bytes) -> Any:
    """Return the same as plain values; for a child."""
    opened = open_word_file(data)
    issue = read_issue(opened.parts)
    if issue is None:
        return None
    file = read_parts(opened.parts, opened.main, {})
    codes = [(one.reference, one.code) for one in issue.documents]
    return issue.reference, issue.version, codes, len(issue.places), touched(file, issue)


def _line(words: object) -> str:
    """Return what a stranger may have written as one short line."""
    return " ".join(str(words).split())[:300]
