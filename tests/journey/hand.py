# SPDX-License-Identifier: MPL-2.0
"""A hand on keyboard and mouse of a real screen. It works on a thread of its own, as dialogs hold up the window's.

Nothing is done by the clock: before each key the window has the keyboard, and after it everything that the screen's
server had to say of it has been heard.
"""

from __future__ import annotations

import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget

from evidencepack.ui.shell.window import Window

Found = TypeVar("Found", bound=QWidget)
Answer = TypeVar("Answer")

PATIENCE = 120.0
"""Seconds until something that is awaited counts as missing; the machine may be busy."""

XDOTOOL = shutil.which("xdotool") or "xdotool"

_MOST_TABS, _MOST_TURNS = 400, 100
_EDGE = 4
_WHEEL_UP, _WHEEL_DOWN = "4", "5"
_A_MOMENT = 0.02


class LostError(AssertionError):
    """What the hand looks for is not on the screen."""


class _Window(QObject):
    """Answers questions on the window's thread, also while a dialog waits there."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def _answer(self, question: Callable[[], None]) -> None:
        question()


class Hand:
    """Presses keys and buttons. ``keyboard``: it never touches the mouse. ``pictures``: where to put screenshots."""

    def __init__(self, *, keyboard: bool, pictures: Path | None = None) -> None:
        self._window = _Window()
        self._keyboard = keyboard
        self._pictures = pictures
        self._shots = 0
        self.gone = threading.Event()
        """Set when nobody is there any more to answer."""
        self.doing = ""
        """What it does at the moment, for who wants to know where it stopped."""

    def ask(self, question: Callable[[], Answer]) -> Answer:
        """Have the window's thread answer a question; what goes wrong there goes wrong here."""
        answers: list[Answer] = []
        faults: list[BaseException] = []
        done = threading.Event()

        def answer() -> None:
            try:
                answers.append(question())
            except BaseException as error:  # noqa: BLE001 - raised again on the thread that asked
                faults.append(error)
            done.set()

        self._window.asked.emit(answer)
        end = time.monotonic() + PATIENCE
        while not done.wait(0.5):
            if self.gone.is_set() or time.monotonic() > end:
                raise LostError(f"the window does not answer; {self.doing}")
        if faults:
            raise faults[0]
        return answers[0]

    def until(self, holds: Callable[[], bool], what: str, *, patience: float = PATIENCE) -> None:
        """Wait until something holds; ``patience``: so many seconds at most."""
        end = time.monotonic() + patience
        while not self.ask(holds):
            if time.monotonic() > end:
                self.shot("lost")
                raise LostError(f"{what}; on the screen: {self.ask(all_words)}")
            time.sleep(_A_MOMENT)

    def keys(self, *names: str) -> None:
        """Press keys, one after the other, as ``ctrl+Return``."""
        for name in names:
            self.doing = f"pressing {name}"
            self._wait_for_keyboard()
            _do("key", "--clearmodifiers", name)
            self._rest()

    def close(self) -> None:
        """Close the program, which asks nothing: everything is kept. Nobody answers any more after that."""
        self.doing = "closing"
        self._wait_for_keyboard()
        _do("key", "ctrl+q")

    def write(self, text: str) -> None:
        """Type a text."""
        self.doing = f"typing {text}"
        self._wait_for_keyboard()
        _do("type", "--delay", "2", "--", text)
        self._rest()

    def find(self, kind: type[Found], name: str, *, patience: float = PATIENCE) -> Found:
        """Wait for a widget that can be seen, by its accessible name, its words, its title, or Qt's name for it."""
        found: list[Found] = []
        self.doing = f"looking for {kind.__name__} {name}"

        def look() -> bool:
            found[:] = [one for one in seen(kind) if not name or name in _names(one)]
            return bool(found)

        self.until(look, f"no {kind.__name__} called “{name}”", patience=patience)
        return found[0]

    def press(self, name: str) -> None:
        """Press a button."""
        button = self.find(QAbstractButton, name)
        self.until(button.isEnabled, f"“{name}” cannot be pressed")
        self.reach(button)
        if self._keyboard:
            self.keys("space")

    def fill(self, name: str, text: str) -> None:
        """Type into a box, in the place of what stood there."""
        self.reach(self.find(QWidget, name))
        self.keys("ctrl+a")
        self.write(text)

    def see(self, words: str) -> None:
        """Wait until words are on the screen."""
        self.until(lambda: any(words in one.text() for one in seen(QLabel)), f"nothing says “{words}”")

    def reach(self, widget: QWidget) -> None:
        """Put the keyboard into a widget: by Tab, or by a click."""
        if not self._keyboard:
            self._click(widget)
            return
        for _ in range(_MOST_TABS):
            if self.ask(lambda: _holds_focus(widget)):
                return
            self.keys("Tab")
        raise LostError(f"Tab never comes to {self.ask(lambda: _names(widget))}")

    def shot(self, name: str) -> None:
        """Take a picture of the whole screen, if pictures are wanted."""
        if self._pictures is not None:
            time.sleep(0.6)  # pages of the preview and marks of steps come a little later
            self._shots += 1
            file = self._pictures / f"{self._shots:02}-{name}.png"
            self.ask(lambda: QApplication.primaryScreen().grabWindow(0).save(str(file)))

    def _click(self, widget: QWidget) -> None:
        """Click on a widget once it stays where it is: pages move while they are laid out."""
        self._scroll_to(widget)
        at = self.ask(lambda: widget.mapToGlobal(_spot(widget)))
        _do("mousemove", str(at.x()), str(at.y()))
        self._rest()
        now = self.ask(lambda: widget.mapToGlobal(_spot(widget)))
        if now != at:
            self._click(widget)
            return
        _do("click", "1")
        self._rest()

    def _scroll_to(self, widget: QWidget) -> None:
        """Turn the wheel until a widget is in sight."""
        for _ in range(_MOST_TURNS):
            turn = self.ask(lambda: _turn_to(widget))
            if turn is None:
                return
            at, way = turn
            _do("mousemove", str(at.x()), str(at.y()), "click", way)
            self._rest()

    def _rest(self) -> None:
        """Let the window take in what was done: all that the screen's server has for it, and what comes of that."""
        for _ in range(2):
            self.ask(QGuiApplication.sync)

    def _wait_for_keyboard(self) -> None:
        """Wait until the window manager has given the keyboard to the window, or to the dialog that is open."""
        self.until(_has_keyboard, f"nothing has the keyboard; {self.doing}")


