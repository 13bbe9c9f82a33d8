# SPDX-License-Identifier: MPL-2.0
"""Where words stand beside lines, so that none hides another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evidencepack.render.figures.drawing import Point


@dataclass(frozen=True, slots=True)
class Field:
    """The rectangle that words would cover."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, line: Sequence[Point]) -> bool:
        """Say whether a straight line between two points touches the rectangle (Liang and Barsky, 1984)."""
        (x0, y0), (x1, y1) = line
        entry, leave = 0.0, 1.0
        for start, run, low, high in ((x0, x1 - x0, self.left, self.right), (y0, y1 - y0, self.top, self.bottom)):
            if run == 0:
                if not low <= start <= high:
                    return False
                continue
            near, far = sorted(((low - start) / run, (high - start) / run))
            entry, leave = max(entry, near), min(leave, far)
        return entry <= leave


def pushed_apart(heights: Sequence[float], apart: float) -> list[float]:
    """Return the heights (y grows downwards) with at least ``apart`` between them, each near its own.

    Of two that would touch, the higher one goes up and the lower one down by the same; the first of equals is higher.
    """
    order = sorted(range(len(heights)), key=lambda place: (heights[place], place))
    # Those that touch are one stack, set round the middle of their own heights.
    stacks = [[place] for place in order]
    merged = True
    while merged:
        merged = False
        for number in range(len(stacks) - 1):
            if _spread(heights, stacks[number + 1], apart)[0] - _spread(heights, stacks[number], apart)[-1] < apart:
                stacks[number : number + 2] = [stacks[number] + stacks[number + 1]]
                merged = True
                break
    found = list(heights)
    for stack in stacks:
        for place, height in zip(stack, _spread(heights, stack, apart), strict=True):
            found[place] = height
    return found


def _spread(heights: Sequence[float], stack: Sequence[int], apart: float) -> list[float]:
    middle = sum(heights[place] for place in stack) / len(stack)
    return [middle + (number - (len(stack) - 1) / 2) * apart for number in range(len(stack))]


def first_free(fields: Sequence[Field], lines: Iterable[Sequence[Point]], top: float, bottom: float) -> int:
    """Return the number of the first field within top and bottom that no line touches; 0 if there is none."""
    drawn = list(lines)
    for number, field in enumerate(fields):
        if field.top >= top and field.bottom <= bottom and not any(field.meets(line) for line in drawn):
            return number
    return 0
