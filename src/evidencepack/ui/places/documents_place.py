# SPDX-License-Identifier: MPL-2.0
"""The documents of the tender as a grid: kinds down, partners across, with how far each is. Enter opens one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu, QVBoxLayout

from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.places.documents_cells import FILTERS, cell_of, columns_of, counts, sentence_of, tells
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.place import TenderPlace
from evidencepack.ui.shell.registry import is_there
from evidencepack.ui.shell.where import DOCUMENTS, PARTNERS, Where, in_document
from evidencepack.ui.widgets.cards import EmptyPlace
from evidencepack.ui.widgets.cells import Cell, CellRow
from evidencepack.ui.widgets.chips import Chips
from evidencepack.ui.widgets.foot_bar import FootBar
from evidencepack.ui.widgets.grid import Grid
from evidencepack.ui.widgets.heading import PageHeading
from evidencepack.ui.widgets.parts import button, column, iconed
from evidencepack.ui.words import counted, say
from evidencepack.usecases.document_grid import Grid as Papers
from evidencepack.usecases.document_grid import GridCell, document_grid, new_paper
from evidencepack.usecases.tender_view import WHOLE

_WAIT = 300
"""Milliseconds from the last change to a new look."""


class Documents(TenderPlace):
    """The grid, filters above it, and below it what is chosen."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._heading = PageHeading(say("Documents"))
        self._carry_on = button("", self._go_on, kind="primary")
        self._heading.add(iconed(button(say("Add a document"), self._offer_kinds), "plus"))
        self._heading.add(self._carry_on)
        self._next = ""
        self._chips = Chips({name: say(words) for name, words in FILTERS.items()})
        self._chips.chosen.connect(lambda _name: self.refresh())
        self._shown = self._now()
        self._grid = Grid(say("Documents of this tender"), columns_of(self._shown), by_cell=True)
        self._grid.opened.connect(self._open)
        self._grid.shown.connect(self._tell)
        self._open_button = button(say("Open"), self._open_chosen)
        self._foot = FootBar(self._open_button)
        self._none = self._nothing()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        page = column(self._heading, self._chips, self._grid, self._none, gap=10, margins=(24, 16, 24, 12))
        layout.addWidget(page, 1)
        layout.addWidget(self._foot)
        self._waiting = QTimer(self, singleShot=True, interval=_WAIT)
        self._waiting.timeout.connect(self._refresh_if_seen)
        self.session.changed.connect(self._waiting.start)
        self.refresh()

    @property
    def title(self) -> str:
        """What the place is called."""
        return say("Documents")

    @property
    def here(self) -> Where:
        """The grid as a whole: it keeps which cell is chosen."""
        return Where(DOCUMENTS)

    def arrive(self, where: Where) -> None:
        """Show the documents as they stand now, and put the keyboard into the grid."""
        self.refresh()
        if where.record:
            self._choose(where.record)
        self._grid.setFocus()

    def fit(self, width: LayoutWidth) -> None:
        """Let the grid fold."""
        super().fit(width)
        self._grid.fit(width)

    def do(self, command: Command) -> bool:
        """Carry on where something is still to be done."""
        if command is Command.GO_ON and self._next:
            self._go_on()
            return True
        return False

    def refresh(self) -> None:
        """Show the documents as they stand now; the chosen cell stays chosen."""
        grid = self._shown = self._now()
        chosen = self._chips.on
        rows = [
            CellRow(row.kind, (Cell(row.title, bold=True), *(cell_of(one) for one in row.cells)))
            for row in grid.rows
            if any(tells(one, chosen) for one in row.cells)
        ]
        self._grid.show_columns(columns_of(grid), rows)
        numbers = counts(grid)
        self._chips.count(numbers)
        done, every = numbers["all"] - numbers["work"], numbers["all"]
        line = counted(every, "This tender needs 1 document.", "This tender needs {n} documents.")
        self._heading.tell(f"{line} {counted(done, '1 is complete.', '{n} are complete.')}" if every else "")
        self._grid.setVisible(bool(grid.rows))
        self._none.setVisible(not grid.rows)
        self._chips.setVisible(bool(grid.rows))
        self._show_next()

    def _now(self) -> Papers:
        session = self.session
        return document_grid(session.facts, session.library, troubled=session.drafts, known=session.papers)

    def _nothing(self) -> EmptyPlace:
        to_partners = is_there(PARTNERS)
        words = say("Add a partner first and we will suggest what you need for its kind.")
        go = self.context.going(Where(PARTNERS)) if to_partners else self._offer_kinds
        return EmptyPlace(
            "file-text",
            say("No documents yet"),
            words,
            button(say("Go to partners") if to_partners else say("Add a document"), go),
        )

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()

    def _show_next(self) -> None:
        work = [(row, one) for row in self._shown.rows for one in row.cells if one.documents and tells(one, "work")]
        self._next = work[0][1].documents[0] if work else ""
        self._carry_on.setVisible(bool(work))
        if work:
            self._carry_on.setText(say("Carry on with {what}", what=work[0][0].title))

    def _cell(self, kind: str, at: int) -> GridCell | None:
        """Return a cell of the grid; of its first column, the first one in the row with a document."""
        row = next((one for one in self._shown.rows if one.kind == kind), None)
        if row is None:
            return None
        if at:
            return row.cells[at - 1]
        return next((one for one in row.cells if one.documents), row.cells[0])

    def _tell(self, kind: str, at: int) -> None:
        cell = self._cell(kind, at)
        if cell is None:
            return
        title = self.session.library[kind].title
        whose = self._shown.partners.get(self._shown.columns[at - 1], "") if at else ""
        self._foot.tell(f"{', '.join(filter(None, (title, whose)))} – {sentence_of(cell)}")
        self._open_button.setText(say("Open") if cell.documents else say("Begin"))

    def _open_chosen(self) -> None:
        index = self._grid.currentIndex()
        if index.isValid():
            self._open(self._grid.cells.rows[index.row()].id, index.column())

    def _open(self, kind: str, at: int) -> None:
        """Open the document of a cell; begin one where there is none."""
        cell = self._cell(kind, at)
        if cell is not None and cell.documents:
            self.context.guide.open_at(in_document(cell.documents[0]))
        else:
            self._begin(kind, self._shown.columns[at - 1] if at else WHOLE)

    def _begin(self, kind: str, partner: str = WHOLE) -> None:
        record, changes = new_paper(self.session.facts, self.session.library, kind, partner)
        self.session.change(*changes, words=say("add {what}", what=self.session.library[kind].title))
        self.context.guide.open_at(in_document(record))

    def _go_on(self) -> None:
        if self._next:
            self.context.guide.open_at(in_document(self._next))

    def _choose(self, record: str) -> None:
        for row in self._shown.rows:
            for at, one in enumerate(row.cells, start=1):
                if record in one.documents:
                    self._grid.choose(row.kind, at)

    def _offer_kinds(self) -> None:
        """Offer the kinds that the tender can have another document of."""
        menu = QMenu(self)
        there = {record.kind for record in self.session.facts.records.values()}
        for kind in self.session.library.kinds.values():
            if kind.document and not (kind.one_per_tender and kind.id in there):
                menu.addAction(kind.title).triggered.connect(partial(self._begin_kind, kind.id))
        menu.popup(self._heading.mapToGlobal(self._heading.rect().bottomRight()))

    def _begin_kind(self, kind: str, _on: object = None) -> None:
        self._begin(kind)
