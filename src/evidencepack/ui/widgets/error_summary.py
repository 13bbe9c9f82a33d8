# SPDX-License-Identifier: MPL-2.0
"""What needs another look, in one box above it all: each line of it goes to its place, and all can be seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from evidencepack.ui.widgets.announcing import announce
from evidencepack.ui.widgets.parts import label
from evidencepack.ui.widgets.wrapped_link import WrappedLink
from evidencepack.ui.words import counted


@dataclass(frozen=True, slots=True)
class Trouble:
    """One line: its words, and what goes to the place."""

    words: str
    go: Callable[[], None]


class ErrorSummary(QFrame):
    """Hidden until there is something to say. It says it at once; as advice it says it when somebody comes to it."""

    resized = Signal()
    """It takes more or less room than before."""

    def __init__(self, *, most: int = 8, advice: bool = False) -> None:
        """Make an empty one: ``most`` lines are shown until somebody wants to see all."""
        super().__init__()
        self.setObjectName("warnbox" if advice else "errorsummary")
        self._most, self._advice = most, advice
        self._shown: tuple[str, Sequence[Trouble], str] = ("", (), "")
        self._all = False
        self._title, self._note = label("", "h2"), label("", "small")
        self._links: list[WrappedLink] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(18, 13, 18, 13)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._title)
        self._layout.addWidget(self._note)
        self.hide()

    def show_troubles(self, title: str, troubles: Sequence[Trouble], note: str = "") -> None:
        """Show these lines; without any, nothing is shown."""
        self._shown, self._all = (title, tuple(troubles), note), self._all and len(troubles) > self._most
        self._show()
        if troubles and not self._advice:
            announce(self, " ".join(filter(None, (title, note))), urgent=True)

    def _show(self) -> None:
        title, troubles, note = self._shown
        for old in self._links:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        seen = troubles if self._all else troubles[: self._most]
        self._links = [WrappedLink(one.words, one.go) for one in seen]
        more = len(troubles) - len(seen)
        if more:
            words = counted(more, "Show 1 more", "Show {n} more")
            self._links.append(WrappedLink(words, self._show_all))
        for at, link in enumerate(self._links, start=1):
            self._layout.insertWidget(at, link)
        self._title.setText(title)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.setAccessibleName(title)
        self.setVisible(bool(troubles))

    def _show_all(self) -> None:
        """Show every line, and go to the first that was not shown."""
        self._all = True
        at = self._most
        self._show()
        self.resized.emit()
        self._links[at].setFocus()

    def take_focus(self) -> None:
        """Put the keyboard on the first line."""
        if self._links:
            self._links[0].setFocus()

    @property
    def links(self) -> Sequence[WrappedLink]:
        """The lines that are shown."""
        return self._links
