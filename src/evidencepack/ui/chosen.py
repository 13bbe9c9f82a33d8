# SPDX-License-Identifier: MPL-2.0
"""What the person has chosen, while the window is open: put on at once, kept in their file, told to who asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from evidencepack.errors import EvidencePackError
from evidencepack.ui.look import look
from evidencepack.ui.spelling.switch import switch
from evidencepack.usecases.preferences import Preferences, read_preferences, write_preferences


class Chosen(QObject):
    """The settings. ``note`` says what was wrong with their file when it was read; empty if nothing was."""

    changed = Signal()
    failed = Signal(str)
    """Why they could not be kept; they are on all the same, until the window closes."""

    def __init__(self, file: Path | None) -> None:
        """Read the settings from a file; without one the usual ones are on and nothing is kept."""
        super().__init__()
        self._file = file
        self.now, self.note = read_preferences(file) if file else (Preferences(), "")
        look().wear(self.now)
        switch().turn(on=self.now.check_spelling)

    def take(self, preferences: Preferences) -> None:
        """Put on other settings and keep them."""
        if preferences == self.now:
            return
        self.now = preferences
        look().wear(preferences)
        switch().turn(on=preferences.check_spelling)
        self._keep()
        self.changed.emit()

    def remember(self, file: Path) -> None:
        """Note which workspace was opened last."""
        self.take(self.now.with_recent(str(file)))

    def put_off(self, key: str, until: date) -> None:
        """Let a next step rest until a day; what has rested long enough is forgotten."""
        still = {name: day for name, day in self.now.put_off.items() if day >= until.isoformat()}
        self.take(replace(self.now, put_off={**still, key: until.isoformat()}))

    def note_to_fix(self, tender: str, number: int, day: date) -> None:
        """Note how many things had to be fixed in a tender on a day, for the list; 0 is not worth a note."""
        to_fix = {name: known for name, known in self.now.to_fix.items() if name != tender}
        checked = {name: known for name, known in self.now.checked.items() if name != tender}
        if number:
            to_fix[tender], checked[tender] = number, day.isoformat()
        self.take(replace(self.now, to_fix=to_fix, checked=checked))

    def checked(self, tender: str) -> tuple[int, date | None]:
        """Return how many things had to be fixed when a tender was last checked, and the day, if it is known."""
        try:
            day = date.fromisoformat(self.now.checked.get(tender, ""))
        except ValueError:  # the file is a person's: anything may stand in it
            day = None
        return self.now.to_fix.get(tender, 0), day

    def _keep(self) -> None:
        if self._file is None:
            return
        try:
            write_preferences(self._file, self.now)
        except EvidencePackError as error:
            self.failed.emit(str(error))
