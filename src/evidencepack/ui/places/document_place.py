# SPDX-License-Identifier: MPL-2.0
"""A document: one room, with its steps, the questions of a step, and its pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.room import Room
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.place import Crumb, TenderPlace
from evidencepack.ui.shell.where import DOCUMENT, DOCUMENTS, Where
from evidencepack.ui.words import say


class Document(TenderPlace):
    """Holds the room of the document that is open; another document gets a room of its own."""

    folds_navigation = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.room: Room | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    @property
    def title(self) -> str:
        """Kind and reference of the document."""
        return self.room.title if self.room else say("Document")

    @property
    def crumbs(self) -> Sequence[Crumb]:
        """A document is a level below the documents; the folded navigation already says the tender."""
        return (Crumb(say("Documents"), Where(DOCUMENTS)), Crumb(self.title))

    @property
    def here(self) -> Where:
        """The document, and the answer that has the keyboard."""
        if self.room is None:
            return Where(DOCUMENT)
        return Where(DOCUMENT, self.room.record_id, self.room.path_here, part=str(self.room.step))

    @property
    def side_shown(self) -> bool | None:
        """Whether the pages are shown."""
        return not self.room.preview.isHidden() if self.room else None

    def arrive(self, where: Where) -> None:
        """Open the document, at an answer, at a step, or at its first step."""
        if where.record not in self.session.facts.records:
            self.context.guide.tell(say("That document is no longer there."))
            self.context.guide.open_at(Where(DOCUMENTS))
            return
        if self.room is None or self.room.record_id != where.record:
            self._open(where.record)
        self.session.work_in(where.record)
        if self.room is None:
            return
        if where.field is not None and self.room.go_to_field(where.field, where.start, where.end):
            return
        self.room.go_to_step(int(where.part) if where.part.isdecimal() else 0)

    def fit(self, width: LayoutWidth) -> None:
        """Fold the steps and the pages."""
        super().fit(width)
        if self.room is not None:
            self.room.fit(width)

    def parts(self) -> Sequence[QWidget]:
        """Steps, form, foot."""
        return self.room.parts() if self.room else (self,)

    def do(self, command: Command) -> bool:
        """Move about in the document."""
        if self.room is None:
            return False
        room = self.room
        keys: Mapping[Command, Callable[[], None]] = {
            Command.NEXT_FINDING: room.next_unanswered,
            Command.SIDE: room.toggle_preview,
            Command.GO_ON: room.go_on,
            Command.NEXT_STEP: lambda: room.go_by(1),
            Command.PREVIOUS_STEP: lambda: room.go_by(-1),
        }
        if command not in keys:
            return False
        keys[command]()
        return True

    def leave(self) -> None:
        """Keep what is waiting; edits elsewhere are steps of the tender."""
        super().leave()
        self.session.work_in("")

    def close_place(self) -> None:
        """Close the room too."""
        self._close()

    def _open(self, record: str) -> None:
        self._close()
        self.room = Room(self.session, record, self.context.tasks, self.context.work.printer)
        self.room.finished.connect(self.context.going(Where(DOCUMENTS)))
        self.room.preview_toggled.connect(lambda _on: self.moved.emit())
        self._layout.addWidget(self.room)
        self.room.fit(self.width_class)

    def _close(self) -> None:
        if self.room is not None:
            old, self.room = self.room, None
            old.close_room()
            self._layout.removeWidget(old)
            old.deleteLater()
