# SPDX-License-Identifier: MPL-2.0
"""The sections of one document: each heading opens one, which goes on to the next heading of its level or above."""

from __future__ import annotations

from evidencepack.render.typeset.page import HEADINGS, Element, Role


class Sections:
    """Keeps the open sections of a document, over its pages of both orientations.

    A heading is written as deep as it stands, so that no level is ever left out (ISO 14289-1 7.4.2): a level 4 straight
    below a level 1 is an H2 to a screen reader, whatever it looks like.
    """

    def __init__(self, part: Element) -> None:
        self._part = part
        self._open: list[tuple[int, Element]] = []
        self._begun: Element | None = None

    @property
    def innermost(self) -> Element:
        """The section that is open, or the document's Part."""
        return self._open[-1][1] if self._open else self._part

    def begin_heading(self, level: int, block: str) -> Element:
        """Return the element of a heading that begins with a label above it: the same that comes next."""
        self._begun = self.heading(level, block)
        return self._begun

    def heading(self, level: int, block: str) -> Element:
        """Return the element of a heading of a level from 1 to 6, in a section of its own."""
        begun, self._begun = self._begun, None
        if begun is not None:
            return begun
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
        self._open.append((level, Element(Role.SECT, self.innermost, block)))
        return Element(HEADINGS[len(self._open) - 1], self.innermost, block)
