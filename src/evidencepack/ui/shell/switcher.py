# SPDX-License-Identifier: MPL-2.0
"""The tender in hand with its days left, above the navigation; it leads to the others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QShowEvent
from PySide6.QtWidgets import QMenu, QPushButton

from evidencepack.ui import clock
from evidencepack.ui.deadlines import countdown
from evidencepack.ui.look import restyle, scaled, sized
from evidencepack.ui.words import say
from evidencepack.usecases.tenders import TenderCard

_WIDE, _SLIM = (172, 54), (44, 36)
_EDGES = 24


class Switcher(QPushButton):
    """``chosen`` carries the id of another tender; ``asked`` says that the menu is about to be filled."""

    chosen = Signal(str)
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("switcher")
        self._card: TenderCard | None = None
        self._slim = False
        self._tenders = QMenu(self)
        self.clicked.connect(lambda _checked: self.unfold())

    def show_tender(self, card: TenderCard | None) -> None:
        """Show a tender and how long there is, as of now."""
        self._card = card
        if card is None:
            return
        left = countdown(card, clock.now())
        width = scaled(_WIDE[0]) - _EDGES
        name = QFontMetrics(sized(self.font(), 12, bold=True)).elidedText(
            card.title, Qt.TextElideMode.ElideRight, width
        )
        # An ampersand would be taken for the mark of a key.
        words = left.short or _initials(card.title) if self._slim else f"{name}\n{left.sentence}"
        self.setText(words.replace("&", "&&"))
        self.setToolTip(f"{card.title} – {left.sentence}. {say('Switch tender (Ctrl+O)')}")
        self.setAccessibleName(say("Tender: {title}, {left}. Switch tender", title=card.title, left=left.sentence))

    def fold(self, *, slim: bool) -> None:
        """Show the days only, or the name too."""
        self._slim = slim
        width, height = _SLIM if slim else _WIDE
        self.setFixedSize(scaled(width), scaled(height))
        self._dress()
        self.show_tender(self._card)

    def showEvent(self, event: QShowEvent) -> None:
        """Look as it was folded while no tender was open."""
        self._dress()
        super().showEvent(event)

    def _dress(self) -> None:
        if self.isVisible() and self.property("slim") is not self._slim:
            self.setProperty("slim", self._slim)
            restyle(self)

    def unfold(self) -> None:
        """Ask for the tenders there are, then show them as a menu."""
        self.asked.emit()

    def offer(self, cards: Sequence[TenderCard]) -> None:
        """Show these tenders to choose from, the one in hand ticked."""
        self._tenders.clear()
        for card in cards:
            left = countdown(card, clock.now())
            action = self._tenders.addAction(f"{card.title} – {left.sentence}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(self._card is not None and card.id == self._card.id)
            action.triggered.connect(lambda _on, name=card.id: self.chosen.emit(name))
        self._tenders.popup(self.mapToGlobal(self.rect().bottomLeft()))


def _initials(title: str) -> str:
    """Return the first letters of a title's first words: what there is room for."""
    return "".join(word[0] for word in title.split()[:2]).upper()