def _do(*words: str) -> None:
    subprocess.run([XDOTOOL, *words], check=True, timeout=60)


def _has_keyboard() -> bool:
    """Whether keys go where a person sees that they would go."""
    wanted = QApplication.activeModalWidget() or next(
        (one for one in QApplication.topLevelWidgets() if isinstance(one, Window)), None
    )
    return QApplication.activePopupWidget() is not None or (wanted is not None and wanted.isActiveWindow())


def seen(kind: type[Found]) -> Iterator[Found]:
    """Yield the widgets that can be seen and, while a dialog is open, are in it."""
    dialog = QApplication.activeModalWidget()
    for one in QApplication.allWidgets():
        if isinstance(one, kind) and one.isVisible() and (dialog is None or one is dialog or dialog.isAncestorOf(one)):
            yield one


def _names(widget: QWidget) -> set[str]:
    text = widget.text().strip() if isinstance(widget, QAbstractButton) else ""
    return {widget.accessibleName(), text, widget.windowTitle(), widget.objectName()} - {""}


def all_words() -> list[str]:
    """Return what the labels in sight say."""
    return [one.text() for one in seen(QLabel) if one.text()][:60]


def _holds_focus(widget: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))


def _spot(widget: QWidget) -> QPoint:
    """Return where to click: the middle, but near the left of what is wide."""
    return QPoint(min(widget.width() // 2, 60), widget.height() // 2)


def _area_of(widget: QWidget) -> QScrollArea | None:
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def _turn_to(widget: QWidget) -> tuple[QPoint, str] | None:
    """Return where to turn the wheel, and its button for up or down, to bring a widget into sight; None if it is."""
    area = _area_of(widget)
    if area is None:
        return None
    view = area.viewport()
    at = widget.mapTo(view, _spot(widget)).y()
    if _EDGE <= at <= view.height() - _EDGE:
        return None
    return view.mapToGlobal(view.rect().center()), _WHEEL_UP if at < _EDGE else _WHEEL_DOWN
