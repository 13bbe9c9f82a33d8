# SPDX-License-Identifier: MPL-2.0
"""The bar at the top: where the person is, whether all is saved, and the buttons that are always there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton

from evidencepack.paths.platform import HAS_MENU_BAR
from evidencepack.ui.look import restyle, scaled
from evidencepack.ui.save_state import SaveState
from evidencepack.ui.shell.actions import Actions
from evidencepack.ui.shell.crumbs import Crumbs
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.place import Crumb
from evidencepack.ui.shell.where import Where
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.announcing import announce
from evidencepack.ui.widgets.elided import Elided
from evidencepack.ui.widgets.parts import button
from evidencepack.ui.widgets.tint import Tint
from evidencepack.ui.words import say

_HEIGHT, _HIGHEST, _SAYS_FOR = 48, 76, 4000
"""Its height at a text size of 100 %, and the one it never passes: large text needs the room below it."""

_LEAST = 124
"""Pixels that the mark keeps where room is short: enough for "Saves as you type"."""

_TELLING = 560
"""Pixels for what is said for a few seconds: meanwhile the way to what is open makes do with less."""

_ROOM_TO_SAY = 760
"""Width of the header, in pixels at a text size of 100 %, below which the button to find anything is an icon."""

_TOOLS = ((Command.UNDO, "undo-2"), (Command.REDO, "redo-2"), (Command.SIDE, "panel-right"))


class _Said(NamedTuple):
    """What the mark in the header says when nothing else is being said.

    ``calm``: nothing has happened yet. Where room is short, the way to what is open has more use for it.
    """

    words: str
    role: str = "hint"
    calm: bool = False


class Header(QFrame):
    """Crumbs, the mark that says how saving goes, undo and redo, the switch of the side, and find."""

    going = Signal(Where)

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setFixedHeight(_height())
        self._mark = _Said("")
        self._crumbs = Crumbs()
        self._crumbs.going.connect(self.going)
        self._status = Elided(_LEAST)
        self._status.setProperty("role", "hint")
        self._status.setObjectName("status")
        self._status.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._tools = [_Tool(actions[command], name) for command, name in _TOOLS]
        self._find = _find_button(actions[Command.FIND_ANYTHING])
        self._find_words = self._find.text()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 0, 14, 0)
        layout.setSpacing(4)
        layout.addWidget(self._crumbs)
        layout.addWidget(self._status, 1)
        layout.addSpacing(8)
        for tool in self._tools:
            layout.addWidget(tool)
        layout.addSpacing(6)
        layout.addWidget(self._find)
        self._menu = _Tool(actions[Command.MENU], "menu")
        self._menu.setVisible(not HAS_MENU_BAR)
        layout.addWidget(self._menu)
        self._calm = QTimer(self, singleShot=True, interval=_SAYS_FOR)
        self._calm.timeout.connect(self._show_mark)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for where the person is: the button to find anything can do without its words."""
        super().resizeEvent(event)
        self._find.setText(self._find_words if event.size().width() >= scaled(_ROOM_TO_SAY) else "")
        if not self._calm.isActive():
            self._show_mark()

    def show_crumbs(self, crumbs: Sequence[Crumb]) -> None:
        """Say where the person is; each part but the last leads there."""
        self._crumbs.show_crumbs(crumbs)

    def show_tools(self, *, tender: bool, side: bool | None) -> None:
        """Show undo and redo while a tender is open, and the switch of the side where there is one."""
        undo, redo, switch = self._tools
        undo.setVisible(tender)
        redo.setVisible(tender)
        switch.setVisible(side is not None)
        switch.setChecked(bool(side))
        if not tender:
            self._mark = _Said("")
            self._show_mark()

    def show_saving(self, state: SaveState, words: str) -> None:
        """Show how saving goes. What is being said waits for nothing but bad news."""
        match state:
            case SaveState.SAVING:
                self._mark = _Said(say("Saving…"))
            case SaveState.SAVED:
                self._mark = _Said(say("Saved {time}", time=words))
            case SaveState.FAILED:
                # Why stands in full above the place: here it would be cut.
                self._mark = _Said(say("Cannot save yet"), "error")
                self._calm.stop()
                announce(self._status, f"{self._mark.words}. {words}", urgent=True)
        if not self._calm.isActive():
            self._show_mark()

    def below_menu(self, width: int) -> QPoint:
        """Return where a menu of a width unfolds below its button, on the screen."""
        corner = self._menu.rect().bottomRight()
        return self._menu.mapToGlobal(QPoint(corner.x() - width, corner.y()))

    def refit(self) -> None:
        """Take the height that the text has now."""
        self.setFixedHeight(_height())

    def expect_saving(self) -> None:
        """Say that everything is saved by itself: a tender was opened, and nothing changed yet."""
        self._mark = _Said(say("Saves as you type"), calm=True)
        self._show_mark()

    def tell(self, words: str) -> None:
        """Say something for a few seconds, where the mark is."""
        self._status.keep(_TELLING)
        self._show(_Said(words))
        announce(self._status, words)
        self._calm.start()

    def _show_mark(self) -> None:
        self._status.keep(_LEAST)
        self._show(self._mark)

    def _show(self, mark: _Said) -> None:
        short = self.width() < scaled(_ROOM_TO_SAY)
        self._status.setText("" if mark.calm and short else mark.words)
        self._status.setToolTip(mark.words)
        if self._status.property("role") != mark.role:
            self._status.setProperty("role", mark.role)
            restyle(self._status)


def _height() -> int:
    return min(scaled(_HEIGHT), _HIGHEST)


class _Tool(QToolButton):
    """An icon that does what a command does, named and greyed as the command is."""

    def __init__(self, action: QAction, name: str) -> None:
        super().__init__()
        self._action = action
        self._tint = Tint(self, name, Ink.TEXT)
        self.setCheckable(name == "panel-right")
        self.clicked.connect(lambda _checked: action.trigger())
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setAccessibleName(self._action.text())
        self.setToolTip(named_with_key(self._action))
        self._tint.take(Ink.TEXT if self._action.isEnabled() else Ink.DISABLED)


def _find_button(action: QAction) -> QPushButton:
    key = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
    made = button(f" {say('Find anything')}   {key}", action.trigger)
    made.setObjectName("find")
    made.setAccessibleName(named_with_key(action))
    made.setToolTip(named_with_key(action))
    Tint(made, "search", Ink.TEXT)
    return made


def named_with_key(action: QAction) -> str:
    """Return the words of a command with its key behind them."""
    key = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
    return f"{action.text()} ({key})" if key else action.text()
