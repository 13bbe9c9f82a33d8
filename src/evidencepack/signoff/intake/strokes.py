# SPDX-License-Identifier: MPL-2.0
"""Connected marks in a picture of black and white, each with its rectangle (8-connected components of runs)."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image


@dataclass(slots=True)
class Stroke:
    """A connected mark: its rectangle in dots, right and bottom not with it, and how many dots it has."""

    left: int
    top: int
    right: int
    bottom: int
    dots: int

    @property
    def width(self) -> int:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """How high it is."""
        return self.bottom - self.top

    def take(self, other: Stroke) -> None:
        """Grow to hold another, too."""
        self.left, self.top = min(self.left, other.left), min(self.top, other.top)
        self.right, self.bottom = max(self.right, other.right), max(self.bottom, other.bottom)
        self.dots += other.dots


def strokes(picture: Image.Image) -> list[Stroke]:
    """Return the marks of a picture in grey whose dots are 0 or 255."""
    data, wide = picture.tobytes(), picture.width
    runs: list[Stroke] = []
    parents: list[int] = []
    above: list[int] = []
    for row in range(picture.height):
        own = []
        for run in _runs(data[row * wide : (row + 1) * wide], row):
            number = len(runs)
            runs.append(run)
            parents.append(number)
            own.append(number)
            for other in above:
                if runs[other].left <= run.right and run.left <= runs[other].right:
                    parents[_root(parents, other)] = number
        above = own
    return _gathered(runs, parents)


def _runs(line: bytes, row: int) -> list[Stroke]:
    found, at = [], line.find(b"\xff")
    while at >= 0:
        end = line.find(b"\0", at)
        end = len(line) if end < 0 else end
        found.append(Stroke(at, row, end, row + 1, end - at))
        at = line.find(b"\xff", end)
    return found


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def _gathered(runs: list[Stroke], parents: list[int]) -> list[Stroke]:
    found: dict[int, Stroke] = {}
    for number, run in enumerate(runs):
        root = _root(parents, number)
        if root in found:
            found[root].take(run)
        else:
            found[root] = run
    return list(found.values())
