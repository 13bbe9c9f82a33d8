# SPDX-License-Identifier: MPL-2.0
"""When the workspace cannot be opened at the start: why, and what else there is to do, as fits the reason."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.paths.workspace import SUFFIX, default_workspace
from evidencepack.ui.messages import Message, news, tell
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.words import say
from evidencepack.usecases.backups import backups_of
from evidencepack.usecases.workspaces import restore_backup

_FOUND = " (Found:"
"""What begins the words on damage that only who mends a file can use."""

_CANNOT_BE_READ = frozenset({ExitCode.BAD_WORKSPACE, ExitCode.NEWER_VERSION})
_AGAIN = frozenset({ExitCode.ALREADY_OPEN, ExitCode.CANNOT_WRITE})


@dataclass(frozen=True, slots=True)
class Wish:
    """Which workspace the person wants to open instead; the same one to try again, None for their own."""

    file: Path | None


class CannotOpen:
    """Says why, and offers ways on. A way that is broken off, or fails, leads back to the same choice."""

    def __init__(self, error: EvidencePackError, file: Path | None) -> None:
        self._error, self._wanted = error, file
        self._file = (file or default_workspace()).absolute()
        self.wish: Wish | None = None
        self.message = self._made()

    def ask(self) -> Wish | None:
        """Return what the person wants to open instead; None to leave it."""
        self.message.exec()
        self.message.deleteLater()
        return self.wish

    def _made(self) -> Message:
        from evidencepack.ui.faults import details  # nobody reads it where all goes well

        message = Message(
            None, say("The workspace cannot be opened"), news(str(self._error).partition(_FOUND)[0]), mark=Mark.BLOCK
        )
        code = self._error.exit_code
        message.offer_details(details(f"Start: {type(self._error).__name__}, exit code {int(code)}"))
        for words, way in self._ways(code):
            message.offer_way(words, partial(self._go, way))
        message.offer(say("Close"), message.reject, default=True)
        return message

    def _ways(self, code: ExitCode) -> Iterator[tuple[str, Callable[[], Wish | None]]]:
        """Yield what fits: a copy where the file is there but not to be written, a backup where it is damaged."""
        if code in _CANNOT_BE_READ and backups_of(self._file):
            yield say("Restore the newest backup…"), self._restored
        if code is ExitCode.CANNOT_WRITE and self._file.is_file():
            yield say("Save a copy and open it…"), self._copied
        if code in _AGAIN:
            yield say("Try again"), lambda: Wish(self._wanted)
        if self._file != default_workspace() and code is ExitCode.NOT_FOUND:
            yield say("Open my own work"), lambda: Wish(None)
        yield say("Choose another workspace…"), self._chosen

    def _go(self, way: Callable[[], Wish | None]) -> None:
        try:
            self.wish = way()
        except EvidencePackError as error:
            tell(self.message, say("That could not be done"), str(error))
        except OSError as error:
            why = say("{why}. The workspace was not changed. Choose another folder.", why=error.strerror or "")
            tell(self.message, say("That could not be done"), why)
        if self.wish is not None:
            self.message.accept()

    def _chosen(self) -> Wish | None:
        title, kinds = say("Open another workspace"), f"{say('Workspaces')} (*{SUFFIX})"
        name, _ = QFileDialog.getOpenFileName(self.message, title, str(self._file.parent), kinds)
        return Wish(Path(name)) if name else None

    def _new_file(self, title: str, name: str) -> Path | None:
        """Return a file that is not there yet, which the person has named; None if they broke it off."""
        start = str(Path.home() / name)
        chosen, _ = QFileDialog.getSaveFileName(self.message, title, start, f"{say('Workspaces')} (*{SUFFIX})")
        return Path(chosen).with_suffix(SUFFIX) if chosen else None

    def _copied(self) -> Wish | None:
        """Copy the file, with the half of a save that may lie beside it, and open the copy."""
        new = self._new_file(say("Save a copy"), f"{self._file.stem} (copy){SUFFIX}")
        if new is None or new.exists():
            return None
        journal = self._file.with_name(f"{self._file.name}-journal")
        for old in (self._file, journal):
            if old.exists():
                shutil.copyfile(old, new.with_name(old.name.replace(self._file.name, new.name, 1)))
        return Wish(new)

    def _restored(self) -> Wish | None:
        """Make a new workspace of the newest backup, and open that; the damaged file stays as it is."""
        newest = backups_of(self._file)[0]
        day = newest.made.replace(tzinfo=UTC).astimezone()
        new = self._new_file(
            say("Restore the backup of {day}", day=f"{day:%d %B %Y, %H:%M}"), f"{self._file.stem} (restored){SUFFIX}"
        )
        if new is None:
            return None
        restore_backup(newest.file, new)
        return Wish(new)
