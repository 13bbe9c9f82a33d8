# SPDX-License-Identifier: MPL-2.0
"""Words as they stood, with what was taken out struck through or what was added underlined: never by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout

from evidencepack.ui.look import colour, look
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.parts import label
from evidencepack.ui.words import say
from evidencepack.usecases.word_changes import Passage


class Quote(QFrame):
    """A text on a sunk ground. ``added``: its changed passages are new; else they were taken out."""

    def __init__(self, passages: Sequence[Passage], *, added: bool) -> None:
        super().__init__()
        self.setObjectName("sunk")
        self._passages, self._added = passages, added
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._words.setAccessibleName(_spoken(passages, added=added))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 9, 12, 10)
        layout.addWidget(self._words if passages else label(say("No answer"), "hint"))
        layout.addStretch(1)
        look().changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        ground, ink = colour(Ink.ADD if self._added else Ink.CUT).name(), colour(Ink.TEXT).name()
        line = "underline" if self._added else "line-through"
        style = f"background-color:{ground};color:{ink};text-decoration:{line}"
        self._words.setText(
            "".join(
                f'<span style="{style}">{_marked_up(one.text)}</span>' if one.changed else _marked_up(one.text)
                for one in self._passages
            )
        )


def _marked_up(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _spoken(passages: Sequence[Passage], *, added: bool) -> str:
    """Return what a screen reader says: the text, with words before and after each passage that changed."""
    begin, end = (say("begin added"), say("end added")) if added else (say("begin taken out"), say("end taken out"))
    said = [f" {begin} {one.text.strip() or say('space')} {end} " if one.changed else one.text for one in passages]
    return " ".join("".join(said).split()) or say("No answer")
