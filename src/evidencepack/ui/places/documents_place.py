# SPDX-License-Identifier: MPL-2.0
"""The documents of the tender as a grid: kinds down, partners across, with how far each is. Enter opens one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.paper_words import papers_sentences
from evidencepack.ui.places.documents_cells import FILTERS, cell_of, columns_of, counts, sentence_of, tells
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.place import TenderPlace
from evidencepack.ui.shell.registry import is_there
from evidencepack.ui.shell.where import DOCUMENT, DOCUMENTS, ON, PARTNERS, READINESS, Where, in_document
from evidencepack.ui.widgets.cards import EmptyPlace
from evidencepack.ui.widgets.cells import Cell, CellRow
from evidencepack.ui.widgets.chips import Chips
from evidencepack.ui.widgets.foot_bar import FootBar
from evidencepack.ui.widgets.grid import Grid
from evidencepack.ui.widgets.heading import PageHeading, fold_filters
from evidencepack.ui.widgets.parts import button, column, iconed
from evidencepack.ui.words import say
from evidencepack.usecases.badges import Badge, badge_of
from evidencepack.usecases.document_grid import (
    FIRST,
    GridCell,
    PaperCount,
    document_grid,
    first_to_begin,
    new_paper,
    paper_count,
)
from evidencepack.usecases.document_grid import Grid as Papers
from evidencepack.usecases.paper_choices import PaperChoice, paper_choices
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
        self._next: str | tuple[str, str] = ""
        self._chips = Chips({name: say(words) for name, words in FILTERS.items()})
        self._chips.chosen.connect(lambda _name: self.refresh())
        self._shown = self._now()
        self._grid = Grid(say("Documents of this tender"), columns_of(self._shown), by_cell=True)
        self._grid.opened.connect(self._open)
        self._grid.shown.connect(self._tell)
        self._grid.pasted.connect(lambda: context.guide.tell(say("Nothing can be pasted here: open a document first.")))
        self._open_button = button(say("Open"), self._open_chosen)
        self._to_fix = button(say("See what is to do"), self._show_what_is_to_do)
        self._foot = FootBar(self._to_fix, self._open_button)
        self._none = self._nothing()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._page = page = column(self._heading, self._chips, self._grid, self._none, gap=10, margins=(24, 16, 24, 12))
        layout.addWidget(page, 1)
        layout.addWidget(self._foot)
        self._waiting = QTimer(self, singleShot=True, interval=_WAIT)
        self._waiting.timeout.connect(self._refresh_if_seen)
        self.session.changed.connect(self._waiting.start)
        # Kept: when the place is closed, the work may have let go of the tender already.
        self._checks = context.checks
        self._checks.checked.connect(self._waiting.start)
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
        (self._grid if self._shown.rows else self._begin_first).setFocus()

    def fit(self, width: LayoutWidth) -> None:
        """Let the grid fold."""
        super().fit(width)
        fold_filters(self._page, self._heading, self._chips, tight=width is LayoutWidth.TIGHT)
        self._grid.fit(width)
        self._show_next()

    def do(self, command: Command) -> bool:
        """Carry on where something is still to be done."""
        if command is Command.GO_ON and self._next:
            self._go_on()
            return True
        return False

    def close_place(self) -> None:
        """Follow nothing any more."""
        self._checks.checked.disconnect(self._waiting.start)

    def refresh(self) -> None:
        """Show the documents as they stand now; the chosen cell stays chosen."""
        grid = self._shown = self._now()
        chosen = self._chips.on
        many = len(grid.partners)
        rows = [
            CellRow(row.kind, (Cell(row.title, bold=True), *(self._cell_of(one, many) for one in row.cells)))
            for row in grid.rows
            if any(tells(one, chosen) for one in row.cells)
        ]
        self._grid.show_columns(columns_of(grid), rows)
        numbers = counts(grid)
        self._chips.count(numbers)
        self._heading.tell(papers_sentences(self._count()) if numbers["all"] else "")
        self._grid.setVisible(bool(grid.rows))
        self._foot.setVisible(bool(grid.rows))
        self._show_nothing()
        self._chips.setVisible(bool(grid.rows))
        self._show_next()
        if (here := self._grid.currentIndex()).isValid():
            self._tell(self._grid.cells.rows[here.row()].id, here.column())

    def _now(self) -> Papers:
        session = self.session
        known, seen = session.papers, session.seen
        return document_grid(session.facts, session.library, troubled=session.drafts, known=known, seen=seen)

    def _badge(self, one: GridCell) -> Badge:
        return badge_of(self._checks.problems, one.documents)

    def _count(self) -> PaperCount:
        session = self.session
        known, seen = session.papers, session.seen
        return paper_count(session.facts, session.library, troubled=session.drafts, known=known, seen=seen)

    def _nothing(self) -> EmptyPlace:
        """Return what stands there before the first document: the usual one to begin, and the way to the partners."""
        title = self.session.library[FIRST].title
        self._begin_first = button(say("Begin: {what}", what=title), partial(self._begin, FIRST), kind="primary")
        ways = [button(say("Go to partners"), self.context.going(Where(PARTNERS)))] if is_there(PARTNERS) else []
        return EmptyPlace("file-text", say("No documents yet"), "", self._begin_first, *ways)

    def _show_nothing(self) -> None:
        words = (
            say("Say of each partner what kind of organisation it is, and we suggest its papers. Or begin with this.")
            if self._shown.partners
            else say("Add the partners first: we suggest papers by their kind, and each paper then names them.")
        )
        self._none.tell(say("No documents yet"), words)
        self._none.setVisible(not self._shown.rows)

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()

    def _show_next(self) -> None:
        work = [(row, one) for row in self._shown.rows for one in row.cells if one.documents and tells(one, "work")]
        begin = first_to_begin(self._shown)
        self._next = work[0][1].documents[0] if work else begin or ""
        self._carry_on.setVisible(bool(self._next))
        title = work[0][0].title if work else self.session.library[begin[0]].title if begin else ""
        words = say("Carry on with {what}", what=title) if work else say("Begin: {what}", what=title)
        short = say("Carry on") if work else say("Begin")
        self._carry_on.setAccessibleName(words)
        self._carry_on.setToolTip(words)
        self._carry_on.setText(short if self.width_class.is_narrow else words)

    def _cell_of(self, one: GridCell, partners: int) -> Cell:
        return cell_of(one, self._badge(one), partners=partners)

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
        self._to_fix.setVisible(bool(cell.missing or self._badge(cell)))

    def _show_what_is_to_do(self) -> None:
        """Go to what the checks say of the papers of the cell: the first of them where there are several."""
        index = self._grid.currentIndex()
        cell = self._cell(self._grid.cells.rows[index.row()].id, index.column()) if index.isValid() else None
        if cell is not None and cell.documents:
            self.context.guide.open_at(Where(READINESS, cell.documents[0]))

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
        match self._next:
            case (kind, partner):
                self._begin(kind, partner)
            case str(document) if document:
                self.context.guide.open_at(Where(DOCUMENT, document, part=ON))

    def _choose(self, record: str) -> None:
        for row in self._shown.rows:
            for at, one in enumerate(row.cells, start=1):
                if record in one.documents:
                    self._grid.choose(row.kind, at)

    def _offer_kinds(self) -> None:
        """Offer the kinds in groups, first of all those that are wanted here and that nobody has begun."""
        from evidencepack.ui.places.paper_adding import PaperAdding  # read when somebody adds a paper

        choices = paper_choices(self.session.facts, self.session.library, self._shown)
        adding = PaperAdding(self, choices)
        adding.taken.connect(self._add)
        adding.open()

    def _add(self, choice: PaperChoice) -> None:
        if choice.there:
            self.context.guide.open_at(in_document(choice.there))
        else:
            self._begin(choice.kind, choice.partner)
