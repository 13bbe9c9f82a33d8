# SPDX-License-Identifier: MPL-2.0
"""Words in drawings: measured with the faces of the pages, and set from the left, the middle or the right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from evidencepack.render.figures.drawing import Words
from evidencepack.render.fonts.fontset import BOLD, REGULAR, FontSet, UncoveredError
from evidencepack.render.theme import TextStyle

CAP_HEIGHT = 0.716
"""Height of Arial's capitals and figures, of the size."""

_ELLIPSIS = "…"


class Anchor(Enum):
    """Which part of the words stands at the place that is given, as a share of their width."""

    START = 0.0
    MIDDLE = 0.5
    END = 1.0


@dataclass(frozen=True, slots=True)
class Lettering:
    """Measures and places words with one set of faces."""

    fonts: FontSet

    def width(self, text: str, style: TextStyle) -> float:
        """Return the width of words in points."""
        return sum(width for _, _, width in self._pieces(text, style))

    def shortened(self, text: str, style: TextStyle, room: float) -> str:
        """Return words that fit into so many points, cut with an ellipsis where they must be."""
        if self.width(text, style) <= room:
            return text
        kept = text
        while kept and self.width(kept.rstrip() + _ELLIPSIS, style) > room:
            kept = kept[:-1]
        return kept.rstrip() + _ELLIPSIS

    def level(self, y: float, style: TextStyle) -> float:
        """Return the baseline of figures whose middle stands at a height."""
        return y + CAP_HEIGHT * style.size / 2

    def words(
        self,
        text: str,
        x: float,
        y: float,
        style: TextStyle,
        *,
        anchor: Anchor = Anchor.START,
        paths: tuple[str, ...] = (),
    ) -> tuple[Words, ...]:
        """Return the words with their baseline at a place, a piece for each face they need."""
        pieces = self._pieces(text, style)
        x -= anchor.value * sum(width for _, _, width in pieces)
        placed = []
        for face, part, width in pieces:
            placed.append(Words(x, y, width, face, style.size, part, style.colour, paths))
            x += width
        return tuple(placed)

    def _pieces(self, text: str, style: TextStyle) -> list[tuple[int, str, float]]:
        """Return the pieces with their widths; a character that no face has is a question mark."""
        while True:
            try:
                pieces = self.fonts.split(text, BOLD if style.bold else REGULAR)
            except UncoveredError as error:
                text = text.replace(error.args[0], "?")
            else:
                return [(face, part, self.fonts.faces[face].width(part) * style.size / 1000) for face, part in pieces]
