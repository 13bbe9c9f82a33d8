# SPDX-License-Identifier: MPL-2.0
"""The menu of sheets that can be printed for the bid's own desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from evidencepack.pack.sheets import SheetKind
from evidencepack.ui.words import say

_SHEETS: Mapping[SheetKind, str] = {
    SheetKind.COVERAGE: "Coverage grid",
    SheetKind.EVIDENCE: "Evidence map: promises and what holds them up",
    SheetKind.RENEWALS: "What runs out in the year ahead, with a calendar",
}


def sheets_menu(parent: QWidget, chosen: Callable[[tuple[str, ...]], None]) -> QMenu:
    """Return the menu; it is gone once it is closed. ``chosen`` is called with the names of the sheets."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for kind, words in _SHEETS.items():
        menu.addAction(say(words), lambda kind=kind: chosen((kind.value,)))  # type: ignore[misc]
    menu.addSeparator()
    menu.addAction(say("All three"), lambda: chosen(tuple(kind.value for kind in SheetKind)))
    return menu
