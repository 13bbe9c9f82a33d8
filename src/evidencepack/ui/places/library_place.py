# SPDX-License-Identifier: MPL-2.0
"""The library: things used again, with who looks after them; a tender takes a copy, so old packs never change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from evidencepack.store.workspace import Workspace
from evidencepack.ui import clock
from evidencepack.ui.controls.combo import Combo
from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.look import scaled
from evidencepack.ui.places.library_cards import ChangedCard, ItemCard, KeepCard, WordingCard, refused
from evidencepack.ui.places.library_words import COLUMNS, FILTERS, WORDING, Wanted, counts, rows_of
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.place import Place
from evidencepack.ui.shell.where import LIBRARY, Where
from evidencepack.ui.widgets.announcing import announce
from evidencepack.ui.widgets.cards import EmptyPlace
from evidencepack.ui.widgets.grid import Grid
from evidencepack.ui.widgets.heading import PageHeading
from evidencepack.ui.widgets.parts import Pane, button, column, emptied, iconed, row
from evidencepack.ui.words import counted, say
from evidencepack.usecases.deciding import Keeping, accept, find_offer, keep_mine
from evidencepack.usecases.keeping import Keep, keep
from evidencepack.usecases.listing import title_of
from evidencepack.usecases.rehearsing import Rehearsed, rehearse
from evidencepack.usecases.rewording import NewWording, change_wording, restore_wording, wording_facts
from evidencepack.usecases.shelf_view import Shelf, ShelfItem, ShelfSort, read_shelf
from evidencepack.usecases.taking import Taken, take
from evidencepack.usecases.wording import WordingView, view_wording

_SIDE = 326
_KEEP, _CHANGED = "keep", "changed"
_EMPTY = Shelf((), (), ())


class LibraryPlace(Place):
    """The list with its filters, and beside it the chosen thing, or what is being kept."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._shelf = _EMPTY
        self._part = ""
        self._wanted = ""
        self.card: QWidget | None = None
        self._drafts: dict[str, str] = {}
        self.words = QLineEdit()
        self.words.setPlaceholderText(say("Find in the library"))
        self.words.setAccessibleName(say("Find in the library"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(lambda _text: self._show_rows())
        self.filter = Combo()
        self.filter.setAccessibleName(say("Which sort of thing"))
        for name, said in FILTERS.items():
            self.filter.addItem(say(said), name)
        self.filter.activated.connect(lambda _at: self._show_rows())
        self.grid = Grid(say("In the library"), COLUMNS)
        self.grid.shown.connect(lambda name, _at: self._show(name))
        self._lay_out()

    @property
    def title(self) -> str:
        """What the place is called."""
        return say("Library")

    @property
    def here(self) -> Where:
        """What is being kept, or the filter that is on."""
        return Where(LIBRARY, part=self._part or str(self.filter.currentData()))

    def arrive(self, where: Where) -> None:
        """Show what is kept now; ``keep`` as part asks to keep a document, ``changed`` for what has changed."""
        self._part = where.part if where.part in {_KEEP, _CHANGED} else ""
        self._wanted = where.record
        if where.part in FILTERS:
            self.filter.setCurrentIndex(self.filter.findData(where.part))
        self.refresh()
        self._heading.take_focus()

    def fit(self, width: LayoutWidth) -> None:
        """Put the chosen thing beside the list, or below it."""
        super().fit(width)
        beside = width.has_side
        line = say("Things you use again. A tender takes a copy, so old packs never change.")
        self._heading.tell("" if width.is_narrow else line)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(way)
        self._pane.setMinimumWidth(scaled(_SIDE) if beside else 0)
        self._pane.setMaximumWidth(scaled(_SIDE) if beside else 16777215)
        self.grid.fit(width)

    def parts(self) -> Sequence[QWidget]:
        """Filters, list, the chosen thing."""
        return (self._filters, self.grid, self._pane)

    def do(self, command: Command) -> bool:
        """Find in the list."""
        if command is Command.FIND_HERE:
            self.words.setFocus()
            return True
        return False

    def refresh(self) -> None:
        """Read the library anew and show it."""
        session, library, today = self.context.work.session, self.context.work.library, clock.today()
        if session is not None:
            session.save()
        tender = self._tender
        self.context.work.store.ask(
            lambda workspace: read_shelf(workspace, library, today, tender), done=self._took, failed=self._failed
        )

    @property
    def _tender(self) -> str:
        session = self.context.work.session
        return session.facts.tender if session is not None else ""

    def _lay_out(self) -> None:
        self._heading = PageHeading(say("Library"))
        self._changed = button("", self._look_at_changes)
        self._changed.hide()
        self._keeping = iconed(button(say("Keep something"), self._begin), "plus")
        self._heading.add(self._changed)
        self._heading.add(self._keeping)
        self.words.setMinimumWidth(scaled(200))
        self._filters = row(self.filter, None, self.words)
        begin = button(say("Add the first"), self._begin)
        sentence = say("Keep a case study, clause or policy here and use it in the next tender.")
        nothing = EmptyPlace("library", say("Nothing in the library yet"), sentence, begin)
        self._none = Pane(column(nothing, None, name="page"))
        self._list = column(self.grid, self._none, gap=0)
        self._side = QFrame()
        self._side.setObjectName("page")
        self._cards = QVBoxLayout(self._side)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(10)
        self._pane = Pane(self._side)
        body = QFrame()
        self._both = QHBoxLayout(body)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(16)
        self._both.addWidget(self._list, 1)
        self._both.addWidget(self._pane, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        for part in (self._heading, self._filters):
            layout.addWidget(part)
        layout.addWidget(body, 1)

    def _took(self, shelf: Shelf) -> None:
        self._shelf = shelf
        for name, number in counts(shelf, clock.today()).items():
            at = self.filter.findData(name)
            self.filter.setItemText(at, say("{what}, {n}", what=say(FILTERS[name]), n=f"{number:,}"))
        changed = len(shelf.changed)
        self._changed.setText(counted(changed, "1 thing has changed", "{n} things have changed"))
        self._changed.setVisible(bool(changed))
        self._keeping.setEnabled(bool(self._tender))
        part = self._part
        self._show_rows()
        self._part = part
        self._show_part()

    def _show_rows(self) -> None:
        chosen = str(self.filter.currentData())
        titles = {one.id: one.title for one in self.context.work.library.kinds.values()}
        rows = list(rows_of(self._shelf, Wanted(chosen, self.words.text().strip()), titles, clock.today()))
        self.grid.show_rows(rows)
        empty = not self._shelf.items and chosen != "wording"
        self.grid.setVisible(not empty)
        self._pane.setVisible(not empty or bool(self._part))
        self._none.setVisible(empty)
        if not self._part:
            self._show(self._chosen())
        if self.words.hasFocus():
            announce(self.grid, counted(len(rows), "1 thing in the list", "{n} things in the list"))

    def _show_part(self) -> None:
        if self._part == _KEEP and self._tender:
            self._put(self._keep_card(self._wanted))
        elif self._part == _CHANGED:
            self._look_at_changes()

    def _chosen(self) -> str:
        at = self.grid.currentIndex()
        return self.grid.cells.rows[at.row()].id if at.isValid() else ""

    def _show(self, name: str) -> None:
        """Show the thing of a row."""
        self._part = ""
        if name.startswith(WORDING):
            self._show_wording(name.removeprefix(WORDING))
            return
        found = next((one for one in self._shelf.items if one.row.name == name), None)
        if found is None:
            self._put(None)
            return
        card = ItemCard(found, tuple(self._homes(found)), clock.today(), tender=bool(self._tender))
        card.taken.connect(lambda within: self._take(found, within))
        self._put(card)

    def _homes(self, item: ShelfItem) -> Iterator[tuple[str, str]]:
        """Yield the documents that a clause could go into."""
        session = self.context.work.session
        if session is not None and item.sort is ShelfSort.CLAUSE:
            for one in session.facts.of_kind(item.kind):
                yield one.reference, one.reference

    def _put(self, card: QWidget | None, *above: QWidget) -> None:
        if isinstance(self.card, WordingCard) and self.card.draft is not None:
            self._drafts[self.card.view.reference] = self.card.draft
        emptied(self._cards)
        self.card = card
        for part in (*above, *([card] if card is not None else [])):
            self._cards.addWidget(part)
        self._cards.addStretch(1)
        self._pane.verticalScrollBar().setValue(0)

    def _show_wording(self, reference: str) -> None:
        library, tender = self.context.work.library, self._tender
        self.context.work.store.ask(
            lambda workspace: view_wording(wording_facts(workspace, tender), library, reference),
            done=self._put_wording,
            failed=self._failed,
        )

    def _put_wording(self, view: WordingView) -> None:
        if self._chosen() != f"{WORDING}{view.reference}":
            return
        if isinstance(self.card, WordingCard) and self.card.view == view:
            return
        card = WordingCard(view)
        if view.reference in self._drafts:
            card.yours.setPlainText(self._drafts.pop(view.reference))
        card.kept.connect(lambda text: self._reword(view.reference, NewWording(text=text)))
        card.stays.connect(lambda: self._reword(view.reference, NewWording(keep=True)))
        card.restored.connect(lambda: self._restore(view.reference))
        self._put(card)

    def _reword(self, reference: str, new: NewWording) -> None:
        library, today, tender = self.context.work.library, clock.today(), self._tender

        def act(workspace: Workspace) -> object:
            return change_wording(workspace, reference, new, library=library, today=today, tender=tender)

        self._do(act, say("other words for {part}", part=reference), say("Kept in your words."), of=reference)

    def _restore(self, reference: str) -> None:
        tender = self._tender
        words = say("the standard for {part}", part=reference)
        said = say("The standard stands again.")
        self._do(lambda workspace: restore_wording(workspace, reference, tender=tender), words, said, of=reference)

    def _take(self, item: ShelfItem, within: str) -> None:
        library, today, tender, name = self.context.work.library, clock.today(), self._tender, item.row.name

        def act(workspace: Workspace) -> Taken:
            return take(workspace, name, library=library, today=today, tender=tender, within=within)

        self._do(act, say("take {name}", name=name), say("“{name}” is in this tender.", name=name))

    def _do(self, act: Callable[[Workspace], object], words: str, said: str, *, of: str = "") -> None:
        """Do something as a step of the tender that can be undone; straight to the workspace while none is open.

        ``of`` is the part of a document whose words are decided by it, so that nothing typed there waits any more.
        """
        session, store, library = self.context.work.session, self.context.work.store, self.context.work.library
        if session is None:
            store.ask(act, done=lambda _done: self._did(said, of=of), failed=self._failed)
            return
        session.save()
        tender = session.facts.tender

        def done(tried: Rehearsed[object]) -> None:
            if tried.changes:
                session.change(*tried.changes, words=words)
            notes = tried.result.warnings if isinstance(tried.result, Taken) else ()
            self._did(" ".join((said, *notes)), of=of)

        store.ask(
            lambda workspace: rehearse(workspace, tender, lambda: act(workspace), library=library),
            done=done,
            failed=self._failed,
        )

    def _did(self, said: str, *, of: str = "") -> None:
        if isinstance(self.card, WordingCard) and self.card.view.reference == of:
            self.card.settle()
        self.context.guide.tell(said)
        # Saving goes first, so that the list is read as it is then.
        QTimer.singleShot(0, self, self.refresh)

    def _failed(self, error: Exception) -> None:
        if isinstance(self.card, KeepCard):
            self.card.refuse(str(error))
        else:
            self._cards.insertWidget(0, refused(str(error)))

    def _begin(self) -> None:
        """Ask what is to be kept."""
        if self._tender:
            self._part = _KEEP
            self._pane.setVisible(True)
            self._put(self._keep_card(""))
            if isinstance(self.card, KeepCard):
                self.card.name.setFocus()
        else:
            self.context.guide.tell(say("Open a tender first, then keep something of it."))

    def _keep_card(self, chosen: str) -> KeepCard:
        facts, library = self.context.session.facts, self.context.work.library
        things = [
            (one.id, f"{library[one.kind].title}: {title_of(one)}")
            for one in facts.records.values()
            if one.tender and (library[one.kind].document or one.kind == "evidence_item")
        ]
        owners = [(one.reference, title_of(one)) for one in facts.of_kind("contact")]
        card = KeepCard(sorted(things, key=lambda one: one[1].casefold()), owners, chosen)
        card.kept.connect(lambda: self._keep(card))
        card.left.connect(lambda: self._show(self._chosen()))
        return card

    def _keep(self, card: KeepCard) -> None:
        session, library, today = self.context.session, self.context.work.library, clock.today()
        name = card.name.text().strip()
        known = any(one.row.name.casefold() == name.casefold() for one in self._shelf.items)
        if known and not card.again:
            card.refuse(say("Something of that name is kept already. Nothing was kept."), there=True)
            return
        record = session.facts.records[str(card.what.currentData())]
        owner, day = str(card.owner.currentData()), card.review_by.text()
        wanted = Keep(record.reference, name, day, owner, card.again)
        tender = session.facts.tender
        session.save()
        self._part = ""
        self.context.work.store.ask(
            lambda workspace: keep(workspace, wanted, library=library, today=today, tender=tender),
            done=lambda _kept: self._did(say("“{name}” is kept in the library.", name=name)),
            failed=self._failed,
        )

    def _look_at_changes(self) -> None:
        self._part = _CHANGED
        card = ChangedCard(self._shelf.changed)
        card.decided.connect(lambda path, taken: self._decide(path, taken=taken))
        self._put(card)

    def _decide(self, path: str, *, taken: bool) -> None:
        library, today, tender = self.context.work.library, clock.today(), self._tender

        def act(workspace: Workspace) -> None:
            offer = find_offer(workspace, path, library=library, today=today, tender=tender)
            if taken:
                accept(workspace, offer, library=library, tender=tender)
            else:
                keep_mine(workspace, offer, Keeping(), library=library, today=today, tender=tender)

        self._do(act, say("decide about a change"), say("Noted."))
