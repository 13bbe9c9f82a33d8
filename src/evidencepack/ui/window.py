# SPDX-License-Identifier: MPL-2.0
"""The window: the list of documents, or one of them; keys that work everywhere; nothing lost on closing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from evidencepack.ui.backups import Backups
from evidencepack.ui.documents_page import DocumentsPage
from evidencepack.ui.focus_ring import FocusRing
from evidencepack.ui.header import Header
from evidencepack.ui.layout_width import layout_width
from evidencepack.ui.messages import TITLE, agreed, tell
from evidencepack.ui.parts import column
from evidencepack.ui.printing import Printer
from evidencepack.ui.room import Room
from evidencepack.ui.session import Session
from evidencepack.ui.store_thread import StoreThread
from evidencepack.ui.tasks import TaskRunner
from evidencepack.usecases.listing import title_of

SMALLEST = (860, 500)
USUAL = (1366, 768)

_FRAME = (16, 48)  # room for the borders and the title bar that the system draws round a window


class Window(QMainWindow):
    """One tender of one workspace."""

    def __init__(self, session: Session, store: StoreThread, printer: Printer) -> None:
        super().__init__()
        self.session = session
        self._store = store
        self._printer = printer
        self._tasks = TaskRunner()
        self._backups = Backups(store)
        self.room: Room | None = None
        self.header = Header()
        self.documents = DocumentsPage(session)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.documents)
        self.setCentralWidget(column(self.header, self._stack, gap=0, name="page"))
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self._ring = FocusRing(self)
        self.documents.opened.connect(self.open_document)
        self.header.back.connect(self.close_document)
        self.header.preview.connect(self._toggle_preview)
        session.saving.connect(self.header.show_saving)
        session.noted.connect(self.header.say)
        self._backups.failed.connect(self.header.say)
        self._add_keys()
        self._name()
        self.documents.start()

    def show_fitting(self) -> None:
        """Come up at the usual size, or filling a screen that is smaller."""
        room = self.screen().availableGeometry().size()
        if room.width() < USUAL[0] + _FRAME[0] or room.height() < USUAL[1] + _FRAME[1]:
            self.showMaximized()
        else:
            self.show()

    def open_document(self, record: str) -> None:
        """Open a document at its first step."""
        self.close_document()
        self.room = Room(self.session, record, self._tasks, self._printer)
        self.room.finished.connect(self.close_document)
        self.room.preview_toggled.connect(lambda on: self.header.show_preview(on=on))
        self._stack.addWidget(self.room)
        self._stack.setCurrentWidget(self.room)
        self.header.show_place(self.room.title)
        self.room.fit(layout_width(self.width()))
        self.room.page.start()
        self._name()

    def close_document(self) -> None:
        """Save, and go back to the list."""
        self.session.save()
        if self.room is None:
            return
        old, self.room = self.room, None
        self.documents.refresh()
        self._stack.setCurrentWidget(self.documents)
        self.header.show_place("")
        self.documents.start()
        old.close_room()
        self._stack.removeWidget(old)
        old.deleteLater()
        self._name()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold and unfold."""
        super().resizeEvent(event)
        if self.room is not None:
            self.room.fit(layout_width(event.size().width()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep everything first; ask before anything is lost."""
        problem = self.session.finish()
        if (
            (problem and not self._may_lose_changes(problem))
            or not self._may_lose_drafts()
            or not self._may_lose_file()
        ):
            event.ignore()
            return
        if self.room is not None:
            self.room.close_room()
        self._tasks.shutdown()
        self.session.filing.close()
        unsafe = self._backups.finish()
        self._store.close()
        if unsafe:
            tell(self, "Everything is saved, but no backup could be made.", unsafe)
        super().closeEvent(event)

    def _add_keys(self) -> None:
        keys = {
            "F4": self._next_unanswered,
            "F8": self._toggle_preview,
            "Alt+Left": self.close_document,
            "Ctrl+Return": self._go_on,
            "Ctrl+PgUp": lambda: self._go_by(-1),
            "Ctrl+PgDown": lambda: self._go_by(1),
            "Ctrl+S": self._save,
        }
        for key, do in keys.items():
            QShortcut(QKeySequence(key), self, do, context=Qt.ShortcutContext.WindowShortcut)

    def _next_unanswered(self) -> None:
        if self.room is not None:
            self.room.next_unanswered()

    def _toggle_preview(self) -> None:
        if self.room is not None:
            self.room.toggle_preview()

    def _go_on(self) -> None:
        if self.room is not None:
            self.room.go_on()

    def _go_by(self, steps: int) -> None:
        if self.room is not None:
            self.room.go_by(steps)

    def _save(self) -> None:
        self.session.save()
        self.header.say("Saved. It saves as you type.")

    def _name(self) -> None:
        tender = title_of(self.session.facts.records[self.session.facts.tender])
        self.setWindowTitle(" – ".join(filter(None, (self.room.title if self.room else "", tender, TITLE))))

    def _may_lose_changes(self, problem: str) -> bool:
        return agreed(self, "The last changes are not saved.", problem, do="Close and lose them", keep="Keep it open")

    def _may_lose_file(self) -> bool:
        coming = self.session.filing.coming
        if not coming:
            return True
        what = f"“{coming[0]}” is still being looked at, and would not be attached."
        return agreed(self, what, "All answers are saved.", do="Close without it", keep="Keep it open")

    def _may_lose_drafts(self) -> bool:
        drafts = self.session.drafts
        if not drafts:
            return True
        quoted = " ".join(f"“{draft.text}”: {draft.problem}" for draft in list(drafts.values())[:3])
        what = "One entry cannot" if len(drafts) == 1 else f"{len(drafts)} entries cannot"
        title = f"{what} be read as an answer yet, and would be lost."
        return agreed(
            self, title, f"{quoted} All other answers are saved.", do="Close and lose it", keep="Keep it open"
        )
