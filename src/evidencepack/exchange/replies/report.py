# SPDX-License-Identifier: MPL-2.0
"""What came back: every difference between a Word file as it was sent and as it is now, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from evidencepack.exchange.replies.markers import Layer
from evidencepack.exchange.replies.story import Tracked
from evidencepack.exchange.replies.unread import Unreadable

MARKED: Final = 0.6
"""The part of the places sent that must be found by their markers for a file to count as one that kept them."""


class Standing(StrEnum):
    """What the file that came back is, beside the one it is compared with.

    ``SAME``: it was made from it. ``OTHER_VERSION``: from another version of the same document. ``OTHER_EXPORT``: from
    another export of the same version. ``ALTERED``: it says that it was made from it, and what it says of its answers
    was altered. ``UNMARKED``: it does not say, because its manifest is gone.

    Of these nothing is compared: ``OTHER_DOCUMENT`` of the same tender. ``OTHER_TENDER``. ``SWAPPED``: the first file
    is the one that was edited. ``UNRELATED``: it has nothing of what was sent. ``EMPTY``: it has no words.
    """

    SAME = "same"
    OTHER_VERSION = "other version"
    OTHER_EXPORT = "other export"
    OTHER_DOCUMENT = "other document"
    OTHER_TENDER = "other tender"
    SWAPPED = "swapped"
    UNRELATED = "unrelated"
    EMPTY = "empty"
    ALTERED = "altered"
    UNMARKED = "unmarked"

    @property
    def is_compared(self) -> bool:
        """Whether there is anything to compare."""
        return self not in _NOT_COMPARED

    @property
    def is_other_words(self) -> bool:
        """Whether the words outside of the answers may have been other ones when the file was made."""
        return self in {Standing.OTHER_VERSION, Standing.OTHER_EXPORT}


_NOT_COMPARED: Final = frozenset(
    {Standing.OTHER_DOCUMENT, Standing.OTHER_TENDER, Standing.SWAPPED, Standing.UNRELATED, Standing.EMPTY}
)


class Kind(StrEnum):
    """What was done to an answer, a row or a paragraph. ``LOST``: nobody can say what became of it."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    JOINED = "joined"
    SPLIT = "split"
    LOST = "lost"


class What(StrEnum):
    """What was changed beside the words."""

    STRUCK = "struck out"
    HIDDEN = "hidden"
    LEVEL = "level"
    NUMBER = "number"
    LINK = "link"
    FIELD = "cross-reference"
    PICTURE = "picture"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class Where:
    """Where something stands in the file that was sent, as people say it; each is empty where it does not apply.

    ``paper`` is the title of the paper and ``reference`` its code; ``number`` that of the clause or schedule;
    ``heading`` the heading above; ``row`` what the row of a table begins with, ``column`` what its column is called.
    """

    paper: str = ""
    reference: str = ""
    number: str = ""
    heading: str = ""
    row: str = ""
    column: str = ""


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """An answer that is not as it was sent; told once, wherever it is shown.

    ``paths`` are where it stands in the tender, several if the words are made of several answers; ``tag`` is its first
    place that was changed, ``name`` its question, shortened. ``old`` is None where the words that were sent are not
    known; ``new`` is empty for one that was taken out. ``by`` are the tracked changes in it; without any, or where they
    do not account for all of it (``untracked``), nobody wrote down who changed it. ``also`` are further places where
    the same was done, ``still`` those which say what they said.
    """

    kind: Kind
    paths: tuple[str, ...]
    tag: str
    name: str
    old: str | None
    new: str
    layer: Layer
    by: tuple[Tracked, ...] = ()
    untracked: bool = True
    where: Where = Where()
    also: tuple[Where, ...] = ()
    still: tuple[Where, ...] = ()


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row of a table that was added, removed or moved.

    ``table`` is the path of the table in the tender, ``row`` that of the row; empty where the row stands for none.
    ``cells`` are its words, ``columns`` the names of their columns in the tender, empty where a cell has none.
    ``more``: it is the first row of a table that came or went whole, with so many more.
    """

    kind: Kind
    table: str
    row: str
    columns: tuple[str, ...]
    cells: tuple[str, ...]
    by: tuple[Tracked, ...] = ()
    where: Where = Where()
    more: int = 0


@dataclass(frozen=True, slots=True)
class ColumnChange:
    """A column of a table that was added or removed, with the words of its cells; the first may be its name."""

    kind: Kind
    cells: tuple[str, ...]
    by: tuple[Tracked, ...] = ()
    where: Where = Where()


@dataclass(frozen=True, slots=True)
class WordingChange:
    """Words outside of the answers that are not as they were sent.

    ``where`` is where they stand or stood; what was added stands after it. ``to`` is what words that were moved stand
    after now, ``more`` how many paragraphs after the first went with it.
    """

    kind: Kind
    old: str
    new: str
    by: tuple[Tracked, ...] = ()
    where: Where = Where()
    to: Where = Where()
    more: int = 0


@dataclass(frozen=True, slots=True)
class PaperChange:
    """A paper that was taken out whole: which, and how many paragraphs and rows with words it had."""

    where: Where
    lines: int
    by: tuple[Tracked, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """Things that only the file that came back holds and that are no text: their sort, how many, and where."""

    sort: Unreadable
    number: int
    where: Where = Where()


@dataclass(frozen=True, slots=True)
class FormChange:
    """Something beside the words that changes what they mean.

    ``words`` are those that it is about; ``old`` and ``new`` what it was and is, such as the address of a link.
    ``more``: the same was done in so many more places.
    """

    what: What
    kind: Kind
    words: str
    old: str = ""
    new: str = ""
    by: tuple[Tracked, ...] = ()
    where: Where = Where()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: by whom and when, what it says, the words it hangs on, and the answers among them.

    ``paths`` are those of the answers, ``name`` the question of the first, shortened.
    """

    author: str
    when: str
    words: str
    on: str
    paths: tuple[str, ...] = ()
    name: str = ""
    where: Where = Where()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that came back.

    ``sent`` is what the file that was sent says it is, ``document`` what the one that came back says; empty if it does
    not. ``saved_by`` and ``saved_at`` are who last saved it and when, as it says. ``places`` is how many places of
    answers were sent, ``found`` how many of them were found again by each layer. ``worded``: the words outside of the
    answers were compared too. ``touched``: so many answers in the file that is named as sent were changed in it.
    """

    standing: Standing
    sent: str
    document: str
    saved_by: str
    saved_at: str
    places: int
    found: tuple[tuple[Layer, int], ...]
    worded: bool
    touched: int = 0
    answers: tuple[AnswerChange, ...] = ()
    rows: tuple[RowChange, ...] = ()
    columns: tuple[ColumnChange, ...] = ()
    wording: tuple[WordingChange, ...] = ()
    forms: tuple[FormChange, ...] = ()
    comments: tuple[Comment, ...] = ()
    papers: tuple[PaperChange, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def differences(self) -> int:
        """Return how many differences there are."""
        return sum(map(len, (self.papers, self.answers, self.rows, self.columns, self.wording, self.forms)))

    @property
    def is_unchanged(self) -> bool:
        """Whether nothing was changed, nobody left a comment, and nothing is there that cannot be read."""
        return not (self.differences or self.comments or self.unread)

    @property
    def lost_its_markers(self) -> bool:
        """Whether so few markers were found again that what is said of the answers may be wrong."""
        found = sum(number for layer, number in self.found if layer is not Layer.WORDS)
        return found < self.places * MARKED
