# SPDX-License-Identifier: MPL-2.0
"""What the window itself does when a key or a menu asks, where the place that is open does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from evidencepack.bootstrap import Program
from evidencepack.errors import EvidencePackError
from evidencepack.paths.workspace import SUFFIX
from evidencepack.ui.look import colour
from evidencepack.ui.messages import tell
from evidencepack.ui.opening import open_work
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.registry import is_there
from evidencepack.ui.shell.where import ALL_TENDERS, DOCUMENT, HELP, READINESS, SIGN_OFF, Where
from evidencepack.ui.tokens import Ink
from evidencepack.ui.undo_keys import left_cell
from evidencepack.ui.words import say
from evidencepack.usecases.preferences import Colours

if TYPE_CHECKING:
    from evidencepack.ui.find.finder import Finder
    from evidencepack.ui.shell.window import Window
    from evidencepack.ui.work import Work


class Commands(QObject):
    """The window's own answers to commands."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.finder: Finder | None = None
        self._do: Mapping[Command, Callable[[], object]] = {
            Command.NEW_TENDER: self._new_tender,
            Command.SWITCH_TENDER: self._switch,
            Command.OPEN_FILE: self.ask_for_file,
            Command.BACK_UP: self._back_up,
            Command.SAVE: self._save,
            Command.UNDO: self._undo,
            Command.REDO: self._redo,
            Command.CLOSE: window.close,
            Command.BACK: lambda: window.go(-1),
            Command.FORWARD: lambda: window.go(1),
            Command.NEXT_PART: lambda: window.go_to_part(back=False),
            Command.PREVIOUS_PART: lambda: window.go_to_part(back=True),
            Command.CHECK: self._check,
            Command.NEXT_FINDING: lambda: self._go_by_finding(1),
            Command.PREVIOUS_FINDING: lambda: self._go_by_finding(-1),
            Command.FIND_ANYTHING: self._find,
            Command.LIGHT_DARK: self._turn,
            Command.HELP: self._help,
            Command.KEYBOARD: lambda: self._go_to(Where(HELP, part="keys")),
            Command.TOUR: window.take_tour,
            Command.MENU: window.unfold_menu,
            Command.PRINT: self._say_what_prints,
            Command.SIGN: self._sign,
        }

    def run(self, command: Command) -> None:
        """Do what a command asks, if the window knows how."""
        if command in self._do:
            self._do[command]()

    def ask_for_file(self) -> None:
        """Let the person choose another workspace, in the system's own dialog."""
        from PySide6.QtWidgets import QFileDialog

        title, kinds = say("Open another workspace"), f"{say('Workspaces')} (*{SUFFIX})"
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(self._window.work.file.parent), kinds)
        if name:
            self.open_file(Path(name))

    def open_file(self, file: Path) -> None:
        """Open another workspace in this window; the one that is open stays if that fails."""
        if self.open_work(lambda program: open_work(file, program), file):
            self._window.chosen.remember(file)

    def open_work(self, opening: Callable[[Program], Work], file: Path) -> bool:
        """Show other work in this window, if it can be opened and nothing is lost; whether it is shown now."""
        window = self._window
        if file == window.work.file or not window.may_let_go():
            return False
        try:
            work = opening(window.work.program)
        except EvidencePackError as error:
            tell(window, say("The workspace cannot be opened"), str(error))
            return False
        window.take(work)
        return True

    def _go_to(self, where: Where) -> None:
        if is_there(where.place):
            self._window.open_at(where)

    def _help(self) -> None:
        """Go to the page of the manual about the paper or the place that is open."""
        from evidencepack.library.manual import PAPER, PLACE  # the manual is read when somebody asks

        here, session = self._window.place.here, self._window.work.session
        kind = session.facts.records[here.record].kind if session is not None and here.place == DOCUMENT else ""
        self._go_to(Where(HELP, part=f"{PAPER}{kind}" if kind else f"{PLACE}{here.place}"))

    def _new_tender(self) -> None:
        self._window.open_at(Where(ALL_TENDERS, part="new"))

    def _switch(self) -> None:
        if self._window.work.session is None:
            self._window.open_at(Where(ALL_TENDERS))
        else:
            self._window.navigation.switcher.unfold()

    def _back_up(self) -> None:
        self._window.work.backups.back_up_now(
            done=lambda: self._window.tell(say("Backed up.")), failed=self._window.tell
        )

    def _save(self) -> None:
        if self._window.work.session is not None:
            self._window.work.session.save()
        self._window.tell(say("Saved. It saves as you type."))

    def _sign(self) -> None:
        """Go to where documents are sent for signing."""
        if self._window.work.session is None:
            self._window.tell(say("Open a tender first. Then its documents can be sent for signing."))
        else:
            self._go_to(Where(SIGN_OFF))

    def _say_what_prints(self) -> None:
        """Say what can be printed: what is open cannot."""
        self._window.tell(say("Nothing is printed from here. Open a document or the pack, then press Ctrl+P."))

    def _undo(self) -> None:
        """Take back what is typed into a cell and not entered yet, or else the newest step."""
        if self._window.work.session is not None and not left_cell():
            self._window.work.session.undo()

    def _redo(self) -> None:
        if self._window.work.session is not None:
            self._window.work.session.redo()

    def _check(self) -> None:
        """Do the checks now, without leaving."""
        if self._window.work.checks is not None:
            self._window.work.checks.check_now()
            self._window.tell(say("Checking…"))

    def _go_by_finding(self, steps: int) -> None:
        """Go to the next thing that the checks have found, or the one before."""
        session, checks = self._window.work.session, self._window.work.checks
        if session is None or checks is None:
            return
        found = checks.next(steps)
        if found is None:
            checks.look()
            self._window.tell(say("Nothing is left to fix.") if checks.done_at else say("Checking…"))
            return
        from evidencepack.ui.shell.roads import road_to_problem  # forms are read only once there is a finding

        checks.note(found)
        where = road_to_problem(session.facts, session.library, found)
        self._window.open_at(where or Where(READINESS, part=found.id))

    def _find(self) -> None:
        """Open the search over everything, unless it is open."""
        from evidencepack.ui.find.finder import Finder  # made when somebody first looks for something

        self.finder = self.finder or Finder(self._window)
        if self.finder.dialog is None:
            self.finder.open()

    def _turn(self) -> None:
        """Turn to dark where it is light now, and the other way round."""
        light = colour(Ink.WINDOW).lightness() > 128
        chosen = self._window.chosen
        chosen.take(replace(chosen.now, colours=Colours.DARK if light else Colours.LIGHT))
