# SPDX-License-Identifier: MPL-2.0
"""A cell of a table that is measured, before the widths of columns are known."""

from __future__ import annotations

from dataclasses import dataclass, field

from evidencepack.blocks.blocks import Cell
from evidencepack.render.fonts.fontset import FontSet
from evidencepack.render.keeping import is_labelled
from evidencepack.render.theme import TextStyle
from evidencepack.render.typeset.cell_lists import hung
from evidencepack.render.typeset.flow import Flow
from evidencepack.render.typeset.lines import break_lines, narrowest
from evidencepack.render.typeset.measure import Measured
from evidencepack.render.typeset.page import Element, Line


@dataclass(slots=True, eq=False, repr=False)
class MeasuredCell:
    """A cell that is measured: first column, its paragraphs.

    ``labels`` are the elements of the signs of items, ``indent`` is how far the words of a cell with a list stand
    in, in thousandths of an em.
    """

    cell: Cell
    column: int
    paragraphs: list[list[Measured]]
    element: Element
    labels: list[Element | None] = field(default_factory=list)
    indent: float = 0.0

    @property
    def longest(self) -> float:
        """Width of the longest word in thousandths of an em."""
        return self.indent + max([hard.longest for paragraph in self.paragraphs for hard in paragraph])

    @property
    def widest(self) -> float:
        """Width of the longest paragraph on one line, in thousandths of an em."""
        return self.indent + max([hard.width for paragraph in self.paragraphs for hard in paragraph])

    def narrowest(self, fonts: FontSet) -> float:
        """Return the width of the longest part of a word that cannot break well, in thousandths of an em."""
        return self.indent + max(narrowest(hard, fonts) for paragraph in self.paragraphs for hard in paragraph)

    def lines(self, flow: Flow, size: float, width: float) -> tuple[list[Line], tuple[int, ...]]:
        """Return the lines of a cell, and the numbers of those above which a labelled paragraph stands apart."""
        fonts = flow.measurer.fonts
        if len(self.paragraphs) == 1 and not self.labels:
            return break_lines(self.paragraphs[0], size, width, fonts), ()
        lines: list[Line] = []
        parted: list[int] = []
        hang = self.indent * size / 1000
        for place, (paragraph, words) in enumerate(zip(self.paragraphs, self.cell.lines or ((),), strict=True)):
            if lines and is_labelled(words):
                parted.append(len(lines))
            label = self.labels[place] if self.labels else None
            if label is None:
                lines += break_lines(paragraph, size, width, fonts)
                continue
            sign = flow.label(self.cell.signs[place], label, TextStyle(size, size))
            lines += hung(sign, break_lines(paragraph, size, width - hang, fonts), hang)
        return lines, tuple(parted)
