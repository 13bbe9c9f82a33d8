# SPDX-License-Identifier: MPL-2.0
"""One tender in the list: how long there is, what it is, whose, and what stands in its way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from evidencepack.ui import clock
from evidencepack.ui.deadlines import Countdown, countdown
from evidencepack.ui.look import scaled
from evidencepack.ui.widgets.parts import button, column, label
from evidencepack.ui.words import say
from evidencepack.usecases.tenders import TenderCard

_LEFT = 116


class TenderPanel(QFrame):
    """A card for one tender; ``opening`` is called with its id."""

    def __init__(self, card: TenderCard, opening: Callable[[str], None], *, first: bool) -> None:
        super().__init__()
        left = countdown(card, clock.now())
        self.setObjectName("card")
        self.setAccessibleName(f"{card.title}, {left.sentence}")
        who = " · ".join(filter(None, (card.buyer, card.reference, card.lot)))
        words = button(say("Carry on") if first else say("Open"), lambda: opening(card.id), kind="primary" * first)
        words.setAccessibleName(f"{words.text()}: {card.title}")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 14, 14, 14)
        layout.setSpacing(18)
        layout.addWidget(_figure(left))
        layout.addWidget(column(label(card.title, "h3"), label(who, "small"), None, gap=2), 1)
        layout.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)


def _figure(left: Countdown) -> QFrame:
    when = [label(left.when, "small")] if left.when else []
    made = column(label(left.figure, "number", wrap=False), label(left.unit, "strong"), *when, None, gap=0)
    made.setFixedWidth(scaled(_LEFT))
    return made
