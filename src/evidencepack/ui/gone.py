# SPDX-License-Identifier: MPL-2.0
"""Whether the one who asked for an answer is gone by now: a dialog that was closed, a place that was made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject
from shiboken6 import isValid


def is_gone(call: Callable[..., object]) -> bool:
    """Whether a function works on an object of Qt's that has been deleted: it would fail, and nobody waits for it."""
    return any(not isValid(one) for one in _objects(call))


def _objects(call: Callable[..., object]) -> Iterator[QObject]:
    """Yield what a method belongs to, and what a function written inside another one has from there."""
    while isinstance(call, partial):
        call = call.func
    cells = (cell.cell_contents for cell in getattr(call, "__closure__", None) or () if _is_filled(cell))
    for held in (getattr(call, "__self__", None), *cells):
        if isinstance(held, QObject):
            yield held


def _is_filled(cell: object) -> bool:
    """Whether a name that a function has from outside stands for something already."""
    return hasattr(cell, "cell_contents")
