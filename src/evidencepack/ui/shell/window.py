# SPDX-License-Identifier: MPL-2.0
"""The window: navigation, header and one place at a time; the way to every other; nothing lost on closing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from evidencepack.paths.workspace import default_workspace, sample_workspace
from evidencepack.ui import clock
from evidencepack.ui.chosen import Chosen
from evidencepack.ui.layout_width import LayoutWidth, layout_width
from evidencepack.ui.look import look
from evidencepack.ui.messages import TITLE, tell
from evidencepack.ui.opening import open_own_work, open_sample
from evidencepack.ui.save_state import SaveState
from evidencepack.ui.shell import losing
from evidencepack.ui.shell.actions import Actions
from evidencepack.ui.shell.commands import Commands
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.header import Header
from evidencepack.ui.shell.journey import Journey, Left
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.leaving import how_left, next_part, put_back
from evidencepack.ui.shell.makers import make_place
from evidencepack.ui.shell.menus import MainMenu
from evidencepack.ui.shell.navigation import Navigation
from evidencepack.ui.shell.place import Crumb, Place
from evidencepack.ui.shell.registry import entry, is_there
from evidencepack.ui.shell.where import ALL_TENDERS, DOCUMENTS, READINESS, TENDER, Where
from evidencepack.ui.tasks import TaskRunner
from evidencepack.ui.undo_keys import UndoKeys
from evidencepack.ui.widgets.focus_ring import FocusRing
from evidencepack.ui.words import say
from evidencepack.ui.work import Work
from evidencepack.usecases.tenders import tender_cards

SMALLEST = (860, 500)
USUAL = (1366, 768)

_FRAME = (16, 48)  # room for the borders and the title bar that the system draws round a window
_MINUTE = 60_000
_CRUMBS = 3


class Window(QMainWindow):
    """One workspace, and one tender of it at a time."""

    def __init__(self, work: Work, chosen: Chosen) -> None:
        super().__init__()
        self.work = work
        self.chosen = chosen
        self.tasks = TaskRunner()
        self.journey = Journey()
        self._places: dict[str, Place] = {}
        self._size = look().points(1)
        self.commands_ = Actions(self, self.run)
        self.addActions(list(self.commands_))
        self._ending = self._ended = False
        self._unsaved = ""
        self.navigation = Navigation()
        self.header = Header(self.commands_)
        self._stack = QStackedWidget()
        self._lay_out()
        self._commands = Commands(self)
        self.main_menu = MainMenu(self, self.commands_, self._commands)
        self._ring = FocusRing(self)
        UndoKeys(self)
        self._follow_parts()
        self._follow_work()
        self.open_at(Where(ALL_TENDERS))

    @property
    def place(self) -> Place:
        """The place that is shown."""
        shown = self._stack.currentWidget()
        if not isinstance(shown, Place):
            raise TypeError("the window shows no place")
        return shown

    def show_fitting(self) -> None:
        """Come up at the usual size, or filling a screen that is smaller."""
        room = self.screen().availableGeometry().size()
        if room.width() < USUAL[0] + _FRAME[0] or room.height() < USUAL[1] + _FRAME[1]:
            self.showMaximized()
        else:
            self.show()

    def open_at(self, where: Where) -> None:
        """Go anywhere: every link, finding, result of a search and line of the register comes through here."""
        if where.tender and not self._take_tender(where.tender):
            return
        if entry(where.place).of_tender and self.work.session is None:
            where = Where(ALL_TENDERS)
        self._note_leaving()
        self.journey.visit(where)
        self._show(where)

    def go(self, steps: int) -> None:
        """Go back (-1) or forward (1) to where the person was, as they left it."""
        if not self.journey.can_go(steps):
            return
        self._note_leaving()
        stop = self.journey.go(steps)
        if stop is not None:
            self._show(stop.where, stop.left)

    def open_tender(self, tender: str) -> None:
        """Open a tender at its first place."""
        if self._take_tender(tender):
            self.open_at(Where(TENDER if is_there(TENDER) else DOCUMENTS))

    def take(self, work: Work) -> None:
        """Show another workspace in the place of this one, which is closed with a last backup."""
        old, self.work = self.work, work
        self._drop_places(everywhere=True)
        self._close(old)
        self._follow_work()
        self.open_at(Where(ALL_TENDERS))

    def run(self, command: Command) -> None:
        """Do what a key or a menu asks: the place first, then the window."""
        if not self.place.do(command):
            self._commands.run(command)

    def tell(self, words: str) -> None:
        """Say something for a few seconds in the header."""
        self.header.tell(words)

    def open_file(self, file: Path) -> None:
        """Open another workspace in the place of this one."""
        self._commands.open_file(file)

    def open_sample(self) -> None:
        """Open the sample in the place of this workspace; it is made when somebody first asks for it."""
        self._commands.open_work(open_sample, sample_workspace())

    def open_own(self) -> None:
        """Open the person's own work in the place of this."""
        self._commands.open_work(open_own_work, default_workspace())

    def show_above(self, bar: QWidget) -> None:
        """Put a bar between the header and the place."""
        self._column.insertWidget(1, bar)

    def unfold_menu(self) -> None:
        """Unfold the menu with all commands and places."""
        self.main_menu.unfold()

    def take_tour(self) -> None:
        """Begin the tour: through the tender in hand, the first one there is, or that of the sample."""
        from evidencepack.ui.shell.touring import take_tour  # most who open the program know it

        take_tour(self)

    def go_to_part(self, *, back: bool) -> None:
        """Put the keyboard into the next part of the window: navigation, header, and those of the place."""
        navigation: Sequence[QWidget] = (
            self.navigation.switcher,
            self.navigation.of_tender,
            self.navigation.everywhere,
        )
        next_part([*navigation, self.header, *self.place.parts()], back=back)

    def may_let_go(self) -> bool:
        """Keep everything that is typed; ask where something would be lost. Whether the tender may be left."""
        return self.work.session is None or losing.may_let_go(self, self.work.session)

    def keep_all(self) -> None:
        """Keep everything that is typed, read or not, and back it up, without a question."""
        self.place.leave()
        if self.work.session is not None:
            self.work.session.finish()
            self.work.session.keep_drafts()
        self.work.backups.keep()

    def end(self) -> None:
        """Close without a question: the computer or the session ends. What can be kept is kept, with a last backup."""
        if not self._ended:
            self._ending = True
            self.keep_all()
            self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin to see whether Alt is pressed alone: nothing that has the keyboard takes it."""
        if event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat():
            self.main_menu.alt.goes_down()
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold and unfold."""
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep everything first; ask before anything is lost."""
        if self._ended:
            return
        self.place.leave()
        if not self._ending and not self.may_let_go():
            event.ignore()
            return
        self._ended = True
        self._drop_places(everywhere=True)
        self.tasks.shutdown()
        self._close(self.work)
        super().closeEvent(event)

    def _lay_out(self) -> None:
        self._page = QFrame()
        self._page.setObjectName("page")
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self._column.addWidget(self._stack)
        centre = QWidget()
        layout = QHBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.navigation)
        layout.addWidget(self._page, 1)
        self.setCentralWidget(centre)
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)

    def _follow_parts(self) -> None:
        self.navigation.chosen.connect(lambda place: self.open_at(Where(place)))
        self.navigation.switcher.chosen.connect(self.open_tender)
        self.navigation.switcher.asked.connect(self._offer_tenders)
        self.header.going.connect(self.open_at)
        look().changed.connect(self._refit)
        self.chosen.failed.connect(self.header.tell)
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self._show_tender)
        self._minute.start()

    def _follow_work(self) -> None:
        self.work.tender_opened.connect(self._turn_to_tender)
        self.work.backups.failed.connect(self.header.tell)
        self._turn_to_tender()

    def _turn_to_tender(self) -> None:
        """Begin anew with another tender, or with none: its places and the way through them are gone."""
        self._drop_places(everywhere=False)
        self._show_unsaved(SaveState.SAVED, "")
        self.journey.forget()
        session = self.work.session
        self.navigation.show_tender(is_open=session is not None)
        if session is not None:
            from evidencepack.ui.unread import Unread  # there is nothing to keep before a tender is open

            Unread(self.work.file, session, self.work.store)
            session.saving.connect(self.header.show_saving)
            session.saving.connect(self._show_unsaved)
            session.noted.connect(self.header.tell)
            session.undo_changed.connect(self._show_steps)
            session.went_back.connect(self._go_where_it_was)
            session.changed.connect(self._show_tender)
        if self.work.checks is not None:
            self.work.checks.checked.connect(self._show_counts)
            self.header.expect_saving()
        self._show_steps(False, "", False, "")
        self._show_counts()
        self._show_tender()

    def _show_unsaved(self, state: SaveState, words: str) -> None:
        """Say above the place, in full, why something cannot be saved, as long as that is so."""
        why = words if state is SaveState.FAILED else ""
        if state is SaveState.SAVING or why == self._unsaved:
            return
        self._unsaved = why
        from evidencepack.ui.shell.saving_bar import show_unsaved  # disks are seldom full

        show_unsaved(self, self._unsaved)

    def _take_tender(self, tender: str) -> bool:
        """Take a tender in hand, unless it is; whether it is now."""
        session = self.work.session
        if session is not None and session.facts.tender == tender:
            return True
        if not self.may_let_go():
            return False
        if problem := self.work.open_tender(tender):
            tell(self, say("The tender that is open cannot be left yet."), problem)
            return False
        return True

    def _show(self, where: Where, left: Left | None = None) -> None:
        if self._stack.count():
            self.place.leave()
        place = self._made(where.place)
        self._stack.setCurrentWidget(place)
        self._fit()
        place.arrive(where)
        if left is not None:
            put_back(place, left)
        self._name()

    def _made(self, name: str) -> Place:
        if name not in self._places:
            made = self._places[name] = make_place(name, Context(self.work, self.chosen, self.tasks, self))
            made.setProperty("place", name)
            made.moved.connect(self._name)
            self._stack.addWidget(made)
        return self._places[name]

    def _drop_places(self, *, everywhere: bool) -> None:
        for name in [name for name in self._places if everywhere or entry(name).of_tender]:
            place = self._places.pop(name)
            place.close_place()
            # It may be there for a while yet, if a dialog is open: nothing is to begin by itself in it.
            for timer in place.findChildren(QTimer):
                timer.stop()
            self._stack.removeWidget(place)
            place.deleteLater()

    def _note_leaving(self) -> None:
        if self._stack.count():
            self.journey.leave(self.place.here, how_left(self.place))

    def _close(self, work: Work) -> None:
        unsafe = work.close()
        if unsafe and not self._ending:
            tell(self, say("Everything is saved, but no backup could be made."), unsafe)

    def _fit(self) -> None:
        if not self._stack.count():
            return
        width = layout_width(self.width(), text_size=look().scaled(100) / 100)
        self.navigation.fold(slim=width is not LayoutWidth.WIDE or self.place.folds_navigation)
        self.place.fit(width)

    def _refit(self) -> None:
        """Make the places anew when text has become larger or smaller: they measured themselves for the old size."""
        if self._size != look().points(1):
            self._size = look().points(1)
            here, left = self.place.here, how_left(self.place)
            self._drop_places(everywhere=True)
            self.header.refit()
            self._show(here, left)

    def _name(self) -> None:
        """Say in header, navigation and title where the person is."""
        place, card = self.place, self.work.card
        one = entry(str(place.property("place")))
        crumbs = place.crumbs
        # Three parts are all that a narrow header has room for; the tender stands in the navigation, too.
        named = card and one.of_tender and is_there(TENDER) and len(crumbs) < _CRUMBS
        tender = (Crumb(card.title, Where(TENDER)),) if card and named and crumbs[-1].words != card.title else ()
        self.header.show_crumbs((*tender, *crumbs))
        self.header.show_tools(tender=card is not None, side=place.side_shown)
        self.navigation.show_place(place.under or one.inside or one.place)
        of = [card.title] if card and one.of_tender else []
        self.setWindowTitle(" – ".join((place.title, *of, TITLE)))

    def _show_steps(self, undoes: bool, undo: str, redoes: bool, redo: str) -> None:  # noqa: FBT001 - a signal's
        """Name what undo and redo would do, and grey them where there is nothing."""
        for command, can, words, name in (
            (Command.UNDO, undoes, undo, say("Undo")),
            (Command.REDO, redoes, redo, say("Redo")),
        ):
            self.commands_[command].setEnabled(can)
            self.commands_[command].setText(f"{name}: {words}" if words else name)

    def _go_where_it_was(self, path: str) -> None:
        """Go to what undo or redo has changed."""
        session = self.work.session
        if session is not None and path and not self.place.shows(path):
            from evidencepack.ui.shell.roads import road_to  # forms are read only once there is something to undo

            near = self.place.here.record
            found = road_to(session.facts, session.library, path, near=near)
            if found is not None:
                self.open_at(found)

    def _show_tender(self) -> None:
        self.navigation.switcher.show_tender(self.work.card)

    def _show_counts(self) -> None:
        """Show beside Readiness how many things must be fixed; no other place nags."""
        checks = self.work.checks
        self.navigation.show_counts({READINESS: checks.must_fix} if checks else {})
        if checks is not None and self.work.session is not None and checks.done_at:
            self.chosen.note_to_fix(self.work.session.facts.tender, checks.must_fix, clock.today())

    def _offer_tenders(self) -> None:
        self.navigation.switcher.offer(self.work.store.wait_for(tender_cards))
