# SPDX-License-Identifier: MPL-2.0
"""The square of a page: a QR code of version 2 at level M (ISO/IEC 18004:2015), 25 by 25 modules, for our own marks.

One size and one mode are all that a mark of ours ever needs, so that every page has the same square at the same place.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TypeAlias

from evidencepack.signoff.qr_masks import MASKS, penalty
from evidencepack.signoff.reed_solomon import correction

Modules: TypeAlias = tuple[tuple[bool, ...], ...]
"""Rows of modules from the top, each from the left; true is dark."""

SIDE = 25
"""How many modules a side has."""
QUIET = 4
"""How many modules of white it needs round it (6.3.8)."""
MOST = 38
"""How many signs it holds (table 7)."""

_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_DATA, _CORRECTION = 28, 16  # codewords (table 9)
_MODE, _COUNT_BITS = "0010", 9  # alphanumeric (tables 2 and 3)
_FINDERS = ((0, 0), (0, SIDE - 7), (SIDE - 7, 0))
_ALIGNED = 18  # centre of the alignment pattern, down and across (annex E)
_TIMING = 6
_LEVEL_M = 0b00
_FORMAT_GENERATOR, _FORMAT_MASK = 0b10100110111, 0b101010000010010  # 7.9.1
_Grid: TypeAlias = list[list[bool | None]]


def qr_modules(text: str) -> Modules:
    """Return the modules of a text of at most 38 signs of the alphanumeric mode.

    Raises:
        ValueError: if it is longer, or has other signs.
    """
    if len(text) > MOST or any(sign not in _SIGNS for sign in text):
        raise ValueError(f"a square holds {MOST} signs of QR's alphanumeric mode, not {text!r}")
    bits = "".join(f"{word:08b}" for word in _codewords(text))
    masked = (_drawn(bits, number) for number in range(len(MASKS)))
    return min(masked, key=penalty)


def _codewords(text: str) -> list[int]:
    bits = _MODE + f"{len(text):0{_COUNT_BITS}b}" + "".join(_pair(text[at : at + 2]) for at in range(0, len(text), 2))
    bits += "0" * min(4, _DATA * 8 - len(bits))
    bits += "0" * (-len(bits) % 8)
    words = [int(bits[at : at + 8], 2) for at in range(0, len(bits), 8)]
    padding = (0b11101100, 0b00010001)
    words += [padding[at % 2] for at in range(_DATA - len(words))]
    return [*words, *correction(words, _CORRECTION)]


def _pair(signs: str) -> str:
    values = [_SIGNS.index(sign) for sign in signs]
    return f"{values[0] * 45 + values[1]:011b}" if len(values) > 1 else f"{values[0]:06b}"


def _drawn(bits: str, mask: int) -> Modules:
    grid = _patterns()
    _write_format(grid, mask)
    places = [place for place in _zigzag() if grid[place[0]][place[1]] is None]
    for (row, column), bit in zip(places, bits.ljust(len(places), "0"), strict=True):
        grid[row][column] = (bit == "1") ^ MASKS[mask](row, column)
    return tuple(tuple(bool(module) for module in row) for row in grid)


def _patterns() -> _Grid:
    """Return the modules that are the same in every square, and None where something is to be written."""
    grid: _Grid = [[None] * SIDE for _ in range(SIDE)]
    for at in range(SIDE):
        grid[_TIMING][at] = grid[at][_TIMING] = at % 2 == 0
    for top, left in _FINDERS:
        for down, across in product(range(-1, 8), repeat=2):
            if 0 <= top + down < SIDE and 0 <= left + across < SIDE:
                grid[top + down][left + across] = max(abs(down - 3), abs(across - 3)) in {0, 1, 3}
    for down, across in product(range(-2, 3), repeat=2):
        grid[_ALIGNED + down][_ALIGNED + across] = max(abs(down), abs(across)) != 1
    grid[SIDE - 8][8] = True
    return grid


def _write_format(grid: _Grid, mask: int) -> None:
    """Write level and mask, twice (figure 25): round the first finder, and beside the other two."""
    bits = _format_bits(mask)
    near = [(8, at) for at in (0, 1, 2, 3, 4, 5, 7, 8)] + [(at, 8) for at in (7, 5, 4, 3, 2, 1, 0)]
    far = [(SIDE - 1 - at, 8) for at in range(7)] + [(8, SIDE - 8 + at) for at in range(8)]
    for (row, column), bit in zip(near + far, bits + bits, strict=True):
        grid[row][column] = bit == "1"


def _format_bits(mask: int) -> str:
    data = _LEVEL_M << 3 | mask
    rest = data << 10
    for shift in range(4, -1, -1):
        if rest >> shift + 10 & 1:
            rest ^= _FORMAT_GENERATOR << shift
    return f"{(data << 10 | rest) ^ _FORMAT_MASK:015b}"


def _zigzag() -> Iterator[tuple[int, int]]:
    """Yield every place in the order in which bits are written: two columns at a time, from the right, up and down."""
    for turn, right in enumerate(at for at in range(SIDE - 1, 0, -2)):
        pair = right if right > _TIMING else right - 1
        rows = range(SIDE - 1, -1, -1) if turn % 2 == 0 else range(SIDE)
        for row in rows:
            yield from ((row, pair), (row, pair - 1))
