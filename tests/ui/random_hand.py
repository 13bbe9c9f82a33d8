# SPDX-License-Identifier: MPL-2.0
"""A hand that does anything at all to what can be seen: it clicks, types, pastes, turns the wheel, presses keys.

Each thing it does is chosen by the seed and by its number alone, so that one that goes otherwise does not change all
that come after it.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid
from tests.ui.random_words import PAGE, PASTED, TYPED

from evidencepack.ui.shell.keys import KEYS
from evidencepack.ui.shell.registry import PLACES
from evidencepack.ui.shell.roads import form_of
from evidencepack.ui.shell.where import CHECK, Where
from evidencepack.ui.shell.window import Window

_BOXES = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_PRESSED = (*_BOXES, QAbstractButton, QAbstractItemView, QComboBox)
_KEYS = (
    *("Tab", "Tab", "Tab", "Shift+Tab", "Up", "Down", "Down", "Left", "Right", "Return", "Return", "Space", "Escape"),
    *("Home", "End", "PgUp", "PgDown", "Del", "Backspace", "Ins", "F2", "Alt+Up", "Alt+Down", "Ctrl+A", "Ctrl+C"),
    *("Ctrl+V", "Ctrl+X", "F7", "Shift+F10", "Shift+Down", "Shift+Up", "Ctrl+Home", "Ctrl+End", "R", "A", "Ctrl++"),
    *("Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "Ctrl+-", "Ctrl+Del", "Alt+Return", "Ctrl+Down"),
)
_COMMANDS = (*(key for one in KEYS for key in one.keys), *(one.key for one in PLACES if one.key))
_SIZES = ((860, 500), (960, 540), (1093, 614), (1366, 768), (1366, 768), (1920, 1080))
_LONG = 24
_PICK_LIST = "QComboBoxPrivateContainer"


class Hand:
    """Does one thing after the other in a window, as a person would whom nobody has told what it is for."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self.log: list[str] = []
        self._held: QWidget | None = None
        self.random = random.Random(seed)  # noqa: S311 - the same things every time
        self._often: dict[Callable[[Window], str], int] = {
            self.click: 34,
            self.press: 22,
            self.write: 16,
            self.command: 8,
            self.wander: 6,
            self.paste: 5,
            self.double_click: 3,
            self.ask_for_menu: 3,
            self.turn_wheel: 2,
            self.resize: 2,
            self.choose_from_menu: 2,
            self.size_text: 1,
        }

    def act(self, window: Window) -> None:
        """Do one thing, and say what in the log before it is done."""
        number = len(self.log)
        # What is inside a list that has unfolded is there for Python only as long as the list is.
        self._held = root_of(window)
        self.random = random.Random(f"{self._seed}/{number}")  # noqa: S311 - the same things every time
        act = self.random.choices(list(self._often), list(self._often.values()))[0]
        self.log.append(act.__name__)
        self.log[number] = f"{number}: {act(window)}"

    def click(self, window: Window) -> str:
        """Press a button, a line of a list, a box: whatever can be seen."""
        widget, at = self._target(window)
        self._say(widget)
        buttons = Qt.KeyboardModifier.ControlModifier if self.random.random() < 0.03 else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, buttons, at)
        return self.log[-1]

    def double_click(self, window: Window) -> str:
        """Click twice."""
        widget, at = self._target(window)
        self._say(widget)
        QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        return self.log[-1]

    def ask_for_menu(self, window: Window) -> str:
        """Ask for the menu of something."""
        widget, at = self._target(window)
        self._say(widget)
        QApplication.sendEvent(widget, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at)))
        return self.log[-1]

    def press(self, window: Window) -> str:
        """Press a key or a few of one kind."""
        key = self.random.choice(_KEYS)
        times = self.random.choice((1, 1, 1, 3))
        self._say(_focus(window), f"{key} x{times}")
        for _ in range(times):
            QTest.keySequence(_focus(window), QKeySequence(key))
        return self.log[-1]

    def command(self, window: Window) -> str:
        """Press a key that the window knows."""
        key = self.random.choice(_COMMANDS)
        self._say(_focus(window), key)
        QTest.keySequence(_focus(window), QKeySequence(key))
        return self.log[-1]

    def write(self, window: Window) -> str:
        """Type a few words where the keyboard is, or into a box that is seen."""
        boxes = [one for one in seen(window) if isinstance(one, _BOXES)]
        if boxes and (not isinstance(_focus(window), _BOXES) or self.random.random() < 0.3):
            self._press_into(self.random.choice(boxes))
        words = self.random.choice(TYPED)
        self._say(_focus(window), repr(words))
        type_words(window, words)
        return self.log[-1]

    def paste(self, window: Window) -> str:
        """Paste what another program left, into a box or where the keyboard is."""
        words = self.random.choice(PASTED)
        found = QMimeData()
        found.setText(words)
        if self.random.random() < 0.3:
            found.setHtml(PAGE)
        QApplication.clipboard().setMimeData(found)
        self._say(_focus(window), repr(words[:_LONG]))
        QTest.keySequence(_focus(window), QKeySequence("Ctrl+V"))
        return self.log[-1]

    def turn_wheel(self, window: Window) -> str:
        """Turn the wheel over the page."""
        areas = list(seen(window, QAbstractScrollArea)) or [root_of(window)]
        area = self.random.choice(areas)
        self._say(area)
        over = area.viewport() if isinstance(area, QAbstractScrollArea) else area
        at, turn = QPointF(over.rect().center()), QPoint(0, self.random.choice((-480, -240, 240, 480)))
        none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        QApplication.sendEvent(over, QWheelEvent(at, over.mapToGlobal(at), QPoint(), turn, *none, False))
        return self.log[-1]

    def resize(self, window: Window) -> str:
        """Make the window larger or smaller."""
        size = self.random.choice(_SIZES)
        self._say(window, str(size))
        window.resize(*size)
        return self.log[-1]

    def size_text(self, window: Window) -> str:
        """Choose another size of text."""
        size = self.random.choice((100, 100, 100, 125, 200))
        self._say(window, str(size))
        if QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None:
            window.chosen.take(replace(window.chosen.now, text_size=size))
        return self.log[-1]

    def wander(self, window: Window) -> str:
        """Go to any place and any record of it, as links from elsewhere do."""
        session = window.work.session
        if session is None or root_of(window) is not window:
            return "nowhere"
        record = self.random.choice(list(session.facts.records))
        where = form_of(session.facts, session.library, record)
        if self.random.random() < 0.3:
            where = Where(self.random.choice([one.place for one in PLACES]), record)
            kind = session.library[session.facts.records[record].kind]
            where = Where(CHECK, record) if where.place == CHECK and kind.document else Where(where.place)
        self._say(window, str(where))
        if where.place not in {"document", "record", CHECK} or where.record:
            window.open_at(where)
        return self.log[-1]

    def choose_from_menu(self, window: Window) -> str:
        """Choose something of the main menu, or of a menu that is open."""
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            if root_of(window) is not window:
                return "no menu"
            groups = [one.menu() for one in window.main_menu.menu.actions()]
            menu = self.random.choice([one for one in groups if isinstance(one, QMenu)])
            menu.aboutToShow.emit()
        actions = [one for one in menu.actions() if one.isEnabled() and not one.isSeparator() and one.menu() is None]
        if not actions:
            return "an empty menu"
        action = self.random.choice(actions)
        self._say(menu, action.text())
        menu.close()
        action.trigger()
        return self.log[-1]

    def _target(self, window: Window) -> tuple[QWidget, QPoint]:
        """Return something that can be pressed and where: a place of it that nothing covers."""
        widget = self.random.choice(seen(window) or [root_of(window)])
        region = widget.visibleRegion()
        rect = widget.rect() if region.isEmpty() else region.boundingRect()
        at = QPoint(self.random.randint(rect.left(), rect.right()), self.random.randint(rect.top(), rect.bottom()))
        inner = widget.childAt(at) or widget
        return (inner, inner.mapFrom(widget, at)) if inner.isEnabled() else (widget, at)

    def _press_into(self, box: QWidget) -> None:
        QTest.mouseClick(box, Qt.MouseButton.LeftButton)

    def _say(self, widget: QWidget, what: str = "") -> None:
        """Write down what is going to be done, before it is: it may be the last thing."""
        self.log[-1] = f"{self.log[-1].split(' ')[0]} {called(widget)} {what}".rstrip()
        if QApplication.focusWidget() is None:
            self.log[-1] += " (nothing has the keyboard)"


