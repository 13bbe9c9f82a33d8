# SPDX-License-Identifier: MPL-2.0
"""The commands of the window as Qt's actions: one each, for its keys, its menu and its button."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from evidencepack.ui.shell.keys import KEYS, Command, Group
from evidencepack.ui.words import say


class Actions(QObject):
    """Every command, with what does it."""

    def __init__(self, owner: QObject, run: Callable[[Command], None]) -> None:
        super().__init__(owner)
        self._actions: dict[Command, QAction] = {}
        self._groups: dict[Group, list[QAction]] = {group: [] for group in Group}
        for key in KEYS:
            action = QAction(say(key.words), self)
            action.setShortcuts([QKeySequence(one) for one in key.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(lambda _on, command=key.command: run(command))
            self._actions[key.command] = action
            self._groups[key.group].append(action)

    def __getitem__(self, command: Command) -> QAction:
        return self._actions[command]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def of(self, group: Group) -> list[QAction]:
        """Return the actions of a menu, in their order."""
        return self._groups[group]
