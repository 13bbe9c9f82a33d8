# SPDX-License-Identifier: MPL-2.0
"""The ring round whatever has the keyboard: yellow outside, ink inside, so that it shows on every ground."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QLabel, QPlainTextEdit, QWidget
from shiboken6 import isValid

from evidencepack.ui.look import colour
from evidencepack.ui.tokens import Ink

_ROOM = 4
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class _Ring(QWidget):
    """The ring as it stands on one page; it goes with the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the two lines."""
        del event
        painter = QPainter(self)
        draw_ring(painter, QRectF(self.rect()))
        painter.end()


class FocusRing(QObject):
    """One for each window; follows the focus and what has it. Tables and lists draw their own ring in a cell."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._home = window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._ring = _Ring()
        self._ring.setParent(window)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the target, and with everything between it and the page that the ring stands on."""
        if event.type() in _MOVES and any(watched is one for one in self._watched):
            self._place()
        return False

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._target = new if new is not None and new.window() is self._home and _wants_ring(new) else None
        self._watch([self._target] if self._target is not None else [])
        self._place()

    def _watch(self, widgets: list[QWidget]) -> None:
        if widgets == self._watched:
            return
        for one in self._watched:
            if isValid(one):
                one.removeEventFilter(self)
        for one in widgets:
            one.installEventFilter(self)
        self._watched = widgets

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self._live_ring().hide()
            return
        between = [target]
        host = target.parentWidget() or self._home
        wanted: QRect = target.geometry().adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        # A ring inside a parent that ends where the control ends would be cut off.
        while not host.rect().contains(wanted) and not host.isWindow() and not _scrolls(host):
            wanted.translate(host.pos())
            between.append(host)
            host = host.parentWidget() or self._home
        self._watch(between)
        ring = self._live_ring()
        ring.setParent(host)
        ring.setGeometry(wanted)
        ring.show()
        ring.raise_()

    def _live_ring(self) -> _Ring:
        """Return the ring; a new one, if the page that it stood on has been deleted and it with the page."""
        if not isValid(self._ring):
            self._ring = _Ring()
            self._ring.setParent(self._home)
        return self._ring


def draw_ring(painter: QPainter, rect: QRectF, *, square: bool = False) -> None:
    """Draw the ring just inside a rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outer, inner = (0.0, 0.0) if square else (6.0, 4.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(colour(Ink.FOCUS), 3))
    painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -1.5), outer, outer)
    painter.setPen(_pen(_inner(), 2))
    painter.drawRoundedRect(rect.adjusted(4, 4, -4, -4), inner, inner)


def _inner() -> QColor:
    """Return the colour of the inner line: ink, and yellow too where the window is as dark as ink."""
    return colour(Ink.FOCUS_INK if colour(Ink.WINDOW).lightness() > 128 else Ink.FOCUS)


def _pen(ink: QColor, width: int) -> QPen:
    return QPen(ink, width)


def _wants_ring(widget: QWidget) -> bool:
    if isinstance(widget, QPlainTextEdit):
        return True
    # A heading has the keyboard only for those who hear it.
    return not isinstance(widget, QAbstractItemView | QAbstractScrollArea | QLabel)


def _scrolls(host: QWidget) -> bool:
    """Whether a widget is the page inside a scroll area: beyond it the ring would not move with the page."""
    parent = host.parentWidget()
    return parent is not None and isinstance(parent.parentWidget(), QAbstractScrollArea)