def seen(window: Window, kind: type[QWidget] | None = None) -> list[QWidget]:
    """Return what can be seen and used now, in the order in which it was made."""
    root = root_of(window)
    if root.metaObject().className() == _PICK_LIST:
        return [root]
    found = [root, *root.findChildren(QWidget)] if isinstance(root, QMenu) else root.findChildren(kind or QWidget)
    return [
        one
        for one in found
        if isValid(one)
        and (isinstance(one, kind or (*_PRESSED, QMenu)) or (kind is None and _has_link(one)))
        and one.isVisible()
        and one.isEnabled()
        and not one.visibleRegion().isEmpty()
    ]


def root_of(window: Window) -> QWidget:
    """Return what has hold of mouse and keyboard now: a menu, a dialog, or the window."""
    return QApplication.activePopupWidget() or QApplication.activeModalWidget() or window


def type_words(window: Window, words: str) -> None:
    """Type words: plain letters by their keys, others as the system's input method brings them."""
    for letter in words:
        if letter.isascii():
            QTest.keyClicks(_focus(window), letter)
        else:
            event = QInputMethodEvent()
            event.setCommitString(letter)
            QApplication.sendEvent(_focus(window), event)


def called(widget: QWidget) -> str:
    """Return how a widget is known to who reads the log."""
    words = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return f"{widget.metaObject().className()}<{(words or widget.accessibleName() or widget.objectName())[:50]}>"


def _focus(window: Window) -> QWidget:
    """Return what keys go to."""
    popup = QApplication.activePopupWidget()
    return popup or QApplication.focusWidget() or root_of(window)


def _has_link(widget: QWidget) -> bool:
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not isinstance(widget, QAbstractScrollArea)
