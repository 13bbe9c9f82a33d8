# SPDX-License-Identifier: MPL-2.0
"""Time the preview in the running window: from the end of the pause in typing until the new pages are painted.

Arguments: how many changes of an answer of the sample's memorandum, which has fifteen pages.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject
from real_window import opened, session_of, wait_until
from timed import line, share

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.ui.places.document_place import Document
from evidencepack.ui.preview.making import PREVIEW_AFTER
from evidencepack.ui.room import Room
from evidencepack.ui.shell.where import in_document


class Watch(QObject):
    """Notes when a pause ended, and when all that is seen of the pages that came of it was painted."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.took: list[float] = []
        self._pages = room.preview.pages
        self._begun, self._shown = 0.0, False
        room.making._timer.timeout.connect(self._begin)  # noqa: SLF001 - nothing else knows when the pause ends
        room.making.shown.connect(self._show)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        """Take the time of the first paint with all the new pictures."""
        if event.type() == QEvent.Type.Paint and self._shown and all(one.is_drawn for one in self._pages.seen()):
            self.took.append(time.perf_counter() - self._begun)
            self._shown = False
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        self._begun = time.perf_counter()

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
        wait_until(lambda: bool(watch.took))
        words = str(memorandum.answers["purpose"])
        for at in range(changes):
            before = len(watch.took)
            session.enter(FieldPath(memorandum.id, "purpose"), field, f"{words} {at}")
            wait_until(lambda: len(watch.took) > before)  # noqa: B023 - called at once
    took = [one * 1000 for one in watch.took[1:]]
    line(
        f"preview painted after the pause of {PREVIEW_AFTER} ms in typing, {changes} changes",
        f"median {share(took, 0.5):.0f} ms, 95th percentile {share(took, 0.95):.0f} ms, longest {max(took):.0f} ms",
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
