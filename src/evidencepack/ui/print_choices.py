# SPDX-License-Identifier: MPL-2.0
"""What is chosen before printing: what, printer, pages, copies, both sides, tabs, for whom, one for each partner."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from evidencepack.domain.trade import Audience
from evidencepack.ui.controls.combo import Combo
from evidencepack.ui.widgets.parts import column, label
from evidencepack.ui.words import say
from evidencepack.usecases.copies import read_range

_MOST_COPIES, _EDGE = 99, 8
_READERS = (Audience.PACK, Audience.PARTNER, Audience.OWN)


class PrintChoices(QFrame):
    """The controls; ``remade`` says that the pages themselves are others with what is chosen now."""

    remade = Signal()

    def __init__(
        self,
        printers: Sequence[str],
        parties: Sequence[str],
        audience: Audience,
        *,
        packed: bool = False,
        bundled: bool = False,
    ) -> None:
        """``packed``: it is the whole pack; ``bundled``: there is one with files from outside, too."""
        super().__init__()
        self._parties = tuple(parties)
        self._what = Combo()
        self._what.addItems([say("The pack with its annexes"), say("Our own pages")])
        self._packed, self._bundled = packed, bundled
        self._tabs = QCheckBox(say("A tab sheet before each part"))
        self.file = ""
        """Where a PDF file is written in the place of paper; empty for paper."""
        self._printer = Combo()
        self._printer.addItems(list(printers) or [say("No printer is set up")])
        self._printer.setEnabled(bool(printers))
        self._printers = bool(printers)
        self._pages = QLineEdit()
        self._pages.setPlaceholderText(say("All, or such as 1-3, 7"))
        self._copies = QSpinBox(minimum=1, maximum=_MOST_COPIES)
        # The box of a style sheet leaves its own line no edge.
        self._copies.lineEdit().setTextMargins(_EDGE, 0, 0, 0)
        self._duplex = QCheckBox(say("On both sides"))
        self._reader = Combo()
        self._reader.addItems([say("The buyer"), say("Partners"), say("Your own people")])
        self._reader.setCurrentIndex(_READERS.index(audience))
        self._each = QCheckBox(say("One copy for each partner"))
        self._named = label("", "small")
        self._lay_out()
        self._reader.currentIndexChanged.connect(lambda _at: self.remade.emit())
        self._duplex.toggled.connect(lambda _on: self.remade.emit())
        self._tabs.toggled.connect(lambda _on: self.remade.emit())
        self._what.currentIndexChanged.connect(lambda _at: self.remade.emit())
        self._each.toggled.connect(self._tell_names)
        self._tell_names(False)

    def fix(self, *, fixed: bool) -> None:
        """Ask only how pages are put on paper, where they are made already."""
        self._for.setVisible(not fixed)
        self._copied.setVisible(not fixed)

    @property
    def can_print(self) -> bool:
        """Whether there is a printer, or a file to write in its place."""
        return self._printers or bool(self.file)

    @property
    def printer(self) -> str:
        """The printer by its name; empty if there is none."""
        return self._printer.currentText() if self._printers else ""

    @property
    def copies(self) -> int:
        """How many copies, of each if there is one for each partner."""
        return self._copies.value()

    @property
    def duplex(self) -> bool:
        """Whether both sides of the paper are used."""
        return self._duplex.isChecked()

    @property
    def bundled(self) -> bool:
        """Whether the pages of files from outside stand between ours."""
        return self._bundled and self._what.currentIndex() == 0

    @property
    def tabs(self) -> bool:
        """Whether a tab sheet stands before each part."""
        return self._packed and self._tabs.isChecked()

    @property
    def audience(self) -> Audience:
        """For whom the pages are."""
        return _READERS[self._reader.currentIndex()]

    @property
    def names(self) -> tuple[str, ...]:
        """What stands at the head of each copy: "Copy for Maitree"; none if copies are all alike."""
        if not self._each.isChecked():
            return ()
        return tuple(say("Copy for {name}", name=name) for name in self._parties)

    def range_of(self, pages: int) -> tuple[int, ...]:
        """Return the pages to print, from 1.

        Raises:
            UnreadableRangeError: if what is typed is no range of them.
        """
        return read_range(self._pages.text(), pages)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        what = _titled(say("What to print"), self._what)
        self._for = _titled(say("For"), self._reader)
        self._copied = column(self._each, self._named, gap=3)
        for part in (
            what,
            _titled(say("Printer"), self._printer),
            _titled(say("Pages"), self._pages),
            _titled(say("Copies"), self._copies),
            self._duplex,
            self._tabs,
            self._for,
            self._copied,
        ):
            layout.addWidget(part)
        what.setVisible(self._bundled)
        self._tabs.setVisible(self._packed)
        self._each.setEnabled(bool(self._parties))

    def _tell_names(self, on: bool) -> None:  # noqa: FBT001 - a signal's
        if not self._parties:
            self._named.setText(say("This tender has no partner yet."))
        elif on:
            self._named.setText(say("Named at the head of each page: {names}", names=", ".join(self._parties)))
        else:
            self._named.setText(say("Each has the partner’s name at the head of its pages."))


def _titled(title: str, control: QWidget) -> QFrame:
    head = label(title, "cap")
    head.setBuddy(control)
    control.setAccessibleName(title)
    return column(head, control, gap=3)
