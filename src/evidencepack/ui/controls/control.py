# SPDX-License-Identifier: MPL-2.0
"""Control: what every answer is typed or picked in. All of them speak the text that ``library.entry`` reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evidencepack.ui.words import say

if TYPE_CHECKING:
    from evidencepack.ui.session import Session


def too_long_words(most: int) -> str:
    """Return the sentence that says that what was pasted is not taken: an answer takes so many letters."""
    words = "Nothing was pasted: one answer takes {most} letters at most. What stood there stays."
    return say(words, most=f"{most:,}")


class Control(QWidget):
    """A control of one field: shows an entry's text and says when a person changed it."""

    edited = Signal(str)
    """The entry as it is now; sent only for what a person does."""
    refused = Signal(str)
    """What was pasted was not taken: the sentence that says why."""

    def first(self) -> QWidget:
        """Return the widget that the field's label belongs to and that takes the keyboard first."""
        raise NotImplementedError

    def watch_spelling(self, session: Session) -> None:
        """Check the spelling of what is typed here; only boxes for prose know how."""

    def point_out(self, quotes: Sequence[str]) -> None:
        """Mark words that the checks speak of; only boxes for words know how."""

    def text(self) -> str:
        """Return the entry as it stands."""
        raise NotImplementedError

    def show_text(self, text: str) -> None:
        """Show an entry, without saying that it was edited."""
        raise NotImplementedError

    def describe(self, name: str, description: str, *, invalid: bool) -> None:
        """Tell assistive technology what the control is, what is wrong with it and what helps."""
        widget = self.first()
        widget.setAccessibleName(name)
        widget.setAccessibleDescription(description)
        if widget.property("invalid") is not invalid:
            widget.setProperty("invalid", invalid)
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def _tell(self) -> None:
        self.edited.emit(self.text())
