# SPDX-License-Identifier: MPL-2.0
"""Finding anything from anywhere: opens the dialog, does what is chosen, and remembers it for the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from evidencepack.ui.find.choices import Choice, Road, where_to
from evidencepack.ui.find.dialog import FindDialog
from evidencepack.ui.find.looking import Looking
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.words import say

if TYPE_CHECKING:
    from evidencepack.ui.shell.window import Window

_REMEMBERED = 8


class Finder(QObject):
    """What was chosen lately is offered while nothing is typed."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._recent: list[Choice] = []
        self._looking = Looking()
        self.dialog: FindDialog | None = None

    def open(self) -> FindDialog:
        """Show the dialog; the keyboard is in its line."""
        session = self._window.work.session
        tender = session.facts.tender if session else ""
        recent = tuple(one for one in self._recent if one.of in {"", tender})
        made = self.dialog = FindDialog(self._window, recent, self._looking)
        made.taken.connect(self._do)
        made.finished.connect(self._forget)
        made.open()
        made.words.setFocus()
        return made

    def _do(self, choice: Choice) -> None:
        self._recent = [choice, *(one for one in self._recent if one.id != choice.id)][:_REMEMBERED]
        target, session = choice.target, self._window.work.session
        if isinstance(target, Command):
            self._window.run(target)
            return
        facts, library = (session.facts, session.library) if session else (None, None)
        where = where_to(target, facts, library) if isinstance(target, Road) else target
        if where is not None:
            self._window.open_at(where)
        else:
            self._window.tell(say("It is no longer there."))

    def _forget(self, _result: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
