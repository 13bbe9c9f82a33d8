# SPDX-License-Identifier: MPL-2.0
"""Clauses to strips: 1, 1.1, (a), (i) with their numbers in columns of their own and boxed tags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from evidencepack.blocks.blocks import Block, Clause, Heading
from evidencepack.blocks.inlines import Text
from evidencepack.render.keeping import FIRST_ITEM, introduces, keeps_last_item
from evidencepack.render.number import plain
from evidencepack.render.theme import ClauseLevel
from evidencepack.render.typeset.attributes import Attributes
from evidencepack.render.typeset.flow import Flow, strips_of
from evidencepack.render.typeset.lines import line_width
from evidencepack.render.typeset.page import Box, Element, Role
from evidencepack.render.typeset.prose import spaced
from evidencepack.render.typeset.strips import Strip

_HEADING = 2  # the level of a clause's heading
_NUMBERING = {2: "Decimal", 3: "LowerAlpha", 4: "LowerRoman"}


class _Open(NamedTuple):
    """A list of clauses that goes on: its level, its element, and the body of its last clause."""

    level: int
    element: Element
    body: Element


@dataclass(slots=True, eq=False, repr=False)
class Clauses:
    """Sets the clauses of a section, nesting their lists. A heading ends the lists.

    So does another block, unless it stands between two clauses of one list: then it belongs to the first of them.
    """

    flow: Flow
    _open: list[_Open] = field(default_factory=list)

    def end(self) -> None:
        """End the open lists."""
        self._open.clear()

    def around(self, following: Heading | Clause | None) -> Element | None:
        """Return the body of the clause that a block before ``following`` belongs to, or end the lists."""
        level = following.level if isinstance(following, Clause) else 1
        while self._open and self._open[-1].level > level:
            self._open.pop()
        if level == 1:
            self.end()
        return self._open[-1].body if self._open else None

    def set(self, clause: Clause, rest: Sequence[Block]) -> None:
        """Set a clause; ``rest`` are the blocks after it."""
        level = self.flow.theme.clauses[clause.level - 1]
        if clause.level == 1:
            self._heading(clause, level)
        else:
            self._body(clause, level, rest)

    def _heading(self, clause: Clause, level: ClauseLevel) -> None:
        self.end()
        flow = self.flow
        element = flow.heading(_HEADING)
        strips = self._strips(clause, level, element, element, keep=True)
        strips[0].outline = (2, f"{clause.label} {plain(clause.inlines, flow.measurer.numbered.labels)}")
        self._tags(clause, strips, element, level.text_at)
        flow.add(strips, before=level.style.before, after=level.style.after)

    def _body(self, clause: Clause, level: ClauseLevel, rest: Sequence[Block]) -> None:
        flow = self.flow
        following = rest[0].level if rest and isinstance(rest[0], Clause) else 0
        while self._open and self._open[-1].level > clause.level:
            self._open.pop()
        if self._open and self._open[-1].level == clause.level:
            parent = self._open.pop().element
        else:
            above = self._open[-1].body if self._open else flow.root
            parent = Element(Role.L, above, flow.block, Attributes(list_numbering=_NUMBERING[clause.level]))
        entry = flow.element(Role.LI, parent)
        label, body = flow.element(Role.LBL, entry), flow.element(Role.LBODY, entry)
        self._open.append(_Open(clause.level, parent, body))
        strips = self._strips(clause, level, label, body)
        last = following < FIRST_ITEM <= clause.level
        flow.add(strips, before=level.style.before, after=flow.theme.clauses[2].last if last else level.style.after)
        if introduces(clause.inlines) or following > clause.level or keeps_last_item(clause, rest):
            flow.keep_last()

    def _strips(
        self, clause: Clause, level: ClauseLevel, label: Element, body: Element, *, keep: bool = False
    ) -> list[Strip]:
        flow, style = self.flow, level.style
        width = flow.measure - level.text_at - style.right
        lines = flow.lines(clause.inlines, body, style, width=width)
        strips = strips_of(lines, style, x=level.text_at, keep=keep)
        number = flow.label(clause.label, label, style)
        if line_width(number) <= level.text_at - level.number_at:
            strips[0].lines.insert(0, (level.number_at, style.baseline, number))
        else:
            strips = [*self._long_label(clause, level, label), *strips]
        strips[0].anchors = (clause.anchor,) if clause.anchor else ()
        return strips

    def _long_label(self, clause: Clause, level: ClauseLevel, label: Element) -> list[Strip]:
        """Set a label that its column cannot hold, such as (sssss), on lines of its own above the text."""
        width = self.flow.measure - level.number_at - level.style.right
        lines = self.flow.lines((Text(clause.label),), label, level.style, width=width)
        return strips_of(lines, level.style, x=level.number_at, keep=True)

    def _tags(self, clause: Clause, strips: list[Strip], heading: Element, left: float) -> None:
        """Put boxed tags after the heading, on further lines when they do not fit."""
        theme, flow = self.flow.theme, self.flow
        style, side, baseline = theme.tag, theme.tag_side, theme.clauses[0].style.baseline
        strip = strips[-1]
        x = left + line_width(strip.lines[-1][2]) + theme.tag_gap
        for tag in clause.tags:
            element = Element(Role.SPAN, heading, flow.block, Attributes(expansion=f"({tag})"))
            before = strip.lines[-1]
            strip.lines[-1] = (before[0], before[1], spaced(before[2]))
            for line in flow.lines((Text(tag),), element, style, width=flow.measure - left - 2 * side):
                width = line_width(line) + 2 * side
                if x + width > flow.measure:
                    strip = Strip(theme.clauses[0].style.pitch, keep=True)
                    strips.append(strip)
                    x = left
                strip.lines.append((x + side, baseline, line))
                top = baseline - style.baseline - 0.5
                strip.marks += (Box(x, top, width, style.pitch + 1, outline="ink2", weight=theme.tag_box),)
                x += width + theme.tag_gap / 2
