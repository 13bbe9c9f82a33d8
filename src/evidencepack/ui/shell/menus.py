# SPDX-License-Identifier: MPL-2.0
"""The menu bar where the system has one; its entries are the commands and the places. Elsewhere the keys are enough."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from evidencepack.paths.platform import HAS_MENU_BAR
from evidencepack.ui.shell.actions import Actions
from evidencepack.ui.shell.commands import Commands
from evidencepack.ui.shell.keys import Command, Group
from evidencepack.ui.shell.registry import PLACES, Entry
from evidencepack.ui.shell.where import SETTINGS, Where
from evidencepack.ui.words import say

if TYPE_CHECKING:
    from evidencepack.ui.shell.window import Window

_MENUS = (Group.FILE, Group.EDIT, Group.GO, Group.VIEW, Group.HELP)


def add_menus(window: Window, actions: Actions, commands: Commands) -> None:
    """Add the actions of places, and the menu bar."""
    going = [_going(window, place) for place in PLACES if not place.inside]
    window.addActions(going)
    actions[Command.CLOSE].setMenuRole(QAction.MenuRole.QuitRole)
    bar = window.menuBar()
    bar.setVisible(HAS_MENU_BAR)
    for group in _MENUS:
        menu = bar.addMenu(say(group.value))
        menu.addActions(actions.of(group))
        if group is Group.GO:
            menu.addSeparator()
            menu.addActions(going)
        if group is Group.FILE:
            _add_recent(menu, window, commands)


def _going(window: Window, place: Entry) -> QAction:
    action = QAction(say(place.words), window)
    if place.place == SETTINGS:
        action.setMenuRole(QAction.MenuRole.PreferencesRole)
    action.setShortcut(QKeySequence(place.key))
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
