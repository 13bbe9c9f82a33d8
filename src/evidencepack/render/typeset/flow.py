# SPDX-License-Identifier: MPL-2.0
"""The strips of one section as they come: spaces between blocks, paragraphs, and what must stay together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from evidencepack.blocks.inlines import Inlines
from evidencepack.render.fonts.fontset import BOLD, REGULAR
from evidencepack.render.keeping import WHOLE_LINES
from evidencepack.render.theme import PageShape, TextStyle, Theme
from evidencepack.render.typeset.lines import break_lines
from evidencepack.render.typeset.measure import Look, Measurer
from evidencepack.render.typeset.page import Element, Furniture, Kind, Line, Piece, Role, Stretch
from evidencepack.render.typeset.sections import Sections
from evidencepack.render.typeset.strips import Strip

_ANY = 100  # letters, more than words have


@dataclass(slots=True, eq=False, repr=False)
class Flow:
    """Collects strips from top to bottom. ``block`` is the name of the block that is being set.

    ``inside`` is the element that the block belongs to, if not to the section: the clause it stands in.
    """

    measurer: Measurer
    theme: Theme
    shape: PageShape
    sections: Sections
    block: str = ""
    inside: Element | None = None
    strips: list[Strip] = field(default_factory=list)
    _after: float = 0.0
    _turn: bool = False

    @property
    def root(self) -> Element:
        """The element that what is being set stands in: a clause, a section, the document."""
        return self.inside or self.sections.innermost

    @property
    def measure(self) -> float:
        """Width of the text area in points."""
        return self.shape.measure

    @property
    def depth(self) -> float:
        """Height of the text area in points."""
        return self.shape.floor - self.shape.top

    def turn(self) -> None:
        """Make the next block start a page."""
        self._turn = True

    def add(self, strips: Sequence[Strip], *, before: float = 0.0, after: float = 0.0) -> None:
        """Add the strips of one block with the spaces above and below it."""
        if not strips:
            return
        first = strips[0]
        first.before += before + self._after
        first.turn, self._turn = self._turn, False
        self._after = after
        self.strips.extend(strips)

    def after(self, space: float) -> None:
        """Set the space below what was added last, in points."""
        self._after = space

    def least(self, space: float, kept: float) -> float:
        """Return what is wanting to at least ``space`` points above a block, ``kept`` below a heading.

        White space that was asked for is enough.
        """
        if self.strips and not self.strips[-1].lines:
            return 0.0
        return max(0.0, (kept if self.strips and self.strips[-1].keep else space) - self._after)

    def keep_last(self) -> None:
        """Hold the strip that was added last on the page of the next one."""
        if self.strips:
            self.strips[-1].keep = True

    def element(self, role: Role, parent: Element | None = None) -> Element:
        """Return a new element of the block that is being set, below ``parent`` or the section."""
        return Element(role, parent or self.root, self.block)

    def heading(self, level: int) -> Element:
        """Open a section and return the element of its heading."""
        return self.sections.heading(level, self.block)

    def lines(
        self, inlines: Inlines, element: Element, style: TextStyle, *, width: float, heading: bool = False
    ) -> list[Line]:
        """Break inlines into lines of a style; ``heading`` sets words of other scripts smaller."""
        look = Look(style.bold, style.colour, heading)
        return break_lines(self.measurer.measure(inlines, element, look), style.size, width, self.measurer.fonts)

    def balanced(self, inlines: Inlines, element: Element, style: TextStyle, *, width: float) -> list[Line]:
        """Break inlines into lines of a style, the last of which is not one word alone, however long it is."""
        measured = self.measurer.measure(inlines, element, Look(style.bold, style.colour))
        return break_lines(measured, style.size, width, self.measurer.fonts, short=_ANY)

    def sign(self, words: str, style: TextStyle) -> Furniture:
        """Return a sign for the hand or the eye, which is not read out."""
        face, width = self._measured(words, style)
        return Furniture(0.0, 0.0, width, face, style.size, words, Kind.SIGN, style.colour)

    def _measured(self, words: str, style: TextStyle) -> tuple[int, float]:
        face = BOLD if style.bold else REGULAR
        return face, self.measurer.fonts.faces[face].width(words) * style.size / 1000

    def label(self, words: str, element: Element, style: TextStyle) -> Line:
        """Return a short text of the program's own on one line, with a space at its end: a number, a bullet."""
        face, width = self._measured(words, style)
        return (Piece(0.0, width, style.size, f"{words} ", Stretch(face, element, colour=style.colour)),)


def strips_of(lines: Sequence[Line], style: TextStyle, *, x: float = 0.0, keep: bool = False) -> list[Strip]:
    """Return a strip for each line of a paragraph; two lines at least stay on both sides of a page break.

    ``keep`` holds the last of them on the page of what follows.
    """
    pitch, baseline, last = style.pitch, style.baseline, len(lines) - 1
    whole = keep and last < WHOLE_LINES
    return [
        Strip(pitch, [(x, baseline, line)], keep=keep if number == last else whole or number == 0 or number == last - 1)
        for number, line in enumerate(lines)
    ]
