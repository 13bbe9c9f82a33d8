# SPDX-License-Identifier: MPL-2.0
"""A page that stays where it is while something in it comes or goes: what is pointed at does not move away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QPoint, QTimer, Slot
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from evidencepack.ui.widgets.parts import Pane

_A_MOMENT = 100
"""Milliseconds in which a page may still grow by what was said on it."""


@contextmanager
def staying(page: Pane, parts: Iterable[QWidget]) -> Iterator[None]:
    """Scroll a page as far as something above has grown: the part under the pointer stays, or else what is typed in."""
    for earlier in page.findChildren(_Following):
        earlier.end()
    held = _held(page, list(parts))
    before = _top(page, held)
    yield
    page.lay_out()
    _follow(page, held, before)
    _Following(page, held, before)


class _Following(QObject):
    """Follows for a moment: words that have come are measured once more when they are first drawn."""

    def __init__(self, page: Pane, held: QWidget | None, before: int) -> None:
        super().__init__(page)
        self._page, self._held, self._before = page, held, before
        page.verticalScrollBar().rangeChanged.connect(self._follow)
        # Whoever scrolls by hand looks elsewhere, and is not taken back.
        page.verticalScrollBar().actionTriggered.connect(self.end)
        self._until = QTimer(self, singleShot=True, interval=_A_MOMENT)
        self._until.timeout.connect(self.end)
        self._until.start()

    @Slot()
    def end(self) -> None:
        """Let the page go where it goes."""
        self._until.stop()
        self._page.verticalScrollBar().rangeChanged.disconnect(self._follow)
        self._page.verticalScrollBar().actionTriggered.disconnect(self.end)
        self.setParent(None)
        self.deleteLater()

    @Slot()
    def _follow(self) -> None:
        _follow(self._page, self._held, self._before)


def _follow(page: Pane, held: QWidget | None, before: int) -> None:
    if held is not None and isValid(held) and page.isAncestorOf(held):
        bar = page.verticalScrollBar()
        bar.setValue(bar.value() + _top(page, held) - before)


def _held(page: Pane, parts: list[QWidget]) -> QWidget | None:
    """Return what has to stay: the part under the pointer, that with the keyboard, or none where nobody looks."""
    view = page.viewport()
    if not page.isVisible():
        return None
    at = view.mapFromGlobal(QCursor.pos())
    if view.rect().contains(at) and page.isActiveWindow():
        pointed = (one for one in parts if one.isVisible() and one.rect().contains(one.mapFromGlobal(QCursor.pos())))
        if (found := next(pointed, None)) is not None:
            return found
    focus = QApplication.focusWidget()
    return focus if focus is not None and page.isAncestorOf(focus) else None


def _top(page: Pane, part: QWidget | None) -> int:
    return part.mapTo(page.viewport(), QPoint(0, 0)).y() if part is not None else 0
