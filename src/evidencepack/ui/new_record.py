# SPDX-License-Identifier: MPL-2.0
"""Entering somebody or something new in the middle of a form: a name, and what is needed first, in a dialog."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QVBoxLayout, QWidget

from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType
from evidencepack.library.entry import parse_entry
from evidencepack.library.model import Field, Kind
from evidencepack.ui.controls.control import Control
from evidencepack.ui.controls.lists import ReferenceControl
from evidencepack.ui.controls.making import make_control
from evidencepack.ui.look import scaled
from evidencepack.ui.session import Session
from evidencepack.ui.widgets.cards import link
from evidencepack.ui.widgets.error_summary import ErrorSummary, Trouble
from evidencepack.ui.widgets.parts import NarrowLayout, Pane, button, column, label, row
from evidencepack.ui.words import counted, say
from evidencepack.usecases.changes import Single, apply_change
from evidencepack.usecases.naming import names_of_kind, naming_desk
from evidencepack.usecases.new_record import can_be_made_here, cannot_wait, entering, naming_field, needed_fields

_WIDTH, _ABOUT_A_FIELD, _HIGHEST, _ROOM = 560, 110, 560, 170


class NewRecord(QDialog):
    """Asks for what a new record needs; ``changes`` enter it (and what was made on the way), ``made`` is its id."""

    def __init__(self, parent: QWidget, session: Session, kind: str, *, name: str = "", facts: Facts) -> None:
        super().__init__(parent)
        self.made = ""
        self.changes: tuple[Single, ...] = ()
        self._session, self._facts = session, facts
        self._kind = session.library[kind]
        self._before: tuple[Single, ...] = ()
        title = say("New {kind}", kind=kind_words(self._kind))
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.summary = ErrorSummary()
        self.entries = {field.id: self._entry(field) for field in needed_fields(self._kind)}
        head = column(
            label(title, "h2"),
            label(_hint(self._kind), "hint"),
            gap=2,
        )
        self._pane = Pane(column(head, self.summary, *self.entries.values(), None, gap=14, margins=(22, 18, 22, 10)))
        for entry in self.entries.values():
            entry.resized.connect(self._pane.settle)
        add = button(say("Add"), self._add, kind="primary")
        add.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pane, 1)
        buttons = row(None, button(say("Cancel"), self.reject), add, gap=10, margins=(22, 10, 22, 16))
        layout.addWidget(buttons)
        wanted = min(_HIGHEST, _ROOM + _ABOUT_A_FIELD * len(self.entries))
        self.resize(scaled(_WIDTH), min(scaled(wanted), max(300, parent.window().height() - 40)))
        self.entries[naming_field(self._kind).id].control.show_text(name)
        next(iter(self.entries.values())).control.first().setFocus()

    def _entry(self, field: Field) -> NewEntry:
        made = NewEntry(field, self._control(field), needed=field.id in cannot_wait(self._kind))
        target = self._session.library.kinds.get(field.to)
        if target is not None and can_be_made_here(target):
            made.offer(add_words(target), lambda: self._add_another(made))
        return made

    def _control(self, field: Field) -> Control:
        if field.type is FieldType.REFERENCE:
            names = names_of_kind(self._facts, self._session.library, field.to)
            return ReferenceControl(list(names.values()))
        return make_control(field, self._session)

    def _add_another(self, entry: NewEntry) -> None:
        """Enter what a field of this record names, too, and come back with it chosen."""
        dialog = NewRecord(self, self._session, entry.field.to, name=self._unknown(entry), facts=self._facts)
        if dialog.exec() and isinstance(entry.control, ReferenceControl):
            self._before = (*self._before, *dialog.changes)
            self._facts = reduce(apply_change, dialog.changes, self._facts)
            names = names_of_kind(self._facts, self._session.library, entry.field.to)
            entry.control.offer(list(names.values()))
            entry.control.show_text(names[dialog.made])
            entry.complain("")
        dialog.deleteLater()
        entry.control.first().setFocus()

    def _unknown(self, entry: NewEntry) -> str:
        text = entry.control.text().strip()
        return "" if text in names_of_kind(self._facts, self._session.library, entry.field.to).values() else text

    def _missing_words(self, field: str) -> str:
        named = field == naming_field(self._kind).id
        return say("Write what it is called.") if named else say("An answer is needed here.")

    def _add(self) -> None:
        """Enter it, or say what cannot be read."""
        library = self._session.library
        desk = naming_desk(self._facts, library, self._session.desk.today)
        answers, wrong = {}, []
        for name, entry in self.entries.items():
            read = parse_entry(entry.field, entry.control.text(), desk)
            missing = self._missing_words(name) if entry.needed and read.value is None else ""
            entry.complain(read.problem or missing)
            if entry.problem:
                wrong.append(entry)
            elif read.value is not None:
                answers[name] = read.value
        title = counted(len(wrong), "One answer needs another look", "{n} answers need another look")
        self.summary.show_troubles(title, [one.trouble for one in wrong])
        self._pane.settle()
        if wrong:
            self._pane.ensureWidgetVisible(self.summary)
            self.summary.take_focus()
            return
        entered = entering(self._facts, library, self._kind.id, answers)
        self.made = entered.id
        self.changes = (*self._before, *entered.changes)
        self.accept()


class NewEntry(QFrame):
    """One question of the dialog: label, hint, what is wrong, control."""

    resized = Signal()

    def __init__(self, field: Field, control: Control, *, needed: bool) -> None:
        super().__init__()
        self.field, self.control, self.needed = field, control, needed
        self.problem = ""
        words = field.label if needed else say("{label} (can wait)", label=field.label)
        self._words = words
        head = label(words, "label")
        head.setBuddy(control.first())
        self._error = label("", "error")
        self._layout = NarrowLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(3)
        for part in (head, label(field.help, "hint"), self._error, control):
            self._layout.addWidget(part)
        self._error.hide()
        self.complain("")

    @property
    def trouble(self) -> Trouble:
        """The line of a summary that names what is wrong and goes here."""
        return Trouble(f"{self.field.label.rstrip('?')}: {self.problem}", self.control.first().setFocus)

    def offer(self, words: str, press: Callable[[], None]) -> None:
        """Put a link under the control."""
        made: QPushButton = link(words, press)
        self._layout.addWidget(made)

    def complain(self, problem: str) -> None:
        """Say what is wrong, or nothing."""
        self.problem = problem
        self._error.setText(say("Error: {problem}", problem=problem) if problem else "")
        self._error.setVisible(bool(problem))
        said = " ".join(filter(None, (self._error.text(), self.field.help)))
        self.control.describe(self._words, said, invalid=bool(problem))
        self.resized.emit()


def ask_for_record(parent: QWidget, session: Session, kind: str, name: str) -> NewRecord | None:
    """Ask for a new record; return the dialog with what was made, or None if the person thought better of it."""
    dialog = NewRecord(parent, session, kind, name=name, facts=session.facts)
    agreed = bool(dialog.exec())
    dialog.deleteLater()
    return dialog if agreed else None


def _hint(kind: Kind) -> str:
    """Return what the dialog says of what it asks."""
    if len(cannot_wait(kind)) > 1:
        return say("All of these are needed. What else there is can wait for its own form.")
    return say("Only its name is needed now. What you leave out is asked again in its own form.")


def add_words(kind: Kind) -> str:
    """Return what the link says that makes a record of a kind."""
    return say("Add a new {kind}…", kind=kind_words(kind))


def kind_words(kind: Kind) -> str:
    """Return what a record of a kind is called within a sentence."""
    return kind.title[:1].lower() + kind.title[1:]
