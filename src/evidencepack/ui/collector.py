# SPDX-License-Identifier: MPL-2.0
"""Keeps Python's cycle collector on the main thread, and out of the way of whoever is at work.

Left alone, it runs on whichever thread happens to allocate. On the thread of a job it would also take down widgets that
nobody needs any more, and Qt crashes when a widget or its timer ends on a thread that is not its own.

To look through everything takes the window several frames, so that is done while nobody touches it. What is young is
looked through at once: most of what goes in cycles ends young.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QCursor, QGuiApplication

_EVERY = 250

_FEW = 700
"""As many things have to be new for a look at them to be worth while: Python's own measure."""

_MANY = 40_000
"""To go through more things than these takes the window a frame. So many come at once when something is laid out, and
most of them end by themselves soon after; or when something is loaded, and then they stay."""

_PATIENCE = 8
"""How many times in a row so many have to be there until they are put aside: two seconds."""

_OLDEST = 2
_LOOKS = 20
"""After how many looks at what is young the old are due, if they are few."""

_PAUSE, _REST = 2.0, 300.0
"""Seconds for which nobody has touched the window: who reads for a moment, and who is gone."""

_WORTH = 100_000
"""How many things have to be put aside for a look at everything."""


class Collector(QObject):
    """Looks at what is young four times a second, at the rest in pauses; stops when it is told to."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        gc.disable()
        # What the program starts with stays to its end: there is no use in looking through it.
        gc.freeze()
        # To ask Python how many are frozen has it count them: that takes longer than a frame, too.
        self._aside = self._full = self._old = 0
        self._now, self._touched, self._traces = now, now(), _traces()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Look at what is due, and at no more than there is time for."""
        young = gc.get_count()[0]
        self._full = self._full + 1 if young > _MANY else 0
        if self._full >= _PATIENCE:
            self._put_aside(young)
        elif _FEW < young <= _MANY:
            gc.collect(1)
            self._old += young
        untouched = self._untouched()
        if self._aside > _WORTH and (untouched >= _REST or _is_elsewhere()):
            self._look_through_all()
        elif not self._full and untouched >= _PAUSE and gc.get_count()[_OLDEST] > _LOOKS:
            self._look_through_old()

    def stop(self) -> None:
        """Leave the collector to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _look_through_all(self) -> None:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._aside = self._old = 0

    def _look_through_old(self) -> None:
        """Look through what has grown old, if that takes less than a frame; put it aside if not.

        Python must not be asked for its objects: among them are tuples that a job is making at this moment, and Python
        gives up on one that somebody else holds ("bad argument to internal function").
        """
        if self._old > _MANY:
            self._put_aside(self._old)
        else:
            gc.collect()

    def _put_aside(self, number: int) -> None:
        gc.freeze()
        self._aside += number
        self._full = self._old = 0

    def _untouched(self) -> float:
        """Return for how many seconds nobody has moved the mouse, typed or gone elsewhere."""
        traces = _traces()
        if traces != self._traces:
            self._touched, self._traces = self._now(), traces
        return self._now() - self._touched


def _is_elsewhere() -> bool:
    """Whether the person has gone to another program."""
    return QGuiApplication.applicationState() is not Qt.ApplicationState.ApplicationActive


def _traces() -> tuple[QPoint, QObject | None, QRectF]:
    """Return what changes when somebody moves the mouse, goes elsewhere by keys, or types.

    To hear each event would have Python asked for each, while its jobs want it too.
    """
    return QCursor.pos(), QGuiApplication.focusObject(), QGuiApplication.inputMethod().cursorRectangle()
