# SPDX-License-Identifier: MPL-2.0
"""The masks of a square, and how well one hides what readers could mistake (ISO/IEC 18004 7.8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby, pairwise
from typing import TypeAlias

MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda row, column: (row + column) % 2 == 0,
    lambda row, _: row % 2 == 0,
    lambda _, column: column % 3 == 0,
    lambda row, column: (row + column) % 3 == 0,
    lambda row, column: (row // 2 + column // 3) % 2 == 0,
    lambda row, column: row * column % 2 + row * column % 3 == 0,
    lambda row, column: (row * column % 2 + row * column % 3) % 2 == 0,
    lambda row, column: ((row + column) % 2 + row * column % 3) % 2 == 0,
)
"""Whether a mask turns the module of a row and a column over (table 10)."""

_FINDER = (True, False, True, True, True, False, True)
_LIGHT = (False,) * 4
_LIKE_FINDERS = (_FINDER + _LIGHT, _LIGHT + _FINDER)
_Rows: TypeAlias = Sequence[Sequence[bool]]


def penalty(modules: _Rows) -> int:
    """Return how bad a masked square is to read; of eight, the one with the least is printed (table 11)."""
    lines = [*modules, *zip(*modules, strict=True)]
    return sum(map(_runs, lines)) + _blocks(modules) + sum(map(_finders, lines)) + _balance(modules)


def _runs(line: Sequence[bool]) -> int:
    lengths = (len(list(run)) for _, run in groupby(line))
    return sum(length - 2 for length in lengths if length >= 5)


def _blocks(modules: _Rows) -> int:
    found = 0
    for above, below in pairwise(modules):
        found += sum(len({*one, *other}) == 1 for one, other in zip(pairwise(above), pairwise(below), strict=True))
    return 3 * found


def _finders(line: Sequence[bool]) -> int:
    return 40 * sum(_at(line, start) for start in range(len(line) - len(_LIKE_FINDERS[0]) + 1))


def _at(line: Sequence[bool], start: int) -> int:
    return tuple(line[start : start + len(_LIKE_FINDERS[0])]) in _LIKE_FINDERS


def _balance(modules: _Rows) -> int:
    every = [module for row in modules for module in row]
    dark = 100 * sum(every) // len(every)
    return 10 * (abs(dark - 50) // 5)
