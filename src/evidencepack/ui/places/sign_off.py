# SPDX-License-Identifier: MPL-2.0
"""The register of signatures: who must sign what, what went out for it, what came back, and whom to ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from evidencepack.ui import clock
from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.look import restyle, scaled
from evidencepack.ui.places.sign_off_words import (
    FILTERS,
    cells_of,
    columns,
    counts,
    letter_to_chase,
    sentence,
    summary,
    tells,
)
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.place import TenderPlace
from evidencepack.ui.shell.where import DOCUMENTS, SIGN_OFF, Where, in_document
from evidencepack.ui.signing.desk import SigningDesk
from evidencepack.ui.signing.side import CopyWays, chase_card, copy_card, is_done, scans_card
from evidencepack.ui.signing.since import SinceDialog
from evidencepack.ui.widgets.cards import EmptyPlace
from evidencepack.ui.widgets.chips import Chips
from evidencepack.ui.widgets.file_drop import FileDrop
from evidencepack.ui.widgets.foot_bar import FootBar
from evidencepack.ui.widgets.grid import Grid
from evidencepack.ui.widgets.heading import PageHeading, fold_filters
from evidencepack.ui.widgets.parts import Pane, button, column, emptied, row
from evidencepack.ui.words import counted, say
from evidencepack.usecases.register import SignatureRow, Signing, begin_record, signature_rows, to_chase
from evidencepack.usecases.sign_changes import SignatureTouched
from evidencepack.usecases.sign_register import CopyLine, RegisterLine, register_lines

_WAIT = 300
"""Milliseconds from the last change to a new look."""

_SIDE = 258
"""The width of the cards, in pixels at a text size of 100 %."""


class SignOff(TenderPlace):
    """What the sign-off sheet records and what went out, paper by paper; the rest is what the papers ask for."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._lines: tuple[RegisterLine, ...] = ()
        self._said: tuple[object, ...] = ()
        self.desk = SigningDesk(self, self.session, context.work.store)
        self.desk.loaded.connect(self.refresh)
        self.desk.opened.connect(lambda paper: self.context.guide.open_at(in_document(paper)))
        self.desk.ended = self._focus
        self._heading = PageHeading(say("Who has signed what"))
        self._chips = Chips({name: say(words) for name, words in FILTERS.items()})
        self._chips.chosen.connect(lambda _name: self._show_rows())
        self._grid = Grid(say("Signatures"), columns())
        self._grid.opened.connect(lambda _row, _column: self._record())
        self._grid.shown.connect(lambda _row, _column: self._tell())
        words = say("Once a memorandum, a letter or another paper says who signs it, they are listed here.")
        go = self.context.going(Where(DOCUMENTS))
        self._none = EmptyPlace("pen-line", say("Nothing to sign yet"), words, button(say("Go to documents"), go))
        self._send = button(say("Send for signing…"), self._send_chosen, kind="primary")
        self._more = button(say("More…"), self._unfold)
        self._more.setAccessibleName(say("More ways: scans, notes, printing, chasing"))
        self._heading.add(row(self._more, self._send, gap=10))
        self._side = QFrame()
        QVBoxLayout(self._side).setContentsMargins(0, 0, 0, 0)
        self._pane = Pane(self._side)
        self._body = row(self._grid, self._pane, gap=16)
        self._paper, self._recording = button(say("Open the paper"), self._open), button("", self._record)
        self._foot = FootBar(self._paper, self._recording)
        self._lay_out()
        self._waiting = QTimer(self, singleShot=True, interval=_WAIT)
        self._waiting.timeout.connect(self._refresh_if_seen)
        self.session.changed.connect(self._waiting.start)

    def _lay_out(self) -> None:
        self._page = column(
            self._heading, self._chips, self._body, self._none, gap=10, margins=(24, 16, 24, 12), name="page"
        )
        drop = FileDrop(self._page)
        drop.dropped.connect(self.take_scans)
        drop.over.connect(self._show_over)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(drop, 1)
        layout.addWidget(self._foot)

    @property
    def title(self) -> str:
        """What the place is called."""
        return say("Sign-off")

    @property
    def here(self) -> Where:
        """The register."""
        return Where(SIGN_OFF)

    def arrive(self, where: Where) -> None:
        """Show the register as it stands now; of one paper, its first signature that was changed, or else its first."""
        self.refresh()
        self.desk.load()
        of_paper = [at for at, one in enumerate(self._lines) if one.row.paper == where.record]
        changed = [at for at in of_paper if self._lines[at].row.state is Signing.CHANGED]
        if of_paper:
            self._chips.turn_on("all")
            self._grid.choose(str((changed or of_paper)[0]))
        self._focus()

    def fit(self, width: LayoutWidth) -> None:
        """Leave out the cards where there is no room beside the register; the menu has all that they can do."""
        super().fit(width)
        fold_filters(self._page, self._heading, self._chips, tight=width is LayoutWidth.TIGHT)
        self._grid.fit(width)
        self._pane.setFixedWidth(scaled(_SIDE))
        self._send.setVisible(width is not LayoutWidth.TIGHT)
        self._show_side()

    def parts(self) -> Sequence[QWidget]:
        """The register, the cards, what can be done."""
        return (self._grid, self._side, self._foot) if self._lines else (self._none,)

    def do(self, command: Command) -> bool:
        """Send for signing, or print the copy that is out for the chosen signature."""
        if command is Command.SIGN and self._lines:
            self._send_chosen()
            return True
        line = self._chosen.line if self._chosen else None
        if command is not Command.PRINT or line is None:
            return False
        self._print(line)
        return True

    def close_place(self) -> None:
        """Stop what goes on beside."""
        self.desk.close_desk()

    def refresh(self) -> None:
        """Show the register as it stands now."""
        rows = signature_rows(
            self.session.facts, self.session.library, today=clock.today(), changed=self.session.signed.signatures
        )
        self._lines = register_lines(rows, self.desk.copies)
        self._heading.tell(summary(rows) if rows else "")
        for part in (self._body, self._chips, self._foot):
            part.setVisible(bool(rows))
        self._send.setEnabled(bool(rows))
        self._none.setVisible(not rows)
        self._chips.count(counts(rows))
        self._show_rows()
        self._show_side()

    def take_scans(self, files: Sequence[Path]) -> None:
        """Take in scans that were dropped."""
        self.desk.take(files)

    def menu(self) -> QMenu:
        """Return all that can be done here; it is gone once it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        line = self._chosen.line if self._chosen else None
        menu.addAction(say("Send for signing…"), self._send_chosen)
        menu.addAction(say("Take in scans…"), self.desk.choose_scans)
        menu.addSeparator()
        ways: Mapping[str, Callable[[CopyLine], None]] = {
            say("Note what happened…"): self.desk.note,
            say("Print this copy…"): self._print,
            say("Write its files again…"): self.desk.write_again,
        }
        for words, does in ways.items():
            menu.addAction(words, partial(does, line) if line else _nothing).setEnabled(line is not None)
        menu.addSeparator()
        menu.addAction(say("Copy text to chase"), self._copy).setEnabled(bool(self._asked))
        went_out = bool(self.desk.copies)
        menu.addAction(say("Chase list, mails and calendar…"), self.desk.write_chase_list).setEnabled(went_out)
        menu.addAction(say("Certificates of sign-off…"), self.desk.write_certificates).setEnabled(went_out)
        return menu

    def _unfold(self) -> None:
        self.menu().popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()
            self.desk.look_again()

    def _show_over(self, files: int) -> None:
        """Say what would happen to files that are held over the place."""
        card = self._side.findChild(QFrame, "drop")
        if card is not None:
            card.setProperty("over", bool(files))
            restyle(card)
        rows = [one.row for one in self._lines]
        held = counted(files, "Drop it to take it in as a scan.", "Drop them to take in {n} scans.")
        self._heading.tell(held if files else summary(rows) if rows else "")

    def _show_rows(self) -> None:
        shown = [(at, one) for at, one in enumerate(self._lines) if tells(one.row, self._chips.on)]
        before: list[RegisterLine | None] = [None, *(one for _, one in shown)]
        today = clock.today()
        self._grid.show_rows([cells_of(at, one, before[n], today) for n, (at, one) in enumerate(shown)])
        self._tell()

    @property
    def _chosen(self) -> RegisterLine | None:
        """The signature that is chosen."""
        index = self._grid.currentIndex()
        return self._lines[int(self._grid.cells.rows[index.row()].id)] if index.isValid() else None

    def _tell(self) -> None:
        one = self._chosen
        row_ = one.row if one else None
        paper = " ".join(filter(None, (row_.title, row_.version))) if row_ else ""
        self._foot.tell(say("{paper} – {how}", paper=paper, how=sentence(row_, clock.today())) if row_ else "")
        for part in (self._paper, self._recording):
            part.setEnabled(one is not None)
        self._recording.setText(say("Open its record") if row_ and row_.recorded else say("Record a signature"))
        self._show_side()

    @property
    def _asked(self) -> tuple[SignatureRow, ...]:
        """The signatures for which somebody is to be asked."""
        return to_chase([one.row for one in self._lines])

    def _show_side(self) -> None:
        """Show the cards, where there is room; as long as they say the same, they stay."""
        beside = bool(self._lines) and self.width_class.has_side
        self._pane.setVisible(beside)
        chosen, asked, today = self._chosen, self._asked, clock.today()
        touched = self.desk.touched.get(chosen.row.paper, ()) if chosen else ()
        said = (chosen, asked, today, beside, touched)
        layout = self._side.layout()
        if said == self._said or layout is None:
            return
        self._said = said
        emptied(layout)
        if not beside:
            return
        ways = CopyWays(self.desk.note, self._print, self.desk.send, self._compare)
        cards = [copy_card(chosen, today, ways, touched)] if chosen and (chosen.line or not is_done(chosen)) else []
        chasing = [chase_card(asked, self._copy)] if asked else []
        shown = column(*cards, scans_card(self.desk.choose_scans), *chasing, None, gap=12)
        layout.addWidget(shown)
        shown.show()  # Qt itself would do it later

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(letter_to_chase(self._asked, clock.today()))
        self.context.guide.tell(say("The text is copied. Paste it into an e-mail."))

    def _send_chosen(self) -> None:
        """Send the paper of the chosen signature, or another one: the question begins with it."""
        self.desk.send(self._chosen.row.paper if self._chosen else "")

    def _print(self, line: CopyLine) -> None:
        self.desk.print_copies((line.copy,))

    def _compare(self, one: SignatureTouched) -> None:
        """Show what a paper says otherwise than what somebody signed."""
        version = one.line.version
        title = say("{paper} since version {label}", paper=version.reference, label=version.label)
        SinceDialog(self, title, one.changes).open()

    def _open(self) -> None:
        if one := self._chosen:
            self.context.guide.open_at(in_document(one.row.paper))

    def _record(self) -> None:
        """Go to where the chosen signature is recorded; make a row for it where there is none."""
        one = self._chosen
        if one is None:
            return
        path, changes = begin_record(self.session.facts, self.session.library, one.row)
        if changes:
            self.session.work_in(path.record)  # undone where the person is then
            self.session.change(*changes, words=say("begin to record a signature"))
        self.context.guide.open_at(in_document(path.record, path))

    def _focus(self) -> None:
        (self._grid if self._lines else self._heading).setFocus()


def _nothing() -> None:
    """No copy is chosen: there is nothing to do with it."""
