# SPDX-License-Identifier: MPL-2.0
"""The one style of dialog for questions and bad news: what happened, what is safe, what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from evidencepack.ui.look import scaled
from evidencepack.ui.widgets.cards import link
from evidencepack.ui.widgets.fitted import FittedDialog
from evidencepack.ui.widgets.marks import Mark, MarkSign
from evidencepack.ui.widgets.parts import button, column, label
from evidencepack.ui.words import say

TITLE = "evidencepack"

_WIDTH, _SIGN = 540, 22
_SENTENCE = re.compile(r"(?:“[^”]*”|[^“.]|\.(?!\s|$))+(?:\.(?=\s|$)|$)")

Part = tuple[str, str]
"""A head in bold (may be empty), and words below it. Words may hold what a person typed: they are never markup."""


class Message(FittedDialog):
    """A title, parts below it, and buttons at the right, of which the safest is the default."""

    def __init__(self, parent: QWidget | None, title: str, parts: Sequence[Part], *, mark: Mark = Mark.NONE) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setWindowModality(Qt.WindowModality.WindowModal if parent else Qt.WindowModality.ApplicationModal)
        self.setFixedWidth(scaled(_WIDTH))
        self.title, self.sentences = title, [words for _, words in parts if words]
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(self.sentences))
        self.buttons: list[QPushButton] = []
        words = column(label(title, "h2"), *[_part(*part) for part in parts if part[1]], None, gap=8)
        head = QHBoxLayout()
        head.setSpacing(12)
        if mark is not Mark.NONE:
            head.addWidget(column(4, MarkSign(mark, size=_SIGN), None, gap=0))
        head.addWidget(words, 1)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(10)
        self._foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(16)
        layout.addLayout(head)
        self._ways = QVBoxLayout()
        self._ways.setSpacing(8)
        self._ways.setContentsMargins(scaled(_SIGN) + 12 if mark is not Mark.NONE else 0, 0, 0, 0)
        layout.addLayout(self._ways)
        layout.addLayout(self._foot)

    def offer(self, words: str, do: Callable[[], object], *, kind: str = "", default: bool = False) -> QPushButton:
        """Add a button at the right; ``default`` is the one that Enter presses, and that has the keyboard first."""
        made = button(words, lambda: _nothing(do()), kind=kind)
        self.buttons.append(made)
        self._foot.addWidget(made)
        if default:
            made.setDefault(True)
            made.setFocus()
        return made

    def offer_way(self, words: str, do: Callable[[], object]) -> QPushButton:
        """Add a way on, one below the other: there may be several, and each needs room for its words."""
        made = button(words, lambda: _nothing(do()))
        self.buttons.append(made)
        self._ways.addWidget(made)
        return made

    def offer_details(self, details: str) -> None:
        """Add the link that copies details, which say nothing of what anybody typed."""
        made = link(say("Copy details"), lambda: QGuiApplication.clipboard().setText(details))
        self._foot.insertWidget(0, made)


def agreed(parent: QWidget | None, title: str, sentence: str, *, do: str, keep: str = "") -> bool:
    """Ask whether to go on; ``do`` and ``keep`` are the words on the buttons. Enter and Escape keep."""
    message = Message(parent, title, [("", sentence)])
    message.offer(keep or say("Cancel"), message.reject, default=True)
    message.offer(do, message.accept)
    return _asked(message)


def may_lose(
    parent: QWidget | None, title: str, problem: str, *, do: str, watch: Callable[[Message], None] | None = None
) -> bool:
    """Ask whether to close although something would be lost. Enter and Escape keep it open.

    Args:
        parent: the window that waits meanwhile.
        title: what would be lost.
        problem: why it cannot be kept, what is safe, what to do.
        do: the words on the button that loses it.
        watch: is handed the message before it is shown, to answer it when there is nothing to lose any more.
    """
    message = Message(parent, title, news(problem), mark=Mark.BLOCK)
    message.offer(say("Keep it open"), message.reject, default=True)
    message.offer(do, message.accept)
    if watch is not None:
        watch(message)
    return _asked(message)


def tell(parent: QWidget | None, title: str, sentence: str) -> None:
    """Say something that the person has to read: what happened first, what to do last."""
    message = Message(parent, title, news(sentence), mark=Mark.BLOCK)
    message.offer(say("Close"), message.accept, default=True)
    _asked(message)


def news(message: str, *, safe: str = "") -> list[Part]:
    """Return what happened, what is safe and what to do, each under its head; a short message stays whole.

    Args:
        message: the sentences of an error: what happened first, what to do last.
        safe: what is safe besides what the message says of that.
    """
    found = sentences(message) or [message]
    if len(found) == 1 and not safe:
        return [("", message)]
    parts = [(say("What happened"), found[0]), (say("What is safe"), " ".join(filter(None, (*found[1:-1], safe))))]
    return [*parts, (say("What to do"), found[-1])] if len(found) > 1 else parts


def sentences(message: str) -> list[str]:
    """Return the sentences of a message; a full stop in the name of a file, between quotation marks, ends none."""
    return [found.strip() for found in _SENTENCE.findall(message) if found.strip()]


def _part(head: str, words: str) -> QWidget:
    return column(label(head, "strong"), label(words), gap=0) if head else label(words)


def _asked(message: Message) -> bool:
    agreed_to = bool(message.exec())
    message.deleteLater()
    return agreed_to


def _nothing(_result: object) -> None:
    """Buttons want no answer."""
