# SPDX-License-Identifier: MPL-2.0
"""Takes the tour in a window: opens a tender to go through, puts the bar up, takes it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencepack.ui.shell.tour import TourBar, shown_document
from evidencepack.usecases.tenders import tender_cards

if TYPE_CHECKING:
    from evidencepack.ui.shell.window import Window


def take_tour(window: Window) -> None:
    """Begin the tour anew; nothing happens where what is typed keeps the tender from being left."""
    if not _has_tender(window):
        return
    end_tour(window)
    session = window.work.session
    document = shown_document(session.facts, session.library) if session else ""
    bar = TourBar(window.open_at, document)
    bar.ended.connect(lambda: end_tour(window))
    window.show_above(bar)
    bar.begin()


def end_tour(window: Window) -> None:
    """Take the bar away, and give the keyboard to the place."""
    for bar in window.findChildren(TourBar):
        bar.hide()
        bar.setParent(None)
        bar.deleteLater()
        window.place.arrive(window.place.here)


def _has_tender(window: Window) -> bool:
    """Open a tender unless one is open: the first one, or that of the sample where there is none."""
    if window.work.session is not None:
        return True
    if not window.work.store.wait_for(tender_cards):
        window.open_sample()
    cards = window.work.store.wait_for(tender_cards)
    if cards:
        window.open_tender(cards[0].id)
    return window.work.session is not None
