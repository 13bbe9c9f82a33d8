# SPDX-License-Identifier: MPL-2.0
"""The pack: what goes into it and in which order, how large it is, what must be fixed first, and the way out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from evidencepack.domain.record import Facts
from evidencepack.library.header import PACK_PLACE
from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.look import scaled
from evidencepack.ui.places.pack_adding import AddFiles
from evidencepack.ui.places.pack_changes import PackChanges
from evidencepack.ui.places.pack_export import Export, Wish
from evidencepack.ui.places.pack_issued import IssuedCard
from evidencepack.ui.places.pack_list import PackList
from evidencepack.ui.places.pack_rows import FRONT, cell_rows, pack_columns, place_words
from evidencepack.ui.places.pack_side import FixCard, HowCard, SizeCard
from evidencepack.ui.places.pack_slots import SlotsCard
from evidencepack.ui.press_room import PressRoom
from evidencepack.ui.pressing import Blocking, PackState, Wanted, ask_state
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.place import TenderPlace
from evidencepack.ui.shell.roads import form_of, road_to
from evidencepack.ui.shell.where import DOCUMENTS, PACK, READINESS, TENDER, Where, in_record
from evidencepack.ui.widgets.cards import EmptyPlace
from evidencepack.ui.widgets.file_drop import FileDrop
from evidencepack.ui.widgets.heading import PageHeading
from evidencepack.ui.widgets.parts import Pane, button, column, label, row
from evidencepack.ui.words import counted, say
from evidencepack.usecases.documents import DocumentRow, RowSort, pack_list
from evidencepack.usecases.pack_order import IN_PACK

SHOW_AFTER, COUNT_AFTER = 150, 1200
"""Milliseconds from a change to new rows, and to new sides."""

_STATE = "state"
_SIDE = {
    LayoutWidth.WIDE: 320,
    LayoutWidth.MIDDLE: 320,
    LayoutWidth.SLIM: 300,
    LayoutWidth.NARROW: 270,
    LayoutWidth.TIGHT: 250,
}


class Pack(TenderPlace):
    """The order on the left; size, what must be fixed, and export on the right."""

    folds_navigation = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.room = PressRoom(self.session, context.work.store)
        self._rows: tuple[DocumentRow, ...] = ()
        self._documents: tuple[DocumentRow, ...] = ()
        self._state: PackState | None = None
        self._counted: Facts | None = None
        self._heading = PageHeading(say("The pack"), "")
        self._look = button(say("Look through it or print…"), self.print_pages)
        self._heading.add(row(button(say("Add files…"), self.add_files), self._look, gap=10))
        self._list = PackList()
        self._changes = PackChanges(self.session, lambda: self._rows, self._follow)
        self._list.moved.connect(self._changes.move)
        self._list.dropped.connect(self._changes.drop)
        self._list.left_out.connect(self._changes.leave_out)
        self._list.put_in.connect(self._changes.put_in)
        self._list.opened.connect(lambda record, _column: self._open(record))
        self._list.shown.connect(lambda _record, _column: self._tell_place())
        store, focus = context.work.store, self._list.setFocus
        self._adding = AddFiles(self, self.room, self.session, store, entered=self._follow, ended=focus)
        self._where = label("", "small")
        self._size, self._fix, self._how = (
            SizeCard(),
            FixCard(self._go, self.check, context.going(Where(READINESS))),
            HowCard(),
        )
        self._slots = SlotsCard(lambda record: context.guide.open_at(in_record(record)), context.going(Where(TENDER)))
        self._issued = IssuedCard(self, self.session, context.work.store, self.room, lambda: self._how.audience)
        self._export = button("", self._begin_export, kind="primary")
        self._export.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._why = label("", "small")
        self._side = self._make_side()
        self._lay_out()
        self._showing = QTimer(self, singleShot=True, interval=SHOW_AFTER)
        self._showing.timeout.connect(self._refresh)
        self._counting = QTimer(self, singleShot=True, interval=COUNT_AFTER)
        self._counting.timeout.connect(self._count)
        self.session.changed.connect(self._change)

    @property
    def title(self) -> str:
        """What the place is called."""
        return say("Pack")

    @property
    def here(self) -> Where:
        """The pack; the list keeps which row is chosen."""
        return Where(PACK)

    def arrive(self, where: Where) -> None:
        """Show the pack as it stands now, and count anew what has changed."""
        del where
        self._refresh()
        self._heading.take_focus()
        self._issued.load()
        if self._counted is not self.session.facts:
            self._counting.start(0)

    def fit(self, width: LayoutWidth) -> None:
        """Leave out what is needed least where there is little room."""
        super().fit(width)
        tight = width is LayoutWidth.TIGHT
        self._list.show_columns(pack_columns(slim=width.is_narrow, tight=tight), self._list.cells.rows)
        self._list.fit(width)
        self._side.setFixedWidth(scaled(_SIDE[width]))
        self._heading.fold(tight=tight)
        self._where.setVisible(not tight)

    def parts(self) -> Sequence[QWidget]:
        """The order, and what stands beside it."""
        return (self._heading, self._list, self._side)

    def do(self, command: Command) -> bool:
        """Check and print."""
        does: Mapping[Command, Callable[[], None]] = {Command.CHECK: self.check, Command.PRINT: self.print_pages}
        if command not in does:
            return False
        does[command]()
        return True

    def shows(self, path: str) -> bool:
        """Moving, leaving out and putting in are seen here."""
        return path.endswith((f"/{PACK_PLACE}", f"/{IN_PACK}"))

    def close_place(self) -> None:
        """Stop what goes on beside."""
        self._issued.close_card()
        self.room.close()

    def check(self) -> None:
        """Count and check the pack now."""
        self._counted = None
        self._counting.start(0)

    def print_pages(self) -> None:
        """Look through the pages of the pack, and print them."""
        from evidencepack.ui.print_dialog import PrintDialog  # most people who come here print nothing

        title = say("The pack {reference}", reference=self._reference)
        PrintDialog(self, self.room, self.session, title, audience=self._how.audience).open()

    def add_files(self) -> None:
        """Let the person choose files from outside; each becomes an annex."""
        self._adding.ask()

    def _make_side(self) -> QFrame:
        page = column(self._size, self._slots, self._fix, self._how, self._issued, None, gap=12, name="page")
        return column(Pane(page), self._export, self._issued.ways(), self._why, gap=8)

    def _lay_out(self) -> None:
        buttons = row(
            button(say("Up"), lambda: self._changes.move(self._list.chosen, -1)),
            button(say("Down"), lambda: self._changes.move(self._list.chosen, 1)),
            button(say("Leave out"), lambda: self._changes.leave_out(self._list.chosen)),
            button(say("Put in"), lambda: self._changes.put_in(self._list.chosen)),
            None,
        )
        framed = FileDrop(column(self._list, gap=0, margins=(1, 1, 1, 1), name="card"))
        framed.dropped.connect(self._adding.take)
        framed.over.connect(self._tell_drop)
        self._order = column(framed, self._where, buttons, gap=8)
        self._none = EmptyPlace(
            "package",
            say("Nothing to pack yet"),
            say("Begin a document first. It then stands here with its letter and its pages."),
            button(say("Go to documents"), self.context.going(Where(DOCUMENTS)), kind="primary"),
        )
        main = column(self._order, self._none, gap=0)
        columns = QFrame()
        beside = QHBoxLayout(columns)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(16)
        beside.addWidget(main, 1)
        beside.addWidget(self._side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self._heading)
        layout.addWidget(columns, 1)

    @property
    def _reference(self) -> str:
        facts = self.session.facts
        return facts.records[facts.tender].reference

    def _change(self) -> None:
        if self.isVisible():
            self._showing.start()
            self._counting.start()

    def _refresh(self) -> None:
        session = self.session
        self._rows = pack_list(
            session.facts,
            session.library,
            troubled=session.drafts,
            known=session.papers,
            seen=session.seen,
        )
        self._documents = tuple(one for one in self._rows if one.sort is RowSort.PAPER)
        self._list.show_rows(tuple(cell_rows(self._rows, self._state)))
        packed = sum(one.in_pack for one in self._documents)
        self._order.setVisible(bool(self._documents))
        self._none.setVisible(not self._documents)
        self._look.setEnabled(bool(packed))
        parts = self._papers(packed)
        size = self._state.size if self._state else None
        pages = counted(size.pages, "{n} page with the cover.", "{n} pages with the cover.") if size else ""
        line = " ".join(filter(None, (parts, pages, say("Letters and page numbers follow the order."))))
        self._heading.tell(line if self._documents else "")
        self._export.setEnabled(bool(packed))
        self._tell_place()
        self._tell_export()

    def _papers(self, packed: int) -> str:
        """Return "24 of 36 papers go into the pack, 23 of them are ready."."""
        ready = sum(one.in_pack and one.is_ready for one in self._documents)
        every = len(self._documents)
        return say("{n} of {all} papers go into the pack, {ready} of them ready.", n=packed, all=every, ready=ready)

    def _tell_place(self) -> None:
        how = say("Drag a row, or press Alt+Up and Alt+Down.")
        self._where.setText(" ".join(filter(None, (how, place_words(self._rows, self._list.chosen)))))

    def _tell_drop(self, files: int) -> None:
        """Say what dropping files would do; of none, where the chosen row stands."""
        words = counted(files, "Drop it to put it into the pack.", "Drop them to put {n} files into the pack.")
        self._where.setText(words) if files else self._tell_place()

    def _tell_export(self) -> None:
        blocking = self._state.to_fix if self._state else 0
        draft = blocking or any(one.missing for one in self._documents if one.in_pack)
        self._export.setText(say("Export as a draft…") if draft else say("Export…"))
        if blocking:
            words = counted(blocking, "1 thing must be fixed first.", "{n} things must be fixed first.")
            self._why.setText(say("{things} Pages with gaps say that they are a draft.", things=words))
        else:
            self._why.setText(say("Pages with gaps say that they are a draft.") if draft else "")

    def _count(self) -> None:
        self._counted = self.session.facts
        self.room.do(_STATE, ask_state, done=self._take, failed=self._cannot_count)

    def _take(self, state: PackState) -> None:
        self._state = state
        self._size.show_size(state, annexes=sum(one.in_pack and one.sort is RowSort.ANNEX for one in self._rows))
        self._slots.show_slots(state.size.slots)
        self._fix.show_blocking(state.blocking, self._name)
        self._issued.show_blocking(state.blocking)
        self._refresh()

    def _cannot_count(self, error: Exception) -> None:
        self._size.show_problem(str(error))

    def _name(self, one: Blocking) -> str:
        record = self.session.facts.get(one.record)
        if record is None:
            return say("No longer there")
        return f"{self.session.library[record.kind].title} {record.reference}"

    def _go(self, path: str) -> None:
        found = road_to(self.session.facts, self.session.library, path)
        if found is not None:
            self.context.guide.open_at(found)

    def _open(self, record: str) -> None:
        if record and record != FRONT:
            self.context.guide.open_at(form_of(self.session.facts, self.session.library, record))

    def _follow(self, record: str) -> None:
        """Show a document where it is now, and have it said."""
        self._refresh()
        self._list.choose(record, 1)
        self._list.announce(place_words(self._rows, record))

    def _begin_export(self) -> None:
        how = self._how
        wanted = Wanted("", how.audience, how.formats, how.duplex)
        wish = Wish(say("Export the pack"), self._reference, wanted)
        self._exporting = Export(self, self.room, wish, ended=self._list.setFocus)
        self._exporting.ask()
