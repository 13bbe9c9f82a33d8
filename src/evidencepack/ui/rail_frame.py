# SPDX-License-Identifier: MPL-2.0
"""The column at the left of a document: what it is, its steps, and below them the ways out of the form."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout

from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.look import scaled
from evidencepack.ui.rail import SLIM, WIDE, Rail
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.cards import link
from evidencepack.ui.widgets.parts import button, column, fill, label, rule
from evidencepack.ui.widgets.tint import Tint
from evidencepack.ui.words import counted, say


class RailFrame(QFrame):
    """Words where there is room, marks and numbers where there is little, and nothing where it is tight."""

    checking = Signal()
    """The person wants to read all answers on one page."""
    keeping = Signal()
    """The person wants to keep the document in the library."""
    listing = Signal()
    """The person wants to see all that is missing in the document, in whatever form it is asked."""

    def __init__(self, rail: Rail, kind: str, reference: str, *, ways_out: bool) -> None:
        """``kind`` and ``reference`` name what is open; only documents have ways out."""
        super().__init__()
        self.setObjectName("railframe")
        self._rail = rail
        self._lacks = link("", self.listing.emit)
        self._elsewhere = label("", "small")
        lacks = column(self._lacks, self._elsewhere, gap=0)
        self._head = column(label(kind, "cap"), label(reference, "strong"), lacks, gap=0, margins=(14, 12, 14, 8))
        self._tell(0, 0)
        rail.told.connect(self._tell)
        check, keep = say("Check your answers"), say("Keep in the library…")
        self._words = (
            button(check, self.checking.emit, kind="link"),
            button(keep, self.keeping.emit, kind="link"),
        )
        self._signs = (
            _sign(check, "list-checks", self.checking.emit),
            _sign(keep, "library", self.keeping.emit),
        )
        ways = column(*self._words, *self._signs, gap=2, margins=(10, 6, 10, 10))
        if not ways_out:
            ways.hide()
        fill(self, QVBoxLayout(self), (self._head, rule(), 4, rail, ways), 0, (0, 0, 1, 0))

    def _tell(self, lacks: int, more: int) -> None:
        """Say how much the whole paper lacks, where that is more than this form asks."""
        self._lacks.setText(counted(lacks, "{n} answer missing", "{n} answers missing"))
        self._elsewhere.setText(counted(more, "{n} of them in another form", "{n} of them in other forms"))
        self._lacks.setAccessibleDescription(self._elsewhere.text() if more else "")
        self._lacks.setVisible(bool(more))
        self._elsewhere.setVisible(bool(more))

    def fit(self, width: LayoutWidth) -> None:
        """Fold and unfold."""
        slim = width.is_slim
        self._rail.fold(slim=slim)
        self._head.setVisible(not slim)
        for one in self._words:
            one.setVisible(not slim)
        for sign in self._signs:
            sign.setVisible(slim)
        self.setFixedWidth(scaled(SLIM if slim else WIDE))
        self.setVisible(width is not LayoutWidth.TIGHT)


def _sign(words: str, icon: str, press: Callable[[], None]) -> QToolButton:
    """Return a way out of the form where its words have no room."""
    made = QToolButton()
    made.setAccessibleName(words)
    made.setToolTip(words)
    made.clicked.connect(lambda _checked: press())
    Tint(made, icon, Ink.ACCENT)
    return made
