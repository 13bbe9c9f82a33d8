# SPDX-License-Identifier: MPL-2.0
"""Time the preview in the running window: from the end of the pause in typing until the new pages are painted.

The pause counts from the last of a few keys, typed as quickly as people do; the pages are painted when all that is seen
of them is. Arguments: how many words are typed into an answer of the sample's memorandum, which has fifteen pages.
"""

from __future__ import annotations

import sys
import time
from itertools import accumulate

from PySide6.QtCore import QEvent, QObject
from real_window import opened, session_of, wait, wait_until
from timed import line, share

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.ui.places.document_place import Document
from evidencepack.ui.preview.making import PREVIEW_AFTER
from evidencepack.ui.room import Room
from evidencepack.ui.shell.where import in_document

_WORD = " also"
_BETWEEN_KEYS = 120


class Watch(QObject):
    """Notes when all that is seen of new pages was painted."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.painted: float | None = None
        self._pages, self._shown = room.preview.pages, False
        room.making.shown.connect(self._show)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        """Take the time of the first paint with all the new pictures."""
        if event.type() == QEvent.Type.Paint and self._shown and all(one.is_drawn for one in self._pages.seen()):
            self.painted, self._shown = time.perf_counter(), False
        return super().eventFilter(watched, event)

    def begin(self) -> None:
        """Wait for pages that are not there yet."""
        self.painted, self._shown = None, False

    def _show(self) -> None:
        self._shown = True
        for sheet in self._pages.sheets:
            sheet.installEventFilter(self)


def main(changes: int) -> None:
    """Print the median and the 95th percentile."""
    with opened() as window:
        session = session_of(window)
        memorandum = next(session.facts.of_kind("mou"))
        window.open_at(in_document(memorandum.id))
        place = window.place
        if not isinstance(place, Document) or place.room is None:
            raise SystemExit("the memorandum is not open")
        watch = Watch(place.room)
        field = session.library["mou"].fields["purpose"]
        wait_until(lambda: watch.painted is not None)
        words, took, worked = str(memorandum.answers["purpose"]), list[float](), list[float]()
        for at in range(changes + 1):
            watch.begin()
            before = time.process_time()
            for typed in accumulate(_WORD, initial=f"{words} {at}"):
                wait(_BETWEEN_KEYS)
                session.enter(FieldPath(memorandum.id, "purpose"), field, typed)
            last = time.perf_counter()
            wait_until(lambda: watch.painted is not None)
            took.append(((watch.painted or 0.0) - last) * 1000 - PREVIEW_AFTER)
            worked.append((time.process_time() - before) * 1000)
    _say(took[1:], worked[1:])


def _say(took: list[float], worked: list[float]) -> None:
    line(
        f"preview painted after the pause of {PREVIEW_AFTER} ms in typing, {len(took)} words",
        f"median {share(took, 0.5):.0f} ms, 95th percentile {share(took, 0.95):.0f} ms, longest {max(took):.0f} ms; "
        f"processor {share(worked, 0.5):.0f} ms for each word",
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
