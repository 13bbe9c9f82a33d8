# SPDX-License-Identifier: MPL-2.0
"""Levels of governance: a box for each from the top down, and between them an arrow up with who decides, how fast."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from evidencepack.blocks.figures import GovernanceLevels, Group, Level
from evidencepack.blocks.inlines import Inlines
from evidencepack.render.figures.drawing import Area, Drawing, Shape, Stroke, rectangle
from evidencepack.render.theme import MM, FigureLook, TextStyle
from evidencepack.render.typeset.page import Line

_ABREAST = 3
_BESIDE = 3 * MM  # white between a level's name and its box

Breaking = Callable[[Inlines, TextStyle, float], list[Line]]
"""Breaks inlines into lines of a style and a width."""

Placed = tuple[float, float, Line]
"""A line with its left end and its baseline."""


@dataclass(slots=True, eq=False, repr=False)
class _Stack:
    """What is drawn so far, from the top."""

    look: FigureLook
    width: float
    breaking: Breaking
    y: float = 0.0
    shapes: list[Shape] = field(default_factory=list)
    lines: list[Placed] = field(default_factory=list)

    def level(self, level: Level) -> None:
        """Draw the name and the purpose of a level at the left, who meets in a box beside them."""
        look, top = self.look, self.y
        weight = look.deciding if level.decides else look.box_line
        named = self._text(
            [(level.name, look.name), (level.purpose, look.faint)], 0.0, top + weight, look.label - _BESIDE
        )
        inner = self._groups(level.groups, top + look.pad)
        foot = max(named, inner + look.pad, top + look.name.pitch + 2 * look.pad)
        left, half = look.label, weight / 2
        edge = rectangle(left + half, top + half, self.width - left - weight, foot - top - weight)
        self.shapes += [Area(edge, "tint1"), Stroke(edge, weight)]
        self.y = foot

    def step(self, reached: Inlines) -> None:
        """Draw the arrow that leads up to the level above, and who decides beside it."""
        look = self.look
        room = self.width - look.label - look.beside_arrow
        lines = self.breaking(reached, look.text, room) if reached else []
        height = max(look.step, len(lines) * look.text.pitch + 4)
        x, top, foot = look.label + look.arrow_at, self.y, self.y + height
        half = look.arrow / 2
        self.shapes += [
            Stroke(((x, foot), (x, top + look.arrow)), 1.0),
            Area(((x, top), (x - half, top + look.arrow), (x + half, top + look.arrow)), "ink"),
        ]
        y = top + (height - len(lines) * look.text.pitch) / 2
        self._place(lines, look.text, look.label + look.beside_arrow, y)
        self.y = foot

    def _groups(self, groups: Sequence[Group], top: float) -> float:
        """Set groups side by side, at most three abreast; return where the last of them ends."""
        look = self.look
        abreast = min(max(len(groups), 1), _ABREAST)
        inner = self.width - look.label - 2 * look.pad
        column = (inner - (abreast - 1) * look.pad) / abreast
        name = look.text._replace(bold=True)
        foot = y = top
        for place, group in enumerate(groups):
            if place and place % abreast == 0:
                y = foot + look.pad
            x = look.label + look.pad + place % abreast * (column + look.pad)
            texts = [(group.name, name), *((line, look.text) for line in group.lines)]
            foot = max(foot, self._text(texts, x, y, column))
        return foot

    def _text(self, texts: Sequence[tuple[Inlines, TextStyle]], x: float, y: float, width: float) -> float:
        for inlines, style in texts:
            if inlines:
                y = self._place(self.breaking(inlines, style, width), style, x, y)
        return y

    def _place(self, lines: Sequence[Line], style: TextStyle, x: float, y: float) -> float:
        for line in lines:
            self.lines.append((x, y + style.baseline, line))
            y += style.pitch
        return y


def draw_levels(
    governance: GovernanceLevels, look: FigureLook, width: float, breaking: Breaking
) -> tuple[Drawing, list[Placed]]:
    """Return the shapes of a figure of levels, and its lines of text."""
    stack = _Stack(look, width, breaking)
    for place, level in enumerate(governance.levels):
        stack.level(level)
        if level.reached or place < len(governance.levels) - 1:
            stack.step(level.reached)
    return Drawing(width, stack.y, tuple(stack.shapes)), stack.lines
