# SPDX-License-Identifier: MPL-2.0
"""The question before a document goes out to be signed: which one, to whom, on what paper, and what it still lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from evidencepack.library.entry_dates import date_text
from evidencepack.ui.controls.combo import Combo
from evidencepack.ui.signing.press import SendWish
from evidencepack.ui.signing.since import Touched, touched_row
from evidencepack.ui.widgets.cards import link
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.parts import asked, button, column, emptied, label, row
from evidencepack.ui.widgets.scrolled import ScrolledDialog
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import counted, say
from evidencepack.usecases.sign_changes import SignatureTouched
from evidencepack.usecases.sign_outlook import SignOutlook

_WIDTH, _SHOWN = 620, 3
_NOBODY: Touched = MappingProxyType({})


class SendQuestion(ScrolledDialog):
    """``opened`` carries the id of a paper that the person goes to first; the dialog is closed by then."""

    opened = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        outlooks: Sequence[SignOutlook],
        person: str,
        *,
        begin: str = "",
        touched: Touched = _NOBODY,
    ) -> None:
        """``begin`` is the document that stands there first, by its id; ``person`` whose account it is.

        ``touched`` are the signatures that changes have touched.
        """
        super().__init__(parent, say("Send for signing"), wide=_WIDTH)
        self._outlooks, self._touched = tuple(outlooks), touched
        self.paper, self.partner = Combo(), Combo()
        self.paper.addItems([f"{one.title} ({one.reference})" for one in self._outlooks])
        self.paper.setCurrentIndex(next((at for at, one in enumerate(outlooks) if one.record == begin), 0))
        self.both = QCheckBox(say("For printing on both sides"))
        self.tabs = QCheckBox(say("A tab sheet before each copy"))
        self.word = QCheckBox(say("As Word, too"))
        self.word.setChecked(True)
        self.changes = QCheckBox(say("Those who signed before get a note of the changes to initial"))
        self.changes.setChecked(True)
        self.who = QLineEdit(person)
        self._told = QFrame()
        layout = QVBoxLayout(self._told)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._problem = label("", "error")
        self._problem.hide()
        self.do = button(say("Send for signing…"), self._agree, kind="primary")
        self.do.setDefault(True)
        page = column(
            _titled(say("Document"), self.paper),
            self._told,
            _titled(say("Copies for"), self.partner),
            column(self.changes, self.both, self.tabs, self.word, gap=4),
            asked(self.who, say("Who sends it?"), say("It stands in the version that is kept.")),
            self._problem,
            None,
            gap=12,
            name="page",
        )
        ways = row(None, button(say("Cancel"), self.reject), self.do, gap=10)
        frozen = say("The document is kept as it is now, and never changes again. You go on editing the next version.")
        self.lay_out([label(say("Send a document for signing"), "h2"), label(frozen, "hint")], page, ways)
        self.paper.currentIndexChanged.connect(lambda _at: self._show())
        self._show()
        self.paper.setFocus()

    @property
    def chosen(self) -> SignOutlook:
        """The document that is chosen."""
        return self._outlooks[max(0, self.paper.currentIndex())]

    @property
    def wish(self) -> SendWish:
        """What was answered."""
        at = self.partner.currentIndex()
        partner = self.chosen.parties[at - 1][0] if at > 0 else ""
        ticks = (self.both.isChecked(), self.tabs.isChecked(), self.word.isChecked())
        changes = self.chosen.record in self._touched and self.changes.isChecked()
        return SendWish(self.chosen.record, partner, self.who.text().strip(), *ticks, changes=changes)

    def _show(self) -> None:
        """Say what would go out, and what keeps it from that."""
        one = self.chosen
        touched = self._touched.get(one.record, ())
        self.changes.setVisible(bool(touched))
        layout = self._told.layout()
        if layout is not None:
            emptied(layout)
            for part in (*_outlook_rows(one), *_touched_rows(touched)):
                layout.addWidget(part)
                part.show()
            if not one.is_ready:
                name = say("Open {what} and complete it", what=one.title)
                layout.addWidget(row(link(say("Open the paper"), self._go, name=name), None))
        self.partner.clear()
        everyone = counted(len(one.parties), "Everybody who signs (1 copy)", "Everybody who signs ({n} copies)")
        self.partner.addItems([everyone, *(name for _, name in one.parties)])
        self.partner.setEnabled(len(one.parties) > 1)
        self.do.setEnabled(one.is_ready)
        self.do.setToolTip("" if one.is_ready else say("It lacks something. See above."))

    def _go(self) -> None:
        self.reject()
        self.opened.emit(self.chosen.record)

    def _agree(self) -> None:
        if self.who.text().strip():
            self.accept()
            return
        self._problem.setText(say("Say who sends it."))
        self._problem.show()
        self.who.setAccessibleDescription(self._problem.text())
        self.who.setFocus()


def _outlook_rows(one: SignOutlook) -> Iterator[QWidget]:
    """Yield as which version a document goes out, and what it lacks."""
    names = ", ".join(name for _, name in one.parties)
    yield StateRow(Mark.OUT, say("It goes out as version {n}.0", n=one.number), names)
    if one.last is not None:
        day = date_text(date.fromisoformat(one.last.day))
        words = say("Version {label} went out on {day}.", label=one.last.label, day=day)
        more = say("If it still says the same, the same files go out again. Else its open copies count no more.")
        yield StateRow(Mark.IDEA, words, more)
    if one.missing:
        words = counted(one.missing, "1 answer is missing", "{n} answers are missing")
        yield StateRow(Mark.BLOCK, words, say("Nobody should sign a paper with gaps."))
    if one.unnamed:
        why = say("Name who signs for each organisation first.")
        yield StateRow(Mark.BLOCK, say("Somebody who is to sign is not named"), why)
    if one.is_ready:
        yield StateRow(Mark.DONE, say("No answer is missing, and everybody who signs is named"))


def _touched_rows(touched: Sequence[SignatureTouched]) -> Iterator[QWidget]:
    """Yield whose signature the changes have touched; those there is no room for are counted."""
    said = [part for one in touched if (part := touched_row(one)) is not None]
    yield from said[:_SHOWN]
    if (more := len(said) - _SHOWN) > 0:
        yield label(counted(more, "and {n} other signature", "and {n} other signatures"), "small")


def _titled(title: str, control: Combo) -> QFrame:
    head = label(title, "label")
    head.setBuddy(control)
    control.setAccessibleName(title)
    return column(head, control, gap=3)
