# SPDX-License-Identifier: MPL-2.0
"""Filling a document as somebody does who goes from box to box: what each asks for, from its own example."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)
from tests.journey.hand import Hand

from evidencepack.ui.places.document_place import Document
from evidencepack.ui.question import Question
from evidencepack.ui.room import Room
from evidencepack.ui.shell.window import Window
from evidencepack.ui.tables.letters_view import LettersView
from evidencepack.ui.tables.view import LinesView

_MOST = 5
"""So many boxes of a step are filled: the journey is to end on the day it began."""

_LONGEST = 90
_BOXES = (QLineEdit, QPlainTextEdit, QComboBox, QRadioButton, LinesView)


def fill_document(hand: Hand) -> None:
    """Go through every step, fill what is empty, and come out behind the last one."""
    while (step := hand.ask(_step)) >= 0:
        for box in hand.ask(_empty_boxes):
            _fill(hand, box)
        hand.shot(f"step-{step + 1}")
        hand.keys("ctrl+Return")
        hand.until(lambda at=step: _step() != at, "the next step does not come")  # type: ignore[misc]


def fill_letters(hand: Hand) -> None:
    """Fill the steps of a responsibility map, and set letters in its grid where there is one."""
    while (step := hand.ask(_step)) >= 0:
        for view in hand.ask(_grids):
            hand.reach(view)
            hand.keys("a", "Right", "r", "Right", "c")
        for box in hand.ask(_empty_boxes):
            _fill(hand, box)
        hand.shot(f"step-{step + 1}")
        hand.keys("ctrl+Return")
        hand.until(lambda at=step: _step() != at, "the next step does not come")  # type: ignore[misc]


def _fill(hand: Hand, box: QWidget) -> None:
    if not hand.ask(lambda: box.isVisible() and _is_empty(box)):
        return  # what was answered before has hidden or filled it
    text = hand.ask(lambda: _text_for(box))
    hand.reach(box)
    if isinstance(box, QComboBox):
        hand.keys("Down")
        if hand.ask(QApplication.activePopupWidget) is not None:
            hand.keys("Return")  # a click unfolds the list; without one Down chooses at once
    elif isinstance(box, QRadioButton):
        hand.keys("space")
    elif isinstance(box, LinesView):
        hand.keys("Insert")
        hand.write("Ferrybank")
        hand.keys("Return", "Escape")
    else:
        hand.write(text)


def _room() -> Room | None:
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Window))
    return window.place.room if isinstance(window.place, Document) else None


def _step() -> int:
    """Return the step that is open, from 0; -1 outside of a document."""
    room = _room()
    return room.step if room else -1


def _grids() -> list[LettersView]:
    room = _room()
    return [one for one in room.page.findChildren(LettersView) if one.isVisible()] if room else []


def _empty_boxes() -> list[QWidget]:
    room = _room()
    boxes = [one for kind in _BOXES for one in room.page.findChildren(kind)] if room else []
    shown = [one for one in boxes if one.isVisible() and one.isEnabled() and not _inside(one) and _is_empty(one)]
    return sorted(shown, key=lambda one: one.mapToGlobal(one.rect().topLeft()).y())[:_MOST]


def _inside(box: QWidget) -> bool:
    """Whether it is a part of another box: the line of a list to pick from, the editor of a cell."""
    return isinstance(box.parentWidget(), (QComboBox, QAbstractItemView))


def _is_empty(box: QWidget) -> bool:
    match box:
        case QLineEdit():
            return not box.text() and not box.isReadOnly()
        case QPlainTextEdit():
            return not box.toPlainText() and not box.isReadOnly()
        case QComboBox():
            return box.currentIndex() <= 0
        case QRadioButton():
            return not any(one.isChecked() for one in _beside(box)) and _beside(box)[0] is box
        case LinesView():
            return box.model().rowCount() == 0
        case _:
            return False


def _beside(box: QRadioButton) -> list[QAbstractButton]:
    """Return the choices of which one can be taken."""
    group = box.group()
    return group.buttons() if group is not None else [box]


def _text_for(box: QWidget) -> str:
    """Return the example of the question, in letters that every keyboard has."""
    around = box.parentWidget()
    while around is not None and not isinstance(around, Question):
        around = around.parentWidget()
    example = around.field.example if isinstance(around, Question) else ""
    plain = example.replace("’", "'").replace("–", "-").encode("ascii", "ignore").decode()
    return plain.split("\n")[0][:_LONGEST] or "To be agreed"
