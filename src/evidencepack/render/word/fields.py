# SPDX-License-Identifier: MPL-2.0
"""Fields with their results written beside them, so that they are right before anyone updates anything."""

from __future__ import annotations

from evidencepack.render.word.ids import Numbers, bookmark_name
from evidencepack.render.word.markup import escaped
from evidencepack.render.word.runs import PLAIN, Look, properties, run


def field(instruction: str, result: str, look: Look = PLAIN) -> str:
    """Return a field: its instruction, and the result that a reader shows until it updates the field."""
    look_of_marks = properties(look)
    return (
        f'<w:r>{look_of_marks}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look_of_marks}<w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        f'<w:r>{look_of_marks}<w:fldChar w:fldCharType="separate"/></w:r>{run(result, look)}'
        f'<w:r>{look_of_marks}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def inner_link(anchor: str, runs: str) -> str:
    """Return runs that lead to an anchor."""
    return f'<w:hyperlink w:anchor="{bookmark_name(anchor)}" w:history="1">{runs}</w:hyperlink>'


class Bookmarks:
    """Makes the bookmarks of one file, each with its number."""

    def __init__(self) -> None:
        self._numbers = Numbers()

    def around(self, name: str, runs: str) -> str:
        """Return runs within a bookmark."""
        number = self._numbers.next()
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'
