# SPDX-License-Identifier: MPL-2.0
"""The way a person came: back and forward through where they were, each with how it was left."""

from __future__ import annotations

from typing import NamedTuple

from evidencepack.ui.shell.where import Where

LONGEST = 100
"""So many stops are remembered."""


class Left(NamedTuple):
    """How a place was left: the positions of its scroll bars, and what had the keyboard (a name inside the place)."""

    scrolls: tuple[int, ...] = ()
    focus: str = ""


class Stop(NamedTuple):
    """One stop on the way."""

    where: Where
    left: Left = Left()


class Journey:
    """The stops, and which of them is the present one."""

    def __init__(self) -> None:
        self._stops: list[Stop] = []
        self._at = -1

    def visit(self, where: Where) -> None:
        """Go on to a new stop; what was ahead is forgotten. The same place as before is no new stop."""
        if self._at >= 0 and self._stops[self._at].where == where:
            return
        self._stops = [*self._stops[: self._at + 1], Stop(where)][-LONGEST:]
        self._at = len(self._stops) - 1

    def leave(self, where: Where, left: Left) -> None:
        """Note how the present stop is left, and where in it the person had got to."""
        if self._at >= 0:
            self._stops[self._at] = Stop(where, left)

    def go(self, steps: int) -> Stop | None:
        """Go a step back (-1) or forward (1) and return the stop; None at the end of the way."""
        if not 0 <= self._at + steps < len(self._stops):
            return None
        self._at += steps
        return self._stops[self._at]

    def can_go(self, steps: int) -> bool:
        """Whether there is a stop that way."""
        return 0 <= self._at + steps < len(self._stops)

    def forget(self) -> None:
        """Forget the way: another tender or another workspace is open."""
        self._stops, self._at = [], -1
