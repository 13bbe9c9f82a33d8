# SPDX-License-Identifier: MPL-2.0
"""The question why a finding is no problem here: a reason, and a name where it would stop a final export."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from evidencepack.ui.look import scaled
from evidencepack.ui.widgets.fitted import FittedDialog
from evidencepack.ui.widgets.parts import asked, button, label
from evidencepack.ui.words import say
from evidencepack.usecases.setting_aside import is_reason

_WIDTH = 540


class PuttingAside(FittedDialog):
    """Asks for the reason; ``way_out`` is what is stated by that, ``named`` says that a name is needed."""

    def __init__(self, parent: QWidget, title: str, *, way_out: str, named: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Not a problem here"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setFixedWidth(scaled(_WIDTH))
        self.reason, self.who = QLineEdit(), QLineEdit()
        self._named = named
        self.problem = label("", "error")
        self.problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(14)
        layout.addWidget(label(title, "h2"))
        if way_out:
            layout.addWidget(label(way_out))
        hint = say("It is kept, and shown to whoever looks later. The finding comes back when the words change.")
        layout.addWidget(asked(self.reason, say("Why can it stay as it is?"), hint))
        said = say("It would stop a final export, so somebody answers for it.") if named else say("You may leave this.")
        layout.addWidget(asked(self.who, say("Who says so?"), said))
        layout.addWidget(self.problem)
        layout.addLayout(self._foot())
        self.reason.setFocus()

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addStretch(1)
        foot.addWidget(button(say("Cancel"), self.reject))
        self.do = button(say("Set it aside"), self._agree, kind="primary")
        self.do.setDefault(True)
        foot.addWidget(self.do)
        return foot

    def _agree(self) -> None:
        """Go on if everything is there that is needed; else say what is not, and go there."""
        reason = self.reason.text().strip()
        wanting = None if is_reason(reason) else self.reason
        if wanting is None and self._named and not self.who.text().strip():
            wanting = self.who
        if wanting is None:
            self.accept()
            return
        why = say("Say it in three words or more.") if reason else say("Say why it can stay as it is.")
        words = why if wanting is self.reason else say("Say who answers for it.")
        self.problem.setText(words)
        self.problem.show()
        wanting.setAccessibleDescription(words)
        wanting.setFocus()
