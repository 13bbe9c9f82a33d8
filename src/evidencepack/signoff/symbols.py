# SPDX-License-Identifier: MPL-2.0
"""The square and the strip of a page, as modules: a QR code (ISO/IEC 18004:2015) and a Code 128 (ISO/IEC 15417).

One size of each is all that a mark of ours ever needs, so that every page has the same symbols at the same places.
"""

from __future__ import annotations

from typing import TypeAlias, cast

import zxingcpp

Row: TypeAlias = tuple[bool, ...]
"""Modules from the left; true is dark."""

SIDE = 25
"""How many modules a side of the square has: version 2."""
SQUARE_QUIET = 4
"""How many modules of white the square needs round it (6.3.8)."""
MOST = 38
"""How many signs the square holds in the alphanumeric mode at level M (table 7)."""
LENGTH = 167
"""How many modules the strip has: a start, twelve pairs of digits, a check and a stop."""
STRIP_QUIET = 10
"""How many modules of white the strip needs at either end (4.3.2.7)."""

_SIGNS = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
_PAIRS = 12


def square(text: str) -> tuple[Row, ...]:
    """Return the rows of the square of a text, from the top.

    Raises:
        ValueError: if it is longer than 38 signs of the alphanumeric mode, or has others.
    """
    if not text or len(text) > MOST or not _SIGNS.issuperset(text):
        raise ValueError(f"a square holds {MOST} signs of QR's alphanumeric mode, not {text!r}")
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M", version=2)
    rows = _rows(made)
    if (len(rows), len(rows[0])) != (SIDE, SIDE):
        raise ValueError(f"{text!r} made no square of {SIDE} modules")
    return rows


def strip(digits: str) -> Row:
    """Return the modules of the strip of twelve pairs of digits.

    Raises:
        ValueError: if it is anything else.
    """
    if len(digits) != 2 * _PAIRS or not (digits.isascii() and digits.isdecimal()):
        raise ValueError(f"a strip holds {_PAIRS} pairs of digits, not {digits!r}")
    modules = _rows(zxingcpp.create_barcode(digits, zxingcpp.BarcodeFormat.Code128))[0]
    if len(modules) != LENGTH:
        raise ValueError(f"{digits!r} made no strip of {LENGTH} modules")
    return modules


def _rows(made: zxingcpp.Barcode) -> tuple[Row, ...]:
    # Its types do not say that a picture is a buffer (PEP 688).
    picture = cast("bytes", made.to_image(scale=1, add_quiet_zones=False, add_hrt=False))
    levels = cast("list[list[int]]", memoryview(picture).tolist())
    return tuple(tuple(level == 0 for level in row) for row in levels)
