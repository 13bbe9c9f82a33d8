# SPDX-License-Identifier: MPL-2.0
"""A document: one room, with its steps, the questions of a step, and its pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from evidencepack.ui.places.form_place import FormPlace
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.place import Crumb
from evidencepack.ui.shell.where import DOCUMENT, DOCUMENTS, Where, in_document
from evidencepack.ui.words import say
from evidencepack.usecases.box_texts import box_text

if TYPE_CHECKING:
    from evidencepack.ui.press_room import PressRoom
    from evidencepack.ui.room import Room
    from evidencepack.ui.signing.desk import SigningDesk

_SHARE = "share"


class Document(FormPlace):
    """The document that is open."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._press: PressRoom | None = None
        self._desk: SigningDesk | None = None

    def _make_room(self, record: str) -> Room:
        """Return a room that is told what the pack leaves to its document."""
        made = super()._make_room(record)
        made.share_wanted.connect(lambda: self._measure(made))
        return made

    def _measure(self, room: Room) -> None:
        from evidencepack.ui.press_room import PressRoom  # not before somebody stays in a document
        from evidencepack.ui.pressing import Wanted
        from evidencepack.ui.preview.measuring import ask_share

        self._press = self._press or PressRoom(self.session, self.context.work.store)
        wanted = Wanted(room.record_id)
        # A pack that cannot be measured now has no line for its limit; the pack itself says why.
        self._press.do(_SHARE, ask_share, done=room.preview.show_share, failed=lambda _error: None, wanted=wanted)

    def do(self, command: Command) -> bool:
        """Print, send for signing, copy for the portal, or move about in the form."""
        if self.room is None or command not in {Command.PRINT, Command.PLAIN_TEXT, Command.SIGN}:
            return super().do(command)
        if command is Command.SIGN:
            self._sign(self.room.record_id)
            return True
        if command is Command.PLAIN_TEXT:
            from evidencepack.ui.box_dialog import BoxDialog  # few come here to copy

            self.session.save()
            text = box_text(self.session.facts, self.room.record_id, library=self.session.library)
            BoxDialog(self, text).open()
            return True
        from evidencepack.ui.press_room import PressRoom  # most who open a document print nothing
        from evidencepack.ui.print_dialog import PrintDialog

        self._press = self._press or PressRoom(self.session, self.context.work.store)
        PrintDialog(self, self._press, self.session, self.title, document=self.room.record_id).open()
        return True

    def _sign(self, record: str) -> None:
        """Send the document for signing."""
        from evidencepack.ui.signing.desk import SigningDesk  # few who open a document send it

        if self._desk is None:
            self._desk = SigningDesk(self, self.session, self.context.work.store)
            self._desk.opened.connect(lambda paper: self.context.guide.open_at(in_document(paper)))
        self._desk.send(record)

    def close_place(self) -> None:
        """Stop printing too."""
        if self._desk is not None:
            self._desk.close_desk()
            self._desk = None
        super().close_place()
        if self._press is not None:
            self._press.close()
            self._press = None

    @property
    def name(self) -> str:
        """The place of the registry that this is."""
        return DOCUMENT

    @property
    def home(self) -> Where:
        """The list of documents."""
        return Where(DOCUMENTS)

    @property
    def title(self) -> str:
        """Kind and reference of the document."""
        return self.room.title if self.room else say("Document")

    @property
    def crumbs(self) -> Sequence[Crumb]:
        """A document is a level below the documents."""
        return (Crumb(say("Documents"), self.home), Crumb(self.title))
