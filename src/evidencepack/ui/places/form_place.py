# SPDX-License-Identifier: MPL-2.0
"""What a document and any other record have in common: a room with steps, in which one can go to any answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.rail_frame import RailFrame
from evidencepack.ui.room import Room
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.place import TenderPlace
from evidencepack.ui.shell.roads import form_of, road_to
from evidencepack.ui.shell.where import CHECK, LIBRARY, ON, READINESS, SIGN_OFF, Where
from evidencepack.ui.signed_notice import SignedNotice
from evidencepack.ui.words import say
from evidencepack.usecases.forms import StepState


class FormPlace(TenderPlace):
    """Holds the room of the record that is open; another record gets a room of its own."""

    folds_navigation = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.room: Room | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._signed = SignedNotice(self.session)
        self._signed.asked.connect(lambda paper: self.context.guide.open_at(Where(SIGN_OFF, paper)))
        self._layout.addWidget(self._signed)
        # Before any room follows the session: one whose record is gone must not look for it.
        self.session.changed.connect(self._leave_what_is_gone)
        self._checks = context.checks
        self._checks.checked.connect(self._show_found)
        self._follows = True

    @property
    def name(self) -> str:
        """The place of the registry that this is."""
        raise NotImplementedError

    @property
    def home(self) -> Where:
        """Where one goes after the last step, and when the record is gone."""
        raise NotImplementedError

    @property
    def here(self) -> Where:
        """The record, and the answer that has the keyboard."""
        if self.room is None:
            return Where(self.name)
        return Where(self.name, self.room.record_id, self.room.path_here, part=str(self.room.step))

    @property
    def side_shown(self) -> bool | None:
        """Whether the side is shown, with the pages or the help."""
        return not self.room.side.isHidden() if self.room and self.room.has_pages else None

    def arrive(self, where: Where) -> None:
        """Open the record, at an answer, at a step, or where the person left off."""
        if where.record not in self.session.facts.records:
            self.context.guide.tell(say("That is no longer there."))
            self.context.guide.open_at(self.home)
            return
        room = self._room_of(where.record)
        self.session.work_in(where.record)
        self._signed.show_for(where.record)
        if where.field is not None and room.go_to_field(where.field, where.start, where.end):
            return
        room.go_to_step(self._step_of(where.part, room))

    def _step_of(self, part: str, room: Room) -> int:
        """Return the step to begin at: the one that is named, the one where the person was last, or the first.

        Who carries on with a record that they have not been in lately comes to the first step that is not complete.
        """
        if part.isdecimal():
            return int(part)
        states = [one.state for one in room.rail.steps]
        unfinished = next((at for at, one in enumerate(states) if one is not StepState.COMPLETE), 0)
        return self.session.left_at.get(room.record_id, unfinished if part == ON else 0)

    def fit(self, width: LayoutWidth) -> None:
        """Fold the steps and the pages."""
        super().fit(width)
        if self.room is not None:
            self.room.fit(width)

    def parts(self) -> Sequence[QWidget]:
        """Steps, form, foot."""
        return self.room.parts() if self.room else (self,)

    def do(self, command: Command) -> bool:
        """Move about in the form."""
        if self.room is None:
            return False
        room = self.room
        if command is Command.HELP:
            return room.show_help()
        keys: Mapping[Command, Callable[[], None]] = {
            Command.CHECK: room.check_step,
            Command.NEXT_FINDING: room.next_unanswered,
            Command.SIDE: room.toggle_preview,
            Command.GO_ON: room.go_on,
            Command.NEXT_STEP: lambda: room.go_by(1),
            Command.PREVIOUS_STEP: lambda: room.go_by(-1),
        }
        if command not in keys or (command is Command.NEXT_FINDING and self._goes_by_findings(room)):
            return False
        keys[command]()
        # The checks of the whole tender are done as well.
        return command is not Command.CHECK

    def _goes_by_findings(self, room: Room) -> bool:
        """Whether the person came by a finding, and so goes on by the next one."""
        return self.context.checks.led_to(room.record_id)

    def leave(self) -> None:
        """Keep what is waiting; edits elsewhere are steps of the tender."""
        if self.room is not None:
            self.room.leave()
            self.session.left_at[self.room.record_id] = self.room.step
        super().leave()
        self.session.work_in("")

    def close_place(self) -> None:
        """Close the room too. A place can be closed twice: by who opened it, and with the window."""
        if self._follows:
            self._follows = False
            self._checks.checked.disconnect(self._show_found)
        self._close_room()

    def _close_room(self) -> None:
        if self.room is not None:
            old, self.room = self.room, None
            old.close_room()
            old.hide()
            self._layout.removeWidget(old)
            old.deleteLater()

    def _leave_what_is_gone(self) -> None:
        """Undo can take away the record that is open: go to where the others are."""
        if self.room is None or self.room.record_id in self.session.facts.records:
            return
        was_seen = self.isVisible()
        self._close_room()
        if was_seen:
            self.context.guide.tell(say("That is no longer there."))
            self.context.guide.open_at(self.home)

    def _room_of(self, record: str) -> Room:
        if self.room is not None and self.room.record_id == record:
            return self.room
        self._close_room()
        made = self.room = self._make_room(record)
        made.finished.connect(lambda: self.context.guide.open_at(self.home))
        made.checking.connect(lambda: self.context.guide.open_at(Where(CHECK, made.record_id)))
        made.preview_toggled.connect(lambda _on: self.moved.emit())
        made.asked_elsewhere.connect(self._go_to_answer)
        made.going.connect(self._go_to_record)
        made.keeping.connect(lambda: self.context.guide.open_at(Where(LIBRARY, made.record_id, part="keep")))
        for frame in made.findChildren(RailFrame):
            frame.listing.connect(lambda: self.context.guide.open_at(Where(READINESS, made.record_id)))
        self._layout.addWidget(made)
        # At once, so that the keyboard can go into it; Qt itself would wait for the next turn of its loop.
        made.show()
        made.fit(self.width_class)
        self._show_found()
        return made

    def _show_found(self) -> None:
        """Show in the form what the checks have found."""
        if self.room is not None and self.room.record_id in self.session.facts.records:
            self.room.show_found(self._checks.problems)

    def _make_room(self, record: str) -> Room:
        context = self.context
        return Room(self.session, record, context.tasks, context.work.printer, context.chosen)

    def _go_to_record(self, record: str) -> None:
        """Go to the form of a record that an answer names."""
        self.context.guide.open_at(form_of(self.session.facts, self.session.library, record))

    def _go_to_answer(self, path: str) -> None:
        """Go to an answer that the pages show and another form asks for."""
        where = road_to(self.session.facts, self.session.library, path)
        if where is None:
            self.context.guide.tell(say("That is no longer there."))
        else:
            self.context.guide.open_at(where)
