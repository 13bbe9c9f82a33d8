# SPDX-License-Identifier: MPL-2.0
"""The steps of a document as a menu, with their names, where the column beside the form has no room for those."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from evidencepack.ui.look import scaled
from evidencepack.ui.widgets.marks import Mark, draw_mark

_SIDE = 18


def steps_menu(
    parent: QWidget,
    steps: Sequence[tuple[str, Mark, str]],
    current: int,
    go: Callable[[int], None],
    ways: Sequence[tuple[str, Callable[[], None]]],
) -> QMenu:
    """Return the menu; it is gone once it is closed.

    Args:
        parent: where it unfolds.
        steps: in their order: title, mark, and how it stands in words.
        current: the one the person is at.
        go: is called with the step that was chosen.
        ways: other ways out of the form, below the steps: their words, and what they do.
    """
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for at, (title, mark, standing) in enumerate(steps):
        words = f"{at + 1}  {title}".replace("&", "&&")
        action = menu.addAction(_picture(mark), words, partial(go, at))
        action.setToolTip(standing)
        if at == current:
            menu.setActiveAction(action)
            menu.setDefaultAction(action)
    if ways:
        menu.addSeparator()
    for words, press in ways:
        menu.addAction(words, press)
    menu.setToolTipsVisible(True)
    return menu


def _picture(mark: Mark) -> QIcon:
    picture = QPixmap(scaled(_SIDE), scaled(_SIDE))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw_mark(painter, QRectF(picture.rect()), mark)
    painter.end()
    return QIcon(picture)
