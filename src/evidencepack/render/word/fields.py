# SPDX-License-Identifier: MPL-2.0
"""Fields with their results written beside them, so that they are right before anyone updates anything."""

from __future__ import annotations

from evidencepack.render.word.ids import Numbers, bookmark_name
from evidencepack.render.word.markup import escaped
from evidencepack.render.word.runs import PLAIN, Look, properties, word_runs

_TIP = 120


def field(instruction: str, result: str, look: Look = PLAIN) -> str:
    """Return a field: its instruction, and the result that a reader shows until it updates the field."""
    look_of_marks = properties(look)
    return (
        f'<w:r>{look_of_marks}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look_of_marks}<w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        f'<w:r>{look_of_marks}<w:fldChar w:fldCharType="separate"/></w:r>{word_runs(result, look)}'
        f'<w:r>{look_of_marks}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def inner_link(anchor: str, runs: str, tip: str = "") -> str:
    """Return runs that lead to an anchor; ``tip`` says what is there, where the runs do not."""
    shown = f' w:tooltip="{escaped(tip[:_TIP])}"' if tip else ""
    return f'<w:hyperlink w:anchor="{bookmark_name(anchor)}"{shown} w:history="1">{runs}</w:hyperlink>'


def field_begins(instruction: str) -> str:
    """Return the marks before the result of a field that reaches over paragraphs; ``FIELD_ENDS`` stands after it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


FIELD_ENDS = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
"""The mark after the result of a field that reaches over paragraphs."""


def listed_as(words: str) -> str:
    """Return the field from which a list of contents takes its words, where no heading says them; nobody sees it.

    Word hides it by itself. LibreOffice leaves one out of the list whose letters are said to be hidden.
    """
    said = escaped(words.replace("\\", "\\\\").replace('"', '\\"'))
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> TC "{said}" \\f C </w:instrText></w:r>{FIELD_ENDS}'
    )


class Bookmarks:
    """Makes the bookmarks of one file, each with its number."""

    def __init__(self) -> None:
        self._numbers = Numbers()

    def next(self) -> int:
        """Return the number of a bookmark that is written elsewhere."""
        return self._numbers.next()

    def around(self, name: str, runs: str) -> str:
        """Return runs within a bookmark."""
        number = self._numbers.next()
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'
