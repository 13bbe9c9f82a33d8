# SPDX-License-Identifier: MPL-2.0
"""Copying an answer as plain text for a box of the portal: counted as the portal counts, what is too long in grey."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from evidencepack.domain.box import Box
from evidencepack.render.plain_text import TextPart
from evidencepack.ui.controls.combo import Combo
from evidencepack.ui.look import colour, restyle, scaled
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.announcing import announce
from evidencepack.ui.widgets.focus_ring import FocusRing
from evidencepack.ui.widgets.parts import Pane, button, column, label, row
from evidencepack.ui.words import counted as many
from evidencepack.ui.words import say
from evidencepack.usecases.box_texts import BoxText, Counted, count_sentences, counted, joined

_WIDE, _HIGH, _SIDE, _MOST = 960, 640, 300, 0.92
_SIGNS = 64  # the box before the words, the bar beside them, and the room around


class BoxDialog(QDialog):
    """The text on the left; what of it is copied, and how it is counted, on the right."""

    def __init__(self, parent: QWidget, text: BoxText) -> None:
        super().__init__(parent)
        FocusRing(self)
        self.setWindowTitle(say("Copy {reference} as plain text", reference=text.reference))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text = text
        self._parts = [_tick(part, chosen=part in text.answer) for part in text.parts]
        self._headings = _box(say("Headings"), on=True)
        self._simple = _box(say("Straight quotation marks, short dashes"), on=False)
        self._breaks = Combo()
        self._breaks.setAccessibleName(say("A line break counts as"))
        self._breaks.addItems([say("1 character"), say("2 characters")])
        self._breaks.setCurrentIndex(text.box.line_break - 1)
        self.shown = QPlainTextEdit()
        self.shown.setReadOnly(True)
        self.shown.setTabChangesFocus(True)
        self.shown.setAccessibleName(say("The text that is copied"))
        self._words, self._characters = label("", "strong"), label("", "strong")
        self._told = label("", "small")
        for one in (*self._parts, self._headings, self._simple):
            one.toggled.connect(self._show)
        self._breaks.currentIndexChanged.connect(self._show)
        self._lay_out()
        self._fit(parent)
        self._show()

    @property
    def copied(self) -> str:
        """The text that “Copy” puts on the clipboard."""
        text = self._text.simplified() if self._simple.isChecked() else self._text
        chosen = (part for part, tick in zip(text.parts, self._parts, strict=True) if tick.isChecked())
        return joined(chosen, headings=self._headings.isChecked())

    def copy(self) -> None:
        """Put the text on the clipboard, as text and nothing else: portals mangle the looks of pages."""
        found = QMimeData()
        found.setText(self.copied)
        QGuiApplication.clipboard().setMimeData(found)
        count = self._count()
        done = say("Copied. Paste it into the box of the portal, and compare the count.")
        late = say("Copied, though it is too long: the portal may cut it off. Compare the count.")
        self._told.setText(done if count.fits else late)
        announce(self, self._told.text())

    @property
    def _box(self) -> Box:
        box = self._text.box
        return Box(box.words, box.characters, self._breaks.currentIndex() + 1, box.spaces)

    def _count(self) -> Counted:
        return counted(self.copied, self._box)

    def _show(self, _changed: object = None) -> None:
        count = self._count()
        self.shown.setPlainText(count.text)
        self.shown.setExtraSelections([] if count.fits else [self._rest(count)])
        box = self._box
        words, characters = count_sentences(count, box)
        late = bool(box.words and count.words > box.words), bool(box.characters and count.characters > box.characters)
        for line, said, is_late in zip((self._words, self._characters), (words, characters), late, strict=True):
            line.setText(said)
            line.setProperty("role", "error" if is_late else "strong")
            restyle(line)
        self._told.setText(say("What is grey and struck through does not fit.") if not count.fits else "")

    def _rest(self, count: Counted) -> QTextEdit.ExtraSelection:
        """Return the mark on what does not fit: in grey, and struck through for who cannot tell the grey."""
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.shown.document())
        # Qt counts as browsers do, in UTF-16 units.
        cursor.setPosition(len(count.text[: count.end].encode("utf-16-le")) // 2)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setForeground(colour(Ink.MUTED))
        look.setFontStrikeOut(True)
        mark.cursor, mark.format = cursor, look
        return mark

    def _lay_out(self) -> None:
        text = self._text
        about = say("For {question}, as its limits are given there.", question=text.question) if text.question else say(
            "It answers no question of the buyer yet, so its limits are not known."
        )  # fmt: skip
        gaps = many(text.gaps, "{n} answer is missing in it; its place says so.",
                    "{n} answers are missing in it; their places say so.")  # fmt: skip
        head = label(say("What to copy"), "h3")
        how = label(say("A line break counts as"), "cap")
        how.setBuddy(self._breaks)
        spaces = "" if text.box.spaces else say("Spaces and line breaks do not count.")
        side = column(
            label(say("How long it is"), "h3"), self._words, self._characters,
            *([label(spaces, "small")] if spaces else []),
            column(how, self._breaks, gap=3), label(about, "small"), 4,
            head, *self._parts, 4, self._headings, self._simple,
            *([label(gaps, "small")] if text.gaps else []),
            None, gap=8, name="page",
        )  # fmt: skip
        pane = Pane(side)
        pane.setFixedWidth(scaled(_SIDE))
        body = QWidget()
        beside = QHBoxLayout(body)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(16)
        beside.addWidget(self.shown, 1)
        beside.addWidget(pane)
        copy = button(say("Copy"), self.copy, kind="primary")
        copy.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(body, 1)
        layout.addWidget(self._told)
        layout.addWidget(row(None, button(say("Close"), self.accept), copy, gap=10))

    def _fit(self, parent: QWidget) -> None:
        there = parent.window().size()
        self.resize(min(scaled(_WIDE), int(there.width() * _MOST)), min(scaled(_HIGH), int(there.height() * _MOST)))


def _tick(part: TextPart, *, chosen: bool) -> QCheckBox:
    return _box(part.heading or say("The beginning, without a heading"), on=chosen)


def _box(words: str, *, on: bool) -> QCheckBox:
    made = QCheckBox()
    room = scaled(_SIDE - _SIGNS)
    made.setText(made.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))
    made.setAccessibleName(words)
    made.setToolTip(words)
    made.setChecked(on)
    return made
