# SPDX-License-Identifier: MPL-2.0
"""Frames round things that belong together: cards, the next step, notices, and what an empty place says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from evidencepack.ui.icons import icon
from evidencepack.ui.look import colour, look, scaled
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.announcing import announce
from evidencepack.ui.widgets.marks import Mark, MarkSign
from evidencepack.ui.widgets.parts import Margins, button, column, fill, label, row

_MARGINS = (16, 14, 16, 14)


class Card(QFrame):
    """Parts below each other on a ground of their own, under a title and, at its right, perhaps a link."""

    def __init__(self, title: str, *parts: QWidget | int | None, link: QPushButton | None = None, gap: int = 8) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(title)
        head = label(title, "h3")
        top = row(head, None, link) if link else head
        fill(self, QVBoxLayout(self), (top, *parts) if title else parts, gap, _MARGINS)


class NextStep(QFrame):
    """The one thing to do next: what, why, the button that goes there, and another way (may be left out)."""

    def __init__(self, head: str, what: str, why: str, *buttons: QPushButton) -> None:
        super().__init__()
        self.setObjectName("next")
        self.setAccessibleName(f"{head}: {what}")
        layout = QHBoxLayout(self)
        # The edge at the left needs room of its own.
        layout.setContentsMargins(22, 11, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(column(label(head, "cap"), label(what, "h2"), label(why, "hint"), gap=1), 1)
        for one in buttons:
            layout.addWidget(one, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


class Tone(Enum):
    """How serious a notice is, by the name that the style sheet has for it."""

    TIP = "tip"
    OK = "okbox"
    WARN = "warnbox"
    ERROR = "errorbox"


_SIGNS: Mapping[Tone, Mark] = {
    Tone.TIP: Mark.IDEA,
    Tone.OK: Mark.DONE,
    Tone.WARN: Mark.WARN,
    Tone.ERROR: Mark.BLOCK,
}


class Notice(QFrame):
    """A title and a sentence on a ground of their own; warnings and errors are said aloud once, when shown."""

    def __init__(self, tone: Tone, title: str, sentence: str = "", *more: QWidget) -> None:
        super().__init__()
        self._tone = tone
        self.setObjectName(tone.value)
        self._title, self._sentence = label(title, "strong"), label(sentence)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(19, 10, 14, 11)
        layout.setSpacing(10)
        layout.addWidget(column(2, MarkSign(_SIGNS[tone], size=18), None, gap=0))
        layout.addWidget(column(self._title, self._sentence, *more, gap=4), 1)
        # Not before it has a parent: it would be a window of its own for a moment.
        self._sentence.setVisible(bool(sentence))
        self.setAccessibleName(" ".join(filter(None, (title, sentence))))

    def tell(self, title: str, sentence: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.setAccessibleName(" ".join(filter(None, (title, sentence))))
        if self._tone in {Tone.WARN, Tone.ERROR}:
            announce(self, self.accessibleName())


class Picture(QLabel):
    """An icon as a picture: decoration, unless it is given a name."""

    def __init__(self, name: str, ink: Ink = Ink.CONTROL, *, size: int = 36) -> None:
        super().__init__()
        self._name, self._ink, self._side = name, ink, scaled(size)
        self.setFixedSize(self._side, self._side)
        look().changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        self.setPixmap(icon(self._name, colour(self._ink), size=self._side).pixmap(self._side, self._side))


class EmptyPlace(QFrame):
    """What belongs into a place where nothing is yet: why, and how to begin."""

    def __init__(self, picture: str, title: str, sentence: str, *buttons: QPushButton) -> None:
        super().__init__()
        self.setObjectName("card")
        self._picture, self._title, self._sentence = Picture(picture), label("", "h2"), label("", "hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        for part in (self._picture, self._title, self._sentence, row(*buttons, None, gap=10)):
            layout.addWidget(part)
        layout.addStretch(1)
        self.tell(title, sentence)

    def tell(self, title: str, sentence: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        # Assistive technology comes to the picture, too.
        self._picture.setAccessibleName(title)
        self.setAccessibleName(title)


def framed(*parts: QWidget | int | None, gap: int = 8, margins: Margins = _MARGINS) -> QFrame:
    """Return parts on the ground of a card, without a title."""
    return column(*parts, gap=gap, margins=margins, name="card")


def link(text: str, press: Callable[[], None], *, name: str = "") -> QPushButton:
    """Return words that lead somewhere; ``name`` is what assistive technology reads where the words alone are vague."""
    made = button(text, press, kind="link")
    made.setAccessibleName(name or text)
    return made
