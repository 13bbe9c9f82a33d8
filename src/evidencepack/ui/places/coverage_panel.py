# SPDX-License-Identifier: MPL-2.0
"""The coverage grid above the findings: partners down, five questions or the four-part fit across."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from evidencepack.review.coverage import Covered
from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.places.coverage_view import Shown
from evidencepack.ui.places.coverage_words import PARTS, QUESTIONS, asked, columns_of, gap_words, places_of, rows_of
from evidencepack.ui.widgets.chips import Chips
from evidencepack.ui.widgets.grid import Grid
from evidencepack.ui.widgets.parts import button, column, row
from evidencepack.ui.words import say

_ROW = 32


class CoveragePanel(QFrame):
    """``shown`` says that somebody has come to a place of the grid, which ``place`` then tells of."""

    shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grid: tuple[Covered, ...] = ()
        self.place: Shown | None = None
        self.chips = Chips({name: say(words) for name, words in PARTS.items()})
        self.chips.chosen.connect(lambda _name: self._show())
        self.table = Grid(say("Coverage grid"), columns_of(QUESTIONS), height=_ROW, whole=True, by_cell=True)
        self.table.shown.connect(self._tell)
        self.table.opened.connect(self._tell)
        self.fold_button = button("", self._turn, kind="link")
        self._body = column(self.table, gap=0, margins=(1, 1, 1, 1), name="card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(row(self.chips, None, self.fold_button, gap=8))
        layout.addWidget(self._body)
        for one in (self, self._body):
            one.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.fold(folded=False)

    @property
    def folded(self) -> bool:
        """Whether only the line above the grid is shown."""
        return self._body.isHidden()

    def show_grid(self, grid: Sequence[Covered]) -> None:
        """Show how things stand now."""
        self._grid = tuple(grid)
        self._show()
        self.setVisible(bool(grid))

    def fold(self, *, folded: bool) -> None:
        """Show the line above the grid alone, or the grid as well."""
        self._body.setVisible(not folded)
        self.chips.setVisible(not folded)
        self._name_button()

    def fit(self, width: LayoutWidth) -> None:
        """Fold where there is little room: the findings come first."""
        self.table.fit(width)
        self.fold(folded=width.is_slim)

    def _turn(self) -> None:
        self.fold(folded=not self.folded)

    def _name_button(self) -> None:
        words = say("Show the coverage grid") if self.folded else say("Hide the coverage grid")
        self.fold_button.setText(f"{words} ({gap_words(self._grid)})" if self.folded else words)

    def _show(self) -> None:
        self.table.show_columns(columns_of(self.chips.on), rows_of(self._grid, self.chips.on))
        self._name_button()

    def _tell(self, partner: str, at: int) -> None:
        found = next((one for one in self._grid if one.partner.id == partner), None)
        if found is not None and at:
            heads, places = asked(self.chips.on), places_of(found, self.chips.on)
            self.place = Shown(found.partner.id, found.partner.name, heads[at - 1], places[at - 1])
            self.shown.emit()
