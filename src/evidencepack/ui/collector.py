# SPDX-License-Identifier: MPL-2.0
"""Keeps Python's cycle collector on the main thread.

Left alone, it runs on whichever thread happens to allocate. On the thread of a job it would also take down widgets that
nobody needs any more, and Qt crashes when a widget or its timer ends on a thread that is not its own.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000
_OLDEST = 2

_THRESHOLDS = (700, 3, 3)
"""What is due, as Python's own thresholds say it: everything after some twenty seconds, not two minutes.

Pages and checks leave large things that refer to each other, and what is young when a job ends is old a second later.
"""

_MANY = 100_000
"""To go through more things than these takes the window longer than a frame. So many new ones come when something is
loaded: the kinds, the rules, the letters. They stay to the end; what holds them up is looked through once."""

_FREEZES = 8
"""What is frozen is never collected, and some things among what was loaded may end sooner: so there is an end."""


class Collector(QObject):
    """Collects on the main thread once a second, and never more than is due; stops when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        # What the program starts with stays to its end: there is no use in looking through it.
        gc.freeze()
        self._freezes = _FREEZES
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due: all, if much has been loaded."""
        counts = gc.get_count()
        due = [age for age, (count, least) in enumerate(zip(counts, _THRESHOLDS, strict=True)) if count > least]
        if counts[0] > _MANY:
            due = [_OLDEST]
        if due:
            gc.collect(due[-1])
        if due[-1:] == [_OLDEST]:
            self._keep()

    def _keep(self) -> None:
        """Look no more through what is left, if that is much."""
        if self._freezes and len(gc.get_objects(generation=_OLDEST)) > _MANY:
            self._freezes -= 1
            gc.freeze()

    def stop(self) -> None:
        """Leave the collector to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
