# SPDX-License-Identifier: MPL-2.0
"""What needs another look, in one box above it all: each line of it goes to its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QVBoxLayout

from evidencepack.ui.widgets.announcing import announce
from evidencepack.ui.widgets.parts import label
from evidencepack.ui.widgets.wrapped_link import WrappedLink


@dataclass(frozen=True, slots=True)
class Trouble:
    """One line: its words, and what goes to the place."""

    words: str
    go: Callable[[], None]


class ErrorSummary(QFrame):
    """Hidden until there is something to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("errorsummary")
        self._title, self._note = label("", "h2"), label("", "small")
        self._links: list[WrappedLink] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(18, 13, 18, 13)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._title)
        self._layout.addWidget(self._note)
        self.hide()

    def show_troubles(self, title: str, troubles: Sequence[Trouble], note: str = "") -> None:
        """Show these lines, and say at once that they are there; without any, nothing is shown."""
        for old in self._links:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._links = [WrappedLink(one.words, one.go) for one in troubles]
        for at, link in enumerate(self._links, start=1):
            self._layout.insertWidget(at, link)
        self._title.setText(title)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.setAccessibleName(title)
        self.setVisible(bool(troubles))
        if troubles:
            announce(self, " ".join(filter(None, (title, note))), urgent=True)

    def take_focus(self) -> None:
        """Put the keyboard on the first line."""
        if self._links:
            self._links[0].setFocus()

    @property
    def links(self) -> Sequence[WrappedLink]:
        """The lines that are shown."""
        return self._links
