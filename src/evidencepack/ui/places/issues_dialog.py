# SPDX-License-Identifier: MPL-2.0
"""What was issued: each issue with its day, who, and what was let stand; its files again, and what a file is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QVBoxLayout, QWidget

from evidencepack.domain.issue import Issue, Overridden
from evidencepack.library.entry_dates import date_text
from evidencepack.store.workspace import Workspace
from evidencepack.ui.look import scaled
from evidencepack.ui.messages import tell
from evidencepack.ui.places.whereto import choose_folder, folder_in, open_place, place_to_begin
from evidencepack.ui.store_thread import StoreThread
from evidencepack.ui.widgets.cards import Card, link
from evidencepack.ui.widgets.drop_zone import DropZone
from evidencepack.ui.widgets.focus_ring import FocusRing
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.parts import Pane, button, column, emptied, label, row
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import counted, say
from evidencepack.usecases.issuing import reopen
from evidencepack.usecases.verifying import Standing, Verdict, issues_of, verify

_WIDE, _HIGH, _MOST = 640, 560, 0.92
_MARKS = {
    Standing.ISSUED: Mark.MET,
    Standing.OLDER: Mark.STALE,
    Standing.CHANGED: Mark.BLOCK,
    Standing.NOT_ISSUED: Mark.WARN,
    Standing.UNKNOWN: Mark.WARN,
    Standing.CLAIMED: Mark.WARN,
    Standing.UNREADABLE: Mark.MISS,
}


def day_words(one: Issue) -> str:
    """Return on which day an issue was made, and by whom."""
    return say("{day}, by {who}", day=date_text(date.fromisoformat(one.day)), who=one.by)


class IssuesDialog(QDialog):
    """The issues of a tender, newest first."""

    def __init__(
        self,
        parent: QWidget,
        store: StoreThread,
        reference: str,
        issues: Sequence[Issue],
        *,
        changes: Callable[[int], None],
    ) -> None:
        """``changes`` shows what has changed since the issue of a number."""
        super().__init__(parent)
        FocusRing(self)
        self.setWindowTitle(say("Issues of {reference}", reference=reference))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store, self._reference = store, reference
        self._verdicts = QVBoxLayout()
        self._verdicts.setSpacing(6)
        self._told = QFrame()
        self._told.setLayout(self._verdicts)
        self._told.hide()
        hint = say(
            "Drop a file here that somebody sent, or that you are about to upload: it says which issue it is of."
        )
        choose = button(say("Choose files…"), self.choose_files)
        self.zone = DropZone(hint, (), choose, over=say("Drop to see what “{file}” is", file="{file}"))
        self.zone.dropped.connect(lambda file: self.verify([file]))
        verifying = Card(say("Is this the file we issued?"), self.zone, self._told)
        cards = [
            _card(one, lambda one=one: self.write_again(one), lambda one=one: changes(one.number))  # type: ignore[misc]
            for one in reversed(issues)
        ]
        page = column(verifying, *cards, None, gap=12, name="page")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(Pane(page), 1)
        layout.addWidget(row(None, button(say("Close"), self.accept), gap=10))
        there = parent.window().size()
        self.resize(min(scaled(_WIDE), int(there.width() * _MOST)), min(scaled(_HIGH), int(there.height() * _MOST)))

    def choose_files(self) -> None:
        """Let the person choose files, and say what they are."""
        names, _kind = QFileDialog.getOpenFileNames(self, say("Files to verify"), str(place_to_begin()))
        self.verify([Path(name) for name in names])

    def verify(self, files: Sequence[Path]) -> None:
        """Say of each file of which issue it is."""
        self._store.ask(
            lambda workspace: tuple(verify(files, issues_of(workspace))),
            done=self._show,
            failed=lambda error: tell(self, say("The files could not be verified"), str(error)),
        )

    def write_again(self, one: Issue) -> None:
        """Write the files of an issue again, as they were, into a folder that the person chooses."""
        chosen = choose_folder(self, str(place_to_begin()), say("Where shall its files go?"))
        if not chosen:
            return
        words = say("{reference} issue {number}", reference="{reference}", number=one.number)
        folder = folder_in(Path(chosen), self._reference, words)

        def again(workspace: Workspace) -> Path:
            reopen(workspace, one.number, folder, tender=one.tender)
            return folder

        failed = say("Its files could not be written")
        self._store.ask(again, done=open_place, failed=lambda error: tell(self, failed, str(error)))

    def _show(self, verdicts: Sequence[Verdict]) -> None:
        emptied(self._verdicts)
        self._told.setVisible(bool(verdicts))
        for one in verdicts:
            self._verdicts.addWidget(StateRow(_MARKS[one.standing], f"{one.file.name} {one.sentence}"))


def _card(one: Issue, again: Callable[[], None], changes: Callable[[], None]) -> Card:
    files = counted(len(one.files), "{n} file", "{n} files")
    papers = counted(len(one.documents), "{n} paper", "{n} papers")
    stood = [_stood(it) for it in one.overridden]
    words = say("Write its files again…")
    name = say("Write the files of issue {number} again", number=one.number)
    name_changes = say("What has changed since issue {number}", number=one.number)
    return Card(
        say("Issue {number}", number=one.number),
        label(say("{day}. {papers}, {files}.", day=day_words(one), papers=papers, files=files)),
        *stood,
        row(link(say("What has changed since…"), changes, name=name_changes), None),
        link=link(words, again, name=name),
    )


def _stood(one: Overridden) -> StateRow:
    """Return what was let stand, by whom and why."""
    why = say("Let stand by {who}: {why}", who=one.who or say("nobody named"), why=one.reason)
    return StateRow(Mark.SKIP, one.message, why)
