# SPDX-License-Identifier: MPL-2.0
"""Control: what every answer is typed or picked in. All of them speak the text that ``library.entry`` reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

if TYPE_CHECKING:
    from evidencepack.ui.session import Session


class Control(QWidget):
    """A control of one field: shows an entry's text and says when a person changed it."""

    edited = Signal(str)
    """The entry as it is now; sent only for what a person does."""

    def first(self) -> QWidget:
        """Return the widget that the field's label belongs to and that takes the keyboard first."""
        raise NotImplementedError

    def watch_spelling(self, session: Session) -> None:
        """Check the spelling of what is typed here; only boxes for prose know how."""

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


class Combo(QComboBox):
    """A pick-list that the wheel of the mouse scrolls past; it would change answers on the way."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
