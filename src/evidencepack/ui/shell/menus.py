# SPDX-License-Identifier: MPL-2.0
"""The menu of the program: a bar where the system has one for all, elsewhere a button, F10 or Alt that unfold it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from evidencepack.paths.platform import HAS_MENU_BAR
from evidencepack.ui.shell.actions import Actions
from evidencepack.ui.shell.alt_key import AltKey
from evidencepack.ui.shell.commands import Commands
from evidencepack.ui.shell.keys import Command, Group
from evidencepack.ui.shell.registry import PLACES, Entry
from evidencepack.ui.shell.where import SETTINGS, Where
from evidencepack.ui.words import say

if TYPE_CHECKING:
    from evidencepack.ui.shell.window import Window

_MENUS = (Group.FILE, Group.EDIT, Group.GO, Group.VIEW, Group.HELP)


class MainMenu(QObject):
    """Every command and every place, group by group. Away from a Mac it is made when somebody first asks for it."""

    def __init__(self, window: Window, actions: Actions, commands: Commands) -> None:
        super().__init__(window)
        self._window, self._actions, self._commands = window, actions, commands
        self._going = [_going(window, place) for place in PLACES if not place.inside]
        window.addActions(self._going)
        actions[Command.CLOSE].setMenuRole(QAction.MenuRole.QuitRole)
        self._menu: QMenu | None = None
        self.alt = AltKey(self)
        self.alt.pressed.connect(self.unfold)
        if HAS_MENU_BAR:
            for menu in self._menus():
                window.menuBar().addMenu(menu)

    @property
    def menu(self) -> QMenu:
        """The menu with all groups as menus of their own."""
        if self._menu is None:
            self._menu = QMenu(say("Menu"), self._window)
            for menu in self._menus():
                self._menu.addMenu(menu)
        return self._menu

    def unfold(self) -> None:
        """Unfold it below its button, its first line chosen: arrows and underlined letters go on from there."""
        if HAS_MENU_BAR:
            return
        menu = self.menu
        menu.popup(self._window.header.below_menu(menu.sizeHint().width()))
        menu.setActiveAction(menu.actions()[0])

    def _menus(self) -> Iterator[QMenu]:
        """Yield the menus of the groups, each with an underlined letter of its own."""
        taken: set[str] = set()
        for group in _MENUS:
            menu = QMenu(_underlined(say(group.value), taken), self._window)
            menu.addActions([one for one in self._actions.of(group) if one is not self._actions[Command.MENU]])
            if group is Group.GO:
                menu.addSeparator()
                menu.addActions(self._going)
            if group is Group.FILE:
                _add_recent(menu, self._window, self._commands)
            yield menu


def _underlined(words: str, taken: set[str]) -> str:
    """Return the words of a menu with the first letter underlined that no other menu has."""
    at = next((at for at, letter in enumerate(words) if letter.isalpha() and letter.casefold() not in taken), -1)
    if at < 0:
        return words
    taken.add(words[at].casefold())
    return f"{words[:at]}&{words[at:]}"


def _going(window: Window, place: Entry) -> QAction:
    action = QAction(say(place.words), window)
    if place.place == SETTINGS:
        action.setMenuRole(QAction.MenuRole.PreferencesRole)
    action.setShortcut(QKeySequence(place.key))
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.triggered.connect(lambda _on: window.open_at(Where(place.place)))
    return action


def _add_recent(menu: QMenu, window: Window, commands: Commands) -> None:
    """Add the workspaces that were opened last, as they are when the menu unfolds."""
    recent = QMenu(say("Open recent"), menu)
    menu.insertMenu(menu.actions()[3], recent)

    def show() -> None:
        recent.clear()
        for name in window.chosen.now.recent:
            action = recent.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _on, file=name: commands.open_file(Path(file)))
        recent.setEnabled(bool(window.chosen.now.recent))

    recent.aboutToShow.connect(show)
    menu.aboutToShow.connect(lambda: recent.setEnabled(bool(window.chosen.now.recent)))
