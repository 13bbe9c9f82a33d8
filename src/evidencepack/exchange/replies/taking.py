# SPDX-License-Identifier: MPL-2.0
"""Where words go while a body is read: to the answer whose place is open, else to the block; and to comments."""

from __future__ import annotations

from typing import NamedTuple

from evidencepack.exchange.replies.form import Linked, Worked
from evidencepack.exchange.replies.markers import Layer
from evidencepack.exchange.replies.story import Anchor, Block, Mark, Result, Story, Token, Told, Tracked
from evidencepack.exchange.replies.styles import Look
from evidencepack.exchange.replies.unread import Unreadable


class Change(NamedTuple):
    """A tracked change that has begun: what it does, by whom and when; ``hides``: the view does not show its words."""

    inserted: bool
    author: str
    when: str
    hides: bool


class Taking:
    """Takes words and puts them into a story."""

    def __init__(self) -> None:
        self.story = Story()
        self.cell: list[Token] | None = None
        self.changes: list[Change] = []
        self.looks: frozenset[Look] = frozenset()
        self.section = 0
        self.spoken = 0
        self._controls: list[str] = []
        self._bookmarks: dict[str, str] = {}
        self._waiting: list[str] = []
        self._comments: dict[str, Anchor] = {}

    @property
    def is_hidden(self) -> bool:
        """Whether the view does not show what comes now."""
        return any(change.hides for change in self.changes)

    def begin(self, block: Block) -> None:
        """Begin a block. What it is made of goes into its last cell, if it has one yet."""
        block.section = self.section
        self.story.blocks.append(block)
        self.cell = block.cells[-1] if block.cells else None

    def begin_cell(self) -> None:
        """Begin a cell of the row that is open; one without a row, as only damaged files have it, begins one."""
        if not self.story.blocks:
            self.begin(Block([]))
        self.cell = []
        self.story.blocks[-1].cells.append(self.cell)

    def begin_line(self) -> None:
        """Begin a line of a cell, or of an answer that goes on in it."""
        self._settle()
        if self.cell or self._tag:
            self._put("\n")

    def say(self, words: str) -> None:
        """Take words."""
        self._settle()
        if self.changes:
            self._record(words)
        if not self.is_hidden:
            self._put(words)

    def compute(self, worked: Worked) -> None:
        """Take the result of a field."""
        if self.cell is not None and not self.is_hidden:
            self.spoken += 1
            self.cell.append(Result(worked.words))
            self.story.blocks[-1].form.worked.append(worked)

    def link(self, linked: Linked) -> None:
        """Take a link."""
        if self.cell is not None and not self.is_hidden:
            self.story.blocks[-1].form.links.append(linked)

    def picture(self, name: str, shows: str) -> None:
        """Take a picture: the part that holds it, and what it is said to show."""
        if self.cell is not None and not self.is_hidden:
            self.story.blocks[-1].form.pictures.append((name, shows))

    def pass_over(self, sort: Unreadable) -> None:
        """Note something that is no text."""
        if not self.is_hidden:
            self.story.unread.append((max(len(self.story.blocks) - 1, 0), sort))

    def note(self, sort: str, number: str) -> None:
        """Note from which block a footnote or an endnote hangs."""
        if not self.is_hidden:
            self.story.notes[sort, number] = max(len(self.story.blocks) - 1, 0)

    def bookmark(self, name: str) -> None:
        """Note in which block a bookmark begins; one between blocks begins with the next."""
        self.story.bookmarks.setdefault(name, len(self.story.blocks) - (self.cell is not None))

    def open_control(self, tag: str, *, name: str, asks: bool) -> None:
        """Open the place of an answer that is found by its control."""
        if not self.is_hidden:
            self._open(tag, Told(Layer.CONTROL, name, asks))
        self._controls.append(tag)

    def close_control(self) -> None:
        """Close the place that was opened last."""
        self._settle()
        self._controls.pop()

    def open_bookmark(self, number: str, tag: str) -> None:
        """Open the place of an answer that is found by a bookmark."""
        self._open(tag, Told(Layer.BOOKMARK))
        self._bookmarks[number] = tag

    def close_bookmark(self, number: str) -> None:
        """Close the place of a bookmark."""
        self._settle()
        self._bookmarks.pop(number, None)

    def open_comment(self, number: str) -> None:
        """Begin what a comment hangs on."""
        self._comments[number] = self._anchor(number)

    def close_comment(self, number: str) -> None:
        """End what a comment hangs on; one that has no beginning hangs on the place that is open here."""
        self._comments.pop(number, None)
        anchor = self._anchor(number)
        if self._tag and not anchor.words:
            anchor.tags.append(self._tag)

    def _anchor(self, number: str) -> Anchor:
        return self.story.anchors.setdefault(number, Anchor(max(len(self.story.blocks) - 1, 0)))

    @property
    def _tag(self) -> str:
        """The tag of the answer whose place is open; empty if none is."""
        if self._controls:
            return self._controls[-1]
        return next(reversed(self._bookmarks.values()), "")

    def _open(self, tag: str, told: Told) -> None:
        if tag not in self.story.answers:
            self.story.answers[tag] = told
            self._waiting.append(tag)
            self._settle()

    def _settle(self) -> None:
        """Mark the places that were opened where no words could stand, now that they can."""
        if self.cell is None:
            return
        for tag in self._waiting:
            self.spoken += 1
            self.cell.append(Mark(tag))
            self.story.answers[tag].block = len(self.story.blocks) - 1
        self._waiting.clear()

    def _put(self, words: str) -> None:
        tag = self._tag
        self.spoken += 1
        if self.looks and self.story.blocks:
            self._mark_looks(words)
        for anchor in self._comments.values():
            anchor.words.append(words)
            if tag and tag not in anchor.tags:
                anchor.tags.append(tag)
        told = self.story.answers.get(tag)
        if told is not None:
            told.parts.append(words)
        elif self.cell is not None:
            self.cell.append(words)

    def _mark_looks(self, words: str) -> None:
        marked = self.story.blocks[-1].form.looks
        for look in sorted(self.looks):
            at = next((at for at, (one, _, last) in enumerate(marked) if one is look and last == self.spoken - 1), None)
            if at is None:
                marked.append((look, words, self.spoken))
            else:
                marked[at] = (look, marked[at][1] + words, self.spoken)

    def _record(self, words: str) -> None:
        change = self.changes[-1]
        tracked = Tracked(change.inserted, words, change.author, change.when)
        told = self.story.answers.get(self._tag)
        for place in (self.story.blocks[-1].tracked if self.story.blocks else [], told.tracked if told else []):
            if place and place[-1][2:] == tracked[2:] and place[-1].inserted == tracked.inserted:
                place[-1] = place[-1]._replace(words=place[-1].words + words)
            else:
                place.append(tracked)
