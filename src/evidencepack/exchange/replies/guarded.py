# SPDX-License-Identifier: MPL-2.0
"""Word files that come home are vetted, read and compared in a child process with limits."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any, Final

from evidencepack.exchange.replies.comparing import compare
from evidencepack.exchange.replies.issue import read_issue
from evidencepack.exchange.replies.plain import from_plain, to_plain
from evidencepack.exchange.replies.report import Comparison
from evidencepack.exchange.replies.word_file import read_parts
from evidencepack.guard.faults import ChildDiedError, RefusedFileError
from evidencepack.guard.word_files import read_word_file
from evidencepack.guard.word_opening import open_word_file, refuse_other_files

_BACK: Final = "The file that came back cannot be read."
_SENT: Final = "The file that you sent cannot be read."


def compare_files(back: bytes, sent: bytes, *, stop: Event | None = None) -> Comparison:
    """Return what differs in a Word file that came back from the one that was sent. Either may be from anyone.

    Args:
        back: the file that came back.
        sent: the file that was sent, as this program made it.
        stop: ends the work soon after another thread sets it.

    Raises:
        RefusedFileError: if one of them is no Word file that can be read, or nobody can say what was sent.
        GuardError: if reading them took too long or too much memory, or broke off.
    """
    with _about(_BACK):
        refuse_other_files(back)
    with _about(_SENT):
        refuse_other_files(sent)
    answer: object = read_word_file(compared, back, sent, stop=stop)
    try:
        return from_plain(answer if isinstance(answer, dict) else {})
    except (KeyError, TypeError, ValueError) as error:
        raise ChildDiedError("The child answered, but not with a comparison.") from error


def compared(back: bytes, sent: bytes) -> dict[str, Any]:
    """Return the comparison of two Word files as plain values; for a child.

    Raises:
        RefusedFileError: as ``compare_files``.
    """
    with _without_collector():
        with _about(_BACK):
            came = open_word_file(back)
        with _about(_SENT):
            went = open_word_file(sent)
        issue = read_issue(went.parts)
        if issue is None:
            raise RefusedFileError(
                "The file to compare with does not say which answers are in it: this program did not make it, or "
                "another one has dropped that. Nothing was changed. Name the Word file that you sent."
            )
        original = read_parts(went.parts, went.main, {})
        return to_plain(compare(original, issue, read_parts(came.parts, came.main, issue.places)))


@contextmanager
def _without_collector() -> Iterator[None]:
    """Look for no rings of garbage meanwhile: with many paragraphs it is a quarter of the work, and there are none."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextmanager
def _about(which: str) -> Iterator[None]:
    """Say of which of the two files a refusal speaks."""
    try:
        yield
    except RefusedFileError as refused:
        raise RefusedFileError(f"{which} {refused.message}") from refused
