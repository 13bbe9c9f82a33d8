# SPDX-License-Identifier: MPL-2.0
"""Keeps Python's cycle collector on the main thread.

Left alone, it runs on whichever thread happens to allocate. On the thread of a job it would also take down widgets that
nobody needs any more, and Qt crashes when a widget or its timer ends on a thread that is not its own.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000

_THRESHOLDS = (700, 3, 3)
"""What is due, as Python's own thresholds say it: everything after some twenty seconds, not two minutes.

Pages and checks leave large things that refer to each other, and what is young when a job ends is old a second later.
"""


class Collector(QObject):
    """Collects on the main thread once a second, and never more than is due; stops when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        # What the program starts with stays to its end: there is no use in looking through it.
        gc.freeze()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due."""
        ages = zip(gc.get_count(), _THRESHOLDS, strict=True)
        due = [age for age, (count, least) in enumerate(ages) if count > least]
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Leave the collector to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
