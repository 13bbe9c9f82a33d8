# SPDX-License-Identifier: MPL-2.0
"""Small parts that pages are put together from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.tint import Tint

Frame = TypeVar("Frame", bound=QFrame)

WIDEST = 720
"""Widest a question gets, in pixels at a text size of 100 %: longer lines are hard to read."""

_DEEPEST = 4
"""So many times measuring goes on from the inside of a page to its outside."""

_INKS = {"primary": Ink.ON_ACCENT, "link": Ink.ACCENT, "danger": Ink.ERROR}

Margins = tuple[int, int, int, int]


def label(text: str, role: str = "", *, wrap: bool = True) -> QLabel:
    """Return words in one of the roles of the style sheet. User text in it is never read as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


class Button(QPushButton):
    """A push button that Enter presses, too: Qt's own leave that to dialogs, and people try it everywhere."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)


def button(text: str, press: Callable[[], None], *, kind: str = "") -> QPushButton:
    """Return a push button; ``kind`` is primary, link, danger, chip or small."""
    made = Button(text)
    if kind:
        made.setProperty("kind", kind)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    made.setAutoDefault(False)
    made.clicked.connect(lambda _checked: press())
    return made


def iconed(made: QPushButton, name: str) -> QPushButton:
    """Give a button an icon before its words, in the colour of the words, and return it."""
    # Qt puts an icon too close to the words.
    words = made.text()
    made.setAccessibleName(made.accessibleName() or words)
    made.setText(f" {words}")
    Tint(made, name, _INKS.get(str(made.property("kind")), Ink.TEXT))
    return made


def column(*parts: QWidget | int | None, gap: int = 8, margins: Margins = (0, 0, 0, 0), name: str = "") -> QFrame:
    """Return a frame with parts below each other; None is room that stretches, a number is room in pixels."""
    frame = QFrame()
    frame.setObjectName(name)
    return fill(frame, QVBoxLayout(frame), parts, gap, margins)


def row(*parts: QWidget | int | None, gap: int = 8, margins: Margins = (0, 0, 0, 0), name: str = "") -> QFrame:
    """Return a frame with parts beside each other; None is room that stretches, a number is room in pixels."""
    frame = QFrame()
    frame.setObjectName(name)
    return fill(frame, QHBoxLayout(frame), parts, gap, margins)


def asked(control: QLineEdit, words: str, hint: str) -> QFrame:
    """Return a question of a small dialog: its words, a hint, and the box for the answer, which is named by them."""
    head = label(words, "label")
    head.setBuddy(control)
    control.setAccessibleName(words)
    control.setAccessibleDescription(hint)
    return column(head, label(hint, "hint"), control, gap=3)


def rule() -> QFrame:
    """Return a thin line across."""
    made = QFrame()
    made.setObjectName("line")
    made.setFixedHeight(1)
    return made


class NarrowLayout(QVBoxLayout):
    """Reckons its height at the width that its frame gets at most: Qt asks at the width there is, and cuts words."""

    def heightForWidth(self, width: int, /) -> int:
        """Return the height of the parts."""
        frame = self.parentWidget()
        return super().heightForWidth(min(width, frame.maximumWidth()) if frame else width)


class Pane(QScrollArea):
    """A page that scrolls down. Wrapped words count at the width they have, so a page that fits has no scroll bar."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self._take_viewport()
        self.setWidgetResizable(True)
        self.setWidget(page)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The page's own fields take the keyboard.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _take_viewport(self) -> None:
        """Have a viewport of Python's making, like Qt's own.

        When Qt for Python first meets a widget that Qt has made, it loads every kind of widget there is.
        """
        viewport = QWidget()
        viewport.setObjectName("qt_scrollarea_viewport")
        viewport.setBackgroundRole(QPalette.ColorRole.NoRole)
        viewport.setAutoFillBackground(True)
        self.setViewport(viewport)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page the height that its words need at this width."""
        super().resizeEvent(event)
        self.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure the page again when something deep in it has come to need more or less room."""
        if watched is self._page and event.type() == QEvent.Type.LayoutRequest:
            self.settle()
        return super().eventFilter(watched, event)

    def lay_out(self) -> None:
        """Measure the page and put everything in its place now; Qt itself would wait for the next turns of its loop."""
        # Words are not measured in their own letters before they are dressed.
        for part in self._page.findChildren(QWidget):
            part.ensurePolished()
        # Words that wrap elsewhere in a part ask what is round it to measure itself again, and so on outwards.
        for _ in range(_DEEPEST):
            self.settle()
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def settle(self) -> None:
        """Measure the page again, after something in it was shown or hidden."""
        layout = self._page.layout()
        if layout is not None and layout.hasHeightForWidth():
            self._page.setMinimumHeight(max(1, layout.totalHeightForWidth(self.viewport().width())))


def emptied(layout: QLayout) -> None:
    """Take every part out of a layout; the parts go at once from the screen, and soon for good."""
    while (item := layout.takeAt(0)) is not None:
        if (part := item.widget()) is not None:
            part.hide()
            part.deleteLater()


def fill(frame: Frame, layout: QBoxLayout, parts: Sequence[QWidget | int | None], gap: int, margins: Margins) -> Frame:
    """Put parts into a frame, one after the other as its layout goes, and return the frame."""
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        else:
            layout.addWidget(part)
    return frame
