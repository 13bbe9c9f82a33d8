# SPDX-License-Identifier: MPL-2.0
"""The lines that spelling puts above the usual ones in the menu of a box."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu


@dataclass(frozen=True, slots=True)
class Doing:
    """A line: its words, and what it does; None for one that only says something. ``strong``: it is another word."""

    words: str
    do: Callable[[], None] | None = None
    strong: bool = False


def put_first(menu: QMenu, doings: Sequence[Doing]) -> None:
    """Put lines above those that are there, and a rule between."""
    first = menu.actions()[0]
    for doing in doings:
        # What a person typed has no keys to show.
        action = QAction(doing.words.replace("&", "&&"), menu)
        action.setEnabled(doing.do is not None)
        if doing.do is not None:
            action.triggered.connect(lambda _checked=False, do=doing.do: do())
        if doing.strong:
            font = action.font()
            font.setBold(True)
            action.setFont(font)
        menu.insertAction(first, action)
    menu.insertSeparator(first)
