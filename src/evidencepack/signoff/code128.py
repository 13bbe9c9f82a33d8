# SPDX-License-Identifier: MPL-2.0
"""The strip of a page: Code 128 (ISO/IEC 15417) in its code set C, two digits to a symbol."""

from __future__ import annotations

QUIET = 10
"""How many modules of white it needs at either end (4.3.2.7)."""

# Widths of bar, space, bar, space, bar, space, for the values from 0 (table 1).
_TABLE = (
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 "
    "123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 "
    "232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 "
    "313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 "
    "111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 "
    "111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 "
    "114311 411113 411311 113141 114131 311141 411131 211412 211214 211232"
)
_PATTERNS = tuple(_TABLE.split())
_START_C, _STOP, _MODULUS = 105, "2331112", 103


def code128_widths(digits: str) -> tuple[int, ...]:
    """Return the widths in modules, bars and spaces in turn, the first and the last a bar.

    Raises:
        ValueError: if it is no even number of digits.
    """
    if not digits or len(digits) % 2 or not (digits.isascii() and digits.isdecimal()):
        raise ValueError(f"a strip holds pairs of digits, not {digits!r}")
    values = [_START_C, *(int(digits[at : at + 2]) for at in range(0, len(digits), 2))]
    check = sum(value * max(place, 1) for place, value in enumerate(values)) % _MODULUS
    symbols = [*(_PATTERNS[value] for value in (*values, check)), _STOP]
    return tuple(int(width) for symbol in symbols for width in symbol)
