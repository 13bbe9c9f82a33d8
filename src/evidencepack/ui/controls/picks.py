# SPDX-License-Identifier: MPL-2.0
"""Answers picked from a few: yes or no, one choice, several choices, each with its line of help."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from evidencepack.ui.controls.control import Control
from evidencepack.ui.widgets.parts import button, label, row
from evidencepack.ui.words import say

_INDENT = 34
Option = tuple[str, str]
"""What is picked, as ``library.entry`` reads it and a person sees it, and a line of help (may be empty)."""

YES_NO: Sequence[Option] = (("yes", ""), ("no", ""))


class RadioControl(Control):
    """One of a few; once picked, it can be cleared again."""

    def __init__(self, options: Sequence[Option], *, across: bool = False) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._words = [words for words, _ in options]
        self._buttons: list[QAbstractButton] = [QRadioButton(_shown(words)) for words in self._words]
        for number, made in enumerate(self._buttons):
            self._group.addButton(made, number)
        self._clear = button(say("Clear"), self._empty, kind="link")
        _lay_out(self, self._buttons, options, across=across, last=self._clear)
        self._group.idClicked.connect(lambda _number: self._picked())
        self._clear.hide()

    def first(self) -> QWidget:
        """Return the button that is picked, or the first."""
        return self._group.checkedButton() or self._buttons[0]

    def text(self) -> str:
        """Return the words that are picked."""
        number = self._group.checkedId()
        return self._words[number] if number >= 0 else ""

    def show_text(self, text: str) -> None:
        """Pick the button with these words, or none."""
        known = [words.casefold() for words in self._words]
        if text.casefold() in known:
            self._buttons[known.index(text.casefold())].setChecked(True)
        else:
            self._uncheck()
        self._clear.setVisible(bool(text))

    def describe(self, name: str, description: str, *, invalid: bool) -> None:
        """Each button says its own words and whose answer they are."""
        del invalid
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self._clear.setAccessibleName(say("Clear the answer: {question}", question=name))
        for made in self._buttons:
            made.setAccessibleDescription(f"{name} {description}")

    def _picked(self) -> None:
        self._clear.show()
        self._tell()

    def _empty(self) -> None:
        self._uncheck()
        self._buttons[0].setFocus()
        self._clear.hide()
        self._tell()

    def _uncheck(self) -> None:
        self._group.setExclusive(False)
        for made in self._buttons:
            made.setChecked(False)
        self._group.setExclusive(True)


class ChecksControl(Control):
    """Any number of a few."""

    def __init__(self, options: Sequence[Option]) -> None:
        super().__init__()
        self._words = [words for words, _ in options]
        self._buttons: list[QAbstractButton] = [QCheckBox(_shown(words)) for words in self._words]
        _lay_out(self, self._buttons, options, across=False, last=None)
        for made in self._buttons:
            made.clicked.connect(lambda _checked: self._tell())

    def first(self) -> QWidget:
        """Return the first box."""
        return self._buttons[0]

    def text(self) -> str:
        """Return the ticked words with semicolons between them."""
        return "; ".join(words for words, made in zip(self._words, self._buttons, strict=True) if made.isChecked())

    def show_text(self, text: str) -> None:
        """Tick the words of a list with semicolons."""
        ticked = {part.strip() for part in text.split(";")}
        for words, made in zip(self._words, self._buttons, strict=True):
            made.setChecked(words in ticked)

    def describe(self, name: str, description: str, *, invalid: bool) -> None:
        """Each box says its own words and whose answer they are."""
        del invalid
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        for made in self._buttons:
            made.setAccessibleDescription(f"{name} {description}")


def _shown(words: str) -> str:
    """Return words with a capital, and with & as a letter and not the mark of a shortcut."""
    return (words[:1].upper() + words[1:]).replace("&", "&&")


def _lay_out(
    control: QWidget,
    buttons: Sequence[QAbstractButton],
    options: Sequence[Option],
    *,
    across: bool,
    last: QWidget | None,
) -> None:
    layout = QVBoxLayout(control)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    if across:
        layout.addWidget(row(*buttons, *([last] if last else []), None, gap=24))
        return
    for made, (_, helps) in zip(buttons, options, strict=True):
        layout.addWidget(row(made, None))
        if helps:
            line = label(helps, "small")
            line.setContentsMargins(_INDENT, 0, 0, 2)
            layout.addWidget(line)
    if last:
        layout.addWidget(row(last, None, margins=(_INDENT - 2, 0, 0, 0)))
