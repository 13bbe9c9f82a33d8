# SPDX-License-Identifier: MPL-2.0
"""Keeps None, True and False alive on Python 3.11, where Qt for Python 6.12 would use them up.

Its wheels are built for the limited API of Python 3.12, in which these objects are immortal (PEP 683) and a function
returns them without counting a reference. On Python 3.11 every such return therefore takes one reference too many:
each call of a Qt function that returns nothing costs None one, each ``emit`` costs True one, and after some ten
thousand calls the interpreter stops with "none_dealloc: deallocating None". Seen with 6.12.0 on CPython 3.11.7.
"""

from __future__ import annotations

import ctypes
import sys

_PLENTY = 1 << 40
_CONSTANTS: tuple[object, ...] = (None, True, False, NotImplemented, Ellipsis)


def keep_constants() -> None:
    """Give the constants more references than a program can use up. Called before the first widget is made."""
    if sys.version_info >= (3, 12):
        return
    for constant in _CONSTANTS:
        # CPython keeps the count of references first in every object.
        count = ctypes.c_ssize_t.from_address(id(constant))
        if count.value < _PLENTY:
            count.value += _PLENTY
