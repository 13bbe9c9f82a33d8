# SPDX-License-Identifier: MPL-2.0
"""What came of pasting, in words: how much was taken, and each cell that was not, with the way to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from evidencepack.ui.widgets.error_summary import ErrorSummary, Trouble
from evidencepack.ui.words import counted, say
from evidencepack.usecases.pasting import MOST_LINES, Paste, Unread

_LONGEST = 40

Going = Callable[[str, str], None]
"""Goes to a line and a column."""


class PasteReport(ErrorSummary):
    """The cells that were not taken; it goes when they are mended or something else is pasted."""

    def tell(self, paste: Paste, heads: Mapping[str, str], lines: Sequence[str], go: Going) -> None:
        """Name the cells that were not taken.

        Args:
            paste: what came of pasting.
            heads: the heads of columns by their ids.
            lines: the ids of the lines as they stand now.
            go: goes to a line and a column.
        """
        unread = paste.unread
        troubles = [_trouble(one, heads, lines, go) for one in unread]
        title = counted(len(unread), "1 cell was not taken as an answer", "{n} cells were not taken as answers")
        kept = say("What was copied stands in its cell, marked in red. Nothing was lost.") if paste.drafts else ""
        self.show_troubles(title, troubles, kept)

    def forget(self) -> None:
        """Say nothing any more."""
        if not self.isHidden():
            self.show_troubles("", ())


def pasted_words(paste: Paste) -> str:
    """Return the sentence for what was taken: "6 cells pasted, 2 lines added."."""
    taken = counted(paste.taken, "1 cell pasted", "{n} cells pasted")
    added = counted(paste.added, "1 line added", "{n} lines added") if paste.added else ""
    return f"{', '.join(filter(None, (taken, added)))}."


def too_many_words(lines: int) -> str:
    """Return the sentence that says that so many lines are not pasted at once."""
    most = "Nothing was pasted: {lines} lines are too many at once. Copy {most} at most, then the others."
    return say(most, lines=f"{lines:,}", most=MOST_LINES)


def _trouble(one: Unread, heads: Mapping[str, str], lines: Sequence[str], go: Going) -> Trouble:
    text = " ".join(one.text.split())
    shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
    where = [heads.get(one.column, "").rstrip("?")]
    if one.line in lines:
        where.insert(0, say("Line {n}", n=lines.index(one.line) + 1))
    place = ", ".join(filter(None, where))
    # Most reasons quote what was typed; one that does not is told of which words it is.
    why = one.why if text in one.why or one.why.startswith("“") else f"“{shown}”: {one.why}"
    return Trouble(f"{place}: {why}" if place else why, lambda: go(one.line, one.column))
