# SPDX-License-Identifier: MPL-2.0
"""Backups to look at and to put back: which there are, what is in each, and what happens to the present work."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from evidencepack.errors import EvidencePackError
from evidencepack.paths.workspace import SUFFIX
from evidencepack.store.rotation import made_at
from evidencepack.ui import clock
from evidencepack.ui.look import scaled
from evidencepack.ui.messages import tell
from evidencepack.ui.places.history_words import clock_words, day_words
from evidencepack.ui.shell import losing
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.where import ALL_TENDERS, Where
from evidencepack.ui.widgets.master_list import Entry, MasterList
from evidencepack.ui.widgets.parts import button, column, label, row
from evidencepack.ui.words import counted, say
from evidencepack.usecases.backups import backups_of
from evidencepack.usecases.putting_back import Contents, Paper, contents_of, papers_in, put_back
from evidencepack.usecases.workspaces import open_existing

_WIDTH, _HEIGHT, _LIST = 720, 460, 300
_KILO = 1024


def restore(parent: QWidget, context: Context) -> None:
    """Show the backups of the work that is open; the person may look at one, put one back, or leave it."""
    RestoreDialog(parent, context).exec()


class RestoreDialog(QDialog):
    """The backups on the left, the newest first; on the right what is in the one that is chosen."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent.window())
        self._context = context
        self._known: dict[str, Contents] = {}
        self.setWindowTitle(say("Restore from a backup"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(scaled(_WIDTH), scaled(_HEIGHT))
        self.list = MasterList(say("Backups"))
        self.list.setMinimumWidth(scaled(_LIST))
        self._title, self._holds = label("", "h2"), label("")
        self._problem = label("", "error")
        self._look = button(say("Look at it"), self._open)
        self.back = button(say("Put this back"), self._put_back, kind="primary")
        self._lay_out()
        self.list.chosen.connect(self._show)
        self._offer(*(backup.file for backup in backups_of(context.work.file)))

    def _lay_out(self) -> None:
        kept = label(say("What is there now is kept as a backup first, so you can come back to it."), "hint")
        shown = column(self._title, self._holds, self._problem, None, kept, gap=8, margins=(18, 4, 4, 4))
        middle = QHBoxLayout()
        middle.addWidget(self.list)
        middle.addWidget(shown, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 14)
        layout.setSpacing(12)
        layout.addLayout(middle, 1)
        other = button(say("Choose another file…"), self._choose)
        layout.addWidget(row(other, None, self._look, self.back, button(say("Leave it"), self.reject), gap=10))

    def _offer(self, *files: Path) -> None:
        """List these backups and have each looked into, one after the other."""
        there = [Entry(str(file), _made_words(file), _size_words(file)) for file in files]
        self.list.show_entries(there)
        self._show(self.list.current)
        for file in files:
            job, show = partial(contents_of, file), partial(self._learn, str(file))
            self._context.tasks.submit(f"backup {file}", job, done=show, failed=self._fail)

    def _learn(self, file: str, contents: Contents) -> None:
        self._known[file] = contents
        if file == self.list.current:
            self._show(file)

    def _fail(self, error: Exception) -> None:
        raise error

    def _show(self, file: str) -> None:
        """Show what is in a backup, as far as it is known by now."""
        contents = self._known.get(file)
        self._title.setText(_made_words(Path(file)) if file else say("No backups yet"))
        self._holds.setText(_holds(contents) if contents else say("Looking at it…") if file else _none())
        self._problem.setText(contents.problem if contents else "")
        sound = contents is not None and not contents.problem
        self._look.setEnabled(sound)
        self.back.setEnabled(sound)

    def _choose(self) -> None:
        kinds = f"{say('Workspaces')} (*{SUFFIX})"
        name, _ = QFileDialog.getOpenFileName(self, say("Choose a backup"), str(self._context.work.file.parent), kinds)
        if name:
            self._offer(Path(name), *(backup.file for backup in backups_of(self._context.work.file)))
            self.list.choose(name)

    def _open(self) -> None:
        try:
            papers = papers_in(Path(self.list.current), self._context.work.library)
        except EvidencePackError as error:
            tell(self, say("The backup cannot be read"), str(error))
            return
        LookDialog(self, papers).exec()

    def _put_back(self) -> None:
        """Put the chosen backup in the place of the work, unless something would be lost that the person wants."""
        work = self._context.work
        if work.session is not None and not losing.may_let_go(self, work.session):
            return
        if problem := work.close_tender():
            tell(self, say("The last changes are not saved."), problem)
            return
        file, backup = work.file, Path(self.list.current)
        try:
            kept = work.store.exchange(lambda: put_back(backup, file), lambda: open_existing(file))
        except EvidencePackError as error:
            tell(self, say("The backup cannot be put back"), str(error))
            return
        self.accept()
        self._context.guide.open_at(Where(ALL_TENDERS))
        said = say("Put back. What was there before is kept as {name}.", name=kept.name) if kept else say("Put back.")
        self._context.guide.tell(said)


class LookDialog(QDialog):
    """The documents of a backup, to be read: nothing can be changed here."""

    def __init__(self, parent: QWidget, papers: tuple[Paper, ...]) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("What is in this backup"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(scaled(_WIDTH + 120), scaled(_HEIGHT + 60))
        self._papers = {str(at): paper for at, paper in enumerate(papers)}
        self.list = MasterList(say("Documents"))
        self.list.setMinimumWidth(scaled(_LIST))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.list.chosen.connect(self._show)
        middle = QHBoxLayout()
        middle.addWidget(self.list)
        middle.addWidget(self.text, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(middle, 1)
        layout.addWidget(row(None, button(say("Close"), self.accept, kind="primary")))
        self.list.show_entries([Entry(at, one.title, f"{one.reference} · {one.tender}") for at, one in self._named()])

    def _named(self) -> list[tuple[str, Paper]]:
        return list(self._papers.items())

    def _show(self, at: str) -> None:
        paper = self._papers[at]
        self.text.setAccessibleName(f"{paper.reference} {paper.title}")
        self.text.setPlainText("\n\n".join(f"{asked}\n{answer}" for asked, answer in paper.answers))


def _made_words(file: Path) -> str:
    """Return when a backup was made; of another file, when it was last written."""
    made = made_at(file)
    if made is None and file.exists():
        made = datetime.fromtimestamp(file.stat().st_mtime).astimezone()
    if made is None:
        return file.name
    return f"{day_words(made.astimezone().date(), clock.today())} {clock_words(made)}"


def _size_words(file: Path) -> str:
    size = file.stat().st_size if file.exists() else 0
    mega = size / _KILO / _KILO
    return say("{size} MB", size=f"{mega:.1f}") if mega >= 0.1 else say("{size} KB", size=f"{size // _KILO:,}")


def _holds(contents: Contents) -> str:
    if contents.problem:
        return ""
    tenders = counted(len(contents.tenders), "{n} tender:", "{n} tenders:")
    titles = "\n".join(f"• {title}" for title in contents.tenders)
    changed = contents.changed
    when = f"{day_words(changed.astimezone().date(), clock.today())} {clock_words(changed)}" if changed else ""
    last = say("Last edit: {when}", when=when) if when else say("Nothing was ever written in it.")
    return f"{tenders}\n{titles}\n\n{last}" if contents.tenders else f"{say('No tenders.')}\n{last}"


def _none() -> str:
    return say("The program makes one every 20 minutes while you write, and when you close it.")
