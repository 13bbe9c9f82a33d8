# SPDX-License-Identifier: MPL-2.0
"""The styles of a template as one sheet: what a style looks like once all that it is based on is counted in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from evidencepack.domain.colour import Colour, read_colour
from evidencepack.render.word.brand.markup import VAL, W, children, value
from evidencepack.render.word.brand.widths import letters_of
from evidencepack.render.word.markup import WORD

_NAMES = {"w": WORD}
_SINGLE = 240
# What a page can show: sizes of text in points, pitches to the size, spaces in points.
_SMALLEST, _LARGEST, _WIDEST, _MOST_SPACE = 1.0, 96.0, 4.0, 144.0
UNNAMED_SIZE = 10.0
"""The size in points of text whose size no style names (ISO/IEC 29500-1, 17.3.2.38)."""


class Sample(NamedTuple):
    """How the text of a style looks: the name of its font, its size in points, its colour if it has one of its own."""

    name: str
    font: str
    size: float
    colour: Colour | None = None
    bold: bool = False
    italic: bool = False
    ground: Colour | None = None


@dataclass(frozen=True)
class Sheet:
    """The styles of a parcel, which say their fonts and colours themselves."""

    root: etree._Element

    @cached_property
    def styles(self) -> Mapping[str, etree._Element]:
        """Every style by its id."""
        return {style.get(f"{W}styleId", ""): style for style in children(self.root, "style")}

    @cached_property
    def _defaults(self) -> tuple[etree._Element, ...]:
        """What holds for the whole file."""
        found = (self.root.find(f"w:docDefaults/w:{name}", _NAMES) for name in ("rPrDefault", "pPrDefault"))
        return tuple(one for one in found if one is not None)

    def chain(self, style: str) -> Iterator[etree._Element]:
        """Yield a style and all that it is based on, the nearest first, then the file's defaults."""
        seen: set[str] = set()
        while style in self.styles and style not in seen:
            seen.add(style)
            yield self.styles[style]
            style = value(self.styles[style], "w:basedOn")
        yield from self._defaults

    def find(self, style: str, path: str) -> etree._Element | None:
        """Return a property of a style, such as "w:rPr/w:sz", from the nearest that has it."""
        found = (one.find(path, _NAMES) for one in self.chain(style))
        return next((one for one in found if one is not None), None)

    def text(self, style: str, path: str) -> str:
        """Return the value of a property; nothing where nobody says."""
        found = self.find(style, path)
        return "" if found is None else found.get(VAL, "")

    def is_on(self, style: str, path: str) -> bool:
        """Whether a switch such as bold is on."""
        found = self.find(style, path)
        return found is not None and found.get(VAL, "1") != "0"

    def size(self, style: str) -> float:
        """Return the size of a style's text in points."""
        size = self.text(style, "w:rPr/w:sz")
        return min(max(int(size) / 2, _SMALLEST), _LARGEST) if size.isdigit() else UNNAMED_SIZE

    def font(self, style: str) -> str:
        """Return the name of the font of a style's text; nothing where nobody says."""
        for one in self.chain(style):
            found = one.find("w:rPr/w:rFonts", _NAMES)
            if found is None:
                continue
            name = found.get(f"{W}ascii") or found.get(f"{W}hAnsi") or ""
            if name:
                return name
        return ""

    def colour(self, style: str) -> Colour | None:
        """Return the colour of a style's text; None where it is that of the paper's opposite."""
        return read_colour(self.text(style, "w:rPr/w:color"))

    def ground(self, style: str) -> Colour | None:
        """Return what is behind a style's text, by the paragraph or by the letters."""
        for path in ("w:rPr/w:shd", "w:pPr/w:shd"):
            found = self.find(style, path)
            colour = read_colour(found.get(f"{W}fill", "")) if found is not None else None
            if colour:
                return colour
        return None

    def space(self, style: str) -> tuple[float, float]:
        """Return the space before and after a style's paragraphs, in points."""
        before, after = (self._space(style, side) for side in ("before", "after"))
        return before, after

    def pitch(self, style: str) -> float:
        """Return how far apart a style's lines stand, in points."""
        size = self.size(style)
        return min(max(self._line(style, size), size), _WIDEST * size)

    def line(self, style: str) -> float:
        """Return the height of a line of a style's font to its size."""
        return letters_of(self.font(style)).line

    def line_said(self, style: str) -> float | None:
        """Return how far apart a style says that its lines stand, in points; None where nobody says."""
        return self._line(style, self.size(style)) if self._spacing(style, "line").isdigit() else None

    def _line(self, style: str, size: float) -> float:
        line, single = self._spacing(style, "line"), self.line(style)
        height = int(line) if line.isdigit() else _SINGLE
        match self._spacing(style, "lineRule"):
            case "exact":
                return height / 20
            case "atLeast":
                return max(height / 20, size * single)
            case _:
                return size * single * height / _SINGLE

    def _space(self, style: str, side: str) -> float:
        length = self._spacing(style, side)
        return min(int(length) / 20, _MOST_SPACE) if length.isdigit() else 0.0

    def _spacing(self, style: str, name: str) -> str:
        """Return a value of the nearest spacing that has it; nothing where nobody says."""
        for one in self.chain(style):
            found = one.find("w:pPr/w:spacing", _NAMES)
            length = found.get(f"{W}{name}", "") if found is not None else ""
            if length:
                return length
        return ""

    def name(self, style: str) -> str:
        """Return a style's name as Word shows it."""
        return value(self.styles.get(style), "w:name")

    def sample(self, style: str) -> Sample:
        """Return how the text of a style looks."""
        return Sample(
            self.name(style),
            self.font(style),
            self.size(style),
            self.colour(style),
            self.is_on(style, "w:rPr/w:b"),
            self.is_on(style, "w:rPr/w:i"),
            self.ground(style),
        )
