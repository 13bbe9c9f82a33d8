# SPDX-License-Identifier: MPL-2.0
"""Adding a partner in place: one that is known from another tender, or a new one by three short answers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from evidencepack.domain.record import Record, short_name
from evidencepack.ui.controls.combo import Combo
from evidencepack.ui.look import scaled
from evidencepack.ui.places.partner_words import sorts_of
from evidencepack.ui.session import Session
from evidencepack.ui.widgets.cards import Card, EmptyPlace, Notice, Tone, link
from evidencepack.ui.widgets.heading import PageHeading
from evidencepack.ui.widgets.parts import WIDEST, NarrowLayout, button, column, emptied, label, row
from evidencepack.ui.words import say
from evidencepack.usecases.listing import title_of
from evidencepack.usecases.partner_changes import NewPartner, known_elsewhere, same_name, take_in, take_in_new
from evidencepack.usecases.partner_view import choice_words


class PartnerAdding(QFrame):
    """``added`` carries the id of the organisation that is a partner now; ``left`` says that nothing was added."""

    added = Signal(str)
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("page")
        self._session = session
        self.heading = PageHeading(say("Add a partner"), say("Pick one you know, or write three short answers."))
        self._known = column(gap=0)
        self.legal_name, self.short_name, self.sort = QLineEdit(), QLineEdit(), Combo()
        self.sort.addItem(say("Not sure yet"), "")
        for name, words in sorts_of(session.library):
            self.sort.addItem(words, name)
        self._problem = label("", "error")
        self._problem.setVisible(False)
        self.add = button(say("Add this partner"), self._add, kind="primary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(self.heading)
        layout.addWidget(self._known)
        layout.addWidget(self._form())
        layout.addStretch(1)

    def begin(self, sort: str = "") -> None:
        """Begin anew; ``sort`` is what kind of organisation it is, if that is known."""
        self._problem.hide()
        self.legal_name.clear()
        self.short_name.clear()
        self.sort.setCurrentIndex(max(0, self.sort.findData(sort)))
        self._show_known()
        self.legal_name.setFocus()

    def _form(self) -> QFrame:
        asked = column(
            _asked(
                self.legal_name, say("What is it called?"), say("The full legal name. It is printed in the papers.")
            ),
            _asked(self.short_name, say("What do you call them?"), say("One or two words, for tables and lists.")),
            _asked(self.sort, say("What kind of organisation is it?"), say("We suggest the papers by it.")),
            self._problem,
            row(self.add, button(say("Cancel"), self.left.emit), None, gap=10),
            gap=12,
        )
        asked.setMaximumWidth(scaled(WIDEST))
        self.legal_name.returnPressed.connect(self._add)
        self.short_name.returnPressed.connect(self._add)
        return Card(say("A new one"), asked)

    def _show_known(self) -> None:
        inside = self._known.layout()
        if inside is None:
            return
        emptied(inside)
        found = known_elsewhere(self._session.facts, self._session.library)
        if found:
            rows = [self._one(record) for record in found]
            inside.addWidget(Card(say("From your other tenders"), *rows, gap=8))
        self._known.setVisible(bool(found))

    def _one(self, record: Record) -> QFrame:
        name, sort = short_name(record), choice_words(record, "org_type", self._session.library)
        words = " · ".join(filter(None, (title_of(record) if title_of(record) != name else "", sort)))
        said = column(label(name, "strong"), label(words, "small"), gap=0)
        return row(said, link(say("Choose"), self._taking(record.id), name=say("Choose {name}", name=name)), gap=8)

    def _taking(self, organisation: str) -> Callable[[], None]:
        return lambda: self._take(organisation)

    def _take(self, organisation: str) -> None:
        facts, library = self._session.facts, self._session.library
        words = say("add {name}", name=short_name(facts.records[organisation]))
        self._session.change(*take_in(facts, library, organisation), words=words)
        self.added.emit(organisation)

    def _add(self) -> None:
        name = self.legal_name.text().strip()
        if not name:
            self._refuse(say("Enter what it is called. Everything else can come later."))
            return
        facts, library = self._session.facts, self._session.library
        known = same_name(facts, name)
        if known is not None:
            there = known in known_elsewhere(facts, library)
            how = say("Choose it above.") if there else say("It is in this tender.")
            self._refuse(say("“{name}” is known already. {how}", name=title_of(known), how=how))
            return
        new = NewPartner(name, self.short_name.text(), str(self.sort.currentData() or ""))
        organisation, changes = take_in_new(facts, library, new)
        self._session.change(*changes, words=say("add {name}", name=name))
        self.added.emit(organisation)

    def _refuse(self, words: str) -> None:
        self._problem.setText(f"{say('Error')}: {words}")
        self._problem.show()
        self.legal_name.setFocus()


class NoPartners(QFrame):
    """What stands where no partner is yet. ``chosen`` carries a kind of organisation, or nothing."""

    chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("page")
        self.heading = PageHeading(say("Partners"))
        begin = button(say("Add a partner"), lambda: self.chosen.emit(""), kind="primary")
        sentence = say(
            "A partner is any organisation whose work you rely on to give the service. Start with the one you would "
            "miss most. We then suggest the documents you need for its kind."
        )
        empty = EmptyPlace("users", say("No partners yet"), sentence, begin)
        kinds = [self._kind(name, words, session) for name, words in sorts_of(session.library, typed=True)]
        alone = Notice(
            Tone.TIP, say("You can bid alone"), say("Then leave this empty. The checks will not ask about partners.")
        )
        layout = NarrowLayout(self)
        layout.setContentsMargins(24, 18, 24, 20)
        layout.setSpacing(14)
        for part in (self.heading, empty, Card(say("Or start from the kind"), *kinds, gap=8), alone):
            layout.addWidget(part)
        layout.addStretch(1)

    def _kind(self, name: str, words: str, session: Session) -> QFrame:
        guide = next(one for one in session.library.partner_types.values() if name in one.organisations)
        said = column(label(words, "strong"), label(guide.best_for, "small"), gap=0)
        choose = link(say("Choose"), lambda: self.chosen.emit(name), name=say("Choose {name}", name=words))
        return row(said, choose, gap=8)


def _asked(control: QWidget, words: str, hint: str) -> QFrame:
    head = label(words, "label")
    head.setBuddy(control)
    control.setAccessibleName(words)
    control.setAccessibleDescription(hint)
    return column(head, label(hint, "hint"), control, gap=3)
