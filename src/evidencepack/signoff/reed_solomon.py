# SPDX-License-Identifier: MPL-2.0
"""The codewords by which a stained square is still read: Reed and Solomon's, as ISO/IEC 18004 7.5.2 has them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

_POLYNOMIAL = 0b100011101
_ELEMENTS = 255


def _powers() -> tuple[int, ...]:
    found, power = [], 1
    for _ in range(_ELEMENTS):
        found.append(power)
        power <<= 1
        power ^= _POLYNOMIAL if power > _ELEMENTS else 0
    return tuple(found)


_POWERS = _powers()
_LOGARITHMS = {power: at for at, power in enumerate(_POWERS)}


def correction(words: Sequence[int], count: int) -> list[int]:
    """Return so many codewords of correction for these of data: the remainder by the generator polynomial."""
    generator, rest = _generator(count), [*words, *[0] * count]
    for at in range(len(words)):
        lead = rest[at]
        for place, factor in enumerate(generator):
            rest[at + place] ^= _product(lead, factor)
    return rest[len(words) :]


@cache
def _generator(count: int) -> tuple[int, ...]:
    """Return the product of (x - 2^i) for so many i from 0, the highest power first."""
    found = [1]
    for at in range(count):
        times = [_product(factor, _POWERS[at]) for factor in found]
        found = [one ^ other for one, other in zip([*found, 0], [0, *times], strict=True)]
    return tuple(found)


def _product(one: int, other: int) -> int:
    if not one or not other:
        return 0
    return _POWERS[(_LOGARITHMS[one] + _LOGARITHMS[other]) % _ELEMENTS]
