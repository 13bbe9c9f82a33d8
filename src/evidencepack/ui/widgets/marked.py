# SPDX-License-Identifier: MPL-2.0
"""Words of an answer with the passage in question marked: by ground and by an underline, and heard as well."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from evidencepack.ui.look import colour, look
from evidencepack.ui.tokens import Ink
from evidencepack.ui.words import say

_AROUND = 160
_CUT = "…"


class MarkedWords(QLabel):
    """``span`` are the first character and the one behind the last; the same twice marks nothing.

    Of a long text only what stands round the passage is shown, whole words of it.
    """

    def __init__(self, text: str, span: tuple[int, int]) -> None:
        super().__init__()
        self._before, self._marked, self._after = parts_round(text, span)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(_spoken(self._before, self._marked, self._after))
        look().changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        ground, ink = colour(Ink.MARK).name(), colour(Ink.TEXT).name()
        style = f"background-color:{ground};color:{ink};text-decoration:underline"
        marked = f'<span style="{style}">{_marked_up(self._marked)}</span>' if self._marked else ""
        self.setText(_marked_up(self._before) + marked + _marked_up(self._after))


def parts_round(text: str, span: tuple[int, int]) -> tuple[str, str, str]:
    """Return what stands before a passage, the passage, and what stands behind it, each side cut at a word."""
    start, end = max(0, min(span[0], len(text))), max(0, min(span[1], len(text)))
    if start >= end:
        return (text if len(text) <= 2 * _AROUND else f"{_whole_words(text[: 2 * _AROUND])}{_CUT}"), "", ""
    before, after = text[:start], text[end:]
    if len(before) > _AROUND:
        before = _CUT + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = _whole_words(after[:_AROUND]) + _CUT
    return before, text[start:end], after


def _whole_words(text: str) -> str:
    return text.rpartition(" ")[0] or text


def _marked_up(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _spoken(before: str, marked: str, after: str) -> str:
    said = f" {say('begin marked')} {marked.strip()} {say('end marked')} " if marked else ""
    return " ".join(f"{before}{said}{after}".split())
